import { directionOf, type FigureComparison } from '../../analysis/compare.ts';
import { figureAt, figureIn } from '../../analysis/figures.ts';
import { labelOf } from '../../domain/chart.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Table } from '../../formats/csv.ts';
import type { RangedScore } from '../charts/leverageRows.ts';
import { formatChangeRange, formatNumber, formatRange } from '../text/format.ts';
import { type Letters, pointsOf } from './findings.ts';
import type { ComparedLine } from './lines.ts';
import type { Words } from './words.ts';

/** One step of several lines: an actor's leverage on each of them; undefined where a line has already stopped. */
export interface PathRow {
  readonly step: number;
  readonly values: readonly (RangedScore | undefined)[];
  /** What each line's step was; undefined at the start and where a line has stopped. */
  readonly labels: readonly (string | undefined)[];
}

/** An actor's leverage along every line, a row for each step of the longest. */
export function pathRows(scenario: Scenario, lines: readonly ComparedLine[], actor: string): readonly PathRow[] {
  const figure = figureAt(scenario, `leverage/${actor}`);
  const count = Math.max(0, ...lines.map(({ drawn }) => drawn.length));
  return Array.from({ length: count }, (_, step) => ({
    step,
    values: lines.map(({ drawn, reading }): RangedScore | undefined => {
      const [position, values] = [reading.positions[step], drawn[step]];
      if (position === undefined || values === undefined) return undefined;
      const { central, range } = figureIn(figure, { values: position.values, drawn: values });
      return { central, ...range };
    }),
    labels: lines.map(({ reading }) => {
      const move = reading.line[step - 1];
      return move === undefined ? undefined : labelOf(scenario, move);
    }),
  }));
}

/** What a pair's leverage comes to in the end, from its difference on shared draws. */
export function pathsFinding(
  words: Words,
  name: string,
  { difference }: Pick<FigureComparison, 'difference'>,
  { first, second }: Letters,
): string {
  const { paths } = words;
  const direction = directionOf(difference);
  switch (direction) {
    case 'higher':
    case 'lower':
      return paths[direction](name, pointsOf(words, difference.range), first, second);
    case 'level':
      return paths.level(name, first, second);
    case 'open':
      return paths.open(name, formatChangeRange(difference.range), first, second);
    default:
      return direction satisfies never;
  }
}

/** Where each line ends: “A ends at 38 (27 to 48); B ends at 37 (28 to 45).” */
export function pathsEnds({ paths }: Words, rows: readonly PathRow[], letters: readonly string[]): string {
  return paths.ends(
    letters.flatMap((letter, at) => {
      const last = rows.findLast(({ values }) => values[at] !== undefined)?.values[at];
      return last === undefined ? [] : [paths.part(letter, formatNumber(last.central), formatRange(last))];
    }),
  );
}

/** The same rows as they leave Parley. */
export function pathsTable(
  { paths, table: { columns } }: Words,
  rows: readonly PathRow[],
  letters: readonly string[],
): Table {
  return {
    columns: [
      paths.step,
      ...letters.flatMap((letter) => [letter, columns.central(letter), columns.low(letter), columns.high(letter)]),
    ],
    rows: rows.map(({ step, values, labels }) => [
      step,
      ...letters.flatMap((_, at) => {
        const value = values[at];
        return [step === 0 ? paths.start : labels[at], value?.central, value?.low, value?.high];
      }),
    ]),
  };
}
