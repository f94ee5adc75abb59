import { createContext, use } from 'react';
import { en, type Messages } from './en.ts';

/** The language that a page is shown in. */
export const TextContext = createContext<Messages>(en);

/** The words of the interface. */
export const useText = (): Messages => use(TextContext);
