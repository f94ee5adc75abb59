import type { CompiledChart } from '../../../machines/compile.ts';
import { roomFor } from '../roomFor.ts';

/**
 * Positions of the talks in flat arrays: a column of values per address, because most work reads one address of many positions, and a row
 * of memory per position, which is read as a whole.
 */
export interface Positions {
  /** Raw values: that of address `a` at position `p` stands at `a · room + p`. */
  readonly values: Float64Array;
  /** How far apart two columns begin: at least as far as there are positions. */
  readonly room: number;
  /** Flags of moves played, then counts of visits. */
  readonly memory: Uint8Array;
  readonly memoryWidth: number;
  /** Per condition, the index of its state. Conditions are fixed in an unfolding. */
  readonly conditions: Int32Array;
}

/** A cache keeps few lines that stand a power of two apart: columns begin a line further each, of a page of 512 values. */
const PAGE = 512;
const LINE = 8;

/** The distance between two columns of at least `count` positions: whole pages and one line. */
const columnRoom = (count: number): number => Math.ceil(Math.max(0, count - LINE) / PAGE) * PAGE + LINE;

/**
 * Room for as many positions. `over` is no longer needed, and used again where it has room: what stood there stands until it is written
 * over.
 */
export function roomForPositions(
  chart: CompiledChart,
  count: number,
  conditions: Int32Array,
  over?: Positions,
): Positions {
  const room = columnRoom(count);
  const memoryWidth = chart.flags.length + chart.visits.length;
  return {
    values: roomFor(Float64Array, chart.addresses.length * room, over?.values),
    room,
    memory: roomFor(Uint8Array, count * memoryWidth, over?.memory),
    memoryWidth,
    conditions,
  };
}

/** The same positions, with room for more of them. */
export function widened(chart: CompiledChart, positions: Positions, count: number): Positions {
  const wider = roomForPositions(chart, count, positions.conditions);
  for (let address = 0; address < chart.addresses.length; address += 1) {
    const column = positions.values.subarray(address * positions.room, (address + 1) * positions.room);
    wider.values.set(column, address * wider.room);
  }
  wider.memory.set(positions.memory);
  return wider;
}

/** The same positions with values of their own, which are still to be written. */
export const withOwnValues = (positions: Positions): Positions => ({
  ...positions,
  values: new Float64Array(positions.values.length),
});

/** The raw values of one position, by address. */
export const valuesOf = (chart: CompiledChart, { values, room }: Positions, position: number): Float64Array =>
  Float64Array.from(chart.addresses, (_, address) => values[address * room + position] as number);

/** Writes the raw values of one position, by address. */
export function writeValues({ values, room }: Positions, position: number, from: Float64Array): void {
  for (const [address, value] of from.entries()) values[address * room + position] = value;
}
