import { compare } from '../text/en/compare.ts';
import { featureWords } from '../text/featureWords.ts';

/** The words of Compare in the reader's language. */
export const useWords = featureWords({ en: compare });

/** What `useWords` gives. */
export type Words = typeof compare;
