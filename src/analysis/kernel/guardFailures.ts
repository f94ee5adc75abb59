import type { CompiledChart } from '../../../machines/compile.ts';
import { neededFor } from './addressDependence.ts';
import { addressesOfGuard } from './addressesOfGuard.ts';
import { withOwnValues } from './positions.ts';
import { revaluer } from './revalue.ts';
import { takenTarget } from './takenTarget.ts';
import type { KernelTree } from './unfoldKernel.ts';

/** A move of the central tree that rests on a guard which reads judged numbers, and how often it would not be open in draws. */
export interface GuardFailure {
  /** The chart's move. */
  readonly move: number;
  /** Positions of the central tree at which the move is open. */
  readonly positions: number;
  /** Of those that play reaches; 0 where it reaches none. */
  readonly reached: number;
  /** In how many draws it would be shut, or lead elsewhere, at some of its positions; and at some of those that play reaches. */
  readonly failing: number;
  readonly failingReached: number;
}

/**
 * The guards before and at a move's target that read a number: which target it takes hangs on all of them. A target may stand twice, as
 * that of a move which opens when no other is: its last place counts.
 */
function guardsOf(chart: CompiledChart, move: number, target: number): readonly number[] {
  const [first, end] = [chart.targetsOf[move] as number, chart.targetsOf[move + 1] as number];
  const last = chart.target.subarray(first, end).lastIndexOf(target);
  return [...chart.guard.subarray(first, first + last + 1)].filter(
    (guard) => guard !== -1 && addressesOfGuard(chart, guard).length > 0,
  );
}

/**
 * How often the guards of a central tree would fail in draws, whose tree is held: for every move that is open somewhere by a guard on
 * judged numbers, the draws in which it would be shut or lead elsewhere. `starts` has the values at the root in each draw, `sizes` the
 * size of every effect; `reach` says of each node whether play comes there.
 */
export function guardFailures(
  chart: CompiledChart,
  tree: KernelTree,
  reach: Float64Array,
  starts: readonly Float64Array[],
  sizes: readonly Float64Array[],
): readonly GuardFailure[] {
  const guarded: { readonly node: number; readonly move: number; readonly target: number }[] = [];
  const guards = new Set<number>();
  for (let node = 0; node < tree.nodes; node += 1) {
    for (let branch = tree.first[node] as number; branch < (tree.first[node + 1] as number); branch += 1) {
      const move = tree.move[branch] as number;
      const target = tree.state[tree.child[branch] as number] as number;
      const own = guardsOf(chart, move, target);
      if (own.length === 0) continue;
      for (const guard of own) guards.add(guard);
      guarded.push({ node, move, target });
    }
  }
  const read = neededFor(
    chart,
    [...guards].flatMap((guard) => addressesOfGuard(chart, guard)),
  );
  const revalue = revaluer(chart, read);
  const positions = withOwnValues(tree.positions);
  const found = new Map<number, { positions: number; reached: number; failing: number; failingReached: number }>();
  for (const { node, move } of guarded) {
    const counts = found.get(move) ?? { positions: 0, reached: 0, failing: 0, failingReached: 0 };
    counts.positions += 1;
    if ((reach[node] as number) > 0) counts.reached += 1;
    found.set(move, counts);
  }
  for (const [draw, start] of starts.entries()) {
    revalue(tree, positions, { starts: start, sizes: sizes[draw] as Float64Array });
    const [failing, failingReached] = [new Set<number>(), new Set<number>()];
    for (const { node, move, target } of guarded) {
      const taken = takenTarget(chart, move, positions, node);
      if (taken !== -1 && chart.target[taken] === target) continue;
      failing.add(move);
      if ((reach[node] as number) > 0) failingReached.add(move);
    }
    for (const [move, counts] of found) {
      if (failing.has(move)) counts.failing += 1;
      if (failingReached.has(move)) counts.failingReached += 1;
    }
  }
  return [...found].map(([move, counts]) => ({ move, ...counts })).sort((a, b) => a.move - b.move);
}
