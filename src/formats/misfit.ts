import { didYouMean, error, nearMiss, type Path, type Problem } from '../domain/problem.ts';

/** How to go on reading past a part that does not fit, so that the rest can be checked too. */
export type Repair =
  /** A key that is nearly a known one is read as that. */
  | { readonly kind: 'rename'; readonly to: string }
  /** What was meant is plain, so the value is read as that. */
  | { readonly kind: 'mend'; readonly value: unknown }
  | { readonly kind: 'remove' }
  /** Something of the right form stands in for what is missing or has a wrong one. */
  | { readonly kind: 'fill'; readonly value: unknown }
  /** The form is right, only the value is not. */
  | { readonly kind: 'keep' };

/** Something that the schema refuses. */
export interface Misfit extends Problem {
  readonly repair: Repair;
  /** A rule over parts that each have the right form, such as low ≤ mode. */
  readonly isRule?: true;
}

const KEEP: Repair = { kind: 'keep' };

export const misfit = (
  code: string,
  path: Path,
  message: string,
  suggestion?: string,
  repair: Repair = KEEP,
): Misfit => ({
  ...error(code, path, message, suggestion),
  repair,
});

/** A key with blanks is mostly a sentence that a comma cut in two. */
const CUT_TEXT = 'a comma inside { } begins a new key: put the text in quotes';
/** The key by which YAML 1.1 takes over the parts of another mapping. */
export const MERGE_KEY = '<<';
export const NO_MERGING = 'YAML 1.2 has no merge keys: write the parts out, or repeat a whole part with *name';

/** A key that is not known here; `free` are the known ones that are not taken yet. */
export function unknownKey(path: Path, key: string, known: readonly string[], free: readonly string[]): Misfit {
  const meant = nearMiss(key, free);
  const help = key === MERGE_KEY ? NO_MERGING : key.includes(' ') ? CUT_TEXT : didYouMean(key, known);
  const repair: Repair = meant === undefined ? { kind: 'remove' } : { kind: 'rename', to: meant };
  return {
    ...misfit('unknown-key', [...path, key], `the key \`${key}\` is not known here`, help, repair),
    atKey: true,
  };
}
