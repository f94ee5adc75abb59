import type { NegotiationSnapshot } from '../../machines/negotiation.ts';
import { atEnd, openMoves, standing } from '../../machines/stepping.ts';
import { isChance, isDecision, stateAt } from '../domain/chart.ts';
import type { Line, StateId } from '../domain/identifier.ts';
import type { Scenario } from '../domain/scenario.ts';
import { planOf } from './plans.ts';
import { presentRound, type Room, type Round } from './room.ts';

/** The negotiation that a room plays: what may follow is asked of its machine alone. */
export interface RoomRules {
  readonly scenario: Scenario;
  /** The snapshot that a line leads to; undefined where the chart does not allow it. */
  readonly read: (line: Line) => NegotiationSnapshot | undefined;
}

/** A place of a line as a room meets it. */
export interface Place {
  readonly state: StateId;
  readonly ended: boolean;
  /** The open moves, in file order. */
  readonly options: Line;
  readonly chance: boolean;
}

/** Where a line leads. A line that the chart does not allow, from a log of another version, leads nowhere: undefined. */
export function placeOf({ scenario, read }: RoomRules, line: Line): Place | undefined {
  const snapshot = read(line);
  if (snapshot === undefined) return undefined;
  const state = standing(snapshot);
  const placed = stateAt(scenario, state)?.state;
  return {
    state,
    ended: atEnd(snapshot),
    options: openMoves(scenario, snapshot),
    chance: placed !== undefined && isDecision(placed) && isChance(placed),
  };
}

const putSoFar = ({ decisions }: Round): number => decisions.filter(({ votes }) => votes.length > 0).length;

/**
 * Whether the present decision is one that the plan puts to the room: one of the branch's short cut, or any decision where the scenario
 * names none, until the plan's number is reached. What chance decides is never put to the room by a plan.
 */
export function isPutToRoom(rules: RoomRules, room: Room): boolean {
  const round = presentRound(room);
  const place = round === undefined ? undefined : placeOf(rules, round.line);
  if (round === undefined || place === undefined || place.ended || place.chance || place.options.length < 2)
    return false;
  if (putSoFar(round) >= planOf(room.setup.plan).decisions) return false;
  const branch = place.state.split('.')[0] ?? '';
  const shortcut = rules.scenario.shortcuts?.[branch];
  return shortcut === undefined || shortcut.includes(place.state);
}

/** How many decisions the plan still puts to the room in this round, at most. */
export function decisionsLeft(room: Room): number {
  const round = presentRound(room);
  return Math.max(0, planOf(room.setup.plan).decisions - (round === undefined ? 0 : putSoFar(round)));
}
