import { NODE } from '../../domain/gameTree.ts';
import type { DrawnValues } from '../drawnValues.ts';
import { type BlockPlay, rollBackBlock, type WalkRoom, walkRoom } from './blockRollback.ts';
import { blockRoom, readPayoffs, readValues, type TreePlan } from './blockValues.ts';
import { drawNumbers } from './drawNumbers.ts';
import { payoffSums } from './payoffSums.ts';
import { type RollbackPlan, rollbackPlan } from './rollbackPlan.ts';
import type { ScenarioKernel } from './scenarioKernel.ts';
import type { KernelTree } from './unfoldKernel.ts';
import { valueClasses } from './valueClasses.ts';

/** Draws that are read together: measured, 32 and 64 are a fifth faster than 16 and two fifths than 8. */
const BLOCK = 32;

/** A tree laid out for draws: made once, then read as often as there are draws. */
export interface DrawPlan {
  readonly kernel: ScenarioKernel;
  readonly tree: TreePlan;
  readonly walk: RollbackPlan;
}

/** Lays out a tree of a scenario for draws. */
export function drawPlan(kernel: ScenarioKernel, tree: KernelTree): DrawPlan {
  const { chart, stakes, odds } = kernel;
  const wanted = [...stakes.curves.flatMap((curves) => curves.map(({ address }) => address)), ...odds.address];
  const classes = valueClasses(chart, tree, wanted);
  return {
    kernel,
    tree: {
      chart,
      classes,
      sums: payoffSums(chart, tree, classes, stakes),
      memory: tree.rows.memory,
      memoryWidth: chart.flags.length + chart.visits.length,
      conditions: tree.rows.conditions,
    },
    walk: rollbackPlan(kernel, tree, classes),
  };
}

/** What a tree comes to in some draws, in the order of the draws. */
export interface DrawnTree {
  readonly count: number;
  /** Per actor, the value of the whole tree. */
  readonly values: readonly Float64Array[];
  /** Per branch of the root and actor, the value of what follows. */
  readonly branches: readonly (readonly Float64Array[])[];
  /** Per state of the chart that is an end, how often it is reached; only where it was asked for. */
  readonly ends: ReadonlyMap<number, Float64Array>;
}

/**
 * Values of a tree in draws, `opening.length` of them from the draw `first` on: what the actors have at every end, and backward induction
 * under a model of play, draw by draw. The tree is that of the central walk: which moves are open does not change with a draw. A draw is
 * the same whatever is drawn beside it. `stop` is asked between blocks, and ends the work where it says so.
 */
export function drawTree(
  plan: DrawPlan,
  opening: DrawnValues,
  play: BlockPlay,
  { seed, first = 0, withEnds = false, stop }: DrawAsk,
): DrawnTree | undefined {
  const { kernel, tree, walk } = plan;
  const actors = kernel.stakes.actors.length;
  const { count, cut } = drawNumbers(kernel, tree.classes, opening, seed, first);
  const draws = Math.min(BLOCK, count);
  const numbers = {
    draws,
    starts: new Float64Array(tree.classes.addresses.length * draws),
    sizes: new Float64Array(kernel.chart.effects.source.length * draws),
    bases: new Float64Array(kernel.chart.moves.length * draws),
  };
  const values = blockRoom(tree, draws);
  const room = walkRoom(walk, actors, draws, withEnds);
  const branches = (walk.first[1] as number) - (walk.first[0] as number);
  const column = () => new Float64Array(count);
  const drawn = {
    count,
    values: Array.from({ length: actors }, column),
    branches: Array.from({ length: branches }, () => Array.from({ length: actors }, column)),
    ends: new Map<number, Float64Array>(),
  };
  for (let at = 0; at < count; at += draws) {
    if (stop?.() === true) return undefined;
    cut(at, numbers);
    readValues(tree, numbers, values);
    readPayoffs(tree, draws, values);
    const { root, branchesAt } = rollBackBlock(tree, walk, play, numbers.bases, values, room);
    const wanted = Math.min(draws, count - at);
    const take = (into: Float64Array, from: number) => into.set(room.stack.subarray(from, from + wanted), at);
    for (let actor = 0; actor < actors; actor += 1) {
      take(drawn.values[actor] as Float64Array, root + actor * draws);
      for (let branch = 0; branch < branches; branch += 1)
        take(drawn.branches[branch]?.[actor] as Float64Array, branchesAt + (branch * actors + actor) * draws);
    }
    if (withEnds) addEnds(walk, room, drawn.ends, at, wanted, count);
  }
  return drawn;
}

/** What is asked of draws. */
export interface DrawAsk {
  readonly seed: number;
  readonly first?: number;
  readonly withEnds?: boolean;
  readonly stop?: () => boolean;
}

/** Adds up how often each end is reached in a block, from the root down; what is not reached in any draw is passed over. */
function addEnds(
  { kind, first, child, state }: RollbackPlan,
  { draws, branchShares }: WalkRoom,
  ends: Map<number, Float64Array>,
  at: number,
  wanted: number,
  count: number,
): void {
  const waiting: { readonly node: number; readonly reach: Float64Array }[] = [
    { node: 0, reach: new Float64Array(draws).fill(1) },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, reach } = next;
    if (kind[node] === NODE.end) {
      const end = state[node] as number;
      const column = ends.get(end) ?? new Float64Array(count);
      ends.set(end, column);
      for (let draw = 0; draw < wanted; draw += 1)
        column[at + draw] = (column[at + draw] as number) + (reach[draw] as number);
      continue;
    }
    for (let branch = first[node] as number; branch < (first[node + 1] as number); branch += 1) {
      const onward = reach.map((odds, draw) => odds * (branchShares[branch * draws + draw] as number));
      if (onward.some((odds) => odds > 0)) waiting.push({ node: child[branch] as number, reach: onward });
    }
  }
}
