import type { CompiledChart } from '../../../machines/compile.ts';
import type { ClassReading } from './classReading.ts';
import { addStake, spreadEnds } from './flatStakes.ts';
import type { Positions } from './positions.ts';
import type { CompiledStakes, StakeCurve } from './worths.ts';

/** What every stake adds to its actor's payoff at every end of a tree, kept so that one of them can change without the others. */
export interface PaidStakes {
  /** The ends, in rising order. */
  readonly ends: Int32Array;
  /** Per actor, its stakes as they were read; and a column of points per stake. */
  readonly curves: (readonly StakeCurve[])[];
  readonly points: Float64Array[][];
  /** Room for a sum at every end. */
  readonly sum: Float64Array;
}

/** Reads every stake at every end of a tree. */
export function paidStakes(
  chart: CompiledChart,
  positions: Positions,
  { curves }: CompiledStakes,
  ends: Int32Array,
): PaidStakes {
  const points = curves.map((actorCurves) =>
    actorCurves.map((curve) => {
      const column = new Float64Array(ends.length);
      addStake(chart, positions.values, curve.address * positions.room, ends, curve, column, 0, ends.length);
      return column;
    }),
  );
  return { ends, curves: [...curves], points, sum: new Float64Array(ends.length) };
}

const isSameCurve = (one: StakeCurve, other: StakeCurve): boolean =>
  one === other ||
  (one.weight === other.weight && one.at.join() === other.at.join() && one.worth.join() === other.worth.join());

/**
 * Reads again the stakes that changed, or whose values did (1 each by address), and writes the payoffs of the actors who have them. What is
 * not read by classes stands in the positions.
 */
export function writePaidStakes(
  chart: CompiledChart,
  positions: Positions,
  paid: PaidStakes,
  { curves }: CompiledStakes,
  reading: ClassReading | undefined,
  changed: Uint8Array,
  payoffs: readonly Float64Array[],
): void {
  const { ends } = paid;
  for (const [actor, actorCurves] of curves.entries()) {
    const known = paid.curves[actor] ?? [];
    const columns = paid.points[actor] ?? [];
    let isRead = false;
    for (const [index, curve] of actorCurves.entries()) {
      if (changed[curve.address] === 0 && isSameCurve(curve, known[index] as StakeCurve)) continue;
      isRead = true;
      const points = columns[index] as Float64Array;
      if (reading?.reads(curve.address) === true) reading.writePoints(curve, points);
      else
        addStake(chart, positions.values, curve.address * positions.room, ends, curve, points.fill(0), 0, ends.length);
    }
    paid.curves[actor] = actorCurves;
    if (!isRead) continue;
    addUp(columns, paid.sum.fill(0));
    spreadEnds(paid.sum, ends, 0, ends.length, payoffs[actor] as Float64Array);
  }
}

/** Ends that are added up together, so that their sums stay in the processor's nearest cache from one stake to the next. */
const TOGETHER = 1024;

/** Adds up an actor's stakes at every end, in their order: three at a time, so that sums are read and written a third as often. */
function addUp(columns: readonly Float64Array[], into: Float64Array): void {
  for (let first = 0; first < into.length; first += TOGETHER) {
    const end = Math.min(first + TOGETHER, into.length);
    let at = 0;
    for (; at + 2 < columns.length; at += 3)
      addThree(
        columns[at] as Float64Array,
        columns[at + 1] as Float64Array,
        columns[at + 2] as Float64Array,
        into,
        first,
        end,
      );
    for (; at < columns.length; at += 1) addColumn(columns[at] as Float64Array, into, first, end);
  }
}

function addThree(
  one: Float64Array,
  two: Float64Array,
  three: Float64Array,
  into: Float64Array,
  first: number,
  end: number,
): void {
  for (let index = first; index < end; index += 1)
    into[index] = (into[index] as number) + (one[index] as number) + (two[index] as number) + (three[index] as number);
}

function addColumn(points: Float64Array, into: Float64Array, first: number, end: number): void {
  for (let index = first; index < end; index += 1) into[index] = (into[index] as number) + (points[index] as number);
}
