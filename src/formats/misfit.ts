import { didYouMean, error, nearMiss, type Path, type Problem } from '../domain/problem.ts';

/** How to go on reading past a part that does not fit, so that the rest can be checked too. */
export type Repair =
  /** A key that is nearly a known one is read as that. */
  | { readonly kind: 'rename'; readonly to: string }
  | { readonly kind: 'remove' }
  /** Something of the right form stands in for what is missing or has a wrong one. */
  | { readonly kind: 'fill'; readonly value: unknown }
  /** The form is right, only the value is not. */
  | { readonly kind: 'keep' };

/** Something that the schema refuses. */
export interface Misfit extends Problem {
  readonly repair: Repair;
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
const MERGE_KEY = 'YAML 1.2 has no merge keys: write the parts out, or repeat a whole part with *name';

/** A key that is not known here; `free` are the known ones that are not taken yet. */
export function unknownKey(path: Path, key: string, known: readonly string[], free: readonly string[]): Misfit {
  const meant = nearMiss(key, free);
  const help = key === '<<' ? MERGE_KEY : key.includes(' ') ? CUT_TEXT : didYouMean(key, known);
  const repair: Repair = meant === undefined ? { kind: 'remove' } : { kind: 'rename', to: meant };
  return {
    ...misfit('unknown-key', [...path, key], `the key \`${key}\` is not known here`, help, repair),
    atKey: true,
  };
}

export const notFinite = (path: Path, value: number, filler: unknown): Misfit =>
  misfit('not-finite', path, `found ${value}, which is no usable number`, 'write an ordinary number', {
    kind: 'fill',
    value: filler,
  });
