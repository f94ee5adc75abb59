import { actorName } from '../../domain/actors.ts';
import { quantityAt } from '../../domain/indicators.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { type AuditLine, listed, percent } from './auditLine.ts';
import { AUDIT_LIMITS } from './limits.ts';
import type { TreeObserver, Visit } from './readings.ts';

interface SwingUse {
  readonly actor: string;
  readonly stake: string;
  readonly weight: number;
  least: number;
  most: number;
}

const used = ({ least, most }: SwingUse): number => Math.max(0, most - least);

/**
 * How much of each stake's swing the reachable positions use. A stake that hardly moves weighs little whatever its weight says: the
 * effective weight is weight × swing used, over their sum.
 */
export function swings(scenario: Scenario): { readonly observer: TreeObserver; readonly line: () => AuditLine } {
  const uses = Object.entries(scenario.stakes).flatMap(([actor, { items }]) =>
    Object.entries(items).map(
      ([stake, { weight }]): SwingUse => ({
        actor,
        stake,
        weight,
        least: 1,
        most: 0,
      }),
    ),
  );
  const byStake = new Map(uses.map((use) => [`${use.actor}/${use.stake}`, use]));
  const enter = ({ reading }: Visit) => {
    for (const [actor, stakes] of reading.stakes) {
      for (const { address, worth } of stakes) {
        const use = byStake.get(`${actor}/${address}`);
        if (use === undefined) continue;
        use.least = Math.min(use.least, worth);
        use.most = Math.max(use.most, worth);
      }
    }
  };
  const line = (): AuditLine => {
    const idle = uses.filter((use) => used(use) < AUDIT_LIMITS.swingUsed);
    const sums = new Map<string, number>();
    for (const use of uses) sums.set(use.actor, (sums.get(use.actor) ?? 0) + use.weight * used(use));
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
      figures: uses.map((use) => {
        const sum = sums.get(use.actor) ?? 0;
        return {
          actor: use.actor,
          stake: use.stake,
          weight: percent(use.weight),
          'swing used': percent(used(use)),
          'effective weight': percent(sum === 0 ? 0 : (use.weight * used(use)) / sum),
        };
      }),
    };
  };
  return { observer: { enter }, line };
}
