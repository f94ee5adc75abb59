import type { Ranged } from '../../analysis/lineFindings.ts';
import { actorName, principals } from '../../domain/actors.ts';
import { labelOf } from '../../domain/chart.ts';
import type { Address } from '../../domain/identifier.ts';
import { clip, quantityAt } from '../../domain/indicators.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Table } from '../../formats/csv.ts';
import type { OutcomeRow } from './outcomeRows.ts';
import type { TradeoffsWords } from './useWords.ts';

/** A column of the stake table: one stake of its actor, or a payoff. */
export type StakeColumn =
  | {
      readonly kind: 'stake';
      readonly id: string;
      readonly actor: string;
      readonly address: Address;
      readonly label: string;
      readonly weight: number;
    }
  | { readonly kind: 'payoff'; readonly id: string; readonly actor: string };

/** The order that a reader asked for: by one column, rising or falling. */
export interface StakeSort {
  readonly column: StakeColumn;
  readonly rising: boolean;
}

/** The stakes of an actor in file order, then its payoff and those of the principals, so that the other side's is in sight. */
export function stakeColumns(scenario: Scenario, actor: string): readonly StakeColumn[] {
  const stakes = Object.entries(scenario.stakes[actor]?.items ?? {}).map(
    ([address, { weight }]): StakeColumn => ({
      kind: 'stake',
      id: `stake/${address}`,
      actor,
      address,
      label: quantityAt(scenario, address).label,
      weight,
    }),
  );
  const payoffs = [...new Set([actor, ...principals(scenario)])].map(
    (each): StakeColumn => ({ kind: 'payoff', id: `payoff/${each}`, actor: each }),
  );
  return [...stakes, ...payoffs];
}

/** What an end's line is worth in a column, 0 to 100; undefined until its range was read. */
export const valueIn = ({ values }: OutcomeRow, column: StakeColumn): Ranged | undefined =>
  column.kind === 'payoff' ? values?.payoffs[column.actor] : values?.worths[column.actor]?.[column.address];

/** The rows in the order that was asked for; ties, and rows that are not read yet, keep the scenario's order. */
export function sortedRows(rows: readonly OutcomeRow[], sort: StakeSort | undefined): readonly OutcomeRow[] {
  if (sort === undefined) return rows;
  const value = (row: OutcomeRow) => valueIn(row, sort.column)?.central ?? Number.NEGATIVE_INFINITY;
  return [...rows].sort((a, b) => (sort.rising ? value(a) - value(b) : value(b) - value(a)) || 0);
}

/** The strongest tint of a cell, in per cent of the accent: text on it keeps its contrast in both themes. */
const STRONGEST_TINT = 45;

/** How strongly a cell is tinted: none for the worst, most for the best. */
export const stakeTint = (worth: number): number => Math.round((STRONGEST_TINT * clip(worth, [0, 100])) / 100);

/** The stake table as it leaves Parley, in the order of the scenario. */
export function stakeTableRows(
  scenario: Scenario,
  { stakes, plot }: TradeoffsWords,
  rows: readonly OutcomeRow[],
  actor: string,
): Table {
  const columns = stakeColumns(scenario, actor);
  const label = (column: StakeColumn) =>
    column.kind === 'payoff'
      ? stakes.payoffOf(actorName(scenario, column.actor))
      : `${column.label} (${stakes.weight(String(Math.round(100 * column.weight)))})`;
  return {
    columns: [
      ...[stakes.number, stakes.end, stakes.agreement],
      ...columns.flatMap((column) => [label(column), stakes.low(label(column)), stakes.high(label(column))]),
      stakes.line,
    ],
    rows: rows.map((row) => [
      ...[row.number, row.label, row.agreement ? plot.agreement : plot.noAgreement],
      ...columns.flatMap((column) => {
        const value = valueIn(row, column);
        return [value?.central, value?.range.low, value?.range.high];
      }),
      row.outcome.line.map((move) => labelOf(scenario, move)).join(' → '),
    ]),
  };
}
