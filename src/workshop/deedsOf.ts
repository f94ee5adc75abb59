import { phaseOf } from '../../machines/workshop.ts';
import type { HandCount, WorkshopDeed } from '../../machines/workshopDeed.ts';
import { movesFrom, TABLE } from '../domain/chart.ts';
import { type Line, type MoveId, readShock } from '../domain/identifier.ts';
import type { RoomCommand } from './command.ts';
import { comparableLines } from './comparable.ts';
import { decide } from './decide.ts';
import { type Deeds, endTimer, here, isText } from './deeds.ts';
import { planOf } from './plans.ts';
import { PROMPTS } from './prompts.ts';
import { lastDecision, presentRound, presentVote, type Room, type Vote } from './room.ts';
import { placeOf, type RoomRules } from './rules.ts';
import { areCounts, figureOf, handsOf, tallyOf, withFigure } from './tally.ts';
import { MINUTE, timeLeft } from './timer.ts';

/** Most people that a room counts, and longest timer in minutes. */
const MOST_PEOPLE = 2_000;
const LONGEST_TIMER = 180;

const isWhole = (value: unknown, low: number, high: number): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= low && value <= high;

const startTimer = (minutes: number, now: number): WorkshopDeed => ({
  type: 'timer.start',
  until: now + minutes * MINUTE,
  length: minutes * MINUTE,
});

const isBranch = ({ scenario }: RoomRules, branch: MoveId): boolean =>
  movesFrom(scenario, TABLE).some(({ id }) => id === branch);

/** A round begins with a branch of the table, from conditions that the chart allows. */
function beginRound(rules: RoomRules, room: Room, branch: MoveId): Deeds {
  if (!isBranch(rules, branch) || rules.read([...room.conditions, branch]) === undefined) return 'not-open';
  return [{ type: 'round.begin', branch }, ...endTimer];
}

/** The conditions with one of them switched; at its initial state it needs no shock. */
function setCondition({ scenario, read }: RoomRules, room: Room, shock: MoveId): Deeds {
  const switched = readShock(shock);
  const condition = switched === undefined ? undefined : scenario.conditions[switched.condition];
  if (switched === undefined || condition === undefined) return 'not-open';
  const others = room.conditions.filter((other) => readShock(other)?.condition !== switched.condition);
  const conditions = condition.initial === switched.state ? others : [...others, shock];
  return read(conditions) === undefined ? 'not-open' : [{ type: 'condition.set', conditions }];
}

function returnFromInject(rules: RoomRules, room: Room): Deeds {
  const round = presentRound(room);
  if (round === undefined || room.inject === undefined) return 'not-now';
  const before = room.inject.fired ? round.line.slice(0, -1) : round.line;
  const [was, is] = [placeOf(rules, before), placeOf(rules, round.line)];
  const same = was?.state === is?.state && was?.options.join() === is?.options.join();
  return [{ type: 'inject.return', anew: round.open !== undefined && !same }];
}

function rewind(rules: RoomRules, room: Room, length: number): Deeds {
  const round = presentRound(room);
  if (round === undefined) return 'not-now';
  if (!isWhole(length, round.start, round.line.length - 1)) return 'bad-value';
  return placeOf(rules, round.line.slice(0, length)) === undefined
    ? 'not-open'
    : [{ type: 'line.rewind', length }, ...endTimer];
}

/** The branch that the next round begins with: the one that was chosen, else that of the round before. */
export function branchOf(room: Room): MoveId {
  const round = presentRound(room);
  if (room.branch !== undefined) return room.branch;
  return round?.line[round.start - 1] ?? room.setup.branch;
}

/** The next part of the plan after the present one. */
function skip(rules: RoomRules, room: Room): Deeds {
  const plan = planOf(room.setup.plan);
  const phase = phaseOf(room.course);
  const begin = () => beginRound(rules, room, branchOf(room));
  switch (phase) {
    case 'lobby':
      return [{ type: 'briefing.begin' }];
    case 'briefing':
      return plan.parts.some(({ kind }) => kind === 'conditions') ? [{ type: 'conditions.begin' }] : begin();
    case 'conditions':
    case 'swap':
      return begin();
    case 'compare':
      return [{ type: 'debrief.begin' }, ...endTimer];
    case 'debrief':
      return [{ type: 'room.close' }, ...endTimer];
    case 'closed':
    case 'rewound':
      return 'not-now';
    default: {
      const more = plan.parts.some(({ kind, number }) => kind === 'round' && number > room.rounds.length);
      if (!more) return [{ type: 'compare.begin' }, ...endTimer];
      return room.setup.seating === 'together' ? begin() : [{ type: 'sides.swap' }, ...endTimer];
    }
  }
}

const count = (vote: Vote | undefined, hands: HandCount): Deeds =>
  vote !== undefined && areCounts(hands, vote.options) ? [{ type: 'hands.count', hands }] : 'bad-count';

/** What a command comes to in a room as it stands, or why it comes to nothing. Whether the phases allow it is asked afterwards. */
export function deedsOf(rules: RoomRules, room: Room, command: RoomCommand, now: number): Deeds {
  const vote = presentVote(room);
  switch (command.type) {
    case 'condition.set':
      return setCondition(rules, room, command.shock);
    case 'branch.choose':
      return isBranch(rules, command.branch) ? [command] : 'not-open';
    case 'round.begin':
      return beginRound(rules, room, command.branch);
    case 'discussion.open': {
      const { discussion } = planOf(room.setup.plan);
      return here(rules, room)?.ended === true ? 'ended' : [{ type: 'discussion.open' }, startTimer(discussion, now)];
    }
    case 'vote.open': {
      const place = here(rules, room);
      if (place === undefined) return 'not-now';
      return place.ended ? 'ended' : [{ type: 'vote.open', options: place.options }, ...endTimer];
    }
    case 'runoff.open': {
      const leading = vote === undefined ? [] : (tallyOf(vote)?.leading ?? []);
      return leading.length < 2 ? 'no-tie' : [{ type: 'runoff.open', options: leading }];
    }
    case 'hands.count':
      return count(vote, command.hands);
    case 'hands.set':
      return vote === undefined ? 'not-now' : count(vote, withFigure(handsOf(vote), command, command.count));
    case 'hands.add': {
      if (vote === undefined) return 'not-now';
      const hands = handsOf(vote);
      return count(vote, withFigure(hands, command, figureOf(hands, command) + command.by));
    }
    case 'vote.reveal':
      return vote?.hands === undefined ? 'not-counted' : [command];
    case 'decision.follow':
    case 'decision.agree':
    case 'decision.override':
    case 'decision.play':
    case 'decision.draw':
      return decide(rules, room, command);
    case 'decision.next':
      return here(rules, room)?.ended === true ? 'ended' : [{ type: 'decision.next' }];
    case 'inject.open':
      return command.shock === undefined || isOpenShock(rules, room, command.shock) ? [command] : 'not-open';
    case 'inject.fire':
      return room.inject?.fired === false && isOpenShock(rules, room, command.shock) ? [command] : 'not-open';
    case 'inject.return':
      return returnFromInject(rules, room);
    case 'line.rewind':
      return rewind(rules, room, command.length);
    case 'line.fork': {
      const length = room.rewound ?? 0;
      const kept = presentRound(room)?.decisions.filter(({ line }) => line.length < length) ?? [];
      return [{ type: 'line.fork', decisions: kept.length }];
    }
    case 'compare.pick': {
      const last = comparableLines(rules, room).length - 1;
      const inRange = isWhole(command.first, 0, last) && isWhole(command.second, 0, last);
      return inRange && command.first !== command.second ? [command] : 'bad-value';
    }
    case 'prompt.show':
      return isWhole(command.prompt, 0, PROMPTS.length - 1) ? [command] : 'bad-value';
    case 'step.back': {
      const [round, last] = [presentRound(room), lastDecision(room)];
      const after = phaseOf(room.course) === 'consequence' && round !== undefined && last !== undefined;
      return after && round.line.length !== last.line.length + 1 ? 'undo-instead' : [command];
    }
    case 'part.skip':
      return skip(rules, room);
    case 'people.count':
      return isWhole(command.people, 1, MOST_PEOPLE) ? [command] : 'bad-value';
    case 'note.write':
      return isText(command.text) && isText(command.about) ? [command] : 'bad-value';
    case 'timer.start':
      return isWhole(command.minutes, 1, LONGEST_TIMER) ? [startTimer(command.minutes, now)] : 'bad-value';
    case 'timer.pause':
      return room.timer.state === 'running'
        ? [{ type: 'timer.pause', left: timeLeft(room.timer, now) ?? 0 }]
        : 'not-now';
    case 'timer.resume':
      return room.timer.state === 'paused' ? [{ type: 'timer.resume', until: now + room.timer.left }] : 'not-now';
    case 'timer.extend':
      if (room.timer.state === 'off') return 'not-now';
      if (!isWhole(command.minutes, 1, LONGEST_TIMER)) return 'bad-value';
      return extend(room, command.minutes, now);
    case 'timer.end':
      return room.timer.state === 'off' ? 'not-now' : endTimer;
    case 'compare.begin':
    case 'debrief.begin':
    case 'room.close':
    case 'sides.swap':
      return [command, ...endTimer];
    case 'room.open':
    case 'undo':
    case 'redo':
      return 'not-now';
    default:
      return [command];
  }
}

/** More time, counted from now where it had run out. */
function extend({ timer }: Room, minutes: number, now: number): Deeds {
  const by = minutes * MINUTE;
  if (timer.state !== 'running' || timer.until >= now) return [{ type: 'timer.extend', by }];
  return [{ type: 'timer.extend', by: now - timer.until + by }];
}

function isOpenShock({ read }: RoomRules, room: Room, shock: MoveId): boolean {
  const round = presentRound(room);
  const line: Line = round?.line ?? [];
  return readShock(shock) !== undefined && read(line)?.can({ type: shock }) === true;
}
