import type { Address } from './identifier.ts';
import { clippedValue, DRIVER_RANGE, driverAddress, type Values } from './indicators.ts';
import type { Scenario } from './scenario.ts';

/** One driver's part of an actor's leverage. */
export interface Contribution {
  readonly driver: string;
  readonly address: Address;
  /** Share of the score that the driver can make up, 0 to 1. */
  readonly weight: number;
  /** The driver's value, clipped to 0…100. */
  readonly value: number;
  /** Points of the score, 100 · weight · s(value). */
  readonly points: number;
}

/** An actor's leverage: how much it can move another's choice in this negotiation, by the analyst's own scoring. */
export interface Leverage {
  readonly actor: string;
  /** 0 to 100; the sum of the contributions exactly. */
  readonly score: number;
  readonly contributions: readonly Contribution[];
}

/** The actors whose leverage is scored, in file order. */
export const scoredActors = (scenario: Scenario): readonly string[] => Object.keys(scenario.drivers.initial);

/** Whether the weights are the default ones, equal for every driver, which a screen then says. */
export const hasEqualWeights = (scenario: Scenario, actor: string): boolean => scenario.leverage[actor] === undefined;

/** An actor's weights over its drivers: given by the scenario, else equal. They sum to 1. */
export function leverageWeights(scenario: Scenario, actor: string): Readonly<Record<string, number>> {
  const drivers = Object.keys(scenario.drivers.initial[actor] ?? {});
  const given = scenario.leverage[actor]?.weights;
  return Object.fromEntries(
    drivers.map((driver) => [driver, given === undefined ? 1 / drivers.length : (given[driver] ?? 0)]),
  );
}

/** A driver's value as a share of its scale, 0 to 1. */
const share = (value: number): number => (value - DRIVER_RANGE[0]) / (DRIVER_RANGE[1] - DRIVER_RANGE[0]);

/** L_a(x) = 100 · Σ_k w_ak · s_ak(clip(x_k)). */
export function leverage(scenario: Scenario, actor: string, values: Values): Leverage {
  const contributions = Object.entries(leverageWeights(scenario, actor)).map(([driver, weight]) => {
    const address = driverAddress(actor, driver);
    const value = clippedValue(scenario, values, address);
    return { driver, address, weight, value, points: 100 * weight * share(value) };
  });
  return { actor, score: contributions.reduce((sum, { points }) => sum + points, 0), contributions };
}

/** One driver's part of a change of leverage. */
export interface LeverageStep {
  readonly driver: string;
  readonly points: number;
}

/** What a move did to an actor's leverage: the steps sum to the change. */
export interface LeverageChange {
  readonly actor: string;
  readonly change: number;
  readonly steps: readonly LeverageStep[];
}

/** The waterfall between two positions: 100 · w · (s after − s before) per driver. */
export function leverageChange(scenario: Scenario, actor: string, before: Values, after: Values): LeverageChange {
  const earlier = leverage(scenario, actor, before);
  const later = leverage(scenario, actor, after);
  const steps = later.contributions.map(({ driver, points }, index) => ({
    driver,
    points: points - (earlier.contributions[index]?.points ?? 0),
  }));
  return { actor, change: steps.reduce((sum, { points }) => sum + points, 0), steps };
}
