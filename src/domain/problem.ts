import { distance } from 'fastest-levenshtein';

/** Where something stands in a scenario: keys and indexes from the root of the whole scenario. */
export type Path = readonly (string | number)[];

/** One thing that a person wrote wrong in a scenario, with the sentence that says what to do about it. */
export interface Problem {
  /** Stable and kebab-case, for example `unknown-target`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly path: Path;
  readonly message: string;
  /** What was probably meant, or what to do. */
  readonly suggestion?: string;
  /** The key itself is at fault, not its value: places the marker on the key. */
  readonly atKey?: boolean;
  /** A word, or words in order, inside the text at `path` that is at fault: places the marker there. */
  readonly word?: string;
  /**
   * What else in the file this was concluded from, where that is not all below `path`: `*` is any one part, `**` all below. What rests
   * on something that could not be read is not reported.
   */
  readonly inferredFrom?: readonly Path[];
}

export const error = (code: string, path: Path, message: string, suggestion?: string): Problem => ({
  code,
  severity: 'error',
  path,
  message,
  ...(suggestion === undefined ? {} : { suggestion }),
});

export const warning = (code: string, path: Path, message: string, suggestion?: string): Problem => ({
  ...error(code, path, message, suggestion),
  severity: 'warning',
});

/** The same finding, with what else it was concluded from. */
export const inferred = (problem: Problem, ...inferredFrom: readonly Path[]): Problem => ({ ...problem, inferredFrom });

/** Two neighbouring letters that changed places: one slip of the hand, though two edits. */
function isTransposed(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a.length === b.length && at >= 0 && `${a.slice(0, at)}${a[at + 1]}${a[at]}${a.slice(at + 2)}` === b;
}

/** Near misses are looked for among this many names of this length: more would be a list, and longer no name. */
const MOST_NAMES = 1000;
const LONGEST_NAME = 100;

/** The known word nearest to a misspelt one, if it is near enough to be what was meant: one edit from two letters on, two from five. */
export function nearMiss(word: string, known: Iterable<string>): string | undefined {
  const words = [...known];
  if (words.length > MOST_NAMES || word.length > LONGEST_NAME) return undefined;
  let nearest: { readonly name: string; readonly edits: number } | undefined;
  for (const name of words) {
    const allowed = Math.floor((Math.max(word.length, name.length) + 1) / 3);
    if (name.length > LONGEST_NAME || Math.abs(name.length - word.length) > allowed) continue;
    const [written, meant] = [word.toLowerCase(), name.toLowerCase()];
    const edits = isTransposed(written, meant) ? 1 : distance(written, meant);
    if (edits <= allowed && (nearest === undefined || edits < nearest.edits)) nearest = { name, edits };
  }
  return nearest?.name;
}

/** “Did you mean `refused`?”, or a list of what there is, or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const words = [...known];
  const nearest = nearMiss(word, words);
  if (nearest !== undefined) return `did you mean \`${nearest}\`?`;
  if (words.length <= 1) return words.length === 0 ? undefined : `write \`${words[0]}\``;
  const shown = words.slice(0, 12).join(', ');
  return `use one of: ${shown}${words.length > 12 ? ', …' : ''}`;
}

/** A path as a person writes it: `branches.ceasefire.states.reply.on.accept`. */
export const formatPath = (path: Path): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
