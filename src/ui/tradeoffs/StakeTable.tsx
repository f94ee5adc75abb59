import { type KeyboardEvent, useRef, useState } from 'react';
import type { Ranged } from '../../analysis/lineFindings.ts';
import { actorName } from '../../domain/actors.ts';
import { useParley } from '../app/parley.ts';
import { formatNumber, formatRange } from '../text/format.ts';
import { EndBadge } from './EndBadge.tsx';
import type { OutcomeRow } from './outcomeRows.ts';
import styles from './StakeTable.module.css';
import { type StakeColumn, type StakeSort, sortedRows, stakeColumns, stakeTint, valueIn } from './stakeRows.ts';
import { useWords } from './useWords.ts';

/** A cell of the table that was asked about. */
export interface StakeCell {
  readonly row: OutcomeRow;
  readonly column: StakeColumn;
}

/** Ends by stakes: how good each end is for an actor on each stake, and what it is worth. Every number leads to its basis. */
export function StakeTable({
  rows,
  actor,
  onAsk,
}: {
  readonly rows: readonly OutcomeRow[];
  readonly actor: string;
  readonly onAsk: (cell: StakeCell) => void;
}) {
  const { scenario } = useParley();
  const { stakes } = useWords();
  const [sort, setSort] = useState<StakeSort>();
  const columns = stakeColumns(scenario, actor);
  const shown = sortedRows(rows, sort);
  const grid = useGridKeys(shown.length, columns.length);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard. */}
      <section className={styles.scroll} aria-label={stakes.scroll} tabIndex={0}>
        <table className={styles.table} onKeyDown={grid.onKeyDown} ref={grid.table}>
          <thead>
            <tr>
              <th scope="col">{stakes.end}</th>
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  data-kind={column.kind}
                  aria-sort={sort?.column.id !== column.id ? undefined : sort.rising ? 'ascending' : 'descending'}
                >
                  <button type="button" onClick={() => setSort(nextSort(sort, column))}>
                    {column.kind === 'payoff' ? stakes.payoffOf(actorName(scenario, column.actor)) : column.label}
                    <span className={styles.arrow} aria-hidden="true">
                      {sort?.column.id !== column.id ? '' : sort.rising ? '↑' : '↓'}
                    </span>
                  </button>
                  {column.kind === 'stake' ? (
                    <small className={styles.weight}>{stakes.weight(formatNumber(100 * column.weight))}</small>
                  ) : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, rowIndex) => (
              <tr key={row.end}>
                <th scope="row">
                  <span className={styles.end}>
                    <EndBadge number={row.number} agreement={row.agreement} />
                    {row.label}
                  </span>
                </th>
                {columns.map((column, columnIndex) => (
                  <td key={column.id} data-kind={column.kind}>
                    <Cell
                      row={row}
                      column={column}
                      value={valueIn(row, column)}
                      at={[rowIndex, columnIndex]}
                      stop={grid.isStop(rowIndex, columnIndex)}
                      onFocus={() => grid.focus(rowIndex, columnIndex)}
                      onAsk={onAsk}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {sort === undefined ? null : (
        <button type="button" className="button" onClick={() => setSort(undefined)}>
          {stakes.order}
        </button>
      )}
    </>
  );
}

/** Falling first, then rising, then back to the order of the scenario. */
function nextSort(sort: StakeSort | undefined, column: StakeColumn): StakeSort | undefined {
  if (sort?.column.id !== column.id) return { column, rising: false };
  return sort.rising ? undefined : { column, rising: true };
}

function Cell({
  row,
  column,
  value,
  at: [rowIndex, columnIndex],
  stop,
  onFocus,
  onAsk,
}: {
  readonly row: OutcomeRow;
  readonly column: StakeColumn;
  readonly value: Ranged | undefined;
  readonly at: readonly [number, number];
  readonly stop: boolean;
  readonly onFocus: () => void;
  readonly onAsk: (cell: StakeCell) => void;
}) {
  const { scenario } = useParley();
  const { stakes } = useWords();
  if (value === undefined) return <span aria-hidden="true">…</span>;
  const [central, range] = [formatNumber(value.central), formatRange(value.range)];
  const label = column.kind === 'payoff' ? stakes.payoffOf(actorName(scenario, column.actor)) : column.label;
  const style = column.kind === 'stake' ? { '--tint': `${stakeTint(value.central)}%` } : undefined;
  return (
    <button
      type="button"
      className={styles.cell}
      style={style as React.CSSProperties}
      data-cell={`${rowIndex} ${columnIndex}`}
      tabIndex={stop ? 0 : -1}
      aria-label={stakes.cell(row.label, label, central, range)}
      onFocus={onFocus}
      onClick={() => onAsk({ row, column })}
    >
      <b>{central}</b>
      <small>{range}</small>
    </button>
  );
}

const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** One stop for Tab among all cells; arrows walk along rows and columns. */
function useGridKeys(rows: number, columns: number) {
  const table = useRef<HTMLTableElement>(null);
  const [stop, setStop] = useState<readonly [number, number]>([0, 0]);
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  const [row, column] = [clamp(stop[0], rows), clamp(stop[1], columns)];
  return {
    table,
    isStop: (atRow: number, atColumn: number) => atRow === row && atColumn === column,
    focus: (atRow: number, atColumn: number) => setStop([atRow, atColumn]),
    onKeyDown: (event: KeyboardEvent) => {
      const step = KEYS[event.key];
      if (step === undefined || !(event.target instanceof HTMLElement) || event.target.dataset.cell === undefined)
        return;
      event.preventDefault();
      const to = `${clamp(row + step[0], rows)} ${clamp(column + step[1], columns)}`;
      table.current?.querySelector<HTMLElement>(`[data-cell="${to}"]`)?.focus();
    },
  };
}
