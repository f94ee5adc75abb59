import { type FigureComparison, sortBySize } from '../../analysis/compare.ts';
import type { FigureSubject } from '../../analysis/figures.ts';
import { actorName } from '../../domain/actors.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Table } from '../../formats/csv.ts';
import { figureLabel, figureUnit } from './figureWords.ts';
import type { Letters } from './findings.ts';
import type { Words } from './words.ts';

/** Rows of the table under one heading. */
export interface RowGroup {
  /** Undefined for the one group of an ungrouped table. */
  readonly title: string | undefined;
  readonly rows: readonly FigureComparison[];
}

function groupTitle(scenario: Scenario, { table: { groups } }: Words, subject: FigureSubject): string {
  if (subject.kind === 'indicator') return groups.indicators;
  const ofPayoff = subject.kind === 'payoff' || subject.kind === 'stake';
  return (ofPayoff ? groups.payoff : groups.leverage)(actorName(scenario, subject.actor));
}

/** A total stands before its parts, whatever their sizes. */
const isTotal = ({ figure }: FigureComparison): boolean =>
  figure.subject.kind === 'payoff' || figure.subject.kind === 'leverage';

/** The table's rows, largest difference first; in groups, the group with the largest difference first. */
export function rowGroups(
  scenario: Scenario,
  words: Words,
  rows: readonly FigureComparison[],
  grouped: boolean,
): readonly RowGroup[] {
  const { differing } = sortBySize(rows);
  if (!grouped) return [{ title: undefined, rows: differing }];
  const groups = new Map<string, FigureComparison[]>();
  for (const row of differing) {
    const title = groupTitle(scenario, words, row.figure.subject);
    groups.set(title, [...(groups.get(title) ?? []), row]);
  }
  return [...groups].map(([title, found]) => ({
    title,
    rows: [...found.filter(isTotal), ...found.filter((row) => !isTotal(row))],
  }));
}

/** The whole table as it leaves Parley: every figure, also those that do not differ, with the draws behind each difference. */
export function comparisonTable(
  scenario: Scenario,
  words: Words,
  rows: readonly FigureComparison[],
  letters: readonly string[],
  { first, second }: Letters,
): Table {
  const { columns, difference } = words.table;
  const { differing, level } = sortBySize(rows);
  const pair = difference(first, second);
  return {
    columns: [
      columns.figure,
      columns.unit,
      ...letters.flatMap((letter) => [columns.central(letter), columns.low(letter), columns.high(letter)]),
      columns.difference(pair),
      columns.differenceLow(pair),
      columns.differenceHigh(pair),
      columns.higher(second),
      columns.higher(first),
    ],
    rows: [...differing, ...level].map(({ figure, values, difference: found }) => [
      figureLabel(scenario, words, figure.subject),
      figureUnit(scenario, words, figure.subject),
      ...values.flatMap(({ central, range }) => [central, range.low, range.high]),
      found.central,
      found.range.low,
      found.range.high,
      found.higher,
      found.lower,
    ]),
  };
}
