import { phaseOf } from '../../machines/workshop.ts';
import type { RoomCommand } from './command.ts';
import { branchOf } from './deedsOf.ts';
import { planOf } from './plans.ts';
import { PROMPTS } from './prompts.ts';
import { presentRound, presentVote, type Room } from './room.ts';
import { isPutToRoom, placeOf, type RoomRules } from './rules.ts';
import { tallyOf } from './tally.ts';

/** What the one big button does, by name. */
export type NextKind =
  | 'brief'
  | 'conditions'
  | 'round'
  | 'discuss'
  | 'vote'
  | 'seal'
  | 'reveal'
  | 'runoff'
  | 'follow'
  | 'decision'
  | 'swap'
  | 'compare'
  | 'fire'
  | 'return'
  | 'fork'
  | 'debrief'
  | 'prompt'
  | 'close';

/** Why the big button waits. */
export type WaitKind =
  /** A move that is not put to the room is the facilitator's to play. */
  | 'play'
  /** Chance decides: choose what happens, or draw. */
  | 'chance'
  /** Hands are to be counted, or waived. */
  | 'count'
  /** The room answered without a count: say what it said. */
  | 'agree'
  /** No hand for any option: discuss again or override. */
  | 'noLeader'
  | 'shock'
  | 'done';

/** What comes next for the facilitator: a command that one key sends, or what it waits for. */
export type NextStep =
  | { readonly ready: true; readonly kind: NextKind; readonly command: RoomCommand }
  | { readonly ready: false; readonly wait: WaitKind };

const step = (kind: NextKind, command: RoomCommand): NextStep => ({ ready: true, kind, command });
const wait = (kind: WaitKind): NextStep => ({ ready: false, wait: kind });

const plans = (room: Room, kind: string, number: number): boolean =>
  planOf(room.setup.plan).parts.some((part) => part.kind === kind && part.number === number);

function afterRound(room: Room): NextStep {
  if (!plans(room, 'round', room.rounds.length + 1)) return step('compare', { type: 'compare.begin' });
  return room.setup.seating === 'together'
    ? step('round', { type: 'round.begin', branch: branchOf(room) })
    : step('swap', { type: 'sides.swap' });
}

/** The step that the room's plan takes next from where it stands. */
export function nextStep(rules: RoomRules, room: Room): NextStep {
  const round = presentRound(room);
  const vote = presentVote(room);
  const begin = step('round', { type: 'round.begin', branch: branchOf(room) });
  switch (phaseOf(room.course)) {
    case 'lobby':
      return step('brief', { type: 'briefing.begin' });
    case 'briefing':
      return plans(room, 'conditions', 1) ? step('conditions', { type: 'conditions.begin' }) : begin;
    case 'conditions':
    case 'swap':
      return begin;
    case 'present': {
      if (isPutToRoom(rules, room)) return step('discuss', { type: 'discussion.open' });
      const place = round === undefined ? undefined : placeOf(rules, round.line);
      return wait(place?.chance === true ? 'chance' : 'play');
    }
    case 'discuss':
      return step('vote', { type: 'vote.open' });
    case 'vote':
      return step('seal', { type: 'vote.seal' });
    case 'sealed':
      return vote?.hands === undefined ? wait('count') : step('reveal', { type: 'vote.reveal' });
    case 'reveal': {
      const leading = vote === undefined ? [] : (tallyOf(vote)?.leading ?? []);
      if (vote?.hands === 'waived') return wait('agree');
      if (leading.length === 0) return wait('noLeader');
      return leading.length > 1 ? step('runoff', { type: 'runoff.open' }) : step('follow', { type: 'decision.follow' });
    }
    case 'consequence':
      return round !== undefined && placeOf(rules, round.line)?.ended === false
        ? step('decision', { type: 'decision.next' })
        : afterRound(room);
    case 'inject':
      if (room.inject?.fired === true) return step('return', { type: 'inject.return' });
      return room.inject?.shock === undefined
        ? wait('shock')
        : step('fire', { type: 'inject.fire', shock: room.inject.shock });
    case 'rewound':
      return step('fork', { type: 'line.fork' });
    case 'compare':
      return step('debrief', { type: 'debrief.begin' });
    case 'debrief':
      return room.prompt + 1 < PROMPTS.length
        ? step('prompt', { type: 'prompt.show', prompt: room.prompt + 1 })
        : step('close', { type: 'room.close' });
    default:
      return wait('done');
  }
}
