import type { Messages } from '../text/en.ts';
import { formatChangeRange, formatNumber, formatRange } from '../text/format.ts';
import { type ChartActor, type LeverageRow, standingAt } from './leverageRows.ts';

type Words = Messages['charts'];

const stepName = (words: Words, step: number): string => (step === 0 ? words.start : words.step(formatNumber(step)));

/** The finding at a step: “At step 3, Russia stands 12 points above Ukraine (7 to 18 on the same judgements).” */
export function findingSentence(
  words: Words,
  rows: readonly LeverageRow[],
  actors: readonly ChartActor[],
  current: number,
): string {
  const row = rows[Math.min(current, rows.length - 1)];
  if (row === undefined) return words.empty;
  const when = row.step === 0 ? words.atStart : words.atStep(formatNumber(row.step));
  const standing = standingAt(row, actors);
  if (standing === undefined)
    return words.alone(
      when,
      actors.map((actor) => scoreOf(words, row, actor)),
    );
  const { higher, lower, points, range, open } = standing;
  if (points === 0) return words.level(when, higher.name, lower.name, formatChangeRange(range));
  return (open ? words.open : words.apart)(when, higher.name, lower.name, points, formatRange(range));
}

function scoreOf(words: Words, { values }: LeverageRow, { id, name }: ChartActor): string {
  const value = values[id];
  return value === undefined ? words.unknown(name) : words.value(name, formatNumber(value.central), formatRange(value));
}

/** A step in one sentence: “Step 2, Kyiv accepts: Ukraine 44, range 36 to 52; …”. */
export const valuesSentence = (words: Words, row: LeverageRow, actors: readonly ChartActor[]): string =>
  words.values(
    row.step === 0 ? row.label : `${stepName(words, row.step)}, ${row.label}`,
    actors.map((actor) => scoreOf(words, row, actor)),
  );

/** What the picture shows, for those who do not see it: the finding, then where every line starts and ends. */
export function description(
  words: Words,
  rows: readonly LeverageRow[],
  actors: readonly ChartActor[],
  current: number,
): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return words.empty;
  const finding = findingSentence(words, rows, actors, current);
  const ends = (first === last ? [first] : [first, last]).map((row) => valuesSentence(words, row, actors));
  return [finding, ...ends.map((end) => `${end}.`)].join(' ');
}
