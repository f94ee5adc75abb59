import type { Played } from './varied.ts';

/** What is best, and what it is worth, where two numbers vary: rows are the first one's values, columns the second's. */
export interface TwoWay<Policy> {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly (readonly (Played<Policy> | undefined)[])[];
}

/** Solves a model again in every cell of a grid of two numbers. */
export const twoWay = <Policy>(
  solve: (x: number, y: number) => Played<Policy> | undefined,
  xs: readonly number[],
  ys: readonly number[],
): TwoWay<Policy> => ({ xs, ys, cells: xs.map((x) => ys.map((y) => solve(x, y))) });

/** Cells of a two-way grid in which the same is chosen. */
export interface Region {
  readonly choice: string;
  readonly cells: number;
}

/** The strategy regions of a grid, in the order in which they are met. */
export function regionsOf<Policy>({ cells }: TwoWay<Policy>, choiceOf: (policy: Policy) => string): readonly Region[] {
  const counts = new Map<string, number>();
  for (const played of cells.flat()) {
    if (played === undefined) continue;
    const choice = choiceOf(played.policy);
    counts.set(choice, (counts.get(choice) ?? 0) + 1);
  }
  return [...counts].map(([choice, count]) => ({ choice, cells: count }));
}
