/** A dot of a quantile dot plot: its value, the middle of its column, and its place in it from below, from 1. */
export interface CaseDot {
  readonly value: number;
  readonly column: number;
  readonly height: number;
}

/** Cases in columns of equal width over a scale that begins at 0, smallest first, each a dot upon those before it. */
export function caseDots(cases: readonly number[], columnWidth: number): readonly CaseDot[] {
  const heights = new Map<number, number>();
  return cases.map((value) => {
    const column = (Math.floor(value / columnWidth) + 0.5) * columnWidth;
    const height = (heights.get(column) ?? 0) + 1;
    heights.set(column, height);
    return { value, column, height };
  });
}
