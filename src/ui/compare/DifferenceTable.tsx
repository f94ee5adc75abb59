import { type ReactNode, useId, useMemo, useState } from 'react';
import { directionOf, type FigureComparison, type Pair, sortBySize } from '../../analysis/compare.ts';
import type { Ranged } from '../../analysis/lineFindings.ts';
import { useParley } from '../app/parley.ts';
import { formatChange, formatChangeRange, formatNumber, formatRange } from '../text/format.ts';
import { CsvButton } from './CsvButton.tsx';
import type { Compared } from './compared.ts';
import styles from './DifferenceTable.module.css';
import { lettersOf } from './Finding.tsx';
import { figureLabel, figureSuffix } from './figureWords.ts';
import type { ComparedLine } from './lines.ts';
import { rowsBySize, rowsByTotal } from './tableRows.ts';
import { useNarrow } from './useNarrow.ts';
import { useWords } from './words.ts';

/** What of a row is asked about: the number of one line, or the difference. */
export type Asked =
  | { readonly kind: 'value'; readonly row: FigureComparison; readonly line: number }
  | { readonly kind: 'difference'; readonly row: FigureComparison };

/** Every figure on every line and how it differs in the pair, largest first. Every number opens where it comes from. */
export function DifferenceTable({ lines, pair, rows, onAsk }: Compared & { readonly onAsk: (asked: Asked) => void }) {
  const { scenario } = useParley();
  const words = useWords();
  const [grouped, setGrouped] = useState(true);
  const [whole, setWhole] = useState(false);
  const narrow = useNarrow();
  const titleId = useId();
  const letters = lettersOf(lines, pair);
  const { shown, more } = useMemo(
    () => (grouped ? rowsByTotal(scenario, words, rows) : rowsBySize(rows)),
    [scenario, words, rows, grouped],
  );
  const groups = whole ? [...shown, ...more] : shown;
  const others = more.reduce((count, group) => count + group.rows.length, 0);
  const { differing, level } = useMemo(() => sortBySize(rows), [rows]);
  const cells = { lines, narrow, onAsk, within: grouped };
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <h2 id={titleId}>{words.table.title(letters.first, letters.second)}</h2>
      <p className={styles.rule}>
        {words.table.rule} {grouped ? words.table.orderGrouped : words.table.orderPlain}
      </p>
      <div className={styles.tools}>
        <label>
          <input type="checkbox" checked={grouped} onChange={({ target }) => setGrouped(target.checked)} />{' '}
          {words.table.grouped}
        </label>
        <CsvButton lines={lines} pair={pair} rows={rows} />
      </div>
      {differing.length === 0 ? (
        <p>{words.table.allLevel}</p>
      ) : (
        <table className={styles.table} data-narrow={narrow} aria-labelledby={titleId}>
          <Head lines={lines} pair={pair} narrow={narrow} />
          {groups.map(({ title, rows: found }) => (
            <Group key={title ?? found[0]?.figure.id} title={title} columns={lines.length + (narrow ? 1 : 2)}>
              {found.map((row) => (
                <Row key={row.figure.id} row={row} {...cells} />
              ))}
            </Group>
          ))}
        </table>
      )}
      {others === 0 ? null : (
        <p>
          <button type="button" className="button" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? words.table.fewer : words.table.more(others)}
          </button>
        </p>
      )}
      {level.length === 0 ? null : (
        <details className={styles.level}>
          <summary>{words.table.level(level.length)}</summary>
          <table className={styles.table} data-narrow={narrow} aria-label={words.table.level(level.length)}>
            <Head lines={lines} pair={pair} narrow={narrow} />
            <tbody>
              {level.map((row) => (
                <Row key={row.figure.id} row={row} {...cells} within={false} />
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}

function Head({
  lines,
  pair,
  narrow,
}: {
  readonly lines: readonly ComparedLine[];
  readonly pair: Pair;
  readonly narrow: boolean;
}) {
  const { table } = useWords();
  const { first, second } = lettersOf(lines, pair);
  return (
    <thead>
      <tr>
        {narrow ? null : <th scope="col">{table.figure}</th>}
        {lines.map(({ key, letter, name }) => (
          <th key={key} scope="col">
            <b className={styles.letter}>{letter}</b>
            {narrow ? null : <span className={styles.name}>{name}</span>}
          </th>
        ))}
        <th scope="col">{table.difference(first, second)}</th>
      </tr>
    </thead>
  );
}

/** Rows under a heading of their own. */
function Group({
  title,
  columns,
  children,
}: {
  readonly title: string | undefined;
  readonly columns: number;
  readonly children: ReactNode;
}) {
  return (
    <tbody>
      {title === undefined ? null : (
        <tr>
          <th scope="rowgroup" colSpan={columns} className={styles.group}>
            {title}
          </th>
        </tr>
      )}
      {children}
    </tbody>
  );
}

/** Darkest tint of a row, in per cent of ink: a difference as large as the figure can go. */
const DARKEST = 18;

function Row({
  row,
  lines,
  narrow,
  within,
  onAsk,
}: {
  readonly row: FigureComparison;
  readonly lines: readonly ComparedLine[];
  readonly narrow: boolean;
  readonly within: boolean;
  readonly onAsk: (asked: Asked) => void;
}) {
  const { scenario } = useParley();
  const words = useWords();
  const { figure, values, difference, size } = row;
  const label = figureLabel(scenario, words, figure.subject, within);
  const suffix = figureSuffix(scenario, figure.subject);
  const total = figure.subject.kind === 'payoff' || figure.subject.kind === 'leverage';
  const name = (
    <th scope={narrow ? 'rowgroup' : 'row'} colSpan={narrow ? lines.length + 1 : undefined} data-total={total}>
      {label}
      {suffix === '' ? null : <span className={styles.unit}>,{suffix}</span>}
    </th>
  );
  const cells = (
    <>
      {lines.map(({ key, letter }, line) => {
        const value = values[line];
        return (
          <td key={key}>
            {value === undefined ? null : (
              <Value
                value={value}
                label={words.table.cell(letter, label)}
                onAsk={() => onAsk({ kind: 'value', row, line })}
              />
            )}
          </td>
        );
      })}
      <td style={{ background: `color-mix(in srgb, var(--ink) ${Math.min(1, size) * DARKEST}%, transparent)` }}>
        <button type="button" className={styles.number} onClick={() => onAsk({ kind: 'difference', row })}>
          <span className="visually-hidden">{label}: </span>
          <b>{formatChange(difference.central)}</b> <small>{formatChangeRange(difference.range)}</small>
          {directionOf(difference) === 'open' ? <small className={styles.open}>{words.table.open}</small> : null}
        </button>
      </td>
    </>
  );
  return narrow ? (
    <>
      <tr className={styles.over}>{name}</tr>
      <tr>{cells}</tr>
    </>
  ) : (
    <tr>
      {name}
      {cells}
    </tr>
  );
}

/** A line's number with its range. */
function Value({
  value: { central, range },
  label,
  onAsk,
}: {
  readonly value: Ranged;
  readonly label: string;
  readonly onAsk: () => void;
}) {
  return (
    <button type="button" className={styles.number} onClick={onAsk}>
      <span className="visually-hidden">{label}: </span>
      <b>{formatNumber(central)}</b> <small>{formatRange(range)}</small>
    </button>
  );
}
