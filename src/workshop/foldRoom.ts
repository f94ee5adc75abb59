import { afterDeed, openingWorkshop, phaseOf } from '../../machines/workshop.ts';
import type { RoomSetup, WorkshopDeed } from '../../machines/workshopDeed.ts';
import { partOf } from './agenda.ts';
import type { OpenDecision, Room, RoomEvent, Round, Vote } from './room.ts';
import { presentRound } from './room.ts';
import { timerAfter } from './timer.ts';

const FRESH: OpenDecision = { votes: [] };

function opened(id: string, setup: RoomSetup): Room {
  return {
    id,
    setup,
    course: openingWorkshop(),
    seq: -1,
    people: setup.people,
    sides: setup.sides,
    branch: undefined,
    conditions: [],
    rounds: [],
    inject: undefined,
    rewound: undefined,
    compared: undefined,
    prompt: 0,
    notes: {},
    dark: true,
    nextHidden: true,
    timer: { state: 'off' },
    timerHidden: false,
    parts: [],
    closedAt: undefined,
    before: undefined,
    undone: undefined,
  };
}

const withRound = (room: Room, change: (round: Round) => Partial<Round>): Room => {
  const round = presentRound(room);
  return round === undefined
    ? room
    : { ...room, rounds: [...room.rounds.slice(0, -1), { ...round, ...change(round) }] };
};

const withVote = (room: Room, change: Partial<Vote>): Room =>
  withRound(room, ({ open }) => {
    const vote = open?.votes.at(-1);
    return open === undefined || vote === undefined
      ? {}
      : { open: { votes: [...open.votes.slice(0, -1), { ...vote, ...change }] } };
  });

const openVote = (room: Room, kind: Vote['kind'], options: Vote['options']): Room =>
  withRound(room, ({ open }) => ({
    open: { votes: [...(open?.votes ?? []), { kind, options, hands: undefined, revealed: false }] },
  }));

const dropVote = (room: Room): Room =>
  withRound(room, ({ open }) => ({ open: { votes: (open?.votes ?? []).slice(0, -1) } }));

/** One step back in the course. What the step had done is taken back; `undo` takes back anything else. */
function steppedBack(room: Room): Room {
  switch (phaseOf(room.course)) {
    case 'rewound':
      return { ...room, rewound: undefined };
    case 'vote':
      return dropVote(room);
    case 'reveal':
      return withVote(room, { revealed: false });
    case 'present':
      return withRound(room, () => ({ open: undefined }));
    case 'consequence':
      return withRound(room, ({ decisions, line }) => {
        const last = decisions.at(-1);
        return {
          decisions: decisions.slice(0, -1),
          open: last === undefined ? FRESH : { votes: last.votes },
          line: last === undefined ? line : last.line,
        };
      });
    case 'swap':
      return { ...room, sides: [room.sides[1], room.sides[0]] };
    case 'closed':
      return { ...room, closedAt: undefined };
    default:
      return room;
  }
}

/** What a deed leaves in the room's record; its phase is the chart's matter. */
function recorded(room: Room, deed: WorkshopDeed, at: number): Room {
  switch (deed.type) {
    case 'condition.set':
      return { ...room, conditions: deed.conditions };
    case 'branch.choose':
      return { ...room, branch: deed.branch };
    case 'round.begin': {
      const line = [...room.conditions, deed.branch];
      const round: Round = {
        number: room.rounds.length + 1,
        sides: room.sides,
        start: line.length,
        line,
        decisions: [],
        open: FRESH,
        forks: [],
        injects: [],
      };
      return { ...room, rounds: [...room.rounds, round] };
    }
    case 'vote.open':
      return openVote(room, (presentRound(room)?.open?.votes.length ?? 0) === 0 ? 'first' : 'again', deed.options);
    case 'runoff.open':
      return openVote(room, 'runoff', deed.options);
    case 'vote.void':
      return dropVote(room);
    case 'vote.reveal':
      return withVote(room, { revealed: true });
    case 'hands.count':
      return withVote(room, { hands: deed.hands });
    case 'hands.waive':
      return withVote(room, { hands: 'waived' });
    case 'decision.take':
      return withRound(room, ({ line, open, decisions }) => ({
        line: [...line, deed.move],
        open: undefined,
        decisions: [
          ...decisions,
          { votes: open?.votes ?? [], line, move: deed.move, by: deed.by, reason: deed.reason },
        ],
      }));
    case 'decision.next':
      return withRound(room, () => ({ open: FRESH }));
    case 'inject.open':
      return { ...room, inject: { shock: deed.shock, fired: false } };
    case 'inject.fire':
      return {
        ...withRound(room, ({ line, injects }) => ({
          line: [...line, deed.shock],
          injects: [...injects, { shock: deed.shock, line }],
        })),
        inject: { shock: deed.shock, fired: true },
      };
    case 'inject.return':
      return {
        ...withRound(room, ({ open }) => (deed.anew && open !== undefined ? { open: FRESH } : {})),
        inject: undefined,
      };
    case 'line.rewind':
      return { ...room, rewound: deed.length, inject: undefined };
    case 'line.keep':
      return { ...room, rewound: undefined };
    case 'line.fork':
      return {
        ...withRound(room, ({ line, decisions, forks, injects }) => ({
          line: line.slice(0, room.rewound),
          decisions: decisions.slice(0, deed.decisions),
          open: FRESH,
          forks: [...forks, { line, decisions: decisions.slice(deed.decisions) }],
          injects: injects.filter((inject) => inject.line.length < (room.rewound ?? 0)),
        })),
        rewound: undefined,
      };
    case 'sides.swap':
      return { ...room, sides: [room.sides[1], room.sides[0]], inject: undefined };
    case 'compare.begin':
    case 'debrief.begin':
      return { ...room, inject: undefined };
    case 'compare.pick':
      return { ...room, compared: [deed.first, deed.second] };
    case 'prompt.show':
      return { ...room, prompt: deed.prompt };
    case 'room.close':
      return { ...room, closedAt: at };
    case 'room.reopen':
      return { ...room, closedAt: undefined };
    case 'step.back':
      return steppedBack(room);
    case 'screen.theme':
      return { ...room, dark: deed.dark };
    case 'next.hide':
      return { ...room, nextHidden: deed.hidden };
    case 'people.count':
      return { ...room, people: deed.people };
    case 'note.write':
      return { ...room, notes: { ...room.notes, [deed.about]: deed.text } };
    case 'timer.hide':
      return { ...room, timerHidden: deed.hidden };
    default:
      return room;
  }
}

/** The room after a deed that its chart allows; undefined where it does not. */
export function roomAfter(room: Room, deed: WorkshopDeed, at: number): Room | undefined {
  const course = afterDeed(room.course, deed);
  if (course === undefined) return undefined;
  const next = { ...recorded(room, deed, at), course, timer: timerAfter(room.timer, deed) };
  const part = partOf(next);
  const last = next.parts.at(-1);
  return part === undefined || (part.kind === last?.kind && part.number === last.number)
    ? next
    : { ...next, parts: [...next.parts, { ...part, at }] };
}

/** The room with an undo or redo done: another room of its past, under the next number. */
function turnedBack(room: Room, type: 'undo' | 'redo'): Room {
  if (type === 'undo') return room.before === undefined ? room : { ...room.before, undone: room };
  return room.undone ?? room;
}

/**
 * A room with further events of its log, in their order. A log that breaks its own rules, with a number missing or a deed that its
 * chart does not allow, is a fault of whoever wrote it: RangeError.
 */
export function foldRoom(room: Room | undefined, events: readonly RoomEvent[]): Room | undefined {
  let at = room;
  for (const event of events) {
    if (event.seq !== (at?.seq ?? -1) + 1) throw new RangeError(`event ${event.seq} does not follow ${at?.seq}`);
    const start: Room | undefined = at;
    for (const deed of event.deeds) {
      if (deed.type === 'room.open') at = opened(event.room, deed.setup);
      else if (at === undefined) throw new RangeError('a log begins with the opening of its room');
      else if (deed.type === 'undo' || deed.type === 'redo') at = turnedBack(at, deed.type);
      else {
        const next: Room | undefined = roomAfter(at, deed, event.at);
        if (next === undefined) throw new RangeError(`${deed.type} is not allowed at ${phaseOf(at.course)}`);
        at = { ...next, before: start, undone: undefined };
      }
    }
    if (at !== undefined) at = { ...at, seq: event.seq };
  }
  return at;
}
