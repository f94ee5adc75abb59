import { principals } from './actors.ts';
import type { Effect } from './effects.ts';
import type { ErrorModel, UncertainParameter } from './errorModel.ts';
import { type Estimate, toTriple } from './estimate.ts';
import type { MoveId } from './identifier.ts';
import { type Quantity, quantityAt } from './indicators.ts';
import type { Scenario } from './scenario.ts';

/** How far a block's estimates share one error, unless somebody changes it; a screen shows it. */
export const DEFAULT_RHO = 0.5;

const actorBlock = (actor: string): string => `actor ${actor}`;

/** How errors of judgement go together: within a block (ρ), and between the blocks of the two principals (κ). */
export type CommonError = Pick<ErrorModel, 'rho' | 'kappa'>;

/** The common-error model of a scenario: ρ = 0.5 and κ = 0 unless it says otherwise. */
export function errorModelOf(scenario: Scenario): ErrorModel {
  const [one, other] = principals(scenario);
  return { rho: DEFAULT_RHO, kappa: 0, principals: [actorBlock(one), actorBlock(other)], ...scenario.commonError };
}

/** Whose common error a quantity's estimates share: its actor's, or its own where it belongs to nobody. */
const blockOf = ({ of, address }: Quantity): string => (of === undefined ? `indicator ${address}` : actorBlock(of));

/** −1 where a higher value is worse for the actor whose own indicator it is. */
function signOf(scenario: Scenario, { of, driver, address }: Quantity): 1 | -1 {
  const stake = of === undefined || driver !== undefined ? undefined : scenario.stakes[of]?.items[address];
  return stake !== undefined && stake.worst > stake.best ? -1 : 1;
}

/** The start value of an indicator or driver as the draws see it. */
export function startParameter(scenario: Scenario, quantity: Quantity): UncertainParameter {
  const { address, initial } = quantity;
  return {
    id: `start/${address}`,
    estimate: toTriple(initial),
    block: blockOf(quantity),
    sign: signOf(scenario, quantity),
  };
}

/** The size of an effect as the draws see it: its own parameter, in the block of what it changes. */
export function effectParameter(scenario: Scenario, { parameter, address, estimate }: Effect): UncertainParameter {
  const quantity = quantityAt(scenario, address);
  return { id: parameter, estimate: toTriple(estimate), block: blockOf(quantity), sign: signOf(scenario, quantity) };
}

/** A likelihood or a tendency as the draws see it: independent of every other, and divided by the sum over the open moves where it is read. */
export const oddsParameter = (
  move: MoveId,
  kind: 'likelihood' | 'tendency',
  estimate: Estimate,
): UncertainParameter => ({
  id: `${move}/${kind}`,
  estimate: toTriple(estimate),
  block: undefined,
  sign: 1,
});
