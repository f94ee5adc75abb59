import type { CompiledChart } from '../../../machines/compile.ts';
import { roomFor } from '../roomFor.ts';
import { applyEffectsAt } from './applyEffectsAt.ts';
import type { GuardRows } from './holdsAt.ts';
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
  /** Per node and one more, its branches. */
  readonly first: Int32Array;
  /** Per branch of the tree, the chart's move, and the node that it leads to. */
  readonly move: Uint16Array;
  readonly child: Int32Array;
  readonly rows: GuardRows;
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
function growing(width: number, memoryWidth: number, capacity: number, over: KernelTree | undefined) {
  return {
    state: roomFor(Uint16Array, capacity, over?.state),
    entered: roomFor(Int32Array, capacity, over?.entered),
    parent: roomFor(Int32Array, capacity, over?.parent),
    first: roomFor(Int32Array, capacity + 1, over?.first),
    values: roomFor(Float64Array, capacity * width, over?.rows.values),
    memory: roomFor(Uint8Array, capacity * memoryWidth, over?.rows.memory),
  };
}

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
  const width = chart.addresses.length;
  const memoryWidth = chart.flags.length + chart.visits.length;
  const flags = chart.flags.length;
  const { conditions } = start;
  let arrays = growing(width, memoryWidth, expected, over);
  let rows: GuardRows = { values: arrays.values, memory: arrays.memory, conditions };
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

  arrays.values.set(start.values);
  arrays.memory.set(start.memory);
  arrays.state[0] = start.state;
  arrays.entered[0] = -1;
  arrays.parent[0] = -1;
  for (;;) {
    const node = nodes;
    nodes += 1;
    const state = arrays.state[node] as number;
    arrays.first[node] = branchCount;
    const valuesAt = node * width;
    const memoryAt = node * memoryWidth;
    const firstMove = chart.movesOf[state] as number;
    const endMove = chart.movesOf[state + 1] as number;
    if (branchCount + endMove - firstMove > branches.move.length) branches = grown(branches);
    const firstBranch = branchCount;
    for (let move = firstMove; move < endMove; move += 1) {
      if (node === 0 && rootMoves?.has(move) === false) continue;
      const target = takenTarget(chart, move, rows, valuesAt, memoryAt);
      if (target === -1) continue;
      branches.move[branchCount] = move;
      branches.to[branchCount] = chart.target[target] as number;
      branchCount += 1;
    }
    if (waitingCount + branchCount - firstBranch > waiting.length) ({ waiting, parents } = grown({ waiting, parents }));
    for (let branch = branchCount - 1; branch >= firstBranch; branch -= 1) {
      waiting[waitingCount] = branch;
      parents[waitingCount] = node;
      waitingCount += 1;
    }
    if (waitingCount === 0) break;
    if (nodes >= limit) return undefined;
    if (nodes === arrays.state.length) {
      arrays = grown(arrays);
      rows = { values: arrays.values, memory: arrays.memory, conditions };
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
    applyEffectsAt(chart, sizes, move, rows, parent * width, nodes * width, parent * memoryWidth);
    if (memoryWidth > 0) {
      const at = nodes * memoryWidth;
      arrays.memory.copyWithin(at, parent * memoryWidth, (parent + 1) * memoryWidth);
      const flag = chart.flag[move] as number;
      if (flag !== -1) arrays.memory[at + flag] = 1;
      const visit = chart.visit[to] as number;
      if (visit !== -1) arrays.memory[at + flags + visit] = (arrays.memory[at + flags + visit] as number) + 1;
    }
  }
  arrays.first[nodes] = branchCount;
  return {
    nodes,
    state: arrays.state.subarray(0, nodes),
    entered: arrays.entered.subarray(0, nodes),
    parent: arrays.parent.subarray(0, nodes),
    first: arrays.first.subarray(0, nodes + 1),
    move: branches.move.subarray(0, branchCount),
    child: branches.child.subarray(0, branchCount),
    rows,
  };
}
