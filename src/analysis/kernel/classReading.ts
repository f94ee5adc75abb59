import type { CompiledChart } from '../../../machines/compile.ts';
import { TERM } from '../../domain/chartCodes.ts';
import { readValues } from './blockValues.ts';
import { markedIn } from './effectsOn.ts';
import { addStake } from './flatStakes.ts';
import type { ValueNumbers } from './revalue.ts';
import type { KernelTree } from './unfoldKernel.ts';
import { CLASS, valueClasses } from './valueClasses.ts';
import type { StakeCurve } from './worths.ts';

/**
 * Some addresses of a tree, read class by class: positions that have the same value in whatever numbers share it, and it is read once. Laid
 * out once for a tree, then read as often as its numbers change.
 */
export interface ClassReading {
  /** The addresses that are read, 1 each. */
  readonly marked: Uint8Array;
  /** Reads the values at some numbers. Those that were read before are kept until the next. */
  readonly read: (numbers: ValueNumbers) => void;
  /** Takes the values before back. */
  readonly undo: () => void;
  /** Whether a value has come to lie on the other side of a bound that some guard asks for. */
  readonly crossesBound: () => boolean;
  /** Writes the values into the tree's positions, at all nodes or some. */
  readonly write: (nodes?: Int32Array) => void;
  /** Writes those of the addresses that some guard bounds, at all nodes. */
  readonly writeBounded: () => void;
  /** Writes the points of a stake in one of the addresses at some nodes: a column in their order. The nodes are the same in each call. */
  readonly writePoints: (curve: StakeCurve, nodes: Int32Array, into: Float64Array) => void;
}

/** The bounds that guards ask of an address and that its range does not keep, each pair once. */
function boundsOf({ guards, low, high }: CompiledChart, address: number): readonly (readonly [number, number])[] {
  const found = new Map<string, readonly [number, number]>();
  for (const [guard, term] of guards.term.entries()) {
    if (term !== TERM.indicator || guards.subject[guard] !== address) continue;
    const [least, most] = [guards.low[guard] as number, guards.high[guard] as number];
    if (least > (low[address] as number) || most < (high[address] as number))
      found.set(`${least} ${most}`, [least, most]);
  }
  return [...found.values()];
}

/** Lays out the addresses of a tree that are marked with 1. */
export function classReading(chart: CompiledChart, tree: KernelTree, marked: Uint8Array): ClassReading {
  const { positions, nodes } = tree;
  const classes = valueClasses(chart, tree, markedIn(marked));
  const { addresses, of, kind, effect } = classes;
  const plan = { chart, classes, positions };
  const width = addresses.length;
  const count = kind.length;
  const masks = new Uint8Array(classes.conditions.length);
  let [now, before] = [new Float64Array(count), new Float64Array(count)];
  const wanted = [...addresses.entries()].filter(([, address]) => marked[address] === 1);
  const addressOf = (found: number): number =>
    (kind[found] === CLASS.start ? addresses[found] : chart.effects.address[effect[found] as number]) as number;
  const lists = new Map<number, number[]>(wanted.map(([, address]) => [address, []]));
  for (let found = 0; found < count; found += 1) lists.get(addressOf(found))?.push(found);
  const columns = wanted.map(([index, address]) => ({
    address,
    index,
    list: Int32Array.from(lists.get(address) ?? []),
    bounds: boundsOf(chart, address),
  }));
  const points = new Float64Array(count);
  /** Per address, where the class of each node stands in its list. */
  const ranks = new Map<number, Int32Array>();
  const ranksAt = (index: number, list: Int32Array, at: Int32Array): Int32Array => {
    const rankOf = new Int32Array(count);
    for (let rank = 0; rank < list.length; rank += 1) rankOf[list[rank] as number] = rank;
    return at.map((node) => rankOf[of[node * width + index] as number] as number);
  };
  return {
    marked,
    read: ({ starts, sizes }) => {
      [now, before] = [before, now];
      for (let index = 0; index < width; index += 1) now[index] = starts[addresses[index] as number] as number;
      readValues(plan, 1, sizes, { values: now, masks });
    },
    crossesBound: () =>
      columns.some(({ address, list, bounds }) => {
        const [low, high] = [chart.low[address] as number, chart.high[address] as number];
        return bounds.some(([least, most]) => crosses(before, now, list, low, high, least, most));
      }),
    undo: () => {
      [now, before] = [before, now];
    },
    write: (at) => {
      for (const { address, index } of columns) {
        const column = address * positions.room;
        if (at === undefined) writeColumn(now, of, width, index, positions.values, column, nodes);
        else for (const node of at) positions.values[column + node] = now[of[node * width + index] as number] as number;
      }
    },
    writeBounded: () => {
      for (const { address, index, bounds } of columns)
        if (bounds.length > 0) writeColumn(now, of, width, index, positions.values, address * positions.room, nodes);
    },
    writePoints: (curve, at, into) => {
      const column = columns.find(({ address }) => address === curve.address);
      if (column === undefined) throw new RangeError('points are asked for in an address that is not read');
      const { index, list } = column;
      const places = ranks.get(curve.address) ?? ranksAt(index, list, at);
      ranks.set(curve.address, places);
      addStake(chart, now, 0, list, curve, points.fill(0, 0, list.length), 0, list.length);
      takeAt(points, places, into);
    },
  };
}

/** Whether one of some values, clipped to its range, lies within bounds in one of two columns and without in the other. */
function crosses(
  before: Float64Array,
  now: Float64Array,
  list: Int32Array,
  low: number,
  high: number,
  least: number,
  most: number,
): boolean {
  for (let index = 0; index < list.length; index += 1) {
    const place = list[index] as number;
    const [was, is] = [before[place] as number, now[place] as number];
    const [old, value] = [was < low ? low : was > high ? high : was, is < low ? low : is > high ? high : is];
    if ((old >= least && old <= most) !== (value >= least && value <= most)) return true;
  }
  return false;
}

/** into[i] = from[places[i]]. */
function takeAt(from: Float64Array, places: Int32Array, into: Float64Array): void {
  for (let index = 0; index < places.length; index += 1) into[index] = from[places[index] as number] as number;
}

/** Writes the value of each node's class. */
function writeColumn(
  from: Float64Array,
  of: Int32Array,
  width: number,
  index: number,
  into: Float64Array,
  column: number,
  nodes: number,
): void {
  for (let node = 0; node < nodes; node += 1) into[column + node] = from[of[node * width + index] as number] as number;
}
