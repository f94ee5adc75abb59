import type { Played, Varied } from './varied.ts';

/** A model at one value of the number that varies: with the base policy held, and solved again. */
export interface OneWayPoint<Policy> {
  readonly x: number;
  readonly held: number | undefined;
  readonly solved: Played<Policy> | undefined;
}

/** One-way analysis: a model at each value of a grid. */
export const oneWay = <Policy>(
  { solve, hold }: Varied<Policy>,
  grid: readonly number[],
): readonly OneWayPoint<Policy>[] => grid.map((x) => ({ x, held: hold(x), solved: solve(x) }));
