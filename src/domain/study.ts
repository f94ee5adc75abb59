import type { Line } from './identifier.ts';
import { beginsWith, lineKey, parentLine, sameLine } from './line.ts';
import {
  type ChapterEntry,
  type ChapterId,
  later,
  latest,
  type Mark,
  type Stamp,
  type StepEntry,
  type StudyEntry,
  type WholeEntry,
  type Written,
} from './studyEntry.ts';

/** A step of a study: the line that leads to it, and the reader's remarks. */
export interface StudyStep {
  readonly line: Line;
  /** When it was first played, which orders variations. */
  readonly added: Stamp;
  readonly present: Written<boolean>;
  readonly promoted: Stamp | undefined;
  readonly name: Written<string> | undefined;
  readonly note: Written<string> | undefined;
  readonly mark: Written<Mark | undefined> | undefined;
}

/** A chapter as its entries have it so far: what it holds may arrive after what was remarked on it. */
export interface WrittenChapter {
  readonly id: ChapterId;
  readonly line: Written<Line> | undefined;
  readonly added: Stamp;
  readonly present: Written<boolean>;
  readonly place: Written<number> | undefined;
  readonly name: Written<string> | undefined;
  readonly note: Written<string> | undefined;
}

/** A named tree of lines with names, notes and marks, and some of its lines kept as chapters. The opening itself is always there. */
export interface Study {
  readonly steps: ReadonlyMap<string, StudyStep>;
  readonly chapters: ReadonlyMap<ChapterId, WrittenChapter>;
  readonly created: Written<{ readonly scenario: string; readonly order: number }> | undefined;
  readonly name: Written<string> | undefined;
  /** False in the bin. */
  readonly present: Written<boolean> | undefined;
  /** The highest counter seen, for the next stamp. */
  readonly at: number;
}

export const emptyStudy: Study = {
  steps: new Map(),
  chapters: new Map(),
  created: undefined,
  name: undefined,
  present: undefined,
  at: 0,
};

/** Later than any stamp: something was remarked on before the entry that added it arrived. */
const NOT_YET: Stamp = { at: Number.POSITIVE_INFINITY, by: '' };
const NEVER: Written<boolean> = { value: false, stamp: { at: -1, by: '' } };
const earliest = (old: Stamp, next: Stamp): Stamp => (later(old, next) ? next : old);

const freshStep = (line: Line): StudyStep => ({
  line,
  added: NOT_YET,
  present: NEVER,
  promoted: undefined,
  name: undefined,
  note: undefined,
  mark: undefined,
});

const freshChapter = (id: ChapterId): WrittenChapter => ({
  id,
  line: undefined,
  added: NOT_YET,
  present: NEVER,
  place: undefined,
  name: undefined,
  note: undefined,
});

function stepAfter(step: StudyStep, entry: StepEntry): StudyStep {
  const { stamp } = entry;
  switch (entry.type) {
    case 'added':
      return {
        ...step,
        added: earliest(step.added, stamp),
        present: latest(step.present, { value: true, stamp }),
      };
    case 'removed':
      return { ...step, present: latest(step.present, { value: false, stamp }) };
    case 'promoted':
      return { ...step, promoted: step.promoted !== undefined && later(step.promoted, stamp) ? step.promoted : stamp };
    case 'named':
      return { ...step, name: latest(step.name, { value: entry.name, stamp }) };
    case 'noted':
      return { ...step, note: latest(step.note, { value: entry.note, stamp }) };
    case 'marked':
      return { ...step, mark: latest(step.mark, { value: entry.mark, stamp }) };
    default:
      return entry satisfies never;
  }
}

function chapterAfter(chapter: WrittenChapter, entry: ChapterEntry): WrittenChapter {
  const { stamp } = entry;
  switch (entry.type) {
    case 'chapterAdded':
      return {
        ...chapter,
        added: earliest(chapter.added, stamp),
        line: latest(chapter.line, { value: entry.line, stamp }),
        place: latest(chapter.place, { value: entry.place, stamp }),
        present: latest(chapter.present, { value: true, stamp }),
      };
    case 'chapterRemoved':
      return { ...chapter, present: latest(chapter.present, { value: false, stamp }) };
    case 'chapterRestored':
      return { ...chapter, present: latest(chapter.present, { value: true, stamp }) };
    case 'chapterNamed':
      return { ...chapter, name: latest(chapter.name, { value: entry.name, stamp }) };
    case 'chapterNoted':
      return { ...chapter, note: latest(chapter.note, { value: entry.note, stamp }) };
    case 'chapterPlaced':
      return { ...chapter, place: latest(chapter.place, { value: entry.place, stamp }) };
    default:
      return entry satisfies never;
  }
}

type Whole = Pick<Study, 'created' | 'name' | 'present'>;

function wholeAfter(whole: Whole, entry: WholeEntry): Whole {
  const { stamp } = entry;
  switch (entry.type) {
    case 'studyCreated': {
      const { scenario, order } = entry;
      return {
        ...whole,
        created: latest(whole.created, { value: { scenario, order }, stamp }),
        present: latest(whole.present, { value: true, stamp }),
      };
    }
    case 'studyNamed':
      return { ...whole, name: latest(whole.name, { value: entry.name, stamp }) };
    case 'studyRemoved':
      return { ...whole, present: latest(whole.present, { value: false, stamp }) };
    case 'studyRestored':
      return { ...whole, present: latest(whole.present, { value: true, stamp }) };
    default:
      return entry satisfies never;
  }
}

/**
 * A study with further entries. The order of entries does not matter and an entry may come twice, so several tabs may write at once
 * and nothing is lost.
 */
export function foldStudy(study: Study, entries: readonly StudyEntry[]): Study {
  if (entries.length === 0) return study;
  const steps = new Map(study.steps);
  const chapters = new Map(study.chapters);
  let { at, created, name, present } = study;
  for (const entry of entries) {
    at = Math.max(at, entry.stamp.at);
    switch (entry.type) {
      case 'added':
      case 'removed':
      case 'promoted':
      case 'named':
      case 'noted':
      case 'marked': {
        const key = lineKey(entry.line);
        steps.set(key, stepAfter(steps.get(key) ?? freshStep(entry.line), entry));
        break;
      }
      case 'chapterAdded':
      case 'chapterRemoved':
      case 'chapterRestored':
      case 'chapterNamed':
      case 'chapterNoted':
      case 'chapterPlaced':
        chapters.set(entry.chapter, chapterAfter(chapters.get(entry.chapter) ?? freshChapter(entry.chapter), entry));
        break;
      case 'studyCreated':
      case 'studyNamed':
      case 'studyRemoved':
      case 'studyRestored':
        ({ created, name, present } = wholeAfter({ created, name, present }, entry));
        break;
      default:
        // A newer Parley may have written what this one cannot read: it stays in the store and changes nothing here.
        entry satisfies never;
    }
  }
  return { steps, chapters, created, name, present, at };
}

/** Whether a study lies in the bin. */
export const isInBin = ({ present }: Study): boolean => present?.value === false;

/** The stamp of the scenario that a study was made with, where that is known and another one than this. */
export function otherStamp({ created }: Study, stamp: string): string | undefined {
  const made = created?.value.scenario;
  return made === undefined || made === stamp || !made.includes('@') ? undefined : made;
}

/** The step that a line leads to, if it is in the study and was not removed. */
export function stepAt(study: Study, line: Line): StudyStep | undefined {
  const step = study.steps.get(lineKey(line));
  return step?.present.value === true ? step : undefined;
}

/** Whether a step of this line was deleted, or taken back. */
export const isDeleted = (study: Study, line: Line): boolean =>
  line.some((_, index) => {
    const present = study.steps.get(lineKey(line.slice(0, index + 1)))?.present;
    return present?.value === false && present.stamp.at >= 0;
  });

/** The main variation first: the one promoted last, then in the order in which they were played. */
function mainFirst(a: StudyStep, b: StudyStep): number {
  if (a.promoted !== undefined || b.promoted !== undefined) {
    if (a.promoted === undefined) return 1;
    if (b.promoted === undefined) return -1;
    return later(a.promoted, b.promoted) ? -1 : 1;
  }
  return later(a.added, b.added) ? 1 : -1;
}

const ordered = new WeakMap<Study, ReadonlyMap<string, readonly StudyStep[]>>();

/** A study's steps by the line that they were played from, the main one first. A study never changes, so it is ordered once. */
function byParent(study: Study): ReadonlyMap<string, readonly StudyStep[]> {
  const known = ordered.get(study);
  if (known !== undefined) return known;
  const found = new Map<string, StudyStep[]>();
  for (const step of study.steps.values()) {
    if (!step.present.value || step.line.length === 0) continue;
    const from = lineKey(parentLine(step.line));
    const others = found.get(from);
    if (others === undefined) found.set(from, [step]);
    else others.push(step);
  }
  for (const steps of found.values()) steps.sort(mainFirst);
  ordered.set(study, found);
  return found;
}

/** The moves played from a line, the main one first. */
export const variations = (study: Study, line: Line): readonly StudyStep[] => byParent(study).get(lineKey(line)) ?? [];

/** Every step that is not deleted, itself or with one before it: each before what follows it, the main variation first. */
export function presentSteps(study: Study): readonly StudyStep[] {
  const found: StudyStep[] = [];
  const toDo = variations(study, []).toReversed();
  for (let step = toDo.pop(); step !== undefined; step = toDo.pop()) {
    found.push(step);
    toDo.push(...variations(study, step.line).toReversed());
  }
  return found;
}

/** The main line from a place to where it ends: the first variation at every step. */
export function mainLine(study: Study, from: Line): Line {
  let line = from;
  for (let next = variations(study, line)[0]; next !== undefined; next = variations(study, line)[0]) line = next.line;
  return line;
}

/** Whether every step of a line is the first variation. */
export const isMainLine = (study: Study, line: Line): boolean =>
  line.every((_, index) => {
    const step = line.slice(0, index + 1);
    const first = variations(study, parentLine(step))[0];
    return first !== undefined && sameLine(first.line, step);
  });

/** Every step below a line, itself included, that is present. */
export const stepsWithin = (study: Study, line: Line): readonly StudyStep[] =>
  [...study.steps.values()].filter((step) => step.present.value && beginsWith(step.line, line));
