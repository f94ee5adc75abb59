import type { RoomSetup } from '../../../machines/workshopDeed.ts';
import { applyCommand } from '../../workshop/applyCommand.ts';
import type { RefusalCode, RoomCommand } from '../../workshop/command.ts';
import { foldRoom } from '../../workshop/foldRoom.ts';
import type { Room, RoomEvent } from '../../workshop/room.ts';
import type { RoomRules } from '../../workshop/rules.ts';
import type { RoomChannel } from './roomChannel.ts';
import type { KeptRoom, RoomStore } from './roomStore.ts';

/** What the console knows: the room that it is in, and those that are kept. */
export interface DeskState {
  readonly status: 'loading' | 'ready';
  readonly room: Room | undefined;
  readonly log: readonly RoomEvent[];
  readonly rooms: readonly KeptRoom[];
  /** Why the last command was not done; a new one each time, so that the same words can be said again. */
  readonly refused: { readonly code: RefusalCode } | undefined;
  /** False where this browser keeps nothing: the room then lasts as long as this window. */
  readonly keeps: boolean;
  /** A log that this version cannot read, set aside as it is. */
  readonly unread: readonly RoomEvent[] | undefined;
}

/** The facilitator's end of a room in one browser: writes first, then shows, then tells the projector. */
export interface RoomDesk {
  readonly state: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Resolves to false where the room refused. Commands are done one after the other, in the order in which they were sent. */
  readonly send: (command: RoomCommand) => Promise<boolean>;
  readonly open: (setup: RoomSetup) => Promise<boolean>;
  readonly resume: (id: string) => Promise<void>;
  readonly leave: () => Promise<void>;
  readonly wipe: (id: string) => Promise<void>;
  readonly logOf: (id: string) => Promise<readonly RoomEvent[]>;
}

/** What a desk is handed: the rules, the storage, the other windows, a clock and names. */
export interface DeskParts {
  readonly rules: RoomRules;
  readonly store: RoomStore;
  readonly channel: RoomChannel;
  readonly now: () => number;
  readonly newId: () => string;
}

const SEAT = { role: 'facilitator' } as const;

const keptRoom = (event: RoomEvent, before: KeptRoom | undefined, scenario: string): KeptRoom | undefined => {
  const opening = event.deeds.find((deed) => deed.type === 'room.open');
  if (opening?.type === 'room.open')
    return {
      id: event.room,
      scenario,
      plan: opening.setup.plan,
      people: opening.setup.people,
      opened: event.at,
      touched: event.at,
    };
  return before === undefined ? undefined : { ...before, touched: event.at };
};

/** Opens the desk of one scenario: the room that it was in last is resumed. */
export function openDesk({ rules, store, channel, now, newId }: DeskParts): RoomDesk {
  const scenario = rules.scenario.id;
  const listeners = new Set<() => void>();
  let state: DeskState = {
    status: 'loading',
    room: undefined,
    log: [],
    rooms: [],
    refused: undefined,
    keeps: true,
    unread: undefined,
  };
  const show = (change: Partial<DeskState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  /** What storage refuses is remembered, and the room goes on in this window. */
  const trying = async <Value>(kept: Promise<Value>, otherwise: Value): Promise<Value> => {
    try {
      return await kept;
    } catch {
      show({ keeps: false });
      return otherwise;
    }
  };
  const tell = (): void => channel.say({ type: 'room', events: state.log });

  const enter = async (id: string | undefined): Promise<void> => {
    const log = id === undefined ? [] : await trying(store.log(id), []);
    try {
      show({ room: foldRoom(undefined, log), log, refused: undefined, unread: undefined });
    } catch {
      // A damaged log, or one of another version, is set aside and said; it is never overwritten.
      show({ room: undefined, log: [], unread: log });
    }
    tell();
  };
  const listRooms = async (): Promise<void> => show({ rooms: await trying(store.rooms(scenario), state.rooms) });

  const refuse = (code: RefusalCode): false => {
    show({ refused: { code } });
    return false;
  };

  /** One attempt; `taken` where another window wrote the next event first. */
  const attempt = async (command: RoomCommand, id: string, name: string): Promise<boolean | 'taken'> => {
    const applied = applyCommand(rules, state.room, command, { room: id, seat: SEAT, command: name, now: now() });
    if (!applied.ok) return refuse(applied.code);
    const { event } = applied;
    const before = state.rooms.find((room) => room.id === id);
    const kept = keptRoom(event, before, scenario);
    if (kept !== undefined && state.keeps && (await trying(store.append(event, kept), 'kept')) === 'taken')
      return 'taken';
    const others = state.rooms.filter((room) => room.id !== id);
    show({
      room: foldRoom(state.room, [event]),
      log: [...state.log, event],
      rooms: kept === undefined ? state.rooms : [kept, ...others],
      refused: undefined,
    });
    channel.say({ type: 'event', event });
    return true;
  };

  const done = async (command: RoomCommand, id: string): Promise<boolean> => {
    const name = newId();
    const first = await attempt(command, id, name);
    if (first !== 'taken') return first;
    // Another console of this room was quicker: look again, and ask once more of the room as it is.
    await enter(id);
    const second = await attempt(command, id, name);
    return second === 'taken' ? refuse('stale') : second;
  };

  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  channel.hear((message) => {
    if (message.type === 'ping') channel.say({ type: 'pong' });
    if (message.type === 'ask') tell();
    if (message.type === 'event' && message.event.room === state.room?.id)
      void inTurn(async () => {
        if (message.event.seq === state.log.length)
          show({ room: foldRoom(state.room, [message.event]), log: [...state.log, message.event] });
      });
  });

  void inTurn(async () => {
    await listRooms();
    await enter(await trying(store.current(scenario), undefined));
    show({ status: 'ready' });
  });

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (command) =>
      inTurn(async () => (state.room === undefined ? refuse('not-now') : done(command, state.room.id))),
    open: (setup) =>
      inTurn(async () => {
        const id = newId();
        show({ room: undefined, log: [], unread: undefined });
        const opened = await done({ type: 'room.open', setup }, id);
        if (opened) await trying(store.setCurrent(scenario, id), undefined);
        tell();
        return opened;
      }),
    resume: (id) =>
      inTurn(async () => {
        await enter(id);
        await trying(store.setCurrent(scenario, id), undefined);
      }),
    leave: () =>
      inTurn(async () => {
        show({ room: undefined, log: [], refused: undefined, unread: undefined });
        tell();
        await trying(store.setCurrent(scenario, undefined), undefined);
        await listRooms();
      }),
    wipe: (id) =>
      inTurn(async () => {
        if (state.room?.id === id) {
          show({ room: undefined, log: [], refused: undefined });
          tell();
        }
        await trying(store.wipe(id), undefined);
        show({ rooms: state.rooms.filter((room) => room.id !== id), unread: undefined });
        await listRooms();
      }),
    logOf: (id) => (state.room?.id === id ? Promise.resolve(state.log) : trying(store.log(id), [])),
  };
}
