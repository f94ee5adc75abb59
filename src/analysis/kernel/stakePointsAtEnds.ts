import type { AddressSet } from './addressSet.ts';
import type { ClassReading } from './classReading.ts';
import { spreadEnds, TOGETHER } from './flatStakes.ts';
import { isSameColumn } from './treeNumbers.ts';
import type { CompiledStakes, StakeCurve } from './worths.ts';

/** What every stake adds to its actor's payoff at every end of a tree, kept so that one of them can change without the others. */
export interface StakePointsAtEnds {
  /** Reads again the stakes that changed, or whose values did, and writes the payoffs of the actors who have them. */
  readonly update: (stakes: CompiledStakes, changed: AddressSet, payoffs: readonly Float64Array[]) => void;
}

interface PointsOfStake {
  /** The stake as it was read last, and its points at the ends, in rising order. */
  curve: StakeCurve;
  readonly points: Float64Array;
}

const isSameCurve = (one: StakeCurve, other: StakeCurve): boolean =>
  one === other ||
  (one.weight === other.weight && isSameColumn(one.at, other.at) && isSameColumn(one.worth, other.worth));

/** Reads every stake at the ends of a tree, by its classes of values. Actors and the addresses of their stakes stay the same. */
export function stakePointsAtEnds(
  ends: Int32Array,
  { curves }: CompiledStakes,
  classes: ClassReading,
): StakePointsAtEnds {
  const byActor = curves.map((own) =>
    own.map((curve): PointsOfStake => {
      const points = new Float64Array(ends.length);
      classes.writePoints(curve, points);
      return { curve, points };
    }),
  );
  const sum = new Float64Array(ends.length);
  return {
    update: (stakes, changed, payoffs) => {
      for (const [actor, own] of byActor.entries()) {
        let isRead = false;
        for (const [index, stake] of own.entries()) {
          const curve = stakes.curves[actor]?.[index] as StakeCurve;
          if (changed[curve.address] === 0 && isSameCurve(curve, stake.curve)) continue;
          stake.curve = curve;
          classes.writePoints(curve, stake.points);
          isRead = true;
        }
        if (!isRead) continue;
        addUp(own, sum.fill(0));
        spreadEnds(sum, ends, 0, ends.length, payoffs[actor] as Float64Array);
      }
    },
  };
}

/** Adds up an actor's stakes at every end, in their order: three at a time, so that sums are read and written a third as often. */
function addUp(stakes: readonly PointsOfStake[], into: Float64Array): void {
  const pointsAt = (at: number): Float64Array => (stakes[at] as PointsOfStake).points;
  for (let first = 0; first < into.length; first += TOGETHER) {
    const end = Math.min(first + TOGETHER, into.length);
    let at = 0;
    for (; at + 2 < stakes.length; at += 3)
      addThree(pointsAt(at), pointsAt(at + 1), pointsAt(at + 2), into, first, end);
    for (; at < stakes.length; at += 1) addColumn(pointsAt(at), into, first, end);
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
