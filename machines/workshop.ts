import { assign, initialTransition, type SnapshotFrom, setup, transition } from 'xstate';
import type { WorkshopDeed } from './workshopDeed.ts';

/** What the phases themselves remember: enough to go back, and no more. The room keeps the rest. */
interface WorkshopContext {
  /** Rounds begun. */
  readonly rounds: number;
  /** From which step each decision of this round was taken, the first one first. */
  readonly taken: readonly ('present' | 'reveal')[];
  /** From which step the present vote was opened. */
  readonly openedFrom: 'present' | 'discuss' | 'reveal';
}

/** Deeds that change no phase: the room's record of them is the whole of it. */
const record = { actions: 'record' } as const;

const chart = setup({
  types: { context: {} as WorkshopContext, events: {} as WorkshopDeed },
  guards: {
    wasTakenAtReveal: ({ context }) => context.taken.at(-1) === 'reveal',
    hasDecisionBefore: ({ context }) => context.taken.length > 0,
    wasOpenedAtPresent: ({ context }) => context.openedFrom === 'present',
    wasOpenedAtReveal: ({ context }) => context.openedFrom === 'reveal',
    asksAnew: (_, { anew }: { anew: boolean }) => anew,
  },
  actions: {
    /** Says that a deed may be done here; what it records is folded by the room. */
    record: () => {},
    beginRound: assign(({ context }) => ({ rounds: context.rounds + 1, taken: [] })),
    take: assign(({ context }, { at }: { at: 'present' | 'reveal' }) => ({ taken: [...context.taken, at] })),
    withdraw: assign(({ context }) => ({ taken: context.taken.slice(0, -1) })),
    keepDecisions: assign(({ context }, { decisions }: { decisions: number }) => ({
      taken: context.taken.slice(0, decisions),
    })),
    openFrom: assign((_, { from }: { from: WorkshopContext['openedFrom'] }) => ({ openedFrom: from })),
  },
});

const openVote = (from: WorkshopContext['openedFrom']) =>
  ({ target: '#vote', actions: { type: 'openFrom', params: { from } } }) as const;
const beginRound = { target: '#round', actions: 'beginRound' } as const;
const rewind = { target: '#rewound' } as const;

/**
 * The phases of a workshop: the door, the screen, and the course from lobby to debrief. Pure: deadlines are data in the room, so a
 * laptop with no server and a server for many phones run the same chart. Every deed of a room is an event here, so that the chart alone
 * says what may be done when.
 */
export const workshopMachine = chart.createMachine({
  id: 'workshop',
  type: 'parallel',
  context: { rounds: 0, taken: [], openedFrom: 'present' },
  on: {
    'branch.choose': record,
    'screen.theme': record,
    'next.hide': record,
    'people.count': record,
    'note.write': record,
    'timer.start': record,
    'timer.pause': record,
    'timer.resume': record,
    'timer.extend': record,
    'timer.hide': record,
    'timer.end': record,
  },
  states: {
    door: {
      initial: 'open',
      states: { open: { on: { 'door.lock': 'locked' } }, locked: { on: { 'door.open': 'open' } } },
    },
    screen: {
      initial: 'live',
      states: { live: { on: { 'screen.blank': 'blank' } }, blank: { on: { 'screen.show': 'live' } } },
    },
    phase: {
      initial: 'course',
      states: {
        course: {
          initial: 'lobby',
          states: {
            lobby: { on: { 'briefing.begin': 'briefing' } },
            briefing: {
              on: { 'conditions.begin': 'conditions', 'round.begin': beginRound, 'step.back': 'lobby' },
            },
            conditions: {
              on: { 'condition.set': record, 'round.begin': beginRound, 'step.back': 'briefing' },
            },
            round: {
              id: 'round',
              initial: 'step',
              on: {
                'round.begin': { ...beginRound, reenter: true },
                'sides.swap': 'swap',
                'compare.begin': 'compare',
                'debrief.begin': 'debrief',
                'line.rewind': rewind,
              },
              states: {
                // A history records only when its parent is left: this level is what an inject leaves.
                step: {
                  initial: 'present',
                  on: { 'inject.open': 'inject' },
                  states: {
                    present: {
                      id: 'present',
                      on: {
                        'discussion.open': 'discuss',
                        'vote.open': openVote('present'),
                        'decision.take': {
                          target: 'consequence',
                          actions: { type: 'take', params: { at: 'present' } },
                        },
                        'step.back': { guard: 'hasDecisionBefore', target: 'consequence' },
                      },
                    },
                    discuss: { on: { 'vote.open': openVote('discuss'), 'step.back': 'present' } },
                    vote: {
                      id: 'vote',
                      on: {
                        'hands.count': record,
                        'hands.waive': record,
                        'vote.seal': 'sealed',
                        'vote.void': 'present',
                        'step.back': [
                          { guard: 'wasOpenedAtReveal', target: 'reveal' },
                          { guard: 'wasOpenedAtPresent', target: 'present' },
                          { target: 'discuss' },
                        ],
                      },
                    },
                    sealed: {
                      on: {
                        'hands.count': record,
                        'hands.waive': record,
                        'vote.reveal': 'reveal',
                        'vote.reopen': 'vote',
                        'vote.void': 'present',
                        'step.back': 'vote',
                      },
                    },
                    reveal: {
                      on: {
                        'runoff.open': openVote('reveal'),
                        'discussion.open': 'discuss',
                        'decision.take': {
                          target: 'consequence',
                          actions: { type: 'take', params: { at: 'reveal' } },
                        },
                        'step.back': 'sealed',
                      },
                    },
                    consequence: {
                      on: {
                        'decision.next': 'present',
                        'step.back': [
                          { guard: 'wasTakenAtReveal', target: 'reveal', actions: 'withdraw' },
                          { target: 'present', actions: 'withdraw' },
                        ],
                      },
                    },
                    back: { type: 'history', target: 'present' },
                  },
                },
                inject: {
                  on: {
                    'inject.fire': record,
                    'inject.return': [
                      {
                        guard: { type: 'asksAnew', params: ({ event }) => ({ anew: event.anew }) },
                        target: 'step.present',
                      },
                      { target: 'step.back' },
                    ],
                  },
                },
                last: { type: 'history', history: 'deep', target: 'step' },
              },
            },
            swap: {
              on: {
                'condition.set': record,
                'round.begin': beginRound,
                'compare.begin': 'compare',
                'debrief.begin': 'debrief',
                'step.back': 'round.last',
              },
            },
            compare: {
              on: {
                'compare.pick': record,
                'round.begin': beginRound,
                'sides.swap': 'swap',
                'debrief.begin': 'debrief',
                'line.rewind': rewind,
                'step.back': 'round.last',
              },
            },
            debrief: { on: { 'prompt.show': record, 'room.close': 'closed', 'step.back': 'compare' } },
            closed: { on: { 'room.reopen': 'debrief', 'step.back': 'debrief' } },
            before: { type: 'history', history: 'deep', target: 'lobby' },
          },
        },
        rewound: {
          id: 'rewound',
          on: {
            'line.fork': {
              target: '#present',
              actions: { type: 'keepDecisions', params: ({ event }) => ({ decisions: event.decisions }) },
            },
            'line.keep': 'course.before',
            'step.back': 'course.before',
          },
        },
      },
    },
  },
});

export type WorkshopSnapshot = SnapshotFrom<typeof workshopMachine>;

/** Where a room stands, without the levels that only the chart needs. */
export const WORKSHOP_PHASES = [
  'lobby',
  'briefing',
  'conditions',
  'present',
  'discuss',
  'vote',
  'sealed',
  'reveal',
  'consequence',
  'inject',
  'rewound',
  'swap',
  'compare',
  'debrief',
  'closed',
] as const;
export type WorkshopPhase = (typeof WORKSHOP_PHASES)[number];

/** A workshop before anybody came. */
export function openingWorkshop(): WorkshopSnapshot {
  const [snapshot] = initialTransition(workshopMachine);
  return snapshot;
}

/** The phase of a snapshot: its innermost state. */
export function phaseOf({ value }: WorkshopSnapshot): WorkshopPhase {
  let at: unknown = value.phase;
  while (typeof at === 'object' && at !== null) at = Object.values(at)[0];
  return at as WorkshopPhase;
}

export const isBlank = ({ value }: WorkshopSnapshot): boolean => value.screen === 'blank';
export const isLocked = ({ value }: WorkshopSnapshot): boolean => value.door === 'locked';

/** The snapshot after a deed; undefined where the chart does not allow it. */
export function afterDeed(snapshot: WorkshopSnapshot, deed: WorkshopDeed): WorkshopSnapshot | undefined {
  if (!snapshot.can(deed)) return undefined;
  const [next] = transition(workshopMachine, snapshot, deed);
  return next;
}
