import type { CompiledChart } from '../../../machines/compile.ts';
import { applyEffectAt } from './applyEffectsAt.ts';
import { effectsOn, type MoveEffects, markedIn, readsOfEffect } from './effectsOn.ts';
import type { Positions } from './positions.ts';
import type { KernelTree } from './unfoldKernel.ts';

/** How the positions of a tree follow from each other. */
export type TreeSteps = Pick<KernelTree, 'nodes' | 'parent' | 'played'>;

/** The numbers that the values of a tree rest on: the value of every address at the root, and the size of every effect. */
export interface ValueNumbers {
  readonly starts: Float64Array;
  readonly sizes: Float64Array;
}

/**
 * Writes the values at every position of a held tree: its moves, targets, memory and conditions are those that it was unfolded with, whatever
 * a guard would say now. Of the addresses that are marked with 1, or of all; what these are scaled by or depend on must stand there or be
 * marked too.
 */
export type Revalue = (tree: TreeSteps, positions: Positions, numbers: ValueNumbers, marked?: Uint8Array) => void;

/** What a move does to an address, where it is not to add the size of one effect. */
const NOTHING = -1;
const OTHER = -2;

/** An address whose column can be written by itself, once those that it reads are. */
interface OwnColumn {
  readonly address: number;
  readonly effects: MoveEffects;
  /** Per move, its effect on the address where it has one that adds its size; else NOTHING or OTHER. */
  readonly plain: Int32Array;
}

function ownColumn(chart: CompiledChart, address: number): OwnColumn {
  const marked = new Uint8Array(chart.addresses.length);
  marked[address] = 1;
  const effects = effectsOn(chart, marked);
  const plain = Int32Array.from(chart.moves, (_, move) => {
    const [first, second] = effects.list.subarray(effects.of[move], effects.of[move + 1]);
    if (first === undefined) return NOTHING;
    return second === undefined && chart.effects.isPlain[first] === 1 ? first : OTHER;
  });
  return { address, effects, plain };
}

/**
 * The addresses in an order in which each reads only those before it, and itself; and those that are left, because they read each other in a
 * circle or read one that does.
 */
function orderOfReading(chart: CompiledChart): { readonly ordered: readonly number[]; readonly left: Uint8Array } {
  const left = new Uint8Array(chart.addresses.length).fill(1);
  const reads = chart.addresses.map(() => new Set<number>());
  for (let effect = 0; effect < (chart.effects.of[chart.moves.length] as number); effect += 1)
    for (const read of readsOfEffect(chart, effect)) reads[chart.effects.address[effect] as number]?.add(read);
  const ordered: number[] = [];
  for (let known = -1; known !== ordered.length; ) {
    known = ordered.length;
    for (const address of markedIn(left)) {
      if ([...(reads[address] ?? [])].some((read) => read !== address && left[read] === 1)) continue;
      ordered.push(address);
      left[address] = 0;
    }
  }
  return { ordered, left };
}

/** Writes the column of an address at every position. */
function writeAlong(
  chart: CompiledChart,
  { nodes, parent, played }: TreeSteps,
  positions: Positions,
  { address, effects: { of, list }, plain }: OwnColumn,
  sizes: Float64Array,
): void {
  const { values, room } = positions;
  const column = address * room;
  for (let node = 1; node < nodes; node += 1) {
    const from = parent[node] as number;
    const move = played[node] as number;
    const effect = plain[move] as number;
    const before = values[column + from] as number;
    values[column + node] = effect < 0 ? before : before + (sizes[effect] as number);
    if (effect === OTHER)
      applyAll(chart, positions, from, node, list, of[move] as number, of[move + 1] as number, sizes);
  }
}

/** Writes columns that read each other, position by position. */
function writeTogether(
  chart: CompiledChart,
  { nodes, parent, played }: TreeSteps,
  positions: Positions,
  addresses: Int32Array,
  { of, list }: MoveEffects,
  sizes: Float64Array,
): void {
  for (let node = 1; node < nodes; node += 1) {
    const move = played[node] as number;
    const [first, end] = [of[move] as number, of[move + 1] as number];
    writeStep(chart, positions, parent[node] as number, node, addresses, list, first, end, sizes);
  }
}

/** Writes the values of some addresses after a move, whose effects on them are those of a list from `first` to `end`. */
export function writeStep(
  chart: CompiledChart,
  positions: Positions,
  from: number,
  to: number,
  addresses: Int32Array,
  list: Int32Array,
  first: number,
  end: number,
  sizes: Float64Array,
): void {
  const { values, room } = positions;
  for (let index = 0; index < addresses.length; index += 1) {
    const column = (addresses[index] as number) * room;
    values[column + to] = values[column + from] as number;
  }
  applyAll(chart, positions, from, to, list, first, end, sizes);
}

/** Applies the effects of a list from `first` to `end`. */
function applyAll(
  chart: CompiledChart,
  positions: Positions,
  from: number,
  to: number,
  list: Int32Array,
  first: number,
  end: number,
  sizes: Float64Array,
): void {
  for (let at = first; at < end; at += 1) applyEffectAt(chart, sizes, list[at] as number, positions, from, to);
}

/** Makes what writes values again. Column by column: a column is read much faster than one address of a large tree's rows. */
export function revaluer(chart: CompiledChart): Revalue {
  const { ordered, left } = orderOfReading(chart);
  const own = ordered.map((address) => ownColumn(chart, address));
  const all = new Uint8Array(chart.addresses.length).fill(1);
  return (tree, positions, { starts, sizes }, marked = all) => {
    const { values, room } = positions;
    for (const address of markedIn(marked)) values[address * room] = starts[address] as number;
    for (const column of own) {
      if (marked[column.address] === 1) writeAlong(chart, tree, positions, column, sizes);
    }
    const together = left.map((isLeft, address) => (isLeft === 1 && marked[address] === 1 ? 1 : 0));
    const addresses = markedIn(together);
    if (addresses.length > 0) writeTogether(chart, tree, positions, addresses, effectsOn(chart, together), sizes);
  };
}
