import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { StudyEntry } from '../../domain/study.ts';

interface StudyDatabase extends DBSchema {
  entries: {
    key: number;
    value: { readonly scenario: string; readonly entry: StudyEntry };
    indexes: { 'by-scenario': string };
  };
}

/** Where a reader's entries are kept: only ever added to, so that several tabs may write at once. */
export interface StudyStore {
  /** Rejects where the browser keeps nothing. */
  readonly load: () => Promise<readonly StudyEntry[]>;
  /** Rejects where the browser keeps nothing, as a private window may: what was written then lives as long as the page. */
  readonly save: (entries: readonly StudyEntry[]) => Promise<void>;
  /** Hears what other tabs of this browser save. Returns what stops it. */
  readonly listen: (heard: (entries: readonly StudyEntry[]) => void) => () => void;
}

const DATABASE = 'parley';
const VERSION = 1;

// Async, so that a browser that throws at the very asking is a refusal like any other.
const open = async (): Promise<IDBPDatabase<StudyDatabase>> =>
  openDB<StudyDatabase>(DATABASE, VERSION, {
    upgrade(database) {
      database.createObjectStore('entries', { autoIncrement: true }).createIndex('by-scenario', 'scenario');
    },
    // A newer Parley in another tab brings the store up to date; held open here, that tab would wait for ever.
    blocking: (_current, _asked, { target }) => (target as IDBDatabase).close(),
  });

/** The store of one scenario's studies in this browser (IndexedDB). */
export function studyStore(scenario: string): StudyStore {
  const channel = new BroadcastChannel(`parley ${scenario}`);
  const database = open();
  // Whoever loads or saves hears of a refusal; nobody else needs to.
  database.catch(() => undefined);
  return {
    load: async () => {
      const found = await (await database).getAllFromIndex('entries', 'by-scenario', scenario);
      return found.map(({ entry }) => entry);
    },
    save: async (entries) => {
      channel.postMessage(entries);
      const transaction = (await database).transaction('entries', 'readwrite');
      for (const entry of entries) transaction.store.add({ scenario, entry });
      await transaction.done;
    },
    listen: (heard) => {
      const hear = ({ data }: MessageEvent<readonly StudyEntry[]>) => heard(data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}
