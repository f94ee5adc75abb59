import type { CompiledChart } from '../../../machines/compile.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { curveOf, stakeholders } from '../../domain/stakes.ts';

/** One stake of an actor: what it is worth as a function of the clipped value, linear between its points and level beyond them. */
export interface StakeCurve {
  readonly address: number;
  /** Points of the payoff that the best is worth: 100 · weight. */
  readonly weight: number;
  /** Clipped values in rising order, and the worth at each, 0 to 1. */
  readonly at: Float64Array;
  readonly worth: Float64Array;
}

/** Per actor with stakes, its stakes. */
export interface CompiledStakes {
  readonly actors: readonly string[];
  readonly curves: readonly (readonly StakeCurve[])[];
}

/** The stakes of a scenario over the addresses of its chart. */
export function compileStakes(scenario: Scenario, chart: CompiledChart): CompiledStakes {
  const actors = stakeholders(scenario);
  const curves = actors.map((actor) =>
    Object.entries(scenario.stakes[actor]?.items ?? {}).map(([address, stake]): StakeCurve => {
      const curve = curveOf(stake);
      return {
        address: chart.addresses.indexOf(address),
        weight: 100 * stake.weight,
        at: Float64Array.from(curve, ([value]) => value),
        worth: Float64Array.from(curve, ([, worth]) => Math.min(1, Math.max(0, worth))),
      };
    }),
  );
  return { actors, curves };
}

/** The points that a stake adds at a clipped value. */
export function stakePoints({ at, worth, weight }: StakeCurve, value: number): number {
  const last = at.length - 1;
  let upper = 1;
  while (upper < last && (at[upper] as number) < value) upper += 1;
  const below = at[upper - 1] as number;
  const above = at[upper] as number;
  const low = worth[upper - 1] as number;
  const part = (value - below) / (above - below);
  // Comparisons, because engines are slow at Math.min and Math.max of doubles.
  return weight * (low + (part < 0 ? 0 : part > 1 ? 1 : part) * ((worth[upper] as number) - low));
}
