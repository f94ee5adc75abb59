import type { Waterfall, WaterfallSubject } from '../../analysis/waterfall.ts';
import type { RangedScore } from './leverageRows.ts';
import { niceTicks } from './niceTicks.ts';

/** A row of a waterfall: where it begins, its parts one after another, and where it ends. */
export interface WaterfallRow {
  readonly id: string;
  readonly kind: 'start' | 'part' | 'end';
  readonly subject: WaterfallSubject | undefined;
  readonly label: string;
  /** The level before and after it, 0 to 100; the same at the start and at the end. */
  readonly from: number;
  readonly to: number;
  /** A level at the start and at the end, a change between. */
  readonly value: RangedScore;
}

/** What the rows are called. */
export interface WaterfallLabels {
  readonly start: string;
  readonly end: string;
  readonly part: (subject: WaterfallSubject) => string;
}

/** The rows of a waterfall's chart and of its table. */
export function waterfallRows({ start, end, parts }: Waterfall, labels: WaterfallLabels): readonly WaterfallRow[] {
  let level = start.central;
  const between = parts.map(({ subject, central, range }, index): WaterfallRow => {
    const from = level;
    level += central;
    const row = { id: `part ${index}`, kind: 'part', subject, label: labels.part(subject) } as const;
    return { ...row, from, to: level, value: { central, ...range } };
  });
  const bound = (kind: 'start' | 'end', { central, range }: Waterfall['start']): WaterfallRow => {
    const row = { id: kind, kind, subject: undefined, label: labels[kind] };
    return { ...row, from: central, to: central, value: { central, ...range } };
  };
  return [bound('start', start), ...between, bound('end', end)];
}

/** The least that the scale shows, in points. */
const LEAST_WINDOW = 20;

/** Gridlines around all that a waterfall draws. */
export function waterfallTicks(rows: readonly WaterfallRow[]): readonly number[] {
  const levels = rows.flatMap(({ kind, from, to, value }) =>
    kind === 'part' ? [from, to] : [from, value.low, value.high],
  );
  return niceTicks(Math.min(...levels), Math.max(...levels), LEAST_WINDOW);
}
