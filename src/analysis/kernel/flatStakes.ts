import type { CompiledChart } from '../../../machines/compile.ts';
import { NODE } from '../../domain/gameTree.ts';
import type { Positions } from './positions.ts';
import type { CompiledStakes, StakeCurve } from './worths.ts';

/** Positions, and those of them that are ends, in rising order. */
export interface EndPositions {
  readonly positions: Positions;
  readonly ends: Int32Array;
}

/** into = into + the points of a stake that is worth something along a straight line, at the ends from `first` on. */
function addStraight(
  values: Float64Array,
  column: number,
  places: Int32Array,
  first: number,
  end: number,
  { weight, at, worth }: StakeCurve,
  low: number,
  high: number,
  into: Float64Array,
): void {
  const below = at[0] as number;
  const length = (at[1] as number) - below;
  const from = worth[0] as number;
  const rise = (worth[1] as number) - from;
  for (let index = first; index < end; index += 1) {
    const raw = values[column + (places[index] as number)] as number;
    const part = ((raw < low ? low : raw > high ? high : raw) - below) / length;
    const points = weight * (from + (part < 0 ? 0 : part > 1 ? 1 : part) * rise);
    into[index - first] = (into[index - first] as number) + points;
  }
}

/** The same for a stake whose worth bends. */
function addBent(
  values: Float64Array,
  column: number,
  places: Int32Array,
  first: number,
  end: number,
  { weight, at, worth }: StakeCurve,
  low: number,
  high: number,
  into: Float64Array,
): void {
  const last = at.length - 1;
  for (let index = first; index < end; index += 1) {
    const raw = values[column + (places[index] as number)] as number;
    const value = raw < low ? low : raw > high ? high : raw;
    let upper = 1;
    while (upper < last && (at[upper] as number) < value) upper += 1;
    const below = at[upper - 1] as number;
    const from = worth[upper - 1] as number;
    const part = (value - below) / ((at[upper] as number) - below);
    const points = weight * (from + (part < 0 ? 0 : part > 1 ? 1 : part) * ((worth[upper] as number) - from));
    into[index - first] = (into[index - first] as number) + points;
  }
}

/**
 * Adds the points of a stake at some places of a column of its address's values, from the place `first` up to but not including `end`, to a
 * column that begins with the first. The column begins at `column` of the values.
 */
export function addStake(
  { low, high }: CompiledChart,
  values: Float64Array,
  column: number,
  places: Int32Array,
  curve: StakeCurve,
  into: Float64Array,
  first: number,
  end: number,
): void {
  const add = curve.at.length === 2 ? addStraight : addBent;
  const { address } = curve;
  add(values, column, places, first, end, curve, low[address] as number, high[address] as number, into);
}

/** Writes a column of the ends from `first` on into a column of all nodes. */
export function spreadEnds(
  points: Float64Array,
  ends: Int32Array,
  first: number,
  end: number,
  into: Float64Array,
): void {
  for (let index = first; index < end; index += 1) into[ends[index] as number] = points[index - first] as number;
}

/** Ends that are read together, so that their sums stay in the processor's nearest cache from one stake to the next. */
export const TOGETHER = 1024;

/** Writes what every actor has at the ends of a tree: the sum over its stakes, in their order. */
export function writeStakes(
  chart: CompiledChart,
  { curves }: CompiledStakes,
  { positions: { values, room }, ends }: EndPositions,
  payoffs: readonly Float64Array[],
): void {
  const points = new Float64Array(TOGETHER);
  for (let first = 0; first < ends.length; first += TOGETHER) {
    const end = Math.min(first + TOGETHER, ends.length);
    for (let actor = 0; actor < curves.length; actor += 1) {
      points.fill(0);
      for (const curve of curves[actor] as readonly StakeCurve[])
        addStake(chart, values, curve.address * room, ends, curve, points, first, end);
      spreadEnds(points, ends, first, end, payoffs[actor] as Float64Array);
    }
  }
}

/** The ends of a tree, given what happens at each node. */
export const endPositions = (positions: Positions, kind: Uint8Array): EndPositions => ({
  positions,
  ends: endsAmong(kind),
});

/** The ends among the nodes of a tree, given what happens at each. */
export function endsAmong(kind: Uint8Array): Int32Array {
  const ends = new Int32Array(kind.length);
  let count = 0;
  for (let node = 0; node < kind.length; node += 1) {
    if (kind[node] !== NODE.end) continue;
    ends[count] = node;
    count += 1;
  }
  return ends.subarray(0, count);
}
