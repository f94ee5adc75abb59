import { charts } from './en/charts.ts';
import { ledger } from './en/ledger.ts';
import { leverage } from './en/leverage.ts';
import { shell } from './en/shell.ts';
import { walk } from './en/walk.ts';

/**
 * The words of the interface in English that come with the first page. A language is another object of this type; features that load
 * later bring their own (featureWords.ts), and scenario texts carry their own language.
 */
export const en = { ...shell, ...walk, ...leverage, ...ledger, ...charts } as const;

type Widen<Value> = Value extends string
  ? string
  : Value extends (...args: infer Args) => infer Out
    ? (...args: Args) => Out
    : { readonly [Key in keyof Value]: Widen<Value[Key]> };

/** The message catalogue of a language. */
export type Messages = Widen<typeof en>;
