import type { WorkshopSnapshot } from '../../machines/workshop.ts';
import type { DecidedBy, HandCount, RoomSetup, WorkshopDeed } from '../../machines/workshopDeed.ts';
import type { Line, MoveId } from '../domain/identifier.ts';
import type { PartKind } from './plans.ts';

/**
 * Somebody's place in a room. Seats of this version are the facilitator, who alone acts, and the projector, which only reads; a
 * participant's will carry an id and a chair, and its view is one more case of `viewFor`.
 */
export type Seat = { readonly role: 'facilitator' } | { readonly role: 'projector' };

/**
 * One accepted command as the log keeps it: what it did, in one piece. `seq` counts from 0 without a gap, and no two events of a room
 * have the same `seq` or the same `command`, so that two writers cannot both write the next one and a resend changes nothing.
 */
export interface RoomEvent {
  readonly room: string;
  readonly seq: number;
  /** Id of the command, made by whoever sent it. */
  readonly command: string;
  readonly by: Seat['role'];
  /** Milliseconds of the clock handed in. */
  readonly at: number;
  readonly deeds: readonly RoomDeed[];
}

/** What an event may hold: a deed of the workshop's chart, the opening of the room, or the taking back of an earlier event. */
export type RoomDeed =
  | WorkshopDeed
  | { readonly type: 'room.open'; readonly setup: RoomSetup }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

/** A question put to the room with its options: a first vote, another after more discussion, or a runoff. */
export interface Vote {
  readonly kind: 'first' | 'again' | 'runoff';
  readonly options: Line;
  /** Sealed until `revealed`. `waived` where the room answered without a count. */
  readonly hands: HandCount | 'waived' | undefined;
  readonly revealed: boolean;
}

/** A decision of the negotiation that the room stands before. */
export interface OpenDecision {
  readonly votes: readonly Vote[];
}

/** A decision that was taken, with all votes on it. */
export interface TakenDecision extends OpenDecision {
  /** The line before it. */
  readonly line: Line;
  readonly move: MoveId;
  readonly by: DecidedBy;
  /** Why the count was not followed; kept with every override. */
  readonly reason: string | undefined;
}

/** A turn that the room left when it went back. */
export interface Fork {
  readonly line: Line;
  /** The decisions that were left with it. */
  readonly decisions: readonly TakenDecision[];
}

/** A shock that the facilitator let happen during a round. */
export interface FiredInject {
  readonly shock: MoveId;
  /** The line before it. */
  readonly line: Line;
}

/** One course of the negotiation from its opening, with people in the same chairs. */
export interface Round {
  readonly number: number;
  readonly sides: readonly [string, string];
  /** Shocks and the branch: what was settled before the first decision. */
  readonly start: number;
  readonly line: Line;
  readonly decisions: readonly TakenDecision[];
  /** What the room stands before; undefined while it looks at what a decision did. */
  readonly open: OpenDecision | undefined;
  readonly forks: readonly Fork[];
  readonly injects: readonly FiredInject[];
}

/** A time that is running out: a deadline, or what is left of it. Data, never a running clock. */
export type Timer =
  | { readonly state: 'off' }
  | { readonly state: 'running'; readonly until: number; readonly length: number }
  | { readonly state: 'paused'; readonly left: number; readonly length: number };

/** When the room came to a part of its plan. */
export interface PartStart {
  readonly kind: PartKind;
  readonly number: number;
  readonly at: number;
}

/** A room as its log makes it. Everything in it is read by a `viewFor`; nothing is shown from here. */
export interface Room {
  readonly id: string;
  readonly setup: RoomSetup;
  readonly course: WorkshopSnapshot;
  readonly seq: number;
  readonly people: number;
  readonly sides: readonly [string, string];
  /** The branch that the next round begins with, where one was chosen. */
  readonly branch: MoveId | undefined;
  /** Shocks that every round begins with. */
  readonly conditions: Line;
  readonly rounds: readonly Round[];
  /** An inject that is shown, and whether it has happened. */
  readonly inject: { readonly shock: MoveId | undefined; readonly fired: boolean } | undefined;
  /** Moves that stay, while the room looks back. */
  readonly rewound: number | undefined;
  readonly compared: readonly [number, number] | undefined;
  readonly prompt: number;
  readonly notes: Readonly<Record<string, string>>;
  readonly dark: boolean;
  readonly nextHidden: boolean;
  readonly timer: Timer;
  readonly timerHidden: boolean;
  readonly parts: readonly PartStart[];
  /** When the room was closed. */
  readonly closedAt: number | undefined;
  /** The room before its last event, and the one that an undo left: taking back is going there. */
  readonly before: Room | undefined;
  readonly undone: Room | undefined;
}

/** The round that the room is in, or was in last. */
export const presentRound = (room: Room): Round | undefined => room.rounds.at(-1);

/** The vote that is open, sealed or revealed. */
export const presentVote = (room: Room): Vote | undefined => presentRound(room)?.open?.votes.at(-1);

/** The decision that was taken last, while the room looks at what it did. */
export const lastDecision = (room: Room): TakenDecision | undefined => presentRound(room)?.decisions.at(-1);
