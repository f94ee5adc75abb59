import type { CompiledChart } from '../../../machines/compile.ts';
import { roomFor } from '../roomFor.ts';
import { applyEffectsAt } from './applyEffectsAt.ts';
import { type Positions, roomForPositions, widened, writeValues } from './positions.ts';
import { takenTarget } from './takenTarget.ts';

/** Where an unfolding begins: a position of the chart, in its own numbering. */
export interface KernelStart {
  readonly state: number;
  /** Raw values, one per address. */
  readonly values: Float64Array;
  /** Flags of moves played, then counts of visits. */
  readonly memory: Uint8Array;
  readonly conditions: Int32Array;
}

/** The what-if tree below a position, at one set of numbers: what may follow, and every value everywhere. Children come after parents. */
export interface KernelTree {
  readonly nodes: number;
  /** Per node, its state, the branch of the tree that leads to it (−1 at the root), and the node before it. */
  readonly state: Uint16Array;
  readonly entered: Int32Array;
  readonly parent: Int32Array;
  /** Per node, the chart's move that leads to it; 0 at the root. */
  readonly played: Uint16Array;
  /** Per node and one more, its branches. */
  readonly first: Int32Array;
  /** Per branch of the tree, the chart's move, and the node that it leads to. */
  readonly move: Uint16Array;
  readonly child: Int32Array;
  /** Per node, its position. */
  readonly positions: Positions;
}

/** Positions after which an unfolding stops: a tree has no bound of its own once loops are allowed. */
export const KERNEL_LIMIT = 200_000;

/** Where an unfolding stops, and how it begins. */
export interface UnfoldBounds {
  readonly limit?: number;
  /** Positions that are expected: room is made for them at once. */
  readonly expected?: number;
  /** The moves out of the first position that are followed; all where none are named. */
  readonly rootMoves?: ReadonlySet<number>;
  /** A tree of the same chart that is no longer needed: it is written over, where it has room. */
  readonly over?: KernelTree;
}

/** Arrays that grow together as nodes are found, with room for as many nodes at first. */
const growing = (capacity: number, over: KernelTree | undefined) => ({
  state: roomFor(Uint16Array, capacity, over?.state),
  entered: roomFor(Int32Array, capacity, over?.entered),
  parent: roomFor(Int32Array, capacity, over?.parent),
  played: roomFor(Uint16Array, capacity, over?.played),
  first: roomFor(Int32Array, capacity + 1, over?.first),
});

function grown<Arrays extends Record<string, Float64Array | Int32Array | Uint16Array | Uint8Array>>(
  arrays: Arrays,
): Arrays {
  const larger = Object.entries(arrays).map(([key, array]) => {
    const copy = new (array.constructor as new (length: number) => typeof array)(2 * array.length);
    copy.set(array as never);
    return [key, copy];
  });
  return Object.fromEntries(larger) as Arrays;
}

/** Remembers a move in the position after it. */
function remember(
  chart: CompiledChart,
  { memory, memoryWidth }: Positions,
  from: number,
  to: number,
  move: number,
  state: number,
): void {
  const [before, after] = [from * memoryWidth, to * memoryWidth];
  for (let at = 0; at < memoryWidth; at += 1) memory[after + at] = memory[before + at] as number;
  const flag = chart.flag[move] as number;
  if (flag !== -1) memory[after + flag] = 1;
  const visit = chart.visit[state] as number;
  if (visit === -1) return;
  const visits = after + chart.flags.length + visit;
  memory[visits] = (memory[visits] as number) + 1;
}

/**
 * Unfolds the tree below a position, depth first and in the order of the file, as machines/unfold.ts does through XState. `sizes` has
 * the size of each effect of the chart. Undefined where there are more than `limit` positions.
 */
export function unfoldKernel(
  chart: CompiledChart,
  sizes: Float64Array,
  start: KernelStart,
  { limit = KERNEL_LIMIT, expected = 1024, rootMoves, over }: UnfoldBounds = {},
): KernelTree | undefined {
  let arrays = growing(expected, over);
  let positions = roomForPositions(chart, expected, start.conditions, over?.positions);
  let branches = {
    move: roomFor(Uint16Array, 4 * expected, over?.move),
    child: roomFor(Int32Array, 4 * expected, over?.child),
    to: new Uint16Array(4 * expected),
  };
  let branchCount = 0;
  let nodes = 0;
  // Branches whose node has not been made yet; the branch knows its parent by the stack beside it.
  let waiting = new Int32Array(1024);
  let parents = new Int32Array(1024);
  let waitingCount = 0;

  writeValues(positions, 0, start.values);
  positions.memory.set(start.memory);
  arrays.state[0] = start.state;
  arrays.entered[0] = -1;
  arrays.parent[0] = -1;
  arrays.played[0] = 0;
  for (;;) {
    const node = nodes;
    nodes += 1;
    const state = arrays.state[node] as number;
    arrays.first[node] = branchCount;
    const firstMove = chart.movesOf[state] as number;
    const endMove = chart.movesOf[state + 1] as number;
    while (branchCount + endMove - firstMove > branches.move.length) branches = grown(branches);
    const firstBranch = branchCount;
    for (let move = firstMove; move < endMove; move += 1) {
      if (node === 0 && rootMoves?.has(move) === false) continue;
      const target = takenTarget(chart, move, positions, node);
      if (target === -1) continue;
      branches.move[branchCount] = move;
      branches.to[branchCount] = chart.target[target] as number;
      branchCount += 1;
    }
    while (waitingCount + branchCount - firstBranch > waiting.length)
      ({ waiting, parents } = grown({ waiting, parents }));
    for (let branch = branchCount - 1; branch >= firstBranch; branch -= 1) {
      waiting[waitingCount] = branch;
      parents[waitingCount] = node;
      waitingCount += 1;
    }
    if (waitingCount === 0) break;
    if (nodes >= limit) return undefined;
    if (nodes === arrays.state.length) {
      arrays = grown(arrays);
      positions = widened(chart, positions, arrays.state.length);
    }
    waitingCount -= 1;
    const branch = waiting[waitingCount] as number;
    const parent = parents[waitingCount] as number;
    const move = branches.move[branch] as number;
    const to = branches.to[branch] as number;
    branches.child[branch] = nodes;
    arrays.state[nodes] = to;
    arrays.entered[nodes] = branch;
    arrays.parent[nodes] = parent;
    arrays.played[nodes] = move;
    applyEffectsAt(chart, sizes, move, positions, parent, nodes);
    remember(chart, positions, parent, nodes, move, to);
  }
  arrays.first[nodes] = branchCount;
  return {
    nodes,
    state: arrays.state.subarray(0, nodes),
    entered: arrays.entered.subarray(0, nodes),
    parent: arrays.parent.subarray(0, nodes),
    played: arrays.played.subarray(0, nodes),
    first: arrays.first.subarray(0, nodes + 1),
    move: branches.move.subarray(0, branchCount),
    child: branches.child.subarray(0, branchCount),
    positions,
  };
}
