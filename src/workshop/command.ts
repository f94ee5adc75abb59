import type { HandCount, RoomSetup, WorkshopDeed } from '../../machines/workshopDeed.ts';
import type { MoveId } from '../domain/identifier.ts';

/** Deeds that a seat asks for as they are: nothing has to be looked up. */
type AskedAsIs = Extract<
  WorkshopDeed,
  {
    readonly type:
      | 'briefing.begin'
      | 'conditions.begin'
      | 'vote.void'
      | 'vote.seal'
      | 'vote.reopen'
      | 'vote.reveal'
      | 'hands.waive'
      | 'inject.open'
      | 'line.keep'
      | 'sides.swap'
      | 'compare.begin'
      | 'debrief.begin'
      | 'room.close'
      | 'room.reopen'
      | 'step.back'
      | 'door.lock'
      | 'door.open'
      | 'screen.blank'
      | 'screen.show'
      | 'screen.theme'
      | 'next.hide'
      | 'timer.hide'
      | 'timer.end';
  }
>;

/** Which figure of a count is meant. */
export type HandsOf =
  | { readonly column: 'chosen' | 'predicted'; readonly move: MoveId }
  | { readonly column: 'cannotSay' };

/** What a seat asks a room to do. What it comes to, and whether it may, is `applyCommand`'s matter. */
export type RoomCommand =
  | AskedAsIs
  | { readonly type: 'room.open'; readonly setup: RoomSetup }
  | { readonly type: 'condition.set'; readonly shock: MoveId }
  | { readonly type: 'branch.choose'; readonly branch: MoveId }
  | { readonly type: 'round.begin'; readonly branch: MoveId }
  | { readonly type: 'discussion.open' }
  | { readonly type: 'vote.open' }
  | { readonly type: 'runoff.open' }
  | { readonly type: 'hands.count'; readonly hands: HandCount }
  /** One figure of the count; or one more, or one fewer, of what it is by then, so that quick counting loses nothing. */
  | ({ readonly type: 'hands.set'; readonly count: number } & HandsOf)
  | ({ readonly type: 'hands.add'; readonly by: 1 | -1 } & HandsOf)
  /** Plays what the count says. */
  | { readonly type: 'decision.follow' }
  /** Plays what the room said without a count. */
  | { readonly type: 'decision.agree'; readonly move: MoveId }
  | { readonly type: 'decision.override'; readonly move: MoveId; readonly reason: string }
  /** Plays a move that is not put to the room; where chance decides, says what happens. */
  | { readonly type: 'decision.play'; readonly move: MoveId }
  /** Draws by lot what happens: every open move has the same chance. */
  | { readonly type: 'decision.draw' }
  | { readonly type: 'decision.next' }
  | { readonly type: 'inject.fire'; readonly shock: MoveId }
  | { readonly type: 'inject.return' }
  | { readonly type: 'line.rewind'; readonly length: number }
  | { readonly type: 'line.fork' }
  | { readonly type: 'compare.pick'; readonly first: number; readonly second: number }
  | { readonly type: 'prompt.show'; readonly prompt: number }
  /** On to the next part of the plan, whatever is left of this one. */
  | { readonly type: 'part.skip' }
  | { readonly type: 'people.count'; readonly people: number }
  | { readonly type: 'note.write'; readonly about: string; readonly text: string }
  | { readonly type: 'timer.start'; readonly minutes: number }
  | { readonly type: 'timer.pause' }
  | { readonly type: 'timer.resume' }
  | { readonly type: 'timer.extend'; readonly minutes: number }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

/** Why a room does not do what it was asked. */
export const REFUSALS = [
  /** Nothing of the kind is done in this phase. */
  'not-now',
  /** Only the facilitator's seat acts. */
  'not-allowed',
  /** Somebody else wrote since: look again. */
  'stale',
  /** The negotiation does not allow this move or shock here. */
  'not-open',
  /** Reveal waits for hands that are counted, or for a word that nobody counts. */
  'not-counted',
  /** A count is no whole number, or of something that was not asked. */
  'bad-count',
  /** Several options have most hands: a runoff or an override decides. */
  'tie',
  /** No hand was raised for any option. */
  'no-leader',
  /** Not tied: there is nothing to run off. */
  'no-tie',
  /** An override says why. */
  'reason-missing',
  /** The talks have ended. */
  'ended',
  /** A shock came after the decision: undo takes back one thing at a time. */
  'undo-instead',
  'nothing-to-undo',
  'nothing-to-redo',
  /** A value that no screen sends: a branch, a line or a minute that does not exist. */
  'bad-value',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];
