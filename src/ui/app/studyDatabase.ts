import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { StudyEntry } from '../../domain/studyEntry.ts';
import { entryFault, isStudyEntry } from '../../domain/studyEntryFault.ts';

/** An entry's key: its scenario, its study, and its stamp, so that the same entry twice is one. */
export type EntryKey = [scenario: string, study: string, at: number, by: string];

/** What was found in the store and could not be read, as it was found. */
export interface SetAside {
  /** The scenario that it was kept under; undefined where not even that could be read. */
  readonly scenario: string | undefined;
  readonly study: string | undefined;
  /** What was expected instead. */
  readonly why: string;
  /** Milliseconds since 1970. */
  readonly when: number;
  readonly value: unknown;
}

/** Version 2 of the database. Nothing is trusted to be what its type says before `entryFault` has seen it. */
export interface StudyDatabase extends DBSchema {
  log: { key: EntryKey; value: StudyEntry };
  /** When a study was last opened on this device, in milliseconds since 1970. */
  opened: { key: [scenario: string, study: string]; value: number };
  setAside: { key: number; value: SetAside };
}

/** Version 1 had one study without a name per scenario. */
interface FirstDatabase extends DBSchema {
  entries: { key: number; value: unknown };
}

type Upgrade = IDBPTransaction<StudyDatabase, StoreNames<StudyDatabase>[], 'versionchange'>;

/** What the database needs from outside: names that nobody has, the hour, and a name for what was kept without one. */
export interface DatabaseInput {
  readonly newId: () => string;
  readonly now: () => number;
  /** The name of the study that a version-1 store becomes. */
  readonly firstName: string;
}

const DATABASE = 'parley';
const VERSION = 2;

/** Carries what version 1 kept into a study per scenario; what cannot be read is set aside as it is. */
async function carryOver(upgrade: Upgrade, { newId, now, firstName }: DatabaseInput): Promise<void> {
  const first = upgrade as unknown as IDBPTransaction<FirstDatabase, ['entries'], 'versionchange'>;
  const studies = new Map<string, string>();
  for (const row of await first.objectStore('entries').getAll()) {
    const { scenario, entry } = (row ?? {}) as { readonly scenario?: unknown; readonly entry?: unknown };
    const fault = entryFault(entry);
    const aside = (why: string) =>
      upgrade.objectStore('setAside').add({
        scenario: typeof scenario === 'string' ? scenario : undefined,
        study: undefined,
        why,
        when: now(),
        value: row,
      });
    if (typeof scenario !== 'string' || scenario === '') await aside('the scenario’s id');
    else if (fault !== undefined) await aside(fault.expected);
    else if (isStudyEntry(entry)) {
      const study = studies.get(scenario) ?? newId();
      studies.set(scenario, study);
      const key: EntryKey = [scenario, study, entry.stamp.at, entry.stamp.by];
      const twin = await upgrade.objectStore('log').get(key);
      if (twin === undefined) await upgrade.objectStore('log').add(entry, key);
      else if (JSON.stringify(twin) !== JSON.stringify(entry)) await aside('a stamp that no other entry has');
    }
  }
  for (const [scenario, study] of studies) {
    const by = newId();
    const made: readonly StudyEntry[] = [
      { type: 'studyCreated', scenario, order: 1, stamp: { at: 1, by } },
      { type: 'studyNamed', name: firstName, stamp: { at: 2, by } },
    ];
    for (const entry of made) await upgrade.objectStore('log').add(entry, [scenario, study, entry.stamp.at, by]);
  }
}

/** A database that is being opened. */
export interface Opening {
  /** Rejects where it cannot be opened, and at once where an older Parley in another tab does not let go. */
  readonly now: Promise<IDBPDatabase<StudyDatabase>>;
  /** Waits for that tab. */
  readonly later: Promise<IDBPDatabase<StudyDatabase>>;
}

/** Opens the database, brings an older one up to date, and calls `closed` when the browser or a newer Parley takes it away. */
export function openStudyDatabase(input: DatabaseInput, closed: () => void): Opening {
  const { promise: blocked, reject: giveUp } = rejectable();
  // Async, so that a browser that throws at the very asking is a refusal like any other.
  const open = async () =>
    openDB<StudyDatabase>(DATABASE, VERSION, {
      async upgrade(database, before, _after, transaction) {
        database.createObjectStore('log');
        database.createObjectStore('opened');
        database.createObjectStore('setAside', { autoIncrement: true });
        // A store that was never finished holds nothing to carry over.
        if (before !== 1 || !(database.objectStoreNames as DOMStringList).contains('entries')) return;
        await carryOver(transaction, input);
        (database as unknown as IDBPDatabase<FirstDatabase>).deleteObjectStore('entries');
      },
      // Waiting would leave this page empty for as long as the other tab stands.
      blocked: () => giveUp(new DOMException('another tab holds an older store', 'InvalidStateError')),
      // A newer Parley in another tab brings the store up to date; held open here, that tab would wait for ever.
      blocking: (_current, _asked, { target }) => {
        (target as IDBDatabase).close();
        closed();
      },
      terminated: closed,
    });
  const later = open();
  return { now: Promise.race([later, blocked]), later };
}

/** A promise that is only ever rejected, by whoever holds the other half. */
function rejectable(): { readonly promise: Promise<never>; readonly reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  return { promise, reject };
}
