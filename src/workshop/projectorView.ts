import { isBlank, phaseOf, type WorkshopPhase } from '../../machines/workshop.ts';
import type { DecidedBy, Seating } from '../../machines/workshopDeed.ts';
import type { Line, MoveId } from '../domain/identifier.ts';
import { partOf } from './agenda.ts';
import { type ComparableLine, comparableLines } from './comparable.ts';
import { type PartKind, planOf } from './plans.ts';
import { PROMPTS, type Prompt } from './prompts.ts';
import {
  lastDecision,
  presentRound,
  presentVote,
  type Room,
  type Round,
  type TakenDecision,
  type Timer,
  type Vote,
} from './room.ts';
import { isPutToRoom, placeOf, type RoomRules } from './rules.ts';
import { type Tally, tallyOf } from './tally.ts';

/** Who sits where: the actors of the first and the second table, or of the two halves of each pair. */
export interface ShownSides {
  readonly seating: Seating;
  readonly sides: readonly [string, string];
}

/** A question while it is asked: its options and nothing of what anybody answered. There is no place here for a count. */
export interface ShownQuestion {
  readonly kind: Vote['kind'];
  readonly options: Line;
}

/** A vote that was revealed; without a tally where nobody counted. */
export interface ShownVote extends ShownQuestion {
  readonly tally: Tally | undefined;
}

/** A decision that was taken, as the room may see it. */
export interface ShownDecision {
  readonly line: Line;
  readonly move: MoveId;
  readonly by: DecidedBy;
  readonly reason: string | undefined;
  readonly votes: readonly ShownVote[];
}

/** Where in which round, and what the rounds before did: the ghost of round 1 stays in view. */
interface InRound extends ShownSides {
  readonly round: number;
  readonly line: Line;
  readonly earlier: readonly { readonly round: number; readonly line: Line }[];
}

/** What stands on the projector in each phase. */
export type Scene =
  | { readonly phase: 'lobby' }
  | ({ readonly phase: 'briefing' | 'swap'; readonly minutes: number; readonly round: number } & ShownSides)
  | { readonly phase: 'conditions'; readonly conditions: Line }
  | ({ readonly phase: 'present' | 'discuss'; readonly put: boolean; readonly options: Line } & InRound)
  | ({ readonly phase: 'vote' | 'sealed'; readonly question: ShownQuestion; readonly predict: boolean } & InRound)
  | ({ readonly phase: 'reveal'; readonly votes: readonly ShownVote[] } & InRound)
  | ({ readonly phase: 'consequence'; readonly decision: ShownDecision } & InRound)
  | ({ readonly phase: 'inject'; readonly shock: MoveId | undefined; readonly fired: boolean } & InRound)
  | ({ readonly phase: 'rewound'; readonly length: number } & InRound)
  | { readonly phase: 'compare'; readonly lines: readonly ComparableLine[] }
  | {
      readonly phase: 'debrief';
      readonly prompt: Prompt;
      readonly number: number;
      readonly of: number;
      readonly rounds: readonly Line[];
    }
  | { readonly phase: 'closed' };

/** What the projector shows: nothing while the screen is blank; never a running count, and what comes next only where it is not hidden. */
export type ProjectorView = { readonly dark: boolean } & (
  | { readonly screen: 'blank' }
  | {
      readonly screen: 'live';
      readonly scene: Scene;
      readonly timer: Timer;
      readonly next: { readonly kind: PartKind; readonly number: number } | undefined;
    }
);

const shownVotes = (votes: readonly Vote[]): readonly ShownVote[] =>
  votes
    .filter(({ revealed }) => revealed)
    .map((vote) => ({ kind: vote.kind, options: vote.options, tally: tallyOf(vote) }));

const shownDecision = ({ line, move, by, reason, votes }: TakenDecision): ShownDecision => ({
  line,
  move,
  by,
  reason,
  votes: shownVotes(votes),
});

/** The two lines that are compared: those picked, else the first two there are; a beginning stands before what came of it. */
export function comparedLines(rules: RoomRules, room: Room): readonly ComparableLine[] {
  const lines = comparableLines(rules, room);
  if (room.compared === undefined && lines[1]?.kind === 'start') return [lines[1], ...lines.slice(0, 1)];
  return (room.compared ?? [0, 1]).flatMap((index) => lines[index] ?? []);
}

const inRound = (room: Room, { number, sides, line }: Round): InRound => ({
  seating: room.setup.seating,
  sides,
  round: number,
  line,
  earlier: room.rounds.slice(0, -1).map((round) => ({ round: round.number, line: round.line })),
});

function roundScene(rules: RoomRules, room: Room, phase: WorkshopPhase, round: Round): Scene | undefined {
  const place = inRound(room, round);
  const vote = presentVote(room);
  switch (phase) {
    case 'present':
    case 'discuss':
      return {
        phase,
        put: phase === 'discuss' || isPutToRoom(rules, room),
        options: placeOf(rules, round.line)?.options ?? [],
        ...place,
      };
    case 'vote':
    case 'sealed':
      return {
        phase,
        question: { kind: vote?.kind ?? 'first', options: vote?.options ?? [] },
        predict: room.setup.predict && vote?.kind !== 'runoff',
        ...place,
      };
    case 'reveal':
      return { phase, votes: shownVotes(round.open?.votes ?? []), ...place };
    case 'consequence': {
      const last = lastDecision(room);
      return last === undefined ? undefined : { phase, decision: shownDecision(last), ...place };
    }
    case 'inject':
      return { phase, shock: room.inject?.shock, fired: room.inject?.fired === true, ...place };
    case 'rewound':
      return { phase, length: room.rewound ?? 0, ...place };
    default:
      return undefined;
  }
}

function sceneOf(rules: RoomRules, room: Room): Scene {
  const phase = phaseOf(room.course);
  switch (phase) {
    case 'lobby':
    case 'closed':
      return { phase };
    case 'briefing':
    case 'swap':
      return {
        phase,
        minutes: planOf(room.setup.plan).minutes,
        round: room.rounds.length + 1,
        seating: room.setup.seating,
        sides: room.sides,
      };
    case 'conditions':
      return { phase, conditions: room.conditions };
    case 'compare':
      return { phase, lines: comparedLines(rules, room) };
    case 'debrief':
      return {
        phase,
        prompt: PROMPTS[room.prompt] ?? PROMPTS[0],
        number: room.prompt + 1,
        of: PROMPTS.length,
        rounds: room.rounds.map(({ line }) => line),
      };
    default: {
      const round = presentRound(room);
      return (round === undefined ? undefined : roundScene(rules, room, phase, round)) ?? { phase: 'lobby' };
    }
  }
}

function nextPart(room: Room): { readonly kind: PartKind; readonly number: number } | undefined {
  const { parts } = planOf(room.setup.plan);
  const present = partOf(room);
  const at = parts.findIndex(({ kind, number }) => kind === present?.kind && number === present.number);
  const next = phaseOf(room.course) === 'lobby' ? parts[0] : at === -1 ? undefined : parts[at + 1];
  return next === undefined ? undefined : { kind: next.kind, number: next.number };
}

/** Built up from nothing, so that a secret that is added to a room later stays one. */
export function projectorView(rules: RoomRules, room: Room): ProjectorView {
  const { dark } = room;
  if (isBlank(room.course)) return { dark, screen: 'blank' };
  return {
    dark,
    screen: 'live',
    scene: sceneOf(rules, room),
    timer: room.timerHidden ? { state: 'off' } : room.timer,
    next: room.nextHidden ? undefined : nextPart(room),
  };
}
