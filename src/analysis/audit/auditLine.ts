/** `failure`: the scenario leans or misleads and should be mended. `warning`: somebody should look. */
export type Verdict = 'ok' | 'warning' | 'failure';

/** A row of a finding's table: what it is about, then its figures, in reading order. */
export type FigureRow = Readonly<Record<string, string | number>>;

/** One thing that an audit looked at: the verdict in a sentence, and the figures that it rests on. */
export interface AuditLine {
  /** Stable and kebab-case, for example `option-signs`. */
  readonly id: string;
  readonly verdict: Verdict;
  readonly sentence: string;
  readonly figures: readonly FigureRow[];
}

/** A share as a whole percentage. */
export const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** Points as they are shown: one decimal. */
export const points = (value: number): number => Math.round(10 * value) / 10 || 0;

/** A number with its noun: `1 place`, `2 places`. */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

/** Words as a list in a sentence: `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
