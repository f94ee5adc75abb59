import { actorName } from '../../domain/actors.ts';
import { quantityAt } from '../../domain/indicators.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { type AuditLine, listed, percent } from './auditLine.ts';
import { AUDIT_LIMITS } from './limits.ts';
import type { TreeObserver } from './readings.ts';
import { swingUsed, swingUses } from './swingUse.ts';

/** How much of each stake's swing the reachable positions use. A stake that hardly moves weighs little whatever its weight says. */
export function swings(scenario: Scenario): { readonly observer: TreeObserver; readonly line: () => AuditLine } {
  const { uses, widen } = swingUses(scenario);
  const line = (): AuditLine => {
    const idle = uses.filter((use) => swingUsed(use) < AUDIT_LIMITS.swingUsed);
    const least = percent(AUDIT_LIMITS.swingUsed);
    const said = idle.map(
      ({ actor, stake }) => `${actorName(scenario, actor)}'s “${quantityAt(scenario, stake).label}”`,
    );
    return {
      id: 'swing-use',
      verdict: idle.length === 0 ? 'ok' : 'warning',
      sentence:
        idle.length === 0
          ? `Reachable positions use at least ${least} of the swing of every stake.`
          : `Reachable positions use less than ${least} of the swing of ${listed(said)}: move the anchors closer, or the stake weighs less than it says.`,
      figures: uses.map((use) => ({
        actor: use.actor,
        stake: use.stake,
        weight: percent(use.weight),
        'swing used': percent(swingUsed(use)),
      })),
    };
  };
  return { observer: { enter: widen }, line };
}
