/** What a part of a workshop is about. A room may run a part twice, such as a second round. */
export type PartKind = 'briefing' | 'conditions' | 'round' | 'swap' | 'compare' | 'debrief';

/** A part of a plan with its time. */
export interface PlanPart {
  readonly kind: PartKind;
  /** 1 for the first round, 2 for the second; 1 for every other part. */
  readonly number: number;
  readonly minutes: number;
}

/** A ready plan of a workshop: its parts in order, and how much of the negotiation is put to the room. */
export interface Plan {
  readonly id: string;
  readonly minutes: number;
  /** Decisions of a round that are put to the room; the others on the way are played by the facilitator. */
  readonly decisions: number;
  /** Minutes to talk before each vote. */
  readonly discussion: number;
  readonly parts: readonly PlanPart[];
}

const part = (kind: PartKind, minutes: number, number = 1): PlanPart => ({ kind, number, minutes });

/** Share of a plan's time that the debrief has at least: what is taught is learnt there, and it is what gets squeezed. */
export const DEBRIEF_SHARE = 0.2;

/** Three ready plans. A debrief has at least a fifth of the time. */
export const PLANS: readonly Plan[] = [
  {
    id: 'short',
    minutes: 20,
    decisions: 3,
    discussion: 1,
    parts: [part('briefing', 2), part('round', 10), part('compare', 3), part('debrief', 5)],
  },
  {
    id: 'hour',
    minutes: 60,
    decisions: 5,
    discussion: 2,
    parts: [
      part('briefing', 5),
      part('conditions', 5),
      part('round', 15),
      part('swap', 2),
      part('round', 10, 2),
      part('compare', 8),
      part('debrief', 15),
    ],
  },
  {
    id: 'long',
    minutes: 90,
    decisions: 5,
    discussion: 3,
    parts: [
      part('briefing', 6),
      part('conditions', 8),
      part('round', 25),
      part('swap', 3),
      part('round', 18, 2),
      part('compare', 10),
      part('debrief', 20),
    ],
  },
];

/** The plan with this id; an unknown one, from a newer Parley, is read as the shortest. */
export function planOf(id: string): Plan {
  const plan = PLANS.find((known) => known.id === id) ?? PLANS[0];
  if (plan === undefined) throw new TypeError('there is a plan');
  return plan;
}
