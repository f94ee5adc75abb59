import { SEATINGS } from '../../machines/workshopDeed.ts';
import { movesFrom, TABLE } from '../domain/chart.ts';
import type { RefusalCode, RoomCommand } from './command.ts';
import { deedsOf } from './deedsOf.ts';
import { roomAfter } from './foldRoom.ts';
import type { Room, RoomDeed, RoomEvent, Seat } from './room.ts';
import type { RoomRules } from './rules.ts';

/** Who asks, when, and under which name: handed in, since a room reads no clock and makes no ids. */
export interface Asked {
  readonly room: string;
  readonly seat: Seat;
  /** Id of the command, never used before in this room. */
  readonly command: string;
  readonly now: number;
  /** The last event that the asker had seen, where it matters: a later one makes the command stale. */
  readonly seen?: number;
}

/** What a command came to: the next event of the log, to be written before anybody is shown it, or a refusal that changes nothing. */
export type Applied =
  | { readonly ok: true; readonly event: RoomEvent }
  | { readonly ok: false; readonly code: RefusalCode };

const refused = (code: RefusalCode): Applied => ({ ok: false, code });

function open(
  { scenario }: RoomRules,
  room: Room | undefined,
  command: RoomCommand,
): readonly RoomDeed[] | RefusalCode {
  if (command.type !== 'room.open' || room !== undefined) return 'not-now';
  const { setup } = command;
  const [one, other] = setup.sides;
  const isSound =
    Number.isSafeInteger(setup.people) &&
    setup.people > 0 &&
    Number.isSafeInteger(setup.seed) &&
    setup.seed >= 0 &&
    SEATINGS.includes(setup.seating) &&
    one !== other &&
    [one, other].every((actor) => Object.hasOwn(scenario.actors, actor)) &&
    movesFrom(scenario, TABLE).some(({ id }) => id === setup.branch);
  return isSound ? [command] : 'bad-value';
}

function deedsFor(
  rules: RoomRules,
  room: Room | undefined,
  command: RoomCommand,
  now: number,
): readonly RoomDeed[] | RefusalCode {
  if (room === undefined || command.type === 'room.open') return open(rules, room, command);
  if (command.type === 'undo') return room.before === undefined ? 'nothing-to-undo' : [command];
  if (command.type === 'redo') return room.undone === undefined ? 'nothing-to-redo' : [command];
  const deeds = deedsOf(rules, room, command, now);
  if (typeof deeds === 'string') return deeds;
  let at: Room = room;
  for (const deed of deeds) {
    const next = roomAfter(at, deed, now);
    if (next === undefined) return 'not-now';
    at = next;
  }
  return deeds;
}

/** Asks a room to do something. Pure: the same room, command and clock give the same answer, here and on a server. Never throws. */
export function applyCommand(rules: RoomRules, room: Room | undefined, command: RoomCommand, asked: Asked): Applied {
  if (asked.seat.role !== 'facilitator') return refused('not-allowed');
  const seq = (room?.seq ?? -1) + 1;
  if (asked.seen !== undefined && asked.seen !== seq - 1) return refused('stale');
  const deeds = deedsFor(rules, room, command, asked.now);
  if (typeof deeds === 'string') return refused(deeds);
  return {
    ok: true,
    event: { room: asked.room, seq, command: asked.command, by: asked.seat.role, at: asked.now, deeds },
  };
}
