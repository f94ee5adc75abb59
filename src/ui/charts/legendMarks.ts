import type { Actor } from '../../domain/scenario.ts';

/** What stands beside a word in a chart's legend: an actor's shape, a line, a band, or a hatched area. */
export type LegendMark = Actor['shape'] | 'line' | 'band';

/** One entry of a legend. A chart that names its marks where they stand needs none. */
export interface LegendEntry {
  readonly label: string;
  readonly mark: LegendMark;
  /** A colour as a plain value, from the plot's theme. */
  readonly colour: string;
}

/** Outlines of the marks in a box of ten by ten. */
export const MARK_PATHS: Readonly<Record<LegendMark, string>> = {
  circle: 'M5 0.4a4.6 4.6 0 1 0 0 9.2a4.6 4.6 0 1 0 0-9.2Z',
  square: 'M0.8 0.8h8.4v8.4h-8.4Z',
  triangle: 'M5 0.4 9.8 9.2H0.2Z',
  diamond: 'M5 0 10 5 5 10 0 5Z',
  line: 'M0 4h10v2h-10Z',
  band: 'M0 2h10v6h-10Z',
};
