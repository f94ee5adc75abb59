import { useSyncExternalStore } from 'react';
import type { ActorRefFrom } from 'xstate';
import type { StudyTurned, studyMachine } from '../../../machines/study.ts';
import { emptyStudy, foldStudy, isInBin, type Study } from '../../domain/study.ts';
import { type StudyEntry, stamped, stampKey } from '../../domain/studyEntry.ts';
import type { Keeping } from './keeping.ts';
import { useParley } from './parley.ts';
import type { StudyStore } from './studyStore.ts';

/** A study in use: the reader's cursor over it. */
export type StudyActor = ActorRefFrom<typeof studyMachine>;

/** What the reader did last to any study, for whoever says it. */
export interface Turned extends Omit<StudyTurned, 'type'> {
  readonly study: string;
}

/** The reader's studies as this tab has them. A new object whenever something changed. */
export interface Shelf {
  /** The study that the whole app shows. */
  readonly open: string;
  /** Those that were read so far; all of them once `isWhole`. */
  readonly studies: ReadonlyMap<string, StudyActor>;
  readonly isWhole: boolean;
  /** When each was last opened on this device, in milliseconds since 1970. */
  readonly opened: ReadonlyMap<string, number>;
  /** The studies of the acts that can be taken back, and of those that can be done again, in their order. */
  readonly done: readonly string[];
  readonly undone: readonly string[];
  readonly turned: Turned | undefined;
}

/** The reader's studies: which are there, which one is open, and what was done to any of them last. */
export interface Library {
  readonly shelf: () => Shelf;
  readonly subscribe: (listener: () => void) => () => void;
  /** The study that is open. */
  readonly current: () => StudyActor;
  /** Reads a study that is kept; undefined where there is none of this id. */
  readonly read: (id: string) => Promise<StudyActor | undefined>;
  /** Shows a study all over the app. False where there is none of this id. */
  readonly show: (id: string) => Promise<boolean>;
  /** Reads every study. */
  readonly readAll: () => Promise<void>;
  /** A study that nobody has written to, under this id or a new one. It is kept from its first entry on. */
  readonly make: (id?: string) => { readonly id: string; readonly study: StudyActor };
  /** All that is known of a study, in no order. */
  readonly entries: (id: string) => readonly StudyEntry[];
  /** Deletes a study for good. */
  readonly forget: (id: string) => Promise<void>;
  /** Takes back, or does again, what was done last to any study. */
  readonly undo: () => void;
  readonly redo: () => void;
}

/** What a library is made of. */
export interface LibraryInput {
  readonly store: StudyStore;
  readonly keeping: Keeping;
  readonly start: (entries: readonly StudyEntry[]) => StudyActor;
  readonly newId: () => string;
  readonly now: () => number;
  readonly writer: string;
  /** The stamp of the scenario that a first study is made with, and the study's name. */
  readonly stamp: string;
  readonly firstName: string;
  /** Hears that something was saved. */
  readonly saved: () => void;
  /** The study that this tab showed last: read, and written. */
  readonly session: { readonly read: () => string | undefined; readonly write: (id: string) => void };
}

/** The studies to try, the likeliest first: this tab's last one, then the one that was opened last on this device. */
async function inOrder({ store, session }: Pick<LibraryInput, 'store' | 'session'>): Promise<readonly string[]> {
  const last = session.read();
  const kept = [...(await store.studies())].sort((a, b) => (b.opened ?? 0) - (a.opened ?? 0));
  return kept.map(({ id }) => id).sort((a, b) => Number(b === last) - Number(a === last));
}

interface Begun {
  readonly id: string;
  readonly entries: readonly StudyEntry[];
}

/** The study to begin with: one that is kept, or a new one. Where two tabs begin at the same moment, both take the first one's. */
async function beginning({ store, newId, ...input }: LibraryInput, first: readonly StudyEntry[]): Promise<Begun> {
  for (;;) {
    const known = await inOrder({ store, ...input });
    for (const id of known) {
      const entries = await store.load(id);
      if (entries.length > 0 && !isInBin(foldStudy(emptyStudy, entries))) return { id, entries };
    }
    const id = newId();
    if (await store.begin(id, first, known)) return { id, entries: first };
  }
}

const studyOf = (actor: StudyActor): Study => actor.getSnapshot().context.study;
const isThere = (actor: StudyActor): boolean => studyOf(actor).at > 0 && !isInBin(studyOf(actor));
const without = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids.toSpliced(ids.lastIndexOf(id), 1) : ids;

/** Opens the reader's studies, with one of them to show. A browser that keeps nothing gives a new one that lasts as long as the page. */
export async function openLibrary(input: LibraryInput): Promise<Library> {
  const { store, keeping, start, newId, now, writer, stamp, firstName, session, saved } = input;
  const first = stamped(0, writer, [
    { type: 'studyCreated', scenario: stamp, order: 1 },
    { type: 'studyNamed', name: firstName },
  ]);
  const studies = new Map<string, StudyActor>();
  // Another tab may write while a study loads: what is heard of a study that is not read joins what is loaded.
  const logs = new Map<string, Map<string, StudyEntry>>();
  /** Joins entries to what is known of a study, and gives those that are new. */
  const join = (id: string, entries: readonly StudyEntry[]): readonly StudyEntry[] => {
    const log = logs.get(id) ?? new Map<string, StudyEntry>();
    logs.set(id, log);
    const fresh = entries.filter(({ stamp: at }) => !log.has(stampKey(at)));
    for (const entry of fresh) log.set(stampKey(entry.stamp), entry);
    return fresh;
  };
  const listeners = new Set<() => void>();
  let shelf: Shelf = {
    open: '',
    studies: new Map(),
    isWhole: false,
    opened: new Map(),
    done: [],
    undone: [],
    turned: undefined,
  };
  const change = (next: Partial<Shelf>) => {
    shelf = { ...shelf, ...next };
    for (const listener of listeners) listener();
  };
  const save = async (id: string, entries: readonly StudyEntry[]) => {
    await keeping.watch(store.save(id, entries));
    if (!keeping.refused()) saved();
  };

  function keep(id: string, entries: readonly StudyEntry[]): StudyActor {
    join(id, entries);
    const study = start([...(logs.get(id)?.values() ?? [])]);
    study.on('study.recorded', ({ entries: recorded }) => void save(id, join(id, recorded)));
    study.on('study.turned', (event) => turned(id, event));
    study.start();
    studies.set(id, study);
    change({ studies: new Map(studies) });
    return study;
  }

  function turned(id: string, { way, what, kept }: StudyTurned): void {
    const { done, undone } = shelf;
    const study = studies.get(id);
    if (way === 'done') change({ done: [...done, id], undone: [] });
    else if (way === 'undone') change({ done: without(done, id), undone: [...undone, id] });
    else change({ done: [...done, id], undone: without(undone, id) });
    change({ turned: { study: id, way, what, kept } });
    if (study === undefined) return;
    // What went to the bin is no longer shown; what comes back by an undo is.
    if (id === shelf.open && !isThere(study)) void showAnother();
    else if (way !== 'done' && COMES_BACK.includes(what) && isThere(study)) void show(id);
  }

  async function read(id: string): Promise<StudyActor | undefined> {
    const known = studies.get(id);
    if (known !== undefined) return known;
    const entries = await store.load(id);
    return studies.get(id) ?? (entries.length === 0 ? undefined : keep(id, entries));
  }

  async function show(id: string): Promise<boolean> {
    if ((await read(id)) === undefined) return false;
    session.write(id);
    change({ open: id, opened: new Map(shelf.opened).set(id, now()) });
    store.remember(id).catch(() => undefined);
    return true;
  }

  async function showAnother(): Promise<void> {
    const kept = await inOrder(input).catch(() => []);
    for (const id of new Set([...kept, ...studies.keys()])) {
      const study = await read(id).catch(() => undefined);
      if (study !== undefined && isThere(study)) return void (await show(id));
    }
    const id = newId();
    keep(id, first);
    void save(id, first);
    await show(id);
  }

  function drop(id: string): void {
    studies.delete(id);
    logs.delete(id);
    const { done, undone } = shelf;
    const others = (ids: readonly string[]) => ids.filter((other) => other !== id);
    change({ studies: new Map(studies), done: others(done), undone: others(undone) });
    if (id === shelf.open) void showAnother();
  }

  store.listen((news) => {
    const { study: id } = news;
    if (news.type === 'forgotten') return drop(id);
    const known = studies.get(id);
    const fresh = join(id, news.entries);
    if (known !== undefined) return known.send({ type: 'study.merge', entries: fresh });
    if (shelf.isWhole) read(id).catch(() => undefined);
  });

  const begun = await keeping.watch(beginning(input, first));
  const { id: open, entries } = begun ?? { id: newId(), entries: first };
  if (begun === undefined) void save(open, first);
  let current = keep(open, entries);
  await show(open);
  return {
    shelf: () => shelf,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => {
      // A study that another tab deleted stands until the next one is read.
      current = studies.get(shelf.open) ?? current;
      return current;
    },
    read,
    show,
    readAll: async () => {
      const kept = await store.studies();
      for (const { id } of kept) await read(id);
      const opened = kept.flatMap(({ id, opened: when }): [string, number][] =>
        when === undefined ? [] : [[id, when]],
      );
      change({ isWhole: true, opened: new Map([...opened, ...shelf.opened]) });
    },
    make: (id = newId()) => ({ id, study: keep(id, []) }),
    entries: (id) => [...(logs.get(id)?.values() ?? [])],
    forget: async (id) => {
      await store.forget(id);
      drop(id);
    },
    undo: () => studies.get(shelf.done.at(-1) ?? '')?.send({ type: 'study.undo' }),
    redo: () => studies.get(shelf.undone.at(-1) ?? '')?.send({ type: 'study.redo' }),
  };
}

/** Acts that put a study into the bin or take it out: undone or done again, they show what comes back. */
const COMES_BACK: readonly Turned['what'][] = ['whole.create', 'whole.bring', 'whole.remove', 'whole.restore'];

/** The reader's studies, re-read when they change. */
export function useShelf(): Shelf {
  const { library } = useParley();
  return useSyncExternalStore(library.subscribe, library.shelf);
}
