import { exp } from './elementary.ts';
import { centralValue, type Estimate } from './estimate.ts';
import type { Address } from './identifier.ts';
import { quantityAt } from './indicators.ts';
import type { Scenario } from './scenario.ts';
import type { MoveMeta } from './schema/branch.ts';

/** How one number of a position moves the odds of a move: they are multiplied by exp(per · (value − ref)), the value clipped. */
export interface Lean {
  readonly address: Address;
  readonly per: number;
  readonly ref: number;
}

/** A move's leans; `ref` is the central start value of the number unless the scenario says otherwise. */
export const leansOf = (scenario: Scenario, { leans }: MoveMeta): readonly Lean[] =>
  Object.entries(leans ?? {}).map(([address, { per, ref }]) => ({
    address,
    per,
    ref: ref ?? centralValue(quantityAt(scenario, address).initial),
  }));

/** What a move's odds or tendency begin from: its likelihood where chance moves, else its tendency; undefined where it has none. */
export const oddsEstimate = (isChance: boolean, { likelihood, tendency }: MoveMeta): Estimate | undefined =>
  isChance ? likelihood : tendency;

/** b · exp(Σ_k β_k (x_k − ref_k)): a move's odds before they are divided by the sum over the open moves. */
export function oddsWeight(base: number, leans: readonly Lean[], clipped: (address: Address) => number): number {
  const tilt = leans.reduce((sum, { address, per, ref }) => sum + per * (clipped(address) - ref), 0);
  return tilt === 0 ? base : base * exp(tilt);
}
