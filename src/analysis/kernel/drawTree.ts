import { NODE } from '../../domain/gameTree.ts';
import { type WalkRoom, writeEnd } from './blockRollback.ts';
import type { DrawnNumbers } from './drawNumbers.ts';
import { payoffSums } from './payoffSums.ts';
import { type RollbackPlan, rollbackPlan } from './rollbackPlan.ts';
import { copyRow } from './rows.ts';
import type { ScenarioKernel } from './scenarioKernel.ts';
import type { TreeBlocks, TreeLayout } from './treeBlocks.ts';
import type { KernelTree } from './unfoldKernel.ts';
import { valueClasses } from './valueClasses.ts';

/** A tree laid out for draws: made once, then read as often as there are draws. */
export interface DrawPlan extends TreeLayout {
  readonly kernel: ScenarioKernel;
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
      positions: tree.positions,
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
  /** Per such state and actor, what it has there, times how often the state is reached; divided by that, its mean payoff there. */
  readonly paid: ReadonlyMap<number, readonly Float64Array[]>;
}

/**
 * Values of a tree in some draws: what the actors have at every end, and backward induction under a model of play, draw by draw. The tree is
 * that of the central walk: which moves are open does not change with a draw. A draw is the same whatever is drawn beside it. `stop` is
 * asked between blocks, and ends the work where it says so.
 */
export function drawTree(
  { tree, walk }: TreeLayout,
  blocks: TreeBlocks,
  { count, cut }: DrawnNumbers,
  stop: () => boolean = () => false,
): DrawnTree | undefined {
  const { draws, numbers, read } = blocks;
  const { actors, stack, branchShares } = blocks.walk;
  const branches = (walk.first[1] as number) - (walk.first[0] as number);
  const branchesAt = walk.widest * actors * draws;
  const room = reachRoom(walk, draws);
  const column = () => new Float64Array(count);
  const drawn = {
    count,
    values: Array.from({ length: actors }, column),
    branches: Array.from({ length: branches }, () => Array.from({ length: actors }, column)),
    ends: new Map<number, Float64Array>(),
    paid: new Map<number, readonly Float64Array[]>(),
  };
  const points = new Float64Array(draws);
  const addPaid =
    ({ at, wanted }: BlockPart) =>
    (node: number, end: number, reach: Float64Array) => {
      const had = drawn.paid.get(end) ?? Array.from({ length: actors }, column);
      drawn.paid.set(end, had);
      const ordinal = ordinalOf(tree.sums.ends, node);
      for (const [actor, sums] of tree.sums.actors.entries()) {
        writeEnd(sums, ordinal, points, 0, blocks.room, actor, draws);
        const into = had[actor] as Float64Array;
        for (let draw = 0; draw < wanted; draw += 1)
          into[at + draw] = (into[at + draw] as number) + (reach[draw] as number) * (points[draw] as number);
      }
    };
  for (let at = 0; at < count; at += draws) {
    if (stop()) return undefined;
    cut(at, numbers);
    read();
    const wanted = Math.min(draws, count - at);
    const take = (into: Float64Array, from: number) => into.set(stack.subarray(from, from + wanted), at);
    for (let actor = 0; actor < actors; actor += 1) {
      take(drawn.values[actor] as Float64Array, actor * draws);
      for (let branch = 0; branch < branches; branch += 1)
        take(drawn.branches[branch]?.[actor] as Float64Array, branchesAt + (branch * actors + actor) * draws);
    }
    const part = { at, wanted };
    if (branchShares.length > 0) addEnds(walk, blocks.walk, drawn, part, addPaid(part), room);
  }
  return drawn;
}

/** Where a node stands among the ends of a tree, which are in rising order. */
function ordinalOf(ends: Int32Array, node: number): number {
  let [low, high] = [0, ends.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) <= node) low = middle;
    else high = middle;
  }
  return low;
}

/** Draws of a block among all: where it begins, and how many of it are wanted. */
interface BlockPart {
  readonly at: number;
  readonly wanted: number;
}

/**
 * Adds up how often each end is reached in a block, from the root down; what no draw reaches is passed over. `onEnd` hears of each node that is
 * reached, the state that it ends in, and how often in each draw: a row that is written over by the next.
 */
function addEnds(
  { kind, first, child, state }: RollbackPlan,
  { draws, branchShares }: Pick<WalkRoom, 'draws' | 'branchShares'>,
  { count, ends }: { readonly count: number; readonly ends: Map<number, Float64Array> },
  { at, wanted }: BlockPart,
  onEnd: (node: number, end: number, reach: Float64Array) => void,
  { nodes, rows, here }: ReachRoom,
): void {
  rows.fill(1, 0, draws);
  nodes[0] = 0;
  for (let waiting = 1; waiting > 0; ) {
    waiting -= 1;
    const node = nodes[waiting] as number;
    // The row of a node that is walked is the first that its branches write over.
    copyRow(here, 0, rows, waiting * draws, draws);
    if (kind[node] === NODE.end) {
      const end = state[node] as number;
      const column = ends.get(end) ?? new Float64Array(count);
      ends.set(end, column);
      for (let draw = 0; draw < wanted; draw += 1)
        column[at + draw] = (column[at + draw] as number) + (here[draw] as number);
      onEnd(node, end, here);
      continue;
    }
    for (let branch = first[node] as number; branch < (first[node + 1] as number); branch += 1) {
      if (!reachRow(here, branchShares, branch * draws, rows, waiting * draws, draws)) continue;
      nodes[waiting] = child[branch] as number;
      waiting += 1;
    }
  }
}

/** What waits while a tree is walked from the root down: nodes, a row each of how often they are reached, and the row of the one at hand. */
interface ReachRoom {
  readonly nodes: Int32Array;
  readonly rows: Float64Array;
  readonly here: Float64Array;
}

/** Room for walking a tree from the root down, in blocks of a number of draws. */
function reachRoom({ deepest, widest }: RollbackPlan, draws: number): ReachRoom {
  const most = deepest * widest + 1;
  return {
    nodes: new Int32Array(most),
    rows: new Float64Array(most * draws),
    here: new Float64Array(draws),
  };
}

/** into = reach · share; whether that is more than 0 in any draw. */
function reachRow(
  reach: Float64Array,
  shares: Float64Array,
  share: number,
  into: Float64Array,
  to: number,
  draws: number,
): boolean {
  let most = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const onward = (reach[draw] as number) * (shares[share + draw] as number);
    into[to + draw] = onward;
    if (onward > most) most = onward;
  }
  return most > 0;
}
