import type { Line } from './identifier.ts';

/** A reader's own marks on a move, never a program's. */
export const MARKS = ['!', '?', '!?', '?!', '★'] as const;
export type Mark = (typeof MARKS)[number];

/** Who wrote an entry and when: a counter that only grows, and the writer, which settles ties. No clock is read. */
export interface Stamp {
  readonly at: number;
  readonly by: string;
}

/** A chapter's name in its study's entries: nobody reads it, and no other chapter of the study has it. */
export type ChapterId = string;

/** What a reader did to one step of a study. */
export type StepEntry = { readonly stamp: Stamp; readonly line: Line } & (
  | { readonly type: 'added' }
  | { readonly type: 'removed' }
  | { readonly type: 'promoted' }
  | { readonly type: 'named'; readonly name: string }
  | { readonly type: 'noted'; readonly note: string }
  | { readonly type: 'marked'; readonly mark: Mark | undefined }
);

/** What a reader did to one chapter of a study. `place` orders chapters: any number, the smallest first. */
export type ChapterEntry = { readonly stamp: Stamp; readonly chapter: ChapterId } & (
  | { readonly type: 'chapterAdded'; readonly line: Line; readonly place: number }
  | { readonly type: 'chapterRemoved' }
  | { readonly type: 'chapterRestored' }
  | { readonly type: 'chapterNamed'; readonly name: string }
  | { readonly type: 'chapterNoted'; readonly note: string }
  | { readonly type: 'chapterPlaced'; readonly place: number }
);

/** What a reader did to a study as a whole. */
export type WholeEntry = { readonly stamp: Stamp } & (
  | {
      readonly type: 'studyCreated';
      /** The stamp of the scenario that it was made with, `id@version.hash`, or the scenario's id alone where nobody knows. */
      readonly scenario: string;
      /** Orders a reader's studies, the oldest first. */
      readonly order: number;
    }
  | { readonly type: 'studyNamed'; readonly name: string }
  | { readonly type: 'studyRemoved' }
  | { readonly type: 'studyRestored' }
);

/** One thing that a reader did to a study. Entries are only ever added; the study is a fold over them, in any order. */
export type StudyEntry = StepEntry | ChapterEntry | WholeEntry;

/** Whether an entry is about a study as a whole: that it is there, or in the bin. */
export const isOfWhole = ({ type }: StudyEntry): boolean =>
  type === 'studyCreated' || type === 'studyRemoved' || type === 'studyRestored';

type Unstamped<Entry> = Entry extends StudyEntry ? Omit<Entry, 'stamp'> : never;

/** An entry before it is stamped. */
export type StudyDeed = Unstamped<StudyEntry>;

/** A value with the stamp of its latest writer. */
export interface Written<Value> {
  readonly value: Value;
  readonly stamp: Stamp;
}

/** Whether one stamp is later than another. */
export const later = (a: Stamp, b: Stamp): boolean => a.at > b.at || (a.at === b.at && a.by > b.by);

/** A stamp as a key: equal stamps have equal keys, and no two entries of a study have the same. */
export const stampKey = ({ at, by }: Stamp): string => `${at} ${by}`;

const isSame = (a: Stamp, b: Stamp): boolean => a.at === b.at && a.by === b.by;
const told = (value: unknown): string => JSON.stringify(value) ?? '';

/** What stands after two writers: the later one's; of two that bear the same stamp (a forged file may) always the same one. */
export function latest<Value>(old: Written<Value> | undefined, next: Written<Value>): Written<Value> {
  if (old === undefined || later(next.stamp, old.stamp)) return next;
  return isSame(next.stamp, old.stamp) && told(next.value) > told(old.value) ? next : old;
}

/** Deeds as entries of one writer, stamped from the next counter on. */
export const stamped = (at: number, by: string, deeds: readonly StudyDeed[]): readonly StudyEntry[] =>
  deeds.map((deed, index) => ({ ...deed, stamp: { at: at + 1 + index, by } }));
