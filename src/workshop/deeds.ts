import type { WorkshopDeed } from '../../machines/workshopDeed.ts';
import type { RefusalCode } from './command.ts';
import { presentRound, type Room } from './room.ts';
import { type Place, placeOf, type RoomRules } from './rules.ts';

/** What a command comes to: deeds in their order, or why it comes to nothing. */
export type Deeds = readonly WorkshopDeed[] | RefusalCode;

/** The timer of what is over ends with it. */
export const endTimer: readonly WorkshopDeed[] = [{ type: 'timer.end' }];

/** Where the negotiation stands; undefined before the first round. */
export const here = (rules: RoomRules, room: Room): Place | undefined => {
  const round = presentRound(room);
  return round === undefined ? undefined : placeOf(rules, round.line);
};

/** Longest text that a room keeps in one piece, in UTF-16 units. */
const LONGEST_TEXT = 4_000;

/** Whether a value is a text that a room keeps. */
export const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST_TEXT;
