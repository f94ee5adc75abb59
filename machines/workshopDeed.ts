import type { Line, MoveId } from '../src/domain/identifier.ts';

/** Hands per option, counted by a person in the room. */
export type Counts = Readonly<Record<MoveId, number>>;

/** Hands that a facilitator counted: how often each option was chosen, and who could not say. Never a person's own answer. */
export interface HandCount {
  readonly chosen: Counts;
  readonly cannotSay: number;
  /** Hands for “this is what that side will play”, raised before the choice; undefined where nobody was asked. */
  readonly predicted: Counts | undefined;
}

/** How a move came about: what the record says of it, and what a debrief counts. */
export type DecidedBy =
  /** Most hands of the first vote, or of a runoff. */
  | 'plurality'
  | 'runoff'
  /** The room said so without a count. */
  | 'agreed'
  /** Against the count, with a reason. */
  | 'override'
  /** Not put to the room: played by the facilitator, or, where chance decides, chosen by the facilitator or drawn by lot. */
  | 'facilitator'
  | 'chosen'
  | 'lot';

/** Whose room it is and how it is to run: settled before the door opens. */
export interface RoomSetup {
  readonly scenario: { readonly id: string; readonly stamp: string };
  readonly plan: string;
  /** People in the room, the facilitator left out; at least 1. */
  readonly people: number;
  readonly seating: Seating;
  /** Actors whose chairs the first and the second table (or half of each pair) take in round 1. */
  readonly sides: readonly [string, string];
  /** Move of the table that round 1 begins with. */
  readonly branch: MoveId;
  /** Whether hands are also asked what the deciding side will play. */
  readonly predict: boolean;
  /** Seed of every lot that this room draws: handed in. */
  readonly seed: number;
}

/** Two tables, pairs across a table, or everybody together. */
export const SEATINGS = ['tables', 'pairs', 'together'] as const;
export type Seating = (typeof SEATINGS)[number];

/** One thing that happened in a room: what the log keeps, and what the phases read. Times are milliseconds of the clock handed in. */
export type WorkshopDeed =
  | { readonly type: 'briefing.begin' }
  | { readonly type: 'conditions.begin' }
  /** Before a round begins: the conditions of the world that rounds begin in, as the shocks that set them. */
  | { readonly type: 'condition.set'; readonly conditions: Line }
  /** What the next round is to begin with. */
  | { readonly type: 'branch.choose'; readonly branch: MoveId }
  | { readonly type: 'round.begin'; readonly branch: MoveId }
  | { readonly type: 'discussion.open' }
  | { readonly type: 'vote.open'; readonly options: Line }
  | { readonly type: 'runoff.open'; readonly options: Line }
  | { readonly type: 'vote.void' }
  | { readonly type: 'vote.seal' }
  | { readonly type: 'vote.reopen' }
  | { readonly type: 'vote.reveal' }
  | { readonly type: 'hands.count'; readonly hands: HandCount }
  /** The room answered without a count. */
  | { readonly type: 'hands.waive' }
  | { readonly type: 'decision.take'; readonly move: MoveId; readonly by: DecidedBy; readonly reason?: string }
  | { readonly type: 'decision.next' }
  | { readonly type: 'inject.open'; readonly shock: MoveId | undefined }
  | { readonly type: 'inject.fire'; readonly shock: MoveId }
  /** Back to where the room was; `anew` where the shock changed what is asked, so that an old answer no longer fits. */
  | { readonly type: 'inject.return'; readonly anew: boolean }
  /** Back to the place after `length` moves of the line. */
  | { readonly type: 'line.rewind'; readonly length: number }
  /** Another turn from there; `decisions` are those that stay. */
  | { readonly type: 'line.fork'; readonly decisions: number }
  | { readonly type: 'line.keep' }
  | { readonly type: 'sides.swap' }
  | { readonly type: 'compare.begin' }
  /** Which two of the room's lines stand side by side. */
  | { readonly type: 'compare.pick'; readonly first: number; readonly second: number }
  | { readonly type: 'debrief.begin' }
  | { readonly type: 'prompt.show'; readonly prompt: number }
  | { readonly type: 'room.close' }
  | { readonly type: 'room.reopen' }
  | { readonly type: 'step.back' }
  | { readonly type: 'door.lock' }
  | { readonly type: 'door.open' }
  | { readonly type: 'screen.blank' }
  | { readonly type: 'screen.show' }
  | { readonly type: 'screen.theme'; readonly dark: boolean }
  | { readonly type: 'next.hide'; readonly hidden: boolean }
  | { readonly type: 'people.count'; readonly people: number }
  | { readonly type: 'note.write'; readonly about: string; readonly text: string }
  | { readonly type: 'timer.start'; readonly until: number; readonly length: number }
  | { readonly type: 'timer.pause'; readonly left: number }
  | { readonly type: 'timer.resume'; readonly until: number }
  | { readonly type: 'timer.extend'; readonly by: number }
  | { readonly type: 'timer.hide'; readonly hidden: boolean }
  | { readonly type: 'timer.end' };
