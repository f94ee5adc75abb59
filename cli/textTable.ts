import { twentieths } from '../src/analysis/rollback/modelsBeside.ts';

/** A number as it is read: six digits, none of them noise. */
export const figure = (value: number): string => String(Number(value.toPrecision(6)));

/** Odds in words, rounded to 1 in 20. */
export function inTwenty(odds: number): string {
  if (odds === 0) return 'never';
  if (odds >= 1 - 1e-12) return 'always';
  const count = twentieths(odds);
  if (count === 0) return 'under 1 in 20';
  return count === 20 ? 'over 19 in 20' : `${count} in 20`;
}

/** A table with its columns aligned. */
export function textTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  const padded = (text: string, column: number) => text + ' '.repeat((widths[column] ?? 0) - [...text].length);
  return rows.map((row) => `  ${row.map(padded).join('   ').trimEnd()}`);
}

/** A text as lines of at most so many characters, broken at spaces; a longer word stands alone. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Points of a judged payoff, to a tenth: no more is known. */
export const judgedPoints = (points: number): string => points.toFixed(1);

/** Characters of a sentence on one line of a terminal. */
const SENTENCE_WIDTH = 120;

/** A sentence as lines of its own, set in under a heading; what does not fit goes on further in. */
export function* sentenceLines(sentence: string): Generator<string> {
  for (const [index, line] of wrapped(sentence, SENTENCE_WIDTH).entries())
    yield index === 0 ? `  ${line}` : `      ${line}`;
}
