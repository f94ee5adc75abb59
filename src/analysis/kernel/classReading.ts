import type { CompiledChart } from '../../../machines/compile.ts';
import { type AddressSet, addressesIn, addressSet } from './addressSet.ts';
import { readValues } from './blockValues.ts';
import { type ClassColumn, classColumns, crossesBound } from './classColumns.ts';
import { addStake } from './flatStakes.ts';
import type { ValueNumbers } from './revalue.ts';
import type { KernelTree } from './unfoldKernel.ts';
import { valueClasses } from './valueClasses.ts';
import type { StakeCurve } from './worths.ts';

/**
 * The values of some addresses of a tree, class by class: positions whose value is the same at any numbers form a class, which is read once.
 * Laid out once for a tree, then read as often as its numbers change: `read`, then perhaps `crossesBound`, then perhaps `undo`.
 */
export interface ClassReading {
  /** Reads at other numbers the values that change with them: those of all addresses that may differ are named. */
  readonly read: (numbers: ValueNumbers, changed: AddressSet) => void;
  /** Whether one of the values that were read last has come to lie on the other side of what some guard asks. */
  readonly crossesBound: () => boolean;
  /** Takes back what was read last; once. */
  readonly undo: () => void;
  /** Writes every value that is not there yet into the tree's positions. */
  readonly write: () => void;
  /** The same, of the addresses that guards read. */
  readonly writeBounded: () => void;
  /** The same at some nodes. Elsewhere the values remain to be written. */
  readonly writeAt: (nodes: Int32Array) => void;
  /** Writes the points of a stake in one of the addresses at the ends of the tree: a column in their order. */
  readonly writePoints: (curve: StakeCurve, into: Float64Array) => void;
}

/** Lays out some addresses of a tree and all that their values are made of, at the numbers whose values stand in its positions. */
export function classReading(
  chart: CompiledChart,
  tree: KernelTree,
  ends: Int32Array,
  wanted: AddressSet,
  numbers: ValueNumbers,
): ClassReading {
  const { positions, nodes } = tree;
  const classes = valueClasses(chart, tree, addressesIn(wanted));
  const { addresses, of, kind, effect } = classes;
  const plan = { chart, classes, positions };
  const width = addresses.length;
  const masks = new Uint8Array(classes.conditions.length);
  const { columns, rank } = classColumns(chart, classes);
  const points = new Float64Array(Math.max(0, ...columns.map(({ list }) => list.length)));
  const places = new Map<number, Int32Array>();
  // `now` is right for every address, and its column in the positions either is too or is pending.
  let [now, before] = [new Float64Array(kind.length), new Float64Array(kind.length)];
  const pending = addressSet(chart, []);
  // Numbers are often changed again and again: what changes with them is listed once.
  let last = { key: '', changed: addressSet(chart, []), list: new Int32Array(0) };

  function changedClasses(changed: AddressSet): Int32Array {
    const key = changed.join();
    if (key !== last.key) {
      const list: number[] = [];
      for (let found = width; found < kind.length; found += 1)
        if (changed[chart.effects.address[effect[found] as number] as number] === 1) list.push(found);
      last = { key, changed, list: Int32Array.from(list) };
    }
    return last.list;
  }
  function readNow({ starts, sizes }: ValueNumbers, list?: Int32Array): void {
    for (let index = 0; index < width; index += 1) now[index] = starts[addresses[index] as number] as number;
    readValues(plan, 1, sizes, { values: now, masks }, list);
  }
  function leavePending(): void {
    for (const address of addressesIn(last.changed)) pending[address] = 1;
  }
  function writeColumn({ address, index }: ClassColumn): void {
    takeStrided(now, of, width, index, positions.values, address * positions.room, nodes);
    pending[address] = 0;
  }

  readNow(numbers);
  return {
    read: (at, changed) => {
      before.set(now);
      readNow(at, changedClasses(changed));
      leavePending();
    },
    crossesBound: () =>
      columns.some((column) => last.changed[column.address] === 1 && crossesBound(chart, column, before, now)),
    undo: () => {
      [now, before] = [before, now];
      leavePending();
    },
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
      const { address, index, list } = column;
      const atEnds = places.get(address) ?? ends.map((node) => rank[of[node * width + index] as number] as number);
      places.set(address, atEnds);
      addStake(chart, now, 0, list, curve, points.fill(0, 0, list.length), 0, list.length);
      takeAt(points, atEnds, into);
    },
  };
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
