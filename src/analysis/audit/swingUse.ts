import type { Scenario } from '../../domain/scenario.ts';
import type { Visit } from './readings.ts';

/** How much of a stake's swing is used: the least and the most worth that was read, 0 to 1. */
export interface SwingUse {
  readonly actor: string;
  readonly stake: string;
  readonly weight: number;
  least: number;
  most: number;
}

/** The part of a swing that is used, 0 to 1. */
export const swingUsed = ({ least, most }: SwingUse): number => Math.max(0, most - least);

/** Every stake of every actor, with nothing read yet, and what widens each by a reading. */
export function swingUses(scenario: Scenario): {
  readonly uses: readonly SwingUse[];
  readonly widen: (visit: Visit) => void;
} {
  const uses = Object.entries(scenario.stakes).flatMap(([actor, { items }]) =>
    Object.entries(items).map(([stake, { weight }]): SwingUse => ({ actor, stake, weight, least: 1, most: 0 })),
  );
  const byStake = new Map(uses.map((use) => [`${use.actor}/${use.stake}`, use]));
  const widen = ({ reading }: Visit) => {
    for (const [actor, stakes] of reading.stakes) {
      for (const { address, worth } of stakes) {
        const use = byStake.get(`${actor}/${address}`);
        if (use === undefined) continue;
        use.least = Math.min(use.least, worth);
        use.most = Math.max(use.most, worth);
      }
    }
  };
  return { uses, widen };
}
