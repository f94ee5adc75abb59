import type { CompiledChart } from '../../../machines/compile.ts';
import { TERM } from '../../domain/chartCodes.ts';
import { readValues } from './blockValues.ts';
import { markedIn } from './effectsOn.ts';
import { addStake } from './flatStakes.ts';
import type { ValueNumbers } from './revalue.ts';
import type { KernelTree } from './unfoldKernel.ts';
import { CLASS, type ValueClasses, valueClasses } from './valueClasses.ts';
import type { StakeCurve } from './worths.ts';

/**
 * Some addresses of a tree, read class by class: positions that have the same value in whatever numbers share it, and it is read once. Laid
 * out once for a tree, then read as often as its numbers change. A set of addresses is 1 for each that is in it.
 */
export interface ClassReading {
  /** Whether an address is read here, and whether all of a set are. */
  readonly reads: (address: number) => boolean;
  readonly readsAll: (marked: Uint8Array) => boolean;
  /** Reads at some numbers the values of addresses that changed, and all that are made of them. */
  readonly read: (numbers: ValueNumbers, marked: Uint8Array) => void;
  /** Takes back what was read last, of the same addresses. */
  readonly undo: (marked: Uint8Array) => void;
  /** Whether one of the values that were read last has come to lie on the other side of a bound that some guard asks for. */
  readonly crossesBound: (marked: Uint8Array) => boolean;
  /** Writes the values that are not in the tree's positions yet: all; of the addresses that some guard bounds; or those at some nodes. */
  readonly write: () => void;
  readonly writeBounded: () => void;
  readonly writeAt: (nodes: Int32Array) => void;
  /** Writes the points of a stake at the ends of the tree: a column in their order. */
  readonly writePoints: (curve: StakeCurve, into: Float64Array) => void;
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

/** The classes of one address. */
interface ClassColumn {
  readonly address: number;
  /** Its place in a row of classes. */
  readonly index: number;
  /** Its classes, in rising order. */
  readonly list: Int32Array;
  readonly bounds: readonly (readonly [number, number])[];
  /** Per end of the tree, where its class stands in the list; found when they are first asked for. */
  places: Int32Array | undefined;
}

/** The classes of each of some addresses, and per class its place among those of its address. */
function classColumns(chart: CompiledChart, { addresses, kind, effect }: ValueClasses) {
  const rank = new Int32Array(kind.length);
  const lists: number[][] = Array.from(chart.addresses, () => []);
  for (let found = 0; found < kind.length; found += 1) {
    const address = kind[found] === CLASS.start ? addresses[found] : chart.effects.address[effect[found] as number];
    const list = lists[address as number] as number[];
    rank[found] = list.length;
    list.push(found);
  }
  const columns = Array.from(
    addresses,
    (address, index): ClassColumn => ({
      address,
      index,
      list: Int32Array.from(lists[address] as number[]),
      bounds: boundsOf(chart, address),
      places: undefined,
    }),
  );
  return { rank, columns };
}

/** Lays out some addresses of a tree, whose values at some numbers stand in its positions. */
export function classReading(
  chart: CompiledChart,
  tree: KernelTree,
  ends: Int32Array,
  marked: Uint8Array,
  numbers: ValueNumbers,
): ClassReading {
  const { positions, nodes } = tree;
  const classes = valueClasses(chart, tree, markedIn(marked));
  const { addresses, of, kind, effect } = classes;
  const plan = { chart, classes, positions };
  const width = addresses.length;
  const masks = new Uint8Array(classes.conditions.length);
  const { rank, columns } = classColumns(chart, classes);
  const covered = new Uint8Array(chart.addresses.length);
  for (const address of addresses) covered[address] = 1;
  /** The addresses whose values are not written at every position. */
  const pending = new Uint8Array(chart.addresses.length);
  let [now, before] = [new Float64Array(kind.length), new Float64Array(kind.length)];
  const points = new Float64Array(kind.length);
  /** The classes of the addresses that changed last, in rising order: numbers often change again and again. */
  let changing = { key: '', list: new Int32Array(0) };
  const changingIn = (changed: Uint8Array): Int32Array => {
    const key = changed.join();
    if (key !== changing.key) {
      const list: number[] = [];
      for (let found = width; found < kind.length; found += 1)
        if (changed[chart.effects.address[effect[found] as number] as number] === 1) list.push(found);
      changing = { key, list: Int32Array.from(list) };
    }
    return changing.list;
  };
  const readNow = ({ starts, sizes }: ValueNumbers, list?: Int32Array): void => {
    for (let index = 0; index < width; index += 1) now[index] = starts[addresses[index] as number] as number;
    readValues(plan, 1, sizes, { values: now, masks }, list);
  };
  const leaveUnwritten = (changed: Uint8Array): void => {
    for (const address of markedIn(changed)) pending[address] = 1;
  };
  const writeColumn = ({ address, index }: ClassColumn): void => {
    takeStrided(now, of, width, index, positions.values, address * positions.room, nodes);
    pending[address] = 0;
  };
  readNow(numbers);
  return {
    reads: (address) => covered[address] === 1,
    readsAll: (asked) => asked.every((is, address) => is <= (covered[address] as number)),
    read: (at, changed) => {
      before.set(now);
      readNow(at, changingIn(changed));
      leaveUnwritten(changed);
    },
    undo: (changed) => {
      [now, before] = [before, now];
      leaveUnwritten(changed);
    },
    crossesBound: (changed) =>
      columns.some(({ address, list, bounds }) => {
        if (changed[address] === 0) return false;
        const [low, high] = [chart.low[address] as number, chart.high[address] as number];
        return bounds.some(([least, most]) => crosses(before, now, list, low, high, least, most));
      }),
    write: () => {
      for (const column of columns) if (pending[column.address] === 1) writeColumn(column);
    },
    writeBounded: () => {
      for (const column of columns) if (pending[column.address] === 1 && column.bounds.length > 0) writeColumn(column);
    },
    writeAt: (at) => {
      for (const { address, index } of columns) {
        if (pending[address] === 0) continue;
        for (const node of at)
          positions.values[address * positions.room + node] = now[of[node * width + index] as number] as number;
      }
    },
    writePoints: (curve, into) => {
      const column = columns.find(({ address }) => address === curve.address);
      if (column === undefined) throw new RangeError('points are asked for in an address that is not read');
      const { index, list } = column;
      column.places ??= ends.map((node) => rank[of[node * width + index] as number] as number);
      addStake(chart, now, 0, list, curve, points.fill(0, 0, list.length), 0, list.length);
      takeAt(points, column.places, into);
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

/** into[at + i] = from[places[width · i + index]]. */
function takeStrided(
  from: Float64Array,
  places: Int32Array,
  width: number,
  index: number,
  into: Float64Array,
  at: number,
  count: number,
): void {
  for (let node = 0; node < count; node += 1) into[at + node] = from[places[node * width + index] as number] as number;
}
