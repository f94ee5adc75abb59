import type { Actor } from '../../domain/scenario.ts';

/** What stands beside a word in a chart's legend: an actor's shape, a line, an upright tick, a band, or an open bar or circle. */
export type LegendMark = Actor['shape'] | 'line' | 'tick' | 'band' | 'openBand' | 'openCircle';

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
  tick: 'M4 0h2.4v10H4Z',
  band: 'M0 2h10v6h-10Z',
  openBand: 'M0 2h10v6H0ZM1.3 3.3v3.4h7.4V3.3Z',
  openCircle: 'M5 0.6a4.4 4.4 0 1 0 0 8.8a4.4 4.4 0 1 0 0-8.8ZM5 2.1a2.9 2.9 0 1 1 0 5.8a2.9 2.9 0 1 1 0-5.8Z',
};
