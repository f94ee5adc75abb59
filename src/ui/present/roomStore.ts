import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { RoomEvent } from '../../workshop/room.ts';

/** A room that this browser keeps. */
export interface KeptRoom {
  readonly id: string;
  readonly scenario: string;
  readonly plan: string;
  readonly people: number;
  /** Milliseconds since 1970: when it was opened, and when something was last done in it. */
  readonly opened: number;
  readonly touched: number;
}

interface RoomDatabase extends DBSchema {
  rooms: { key: string; value: KeptRoom };
  events: { key: [string, number]; value: RoomEvent; indexes: { 'by-command': [string, string] } };
  /** Scenario → the room that its console is in. */
  current: { key: string; value: string };
}

/** Where rooms are kept: logs that are only ever added to. The server will have the same port on other storage. */
export interface RoomStore {
  readonly rooms: (scenario: string) => Promise<readonly KeptRoom[]>;
  readonly current: (scenario: string) => Promise<string | undefined>;
  readonly setCurrent: (scenario: string, room: string | undefined) => Promise<void>;
  readonly log: (room: string) => Promise<readonly RoomEvent[]>;
  /** Resolves once the event is on the disk. `taken` where another writer had written that number, or that command, before. */
  readonly append: (event: RoomEvent, kept: KeptRoom) => Promise<'kept' | 'taken'>;
  /** Deletes a room with its whole log. */
  readonly wipe: (room: string) => Promise<void>;
}

const DATABASE = 'parley rooms';
const VERSION = 1;

const open = async (): Promise<IDBPDatabase<RoomDatabase>> =>
  openDB<RoomDatabase>(DATABASE, VERSION, {
    upgrade(database) {
      database.createObjectStore('rooms', { keyPath: 'id' });
      database
        .createObjectStore('events', { keyPath: ['room', 'seq'] })
        .createIndex('by-command', ['room', 'command'], { unique: true });
      database.createObjectStore('current');
    },
    // A newer Parley in another tab brings the store up to date; held open here, that tab would wait for ever.
    blocking: (_current, _asked, { target }) => (target as IDBDatabase).close(),
  });

const everyEventOf = (room: string): IDBKeyRange => IDBKeyRange.bound([room, 0], [room, Number.MAX_SAFE_INTEGER]);

/** Rooms in this browser (IndexedDB). Every call rejects where the browser keeps nothing. */
export function roomStore(): RoomStore {
  const database = open();
  database.catch(() => undefined);
  return {
    rooms: async (scenario) => {
      const all = await (await database).getAll('rooms');
      return all.filter((room) => room.scenario === scenario).sort((a, b) => b.touched - a.touched);
    },
    current: async (scenario) => (await database).get('current', scenario),
    setCurrent: async (scenario, room) => {
      const held = await database;
      await (room === undefined ? held.delete('current', scenario) : held.put('current', room, scenario));
    },
    log: async (room) => (await database).getAll('events', everyEventOf(room)),
    append: async (event, kept) => {
      const transaction = (await database).transaction(['events', 'rooms'], 'readwrite', { durability: 'strict' });
      try {
        await Promise.all([
          transaction.objectStore('events').add(event),
          transaction.objectStore('rooms').put(kept),
          transaction.done,
        ]);
        return 'kept';
      } catch (error) {
        if (error instanceof DOMException && error.name === 'ConstraintError') return 'taken';
        throw error;
      }
    },
    wipe: async (room) => {
      const transaction = (await database).transaction(['events', 'rooms', 'current'], 'readwrite');
      const current = transaction.objectStore('current');
      for (let cursor = await current.openCursor(); cursor !== null; cursor = await cursor.continue())
        if (cursor.value === room) await cursor.delete();
      await transaction.objectStore('events').delete(everyEventOf(room));
      await transaction.objectStore('rooms').delete(room);
      await transaction.done;
    },
  };
}
