import type { IDBPDatabase } from 'idb';
import type { StudyEntry } from '../../domain/studyEntry.ts';
import { entryFault, isStudyEntry } from '../../domain/studyEntryFault.ts';
import {
  type DatabaseInput,
  type EntryKey,
  openStudyDatabase,
  type SetAside,
  type StudyDatabase,
} from './studyDatabase.ts';

/** A study in the store: its id, and when it was last opened on this device, if it was. */
export interface KeptStudy {
  readonly id: string;
  readonly opened: number | undefined;
}

/** What one tab of this browser tells the others. */
export type StoreNews =
  | { readonly type: 'written'; readonly study: string; readonly entries: readonly StudyEntry[] }
  | { readonly type: 'forgotten'; readonly study: string };

/**
 * Where a reader's studies are kept: entries are only ever added, so that several tabs may write at once. Everything rejects where the
 * browser keeps nothing, as a private window may: what was written then lives as long as the page.
 */
export interface StudyStore {
  readonly studies: () => Promise<readonly KeptStudy[]>;
  /** A study's entries. What cannot be read is moved aside, untouched. */
  readonly load: (study: string) => Promise<readonly StudyEntry[]>;
  /** Adds entries that are not there yet. What an earlier call could not save is tried again. */
  readonly save: (study: string, entries: readonly StudyEntry[]) => Promise<void>;
  /** Adds a study, unless another tab has added one since these were all there were. */
  readonly begin: (study: string, entries: readonly StudyEntry[], known: readonly string[]) => Promise<boolean>;
  /** Deletes a study for good. */
  readonly forget: (study: string) => Promise<void>;
  readonly remember: (study: string) => Promise<void>;
  readonly setAside: () => Promise<readonly SetAside[]>;
  /** Deletes what was set aside for good. */
  readonly clearAside: () => Promise<void>;
  /** Hears what other tabs of this browser do. Returns what stops it. */
  readonly listen: (heard: (news: StoreNews) => void) => () => void;
}

/** A commit is on the disk before it is told, where the browser knows how. */
const DURABLE = { durability: 'strict' } as const;

function readNews(data: unknown): StoreNews | undefined {
  const { type, study, entries } = (data ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof study !== 'string') return undefined;
  if (type === 'forgotten') return { type, study };
  return type === 'written' && Array.isArray(entries)
    ? { type, study, entries: entries.filter(isStudyEntry) }
    : undefined;
}

/** The store of one scenario's studies in this browser (IndexedDB). */
export function studyStore(scenario: string, input: DatabaseInput): StudyStore {
  const channel = new BroadcastChannel(`parley studies ${scenario}`);
  let database: Promise<IDBPDatabase<StudyDatabase>> | undefined;
  let unsaved: readonly { readonly study: string; readonly entry: StudyEntry }[] = [];
  const closed = () => {
    database = undefined;
  };
  const opened = (): Promise<IDBPDatabase<StudyDatabase>> => {
    if (database !== undefined) return database;
    const { now, later } = openStudyDatabase(input, closed);
    database = now;
    // Whoever loads or saves hears of a refusal; nobody else needs to.
    now.catch(() => undefined);
    later.then(
      () => {
        database = later;
      },
      // Asked again, it may open: a full disk is emptied, a window is closed.
      closed,
    );
    return now;
  };
  const within = (...start: string[]) => IDBKeyRange.bound([scenario, ...start], [scenario, ...start, []]);
  const keyOf = (study: string, { stamp }: StudyEntry): EntryKey => [scenario, study, stamp.at, stamp.by];

  async function idsIn(db: { openKeyCursor: KeyCursor }): Promise<string[]> {
    const ids: string[] = [];
    let cursor = await db.openKeyCursor(within());
    while (cursor !== null) {
      const [, id] = cursor.key;
      ids.push(id);
      // Over everything that this study holds, to the next one. (In a key, a list is greater than any number.)
      cursor = await cursor.continue([scenario, id, []] as unknown as EntryKey);
    }
    return ids;
  }

  async function moveAside(study: string, keys: readonly EntryKey[]): Promise<void> {
    const transaction = (await opened()).transaction(['log', 'setAside'], 'readwrite', DURABLE);
    for (const key of keys) {
      const value: unknown = await transaction.objectStore('log').get(key);
      const fault = entryFault(value);
      // Another tab may have moved it since.
      if (value === undefined || fault === undefined) continue;
      await transaction.objectStore('setAside').add({ scenario, study, why: fault.expected, when: input.now(), value });
      await transaction.objectStore('log').delete(key);
    }
    await transaction.done;
  }

  return {
    studies: async () => {
      const db = await opened();
      const ids = await idsIn(db.transaction('log').store);
      return Promise.all(
        ids.map(async (id) => {
          const when: unknown = await db.get('opened', [scenario, id]);
          return { id, opened: typeof when === 'number' ? when : undefined };
        }),
      );
    },
    load: async (study) => {
      const { store } = (await opened()).transaction('log');
      const [keys, values] = await Promise.all([store.getAllKeys(within(study)), store.getAll(within(study))]);
      const damaged = keys.filter((_, index) => !isStudyEntry(values[index]));
      if (damaged.length > 0) await moveAside(study, damaged);
      return values.filter(isStudyEntry);
    },
    save: async (study, entries) => {
      channel.postMessage({ type: 'written', study, entries } satisfies StoreNews);
      const batch = [...unsaved, ...entries.map((entry) => ({ study, entry }))];
      unsaved = [];
      try {
        const transaction = (await opened()).transaction('log', 'readwrite', DURABLE);
        for (const { study: of, entry } of batch) {
          const key = keyOf(of, entry);
          if ((await transaction.store.getKey(key)) === undefined) transaction.store.add(entry, key);
        }
        await transaction.done;
      } catch (error) {
        unsaved = [...batch, ...unsaved];
        throw error;
      }
    },
    begin: async (study, entries, known) => {
      const transaction = (await opened()).transaction('log', 'readwrite', DURABLE);
      const isFirst = (await idsIn(transaction.store)).every((id) => known.includes(id));
      if (isFirst) for (const entry of entries) transaction.store.add(entry, keyOf(study, entry));
      await transaction.done;
      return isFirst;
    },
    forget: async (study) => {
      const transaction = (await opened()).transaction(['log', 'opened'], 'readwrite', DURABLE);
      await Promise.all([
        transaction.objectStore('log').delete(within(study)),
        transaction.objectStore('opened').delete([scenario, study]),
        transaction.done,
      ]);
      channel.postMessage({ type: 'forgotten', study } satisfies StoreNews);
    },
    remember: async (study) => {
      await (await opened()).put('opened', input.now(), [scenario, study]);
    },
    setAside: async () =>
      (await (await opened()).getAll('setAside')).filter((aside) => aside.scenario === scenario || !aside.scenario),
    clearAside: async () => (await opened()).clear('setAside'),
    listen: (heard) => {
      const hear = ({ data }: MessageEvent<unknown>) => {
        const news = readNews(data);
        if (news !== undefined) heard(news);
      };
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}

/** What walks the keys of the log, in a transaction of its own or in one that goes on. */
type KeyCursor = (range: IDBKeyRange) => Promise<KeyCursorAt | null>;
interface KeyCursorAt {
  readonly key: EntryKey;
  readonly continue: (key: EntryKey) => Promise<KeyCursorAt | null>;
}
