import { type FigureComparison, sortBySize } from '../../analysis/compare.ts';
import { actorName, principals } from '../../domain/actors.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Table } from '../../formats/csv.ts';
import { figureLabel, figureUnit } from './figureWords.ts';
import type { Letters } from './findings.ts';
import { isPartOf } from './movedBy.ts';
import type { Words } from './words.ts';

/** Rows of the table under one heading. */
export interface RowGroup {
  /** Undefined for the rows of an ungrouped table. */
  readonly title: string | undefined;
  readonly rows: readonly FigureComparison[];
}

/** The table's rows: what is shown at once, and what a reader asks for. */
export interface TableRows {
  readonly shown: readonly RowGroup[];
  readonly more: readonly RowGroup[];
}

/** Rows of an ungrouped table that are shown at once. */
const SHOWN_ROWS = 15;

/** The rows in one list, largest share of how far a figure can go first. */
export function rowsBySize(rows: readonly FigureComparison[]): TableRows {
  const { differing } = sortBySize(rows);
  const more = differing.slice(SHOWN_ROWS);
  return {
    shown: [{ title: undefined, rows: differing.slice(0, SHOWN_ROWS) }],
    more: more.length === 0 ? [] : [{ title: undefined, rows: more }],
  };
}

const points = ({ difference }: FigureComparison): number => Math.abs(difference.central);

/**
 * The rows under their totals: each payoff with its stakes and each leverage with its drivers, by points, so that the parts can be
 * added up; then the indicators. The principals' groups and the indicators are shown at once, larger totals first.
 */
export function rowsByTotal(scenario: Scenario, words: Words, rows: readonly FigureComparison[]): TableRows {
  const { groups } = words.table;
  const { differing } = sortBySize(rows);
  const sides: readonly string[] = principals(scenario);
  const totals = rows
    .filter(({ figure: { subject } }) => subject.kind === 'payoff' || subject.kind === 'leverage')
    .sort((a, b) => points(b) - points(a))
    .flatMap((total) => {
      const { subject } = total.figure;
      if (!('actor' in subject)) return [];
      const parts = differing.filter(({ figure }) => isPartOf(figure.subject, subject));
      if (parts.length === 0 && !differing.includes(total)) return [];
      const title = (subject.kind === 'payoff' ? groups.payoff : groups.leverage)(actorName(scenario, subject.actor));
      const group: RowGroup = { title, rows: [total, ...parts.sort((a, b) => points(b) - points(a))] };
      return [{ group, principal: sides.includes(subject.actor) }];
    });
  const indicators = differing.filter(({ figure }) => figure.subject.kind === 'indicator');
  return {
    shown: [
      ...totals.filter(({ principal }) => principal).map(({ group }) => group),
      ...(indicators.length === 0 ? [] : [{ title: groups.indicators, rows: indicators }]),
    ],
    more: totals.filter(({ principal }) => !principal).map(({ group }) => group),
  };
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
