import type { Line } from './identifier.ts';
import { beginsWith, lineKey, parentLine, sameLine } from './line.ts';

/** A reader's own marks on a move, never a program's. */
export const MARKS = ['!', '?', '!?', '?!', '★'] as const;
export type Mark = (typeof MARKS)[number];

/** Who wrote an entry and when: a counter that only grows, and the writer, which settles ties. No clock is read. */
export interface Stamp {
  readonly at: number;
  readonly by: string;
}

/** One thing that a reader did to a study. Entries are only ever added; the study is a fold over them, in any order. */
export type StudyEntry = { readonly stamp: Stamp; readonly line: Line } & (
  | { readonly type: 'added' }
  | { readonly type: 'removed' }
  | { readonly type: 'promoted' }
  | { readonly type: 'named'; readonly name: string }
  | { readonly type: 'noted'; readonly note: string }
  | { readonly type: 'marked'; readonly mark: Mark | undefined }
);

/** An entry before it is stamped. */
export type StudyDeed = StudyEntry extends infer Entry
  ? Entry extends StudyEntry
    ? Omit<Entry, 'stamp'>
    : never
  : never;

/** A value with the stamp of its latest writer. */
interface Written<Value> {
  readonly value: Value;
  readonly stamp: Stamp;
}

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

/** A tree of lines with names, notes and marks. The opening itself is always there. */
export interface Study {
  readonly steps: ReadonlyMap<string, StudyStep>;
  /** The highest counter seen, for the next stamp. */
  readonly at: number;
}

export const emptyStudy: Study = { steps: new Map(), at: 0 };

const later = (a: Stamp, b: Stamp): boolean => a.at > b.at || (a.at === b.at && a.by > b.by);
const latest = <Value>(old: Written<Value> | undefined, next: Written<Value>): Written<Value> =>
  old === undefined || later(next.stamp, old.stamp) ? next : old;

/** Later than any stamp: the step was remarked on before the entry that added it arrived. */
const NOT_YET: Stamp = { at: Number.POSITIVE_INFINITY, by: '' };

const fresh = (line: Line): StudyStep => ({
  line,
  added: NOT_YET,
  present: { value: false, stamp: { at: -1, by: '' } },
  promoted: undefined,
  name: undefined,
  note: undefined,
  mark: undefined,
});

function applied(step: StudyStep, entry: StudyEntry): StudyStep {
  const { stamp } = entry;
  switch (entry.type) {
    case 'added':
      return {
        ...step,
        added: later(step.added, stamp) ? stamp : step.added,
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
      // A newer Parley may have written what this one cannot read: it stays in the store and changes nothing here.
      entry satisfies never;
      return step;
  }
}

/**
 * A study with further entries. The order of entries does not matter and an entry may come twice, so several tabs may write at once
 * and nothing is lost.
 */
export function foldStudy(study: Study, entries: readonly StudyEntry[]): Study {
  if (entries.length === 0) return study;
  const steps = new Map(study.steps);
  let { at } = study;
  for (const entry of entries) {
    const key = lineKey(entry.line);
    steps.set(key, applied(steps.get(key) ?? fresh(entry.line), entry));
    at = Math.max(at, entry.stamp.at);
  }
  return { steps, at };
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

/** The moves played from a line, the main one first: the one promoted last, then in the order in which they were played. */
export function variations(study: Study, line: Line): readonly StudyStep[] {
  const found = [...study.steps.values()].filter(
    (step) => step.present.value && step.line.length === line.length + 1 && beginsWith(step.line, line),
  );
  const order = (a: StudyStep, b: StudyStep): number => {
    if (a.promoted !== undefined || b.promoted !== undefined) {
      if (a.promoted === undefined) return 1;
      if (b.promoted === undefined) return -1;
      return later(a.promoted, b.promoted) ? -1 : 1;
    }
    return later(a.added, b.added) ? 1 : -1;
  };
  return found.sort(order);
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

/** The deeds that take another one back, given the study before it. Promoting is taken back by promoting all in their old order. */
export function inverse(study: Study, deed: StudyDeed): readonly StudyDeed[] {
  const { line } = deed;
  const step = study.steps.get(lineKey(line));
  switch (deed.type) {
    case 'added':
      return [{ type: 'removed', line }];
    case 'removed':
      return [{ type: 'added', line }];
    case 'promoted':
      return variations(study, parentLine(line))
        .map((variation): StudyDeed => ({ type: 'promoted', line: variation.line }))
        .toReversed();
    case 'named':
      return [{ type: 'named', line, name: step?.name?.value ?? '' }];
    case 'noted':
      return [{ type: 'noted', line, note: step?.note?.value ?? '' }];
    case 'marked':
      return [{ type: 'marked', line, mark: step?.mark?.value }];
    default:
      return deed satisfies never;
  }
}
