/** What one number, or several that move together, does to a value over its grid. */
export interface BarInput {
  readonly id: string;
  /** The value at each point of the grid; undefined where the model has none. */
  readonly values: readonly (number | undefined)[];
  /** How often the best policy changes over the grid. */
  readonly flips: number;
}

/** A bar of a tornado diagram. */
export interface Bar {
  readonly id: string;
  /** Least and most over the grid, which are not always at its ends. */
  readonly min: number;
  readonly max: number;
  readonly swing: number;
  /** swing² / Σ swing²: the part of the spread that it would have if all bars were independent and alike. */
  readonly varianceShare: number;
  /** Whether the best policy changes somewhere along the bar. */
  readonly crossesChange: boolean;
  /** Points of the grid at which the model has no value: the bar is of the others. */
  readonly missing: number;
}

/** Swings that differ by less than this part of the largest are equal. */
const SAME_SWING = 1e-9;

/** A tornado: the bars from the largest swing to the smallest, equal ones in declared order. */
export function tornado(inputs: readonly BarInput[]): readonly Bar[] {
  const bars = inputs.map(({ id, values, flips }) => {
    const there = values.filter((value) => value !== undefined);
    const min = there.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
    const max = there.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
    const swing = there.length === 0 ? 0 : max - min;
    return { id, min, max, swing, crossesChange: flips > 0, missing: values.length - there.length };
  });
  const largest = bars.reduce((most, { swing }) => Math.max(most, swing), 0);
  // Scaled first, so that no square leaves the range of a double.
  const squares = bars.map(({ swing }) => (largest === 0 ? 0 : (swing / largest) ** 2));
  const sum = squares.reduce((total, square) => total + square, 0);
  const rank = (swing: number): number => (largest === 0 ? 0 : Math.round(swing / (largest * SAME_SWING)));
  return bars
    .map((bar, index) => ({ ...bar, varianceShare: sum === 0 ? 0 : (squares[index] as number) / sum }))
    .sort((a, b) => rank(b.swing) - rank(a.swing));
}
