import type { CompiledOdds } from './compiledOdds.ts';
import { valuesOf } from './positions.ts';
import type { ValueNumbers } from './revalue.ts';
import type { ScenarioKernel, UnfoldedGame } from './scenarioKernel.ts';
import type { CompiledStakes } from './worths.ts';

/**
 * The numbers that a solved tree rests on. The addresses, actors and moves that they are of stay the same. They are compared with those that
 * were handed in before: none is written over.
 */
export interface TreeNumbers extends ValueNumbers {
  readonly stakes: CompiledStakes;
  readonly odds: CompiledOdds;
}

/** The numbers of a tree that was unfolded at a kernel's own. */
export const numbersOf = ({ chart, sizes, stakes, odds }: ScenarioKernel, { tree }: UnfoldedGame): TreeNumbers => ({
  starts: valuesOf(chart, tree.positions, 0),
  sizes,
  stakes,
  odds,
});

/** Where two columns of numbers differ. */
export function* differences(one: ArrayLike<number>, other: ArrayLike<number>): Generator<number> {
  for (let at = 0; at < one.length; at += 1) if (!Object.is(one[at], other[at])) yield at;
}

/** Whether two columns of numbers are the same. */
export const isSameColumn = (one: ArrayLike<number>, other: ArrayLike<number>): boolean =>
  one === other || (one.length === other.length && differences(one, other).next().done === true);
