import { phaseOf } from '../../machines/workshop.ts';
import type { DecidedBy } from '../../machines/workshopDeed.ts';
import type { MoveId } from '../domain/identifier.ts';
import { uniform } from '../domain/random.ts';
import type { RoomCommand } from './command.ts';
import { type Deeds, endTimer, here, isText } from './deeds.ts';
import { presentRound, presentVote, type Room } from './room.ts';
import type { RoomRules } from './rules.ts';
import { tallyOf } from './tally.ts';

/** How a move comes about: by the count, by word, against the count with a reason, by the facilitator, or by lot. */
export function decide(rules: RoomRules, room: Room, command: RoomCommand): Deeds {
  const place = here(rules, room);
  const vote = presentVote(room);
  if (place === undefined) return 'not-now';
  const take = (move: MoveId, by: DecidedBy, reason?: string): Deeds =>
    place.options.includes(move)
      ? [{ type: 'decision.take', move, by, ...(reason === undefined ? {} : { reason }) }, ...endTimer]
      : 'not-open';
  const atReveal = phaseOf(room.course) === 'reveal';
  switch (command.type) {
    case 'decision.follow': {
      if (!atReveal || vote === undefined) return 'not-now';
      const leading = tallyOf(vote)?.leading ?? [];
      const [leader, rival] = leading;
      if (leader === undefined) return 'no-leader';
      return rival === undefined ? take(leader, vote.kind === 'runoff' ? 'runoff' : 'plurality') : 'tie';
    }
    case 'decision.agree':
      if (!atReveal || vote?.hands !== 'waived') return 'not-now';
      return vote.options.includes(command.move) ? take(command.move, 'agreed') : 'not-open';
    case 'decision.override': {
      if (!atReveal) return 'not-now';
      if (!isText(command.reason)) return 'bad-value';
      const reason = command.reason.trim();
      return reason === '' ? 'reason-missing' : take(command.move, 'override', reason);
    }
    case 'decision.play':
      if (phaseOf(room.course) !== 'present') return 'not-now';
      return take(command.move, place.chance ? 'chosen' : 'facilitator');
    case 'decision.draw': {
      if (phaseOf(room.course) !== 'present' || !place.chance) return 'not-now';
      // Every lot has a name of its own, so that the same room draws the same whatever was undone in between.
      const lot = uniform(room.setup.seed, `lot/${room.rounds.length}`, presentRound(room)?.line.length ?? 0);
      const move = place.options[Math.floor(lot * place.options.length)];
      return move === undefined ? 'not-open' : take(move, 'lot');
    }
    default:
      return 'not-now';
  }
}
