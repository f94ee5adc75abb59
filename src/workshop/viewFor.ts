import { openShocks } from '../../machines/stepping.ts';
import { isBlank, isLocked, phaseOf, type WorkshopPhase } from '../../machines/workshop.ts';
import type { RoomSetup } from '../../machines/workshopDeed.ts';
import type { Line, StateId } from '../domain/identifier.ts';
import { type AgendaBasis, agendaBasis } from './agenda.ts';
import type { RoomCommand } from './command.ts';
import { type ComparableLine, comparableLines } from './comparable.ts';
import { deedsOf } from './deedsOf.ts';
import { type NextStep, nextStep } from './nextStep.ts';
import { comparedLines, type ProjectorView, projectorView } from './projectorView.ts';
import { presentRound, presentVote, type Room, type Round, type Seat, type Timer, type Vote } from './room.ts';
import { decisionsLeft, isPutToRoom, placeOf, type RoomRules } from './rules.ts';

/** Commands whose buttons stand on every page of the console: whether each would do something now. */
export const STANDING_COMMANDS = [
  { type: 'step.back' },
  { type: 'part.skip' },
  { type: 'timer.pause' },
  { type: 'timer.resume' },
  { type: 'timer.extend', minutes: 1 },
  { type: 'timer.end' },
  { type: 'vote.open' },
  { type: 'discussion.open' },
  { type: 'vote.void' },
  { type: 'vote.reopen' },
  { type: 'inject.open', shock: undefined },
  { type: 'inject.return' },
  { type: 'compare.begin' },
  { type: 'sides.swap' },
  { type: 'room.reopen' },
  { type: 'decision.draw' },
  { type: 'runoff.open' },
  { type: 'hands.waive' },
] as const satisfies readonly RoomCommand[];
export type StandingCommand = (typeof STANDING_COMMANDS)[number]['type'];

/** Where the negotiation stands in the present round. */
export interface NegotiationNow {
  readonly line: Line;
  readonly state: StateId;
  readonly ended: boolean;
  readonly chance: boolean;
  /** Whether the plan puts this decision to the room. */
  readonly put: boolean;
  /** Decisions that the plan still puts to the room, at most. */
  readonly toPut: number;
  readonly options: Line;
  readonly shocks: Line;
}

/** What the facilitator may see: what everyone sees, what comes next, the counts that they entered, and their own notes. */
export interface FacilitatorView {
  readonly phase: WorkshopPhase;
  readonly setup: RoomSetup;
  readonly locked: boolean;
  readonly blank: boolean;
  readonly dark: boolean;
  readonly nextHidden: boolean;
  readonly people: number;
  readonly sides: readonly [string, string];
  readonly conditions: Line;
  readonly timer: Timer;
  readonly timerHidden: boolean;
  /** What everyone sees now, as the projector is given it. */
  readonly shown: ProjectorView;
  readonly next: NextStep;
  readonly agenda: AgendaBasis;
  readonly negotiation: NegotiationNow | undefined;
  readonly vote: Vote | undefined;
  readonly inject: Room['inject'];
  readonly rewound: number | undefined;
  readonly rounds: readonly Round[];
  readonly comparable: readonly ComparableLine[];
  readonly compared: readonly ComparableLine[];
  readonly prompt: number;
  readonly notes: Readonly<Record<string, string>>;
  readonly can: Readonly<Record<StandingCommand, boolean>>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

function negotiationNow(rules: RoomRules, room: Room): NegotiationNow | undefined {
  const round = presentRound(room);
  const snapshot = round === undefined ? undefined : rules.read(round.line);
  const place = round === undefined ? undefined : placeOf(rules, round.line);
  if (round === undefined || snapshot === undefined || place === undefined) return undefined;
  return {
    line: round.line,
    ...place,
    put: isPutToRoom(rules, room),
    toPut: decisionsLeft(room),
    shocks: openShocks(rules.scenario, snapshot),
  };
}

/** Whether a command would be accepted now, whatever the time is. */
function wouldDo(rules: RoomRules, room: Room, command: RoomCommand): boolean {
  const deeds = deedsOf(rules, room, command, 0);
  // Only the first deed of a command asks something of the phases; those after it set the timer, which may always be done.
  return typeof deeds !== 'string' && deeds.slice(0, 1).every((deed) => room.course.can(deed));
}

function facilitatorView(rules: RoomRules, room: Room): FacilitatorView {
  const can = STANDING_COMMANDS.map((command) => [command.type, wouldDo(rules, room, command)]);
  return {
    phase: phaseOf(room.course),
    setup: room.setup,
    locked: isLocked(room.course),
    blank: isBlank(room.course),
    dark: room.dark,
    nextHidden: room.nextHidden,
    people: room.people,
    sides: room.sides,
    conditions: room.conditions,
    timer: room.timer,
    timerHidden: room.timerHidden,
    shown: projectorView(rules, room),
    next: nextStep(rules, room),
    agenda: agendaBasis(room),
    negotiation: negotiationNow(rules, room),
    vote: presentVote(room),
    inject: room.inject,
    rewound: room.rewound,
    rounds: room.rounds,
    comparable: comparableLines(rules, room),
    compared: comparedLines(rules, room),
    prompt: room.prompt,
    notes: room.notes,
    can: Object.fromEntries(can) as Record<StandingCommand, boolean>,
    canUndo: room.before !== undefined,
    canRedo: room.undone !== undefined,
  };
}

/** What a seat sees of its room. */
export interface ViewOf {
  readonly facilitator: FacilitatorView;
  readonly projector: ProjectorView;
}

/** What a seat may see of a room, and nothing else: the only way from a room to a screen. */
export function viewFor<Role extends Seat['role']>(
  seat: { readonly role: Role },
  rules: RoomRules,
  room: Room,
): ViewOf[Role] {
  const views: { readonly [Name in Seat['role']]: () => ViewOf[Name] } = {
    facilitator: () => facilitatorView(rules, room),
    projector: () => projectorView(rules, room),
  };
  return views[seat.role]();
}
