import type { DecidedBy } from '../../../../machines/workshopDeed.ts';
import type { PartKind } from '../../../workshop/plans.ts';
import type { Prompt } from '../../../workshop/prompts.ts';
import { formatList } from '../format.ts';

const hands = (count: number): string => (count === 1 ? '1 hand' : `${count} hands`);
const possessive = (name: string): string => (/s$/i.test(name) ? `${name}’` : `${name}’s`);

const DECIDED_BY: Readonly<Record<DecidedBy, string>> = {
  plurality: 'Decided by most hands',
  runoff: 'Decided by a runoff',
  agreed: 'Agreed in the room, without a count',
  override: 'Decided by the facilitator against the count',
  facilitator: 'Not put to the room',
  chosen: 'Chance: chosen by the facilitator',
  lot: 'Chance: drawn by lot, each outcome equally likely to be drawn',
};

const PARTS: Readonly<Record<PartKind, string>> = {
  briefing: 'Briefing',
  conditions: 'Conditions',
  round: 'Round',
  swap: 'Swap of sides',
  compare: 'Comparison',
  debrief: 'Debrief',
};

const PROMPTS: Readonly<Record<Prompt, string>> = {
  happened: 'What happened?',
  surprised: 'What surprised you?',
  sides: 'What would each side say about it?',
  contested: 'Which facts were contested?',
  change: 'What would change our view?',
  missing: 'Whose voice was missing?',
};

/** What the projector says. */
export const presentStage = {
  part: (kind: PartKind, number: number) => (kind === 'round' ? `${PARTS.round} ${number}` : PARTS[kind]),
  prompts: PROMPTS,
  promptOf: (number: number, all: number) => `Debrief · question ${number} of ${all}`,
  round: (round: number) => `Round ${round}`,
  decides: (actors: readonly string[]) =>
    actors.length === 1 ? `${actors[0]} decides` : `${formatList(actors)} decide together`,
  chance: 'Chance decides',
  notPut: 'Not put to the room',
  waiting: {
    title: 'Waiting for the facilitator',
    body: 'Open “Run a workshop” on this laptop. What the room sees will stand here.',
    loading: 'Loading…',
  },
  alone: 'The facilitator’s window is closed. What stands here stays.',
  blank: 'The screen is blank.',
  lobby: {
    eyebrow: 'A workshop',
    body: 'We are about to begin.',
    standing: 'An exercise about an ongoing war, from public reporting: fighting, capture, displacement; no images.',
  },
  briefing: {
    eyebrow: 'How this works',
    title: (minutes: number) => `${minutes} minutes on one negotiation`,
    rules: [
      'We look for interests, not for blame. Speaking for a side is not agreeing with it.',
      'First we commit, then we look: nobody sees a count before all have answered.',
      'Scores are judgements with a range, not forecasts.',
      'Anyone may sit out, or change sides, at any time. No reason is needed.',
    ],
    asOf: (date: string) => `Everything is as of ${date}.`,
  },
  sides: {
    tables: ['First table', 'Second table'],
    pairs: ['One of each pair', 'The other of each pair'],
    together: 'All of us decide for whoever decides.',
    speaks: (actor: string) => `speaks for ${actor}`,
  },
  swap: {
    eyebrow: 'Swap of sides',
    title: 'Now sit in the other chair',
    next: (round: number) => `Round ${round} begins at the start.`,
  },
  conditions: {
    eyebrow: 'Conditions',
    title: 'In which world do we begin?',
    changed: 'changed',
  },
  question: {
    options: 'What can be done',
    discuss: 'Talk about it first.',
    voting: 'Commit now',
    everybody: 'Everybody: write one option on the ballot, or raise a hand when it is called.',
    table: (actor: string) => `${possessive(actor)} table: one option each, on the ballot or by hand.`,
    pair: (actor: string) => `Whoever speaks for ${actor}: one option each, on the ballot or by hand.`,
    predict: 'The others first: which one will they play?',
    predictAll: 'Before that: which one do you think this room will play?',
    cannotSay: '“Cannot say” is an answer too.',
    sealed: 'Sealed',
    sealedBody: 'All answers are in. Nobody has seen a count yet.',
    runoff: 'Runoff between options that were level',
    again: 'Second vote, after talking',
    earlier: (round: number, label: string) => `Round ${round} played: ${label}`,
  },
  reveal: {
    eyebrow: 'Revealed',
    counted: (total: number) => `${hands(total)} counted in`,
    cannotSay: (count: number) => `${count} could not say`,
    hands,
    before: (share: string) => `before: ${share}`,
    predicted: (count: number, all: number) => `${count} of ${all} predicted it`,
    waived: 'Answered in the room, without a count',
    tie: 'Level: a runoff decides.',
    noHands: 'No hand for any option.',
  },
  consequence: {
    by: DECIDED_BY,
    reason: (reason: string) => `Reason: ${reason}`,
    predicted: (count: number, all: number) => `${count} of ${all} had predicted it.`,
    leverage: 'Leverage: how much each can move the other’s choice, 0 to 100. The band is the range of judgement.',
    moved: 'Also moved',
    range: (range: string) => `(range ${range})`,
    end: 'The talks end here',
    agreement: 'An agreement',
    noAgreement: 'No agreement',
  },
  inject: {
    eyebrow: 'What if, right now…',
    prepared: 'Something is about to change.',
    fired: 'This has now happened in our line.',
  },
  rewound: {
    eyebrow: 'Looking back',
    title: 'What if we had gone another way?',
    left: (label: string) => `We had played: ${label}`,
    stays: 'That line stays, and can be compared.',
  },
  compare: {
    eyebrow: 'Side by side',
    parts: (label: string) => `They part at: ${label}`,
    same: 'The two lines are the same.',
    one: 'One line so far. There is nothing to hold beside it yet.',
    round: (round: number) => `Round ${round}`,
    fork: (round: number, fork: number) => `Round ${round}, turn ${fork} that we left`,
    second: 'What came second',
    start: (round: number) => `Where round ${round} began`,
    played: 'What we played',
    ends: (label: string) => `Ends at: ${label}`,
    stands: (label: string) => `Stands at: ${label}`,
    depends: 'direction depends on judgement',
    level: (label: string) => `${label}: no difference`,
    leverage: (actor: string) => `${possessive(actor)} leverage`,
    since: (round: number) => `What round ${round} has changed`,
    rule: 'The right line less the left one, on shared draws; in brackets the range of judgement. Points of two actors are not comparable.',
  },
  debrief: { line: (round: number) => `Round ${round}` },
  closed: { title: 'Thank you', body: 'Nothing that you said is kept with your name.' },
  next: (part: string) => `Next: ${part}`,
  timer: {
    left: 'left',
    paused: 'paused',
    up: 'Time is up',
    label: (time: string) => `${time} left`,
  },
} as const;
