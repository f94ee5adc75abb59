import { directionOf, type FigureComparison, sortBySize } from '../../analysis/compare.ts';
import type { Range } from '../../analysis/heldDraws.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { figureLabel, figureSuffix } from './figureWords.ts';
import { differenceText, type Letters } from './findings.ts';
import { isPart } from './movedBy.ts';
import type { Words } from './words.ts';

/** Rows that the chart of differences shows at most. */
const MOST_ROWS = 12;

/** One difference as a dot with its range, each as a share of how far the figure can go, −1 to 1. */
export interface DotRow {
  readonly id: string;
  readonly label: string;
  /** The difference in the figure's own unit: “+7 (+2 to +11) km²”. */
  readonly value: string;
  readonly at: number;
  readonly range: Range;
  /** The direction depends on judgement. */
  readonly open: boolean;
}

/**
 * The largest differences of payoffs, leverage and indicators, and how many more of them there are. Stakes and drivers are left to
 * the table: they tell of the same changes once more.
 */
export function dotRows(
  scenario: Scenario,
  words: Words,
  rows: readonly FigureComparison[],
): { readonly rows: readonly DotRow[]; readonly others: number } {
  const { differing } = sortBySize(rows.filter(({ figure }) => !isPart(figure.subject)));
  return {
    rows: differing.slice(0, MOST_ROWS).map(({ figure, difference }) => ({
      id: figure.id,
      label: figureLabel(scenario, words, figure.subject),
      value: `${differenceText(difference)}${figureSuffix(scenario, figure.subject)}`,
      at: difference.central / figure.span,
      range: { low: difference.range.low / figure.span, high: difference.range.high / figure.span },
      open: directionOf(difference) === 'open',
    })),
    others: Math.max(0, differing.length - MOST_ROWS),
  };
}

/** Steps of the scale's ends, in hundredths of a span. */
const SCALE_STEP = 0.25;

/** How far the chart's scale goes to either side: the least whole quarter of a span that holds every dot and range. */
export function dotReach(rows: readonly DotRow[]): number {
  const furthest = Math.max(0, ...rows.flatMap(({ at, range }) => [at, range.low, range.high].map(Math.abs)));
  return Math.max(SCALE_STEP, Math.ceil(furthest / SCALE_STEP) * SCALE_STEP);
}

/** The chart's finding: which figure differs most. */
export function dotsFinding({ dots }: Words, { first, second }: Letters, rows: readonly DotRow[]): string {
  const [largest] = rows;
  return largest === undefined ? dots.none : dots.finding(largest.label, first, second, largest.value);
}
