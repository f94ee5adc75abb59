import { actorName } from '../../domain/actors.ts';
import { quantityAt } from '../../domain/indicators.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { type AuditLine, listed, percent } from './auditLine.ts';
import type { TreeObserver } from './readings.ts';
import { type SwingUse, swingUsed, swingUses } from './swingUse.ts';

/** A stake with the part of its actor's payoff spread that it accounts for, 0 to 1. */
interface EffectiveWeight extends SwingUse {
  readonly effective: number;
}

/** weight × swing used, over their sum for the actor. 0 for all where the actor's payoffs do not differ. */
function effectiveWeightsOf(uses: readonly SwingUse[]): readonly EffectiveWeight[] {
  const sums = new Map<string, number>();
  for (const use of uses) sums.set(use.actor, (sums.get(use.actor) ?? 0) + use.weight * swingUsed(use));
  return uses.map((use) => {
    const sum = sums.get(use.actor) ?? 0;
    return { ...use, effective: sum === 0 ? 0 : (use.weight * swingUsed(use)) / sum };
  });
}

/** The stake that an actor's payoffs at reachable ends rest on most. */
function heaviest(weights: readonly EffectiveWeight[], actor: string): EffectiveWeight | undefined {
  return weights.filter((own) => own.actor === actor).toSorted((a, b) => b.effective - a.effective)[0];
}

/**
 * What each stake really weighs: the share of an actor's payoff spread over reachable ends that it accounts for. Swing weights say what full
 * swings are worth; where ends use half of one swing and all of another, the second counts twice as much as its weight says.
 */
export function effectiveWeights(scenario: Scenario): {
  readonly observer: TreeObserver;
  readonly line: () => AuditLine;
} {
  const { uses, widen } = swingUses(scenario);
  const line = (): AuditLine => {
    const weights = effectiveWeightsOf(uses);
    const said = Object.keys(scenario.stakes).flatMap((actor) => {
      const most = heaviest(weights, actor);
      if (most === undefined || most.effective === 0) return [];
      const { stake, weight, effective } = most;
      return `${actorName(scenario, actor)}'s on “${quantityAt(scenario, stake).label}” (${percent(effective)}, by its weight ${percent(weight)})`;
    });
    return {
      id: 'effective-weights',
      verdict: 'ok',
      sentence:
        said.length === 0
          ? 'All reachable ends are worth the same to everybody.'
          : `By what differs between reachable ends, payoffs rest most on these stakes: ${listed(said)}.`,
      figures: weights.map((own) => ({
        actor: own.actor,
        stake: own.stake,
        weight: percent(own.weight),
        'swing used at ends': percent(swingUsed(own)),
        'effective weight': percent(own.effective),
      })),
    };
  };
  const enter: TreeObserver['enter'] = (visit) => {
    if (visit.position.end) widen(visit);
  };
  return { observer: { enter }, line };
}
