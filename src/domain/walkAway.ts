import { effectsOfAlternative, effectsOfNoDeal } from './chart.ts';
import type { SizeOf } from './effects.ts';
import { applyEffects } from './effects.ts';
import type { StateId } from './identifier.ts';
import { stateIdOf } from './identifier.ts';
import type { Values } from './indicators.ts';
import { guardView, type Position } from './position.ts';
import type { Scenario } from './scenario.ts';
import type { Branch } from './schema/branch.ts';
import { payoff, stakeholders } from './stakes.ts';

/** What an actor has by walking away from a branch at a position, W_a: no deal, or the larger of that and what it can bring about alone. */
export interface WalkAway {
  readonly actor: string;
  /** Points of the actor's own payoff, 0 to 100. */
  readonly payoff: number;
  /** The end that walking away leads to for this actor. */
  readonly end: StateId;
  /** The actor's own `alternative` is the larger. */
  readonly alone: boolean;
}

function branchAt(scenario: Scenario, branch: string): Branch {
  const found = scenario.branches[branch];
  if (found === undefined) throw new RangeError(`no branch is called ${branch}`);
  return found;
}

const endOf = (branch: string, written: string): StateId =>
  written.includes('.') ? written : stateIdOf(branch, written);

/**
 * W_a = u_a(position ⊕ effects of the branch's `noDeal`), for every actor with stakes; where the branch names an `alternative` of the
 * actor, the larger of the two. Effects read the position as a move's would.
 */
export function walkAway(scenario: Scenario, branch: string, position: Position, sizeOf?: SizeOf): readonly WalkAway[] {
  const { noDeal, alternative } = branchAt(scenario, branch).meta;
  const view = guardView(scenario, position);
  const after = (effects: ReturnType<typeof effectsOfNoDeal>): Values =>
    applyEffects(position.values, view, effects, sizeOf);
  const apart = after(effectsOfNoDeal(scenario, branch));
  return stakeholders(scenario).map((actor): WalkAway => {
    const together: WalkAway = {
      actor,
      payoff: payoff(scenario, actor, apart).payoff,
      end: endOf(branch, noDeal.end),
      alone: false,
    };
    const own = alternative?.[actor];
    if (own === undefined) return together;
    const alone = payoff(scenario, actor, after(effectsOfAlternative(scenario, branch, actor))).payoff;
    return alone > together.payoff ? { actor, payoff: alone, end: endOf(branch, own.end), alone: true } : together;
  });
}
