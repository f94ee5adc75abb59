import { type ReactNode, useId, useRef } from 'react';
import type { Table } from '../../formats/csv.ts';
import { useText } from '../text/useText.ts';
import styles from './ChartFigure.module.css';
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
  level = 2,
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
  /** The level of the finding among the page's headings. */
  readonly level?: 2 | 3;
}) {
  const { takeAway } = useText();
  const titleId = useId();
  const figure = useRef<HTMLElement>(null);
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <figure ref={figure} className={styles.figure} aria-labelledby={titleId}>
      <figcaption className={styles.caption}>
        <Heading id={titleId} className={styles.finding}>
          {finding}
        </Heading>
        {rule === undefined ? null : <p className={styles.rule}>{rule}</p>}
      </figcaption>
      {children}
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
          picture={() => figure.current?.querySelector<SVGSVGElement>('svg[role="img"]') ?? undefined}
        />
      </div>
    </figure>
  );
}
