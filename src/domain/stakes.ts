import type { Address } from './identifier.ts';
import { clip, clippedValue, type Values } from './indicators.ts';
import type { Scenario, Stake } from './scenario.ts';

/** One stake's part of an actor's payoff. */
export interface StakeValue {
  readonly address: Address;
  readonly weight: number;
  /** How good the value is for the actor between its worst and best anchor, 0 to 1. */
  readonly worth: number;
  /** Points of the payoff, 100 · weight · worth. */
  readonly points: number;
}

/** What a position is worth to an actor, 0 to 100. Points of different actors are not comparable. */
export interface Payoff {
  readonly actor: string;
  readonly payoff: number;
  readonly stakes: readonly StakeValue[];
}

export type Curve = readonly (readonly [number, number])[];

const keptCurves = new WeakMap<Stake, Curve>();

/** A stake's anchors or curve, by value. Kept: ranges ask for it hundreds of times. */
export function curveOf(stake: Stake): Curve {
  const known = keptCurves.get(stake);
  if (known !== undefined) return known;
  const points: Curve = stake.curve ?? [
    [stake.worst, 0],
    [stake.best, 1],
  ];
  const ordered = points.toSorted(([a], [b]) => a - b);
  keptCurves.set(stake, ordered);
  return ordered;
}

/** v_ak: linear between the anchors or along the curve; beyond an anchor the anchor's worth stands. NaN for NaN. */
export function worth(stake: Stake, value: number): number {
  // Below, what no point of the curve reaches lies beyond its end, where the best may be.
  if (Number.isNaN(value)) return value;
  const ordered = curveOf(stake);
  const upper = ordered.findIndex(([x]) => x >= value);
  const above = ordered[upper === -1 ? ordered.length - 1 : upper];
  const below = ordered[Math.max(0, upper === -1 ? ordered.length - 1 : upper - 1)];
  if (above === undefined || below === undefined) throw new RangeError('a curve has at least two points');
  if (above[0] === below[0]) return clip(above[1], [0, 1]);
  const part = clip((value - below[0]) / (above[0] - below[0]), [0, 1]);
  return clip(below[1] + part * (above[1] - below[1]), [0, 1]);
}

/** The actors who have stakes, in file order. */
export const stakeholders = (scenario: Scenario): readonly string[] => Object.keys(scenario.stakes);

/** u_a = 100 · Σ_k w_ak · v_ak(clip(x_k)). */
export function payoff(scenario: Scenario, actor: string, values: Values): Payoff {
  const stakes = Object.entries(scenario.stakes[actor]?.items ?? {}).map(([address, stake]) => {
    const value = worth(stake, clippedValue(scenario, values, address));
    return { address, weight: stake.weight, worth: value, points: 100 * stake.weight * value };
  });
  return { actor, payoff: stakes.reduce((sum, { points }) => sum + points, 0), stakes };
}
