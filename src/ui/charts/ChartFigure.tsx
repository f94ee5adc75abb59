import { type ReactNode, useId, useRef } from 'react';
import type { Table } from '../../formats/csv.ts';
import { useText } from '../text/useText.ts';
import styles from './ChartFigure.module.css';
import { type LegendEntry, MARK_PATHS } from './legendMarks.ts';
import { TakeAway } from './TakeAway.tsx';

/**
 * A chart as every screen shows one: its finding in a sentence, how to read it, the picture, the same rows as a table, and what can be
 * taken away. The picture is the first `svg` with the role `img` among `children`; it keeps attributes and loses stylesheets.
 */
export function ChartFigure({
  name,
  finding,
  rule,
  children,
  table,
  rows,
  legend = [],
  level = 2,
  compact = false,
}: {
  /** What files are called, in kebab-case. */
  readonly name: string;
  /** The title: what the chart found, computed from its rows. */
  readonly finding: string;
  /** How to read it, in a sentence or two. */
  readonly rule?: string;
  readonly children: ReactNode;
  /** The rows as a table for those who read rather than look. */
  readonly table: ReactNode;
  /** The rows as they leave Parley. */
  readonly rows: () => Table;
  /** What its marks stand for, where the picture does not say so itself. */
  readonly legend?: readonly LegendEntry[];
  /** The level of the finding among the page's headings. */
  readonly level?: 2 | 3;
  /** For a column: the finding in smaller letters, the rule below the picture, and the picture's place kept while findings change. */
  readonly compact?: boolean;
}) {
  const { takeAway } = useText();
  const titleId = useId();
  const figure = useRef<HTMLElement>(null);
  const Heading = level === 2 ? 'h2' : 'h3';
  const reading = rule === undefined ? null : <p className={styles.rule}>{rule}</p>;
  return (
    <figure ref={figure} className={styles.figure} data-compact={compact} aria-labelledby={titleId}>
      <figcaption className={styles.caption}>
        <Heading id={titleId} className={styles.finding}>
          {finding}
        </Heading>
        {compact ? null : reading}
      </figcaption>
      {legend.length === 0 ? null : (
        <ul className={styles.legend}>
          {legend.map(({ label, mark, colour }) => (
            <li key={label}>
              <svg viewBox="0 0 10 10" aria-hidden="true">
                <path d={MARK_PATHS[mark]} fill={colour} />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      )}
      {children}
      {compact ? reading : null}
      <div className={styles.below}>
        <details className={styles.twin}>
          <summary>{takeAway.table}</summary>
          {table}
        </details>
        <TakeAway
          name={name}
          finding={finding}
          rule={rule}
          rows={rows}
          legend={legend}
          picture={() => figure.current?.querySelector<SVGSVGElement>('svg[role="img"]') ?? undefined}
        />
      </div>
    </figure>
  );
}
