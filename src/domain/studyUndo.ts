import { beginsWith, lineKey, parentLine } from './line.ts';
import { foldStudy, type Study, variations } from './study.ts';
import { later, type Stamp, type StudyDeed, type StudyEntry, stamped, stampKey } from './studyEntry.ts';

/** What an act wrote over one value of a study, with what writes the old value again. */
interface Change {
  readonly entries: readonly StudyEntry[];
  /** The stamp that the value bore before; undefined where nobody had written it. */
  readonly before: Stamp | undefined;
  readonly back: readonly StudyDeed[];
}

/** What one act changed, each value once. */
export type Changes = readonly Change[];

/** Stamp key → the key of the stamp whose value it wrote again: what an undo restores is still its first writer's. */
export type Restorations = ReadonlyMap<string, string>;

/** Which value of a study a deed writes: deeds with the same key write over each other. */
function valueKey(deed: StudyDeed): string {
  switch (deed.type) {
    case 'added':
    case 'removed':
      return `step ${lineKey(deed.line)}`;
    case 'promoted':
      return `order ${lineKey(parentLine(deed.line))}`;
    case 'named':
    case 'noted':
    case 'marked':
      return `${deed.type} ${lineKey(deed.line)}`;
    case 'chapterAdded':
    case 'chapterRemoved':
    case 'chapterRestored':
      return `chapter ${deed.chapter}`;
    case 'chapterNamed':
    case 'chapterNoted':
    case 'chapterPlaced':
      return `${deed.type} ${deed.chapter}`;
    case 'studyCreated':
    case 'studyRemoved':
    case 'studyRestored':
      return 'study';
    case 'studyNamed':
      return deed.type;
    default:
      return (deed satisfies never as StudyDeed).type;
  }
}

const latestStamp = (stamps: readonly (Stamp | undefined)[]): Stamp | undefined =>
  stamps.reduce(
    (last, stamp) => (last === undefined || (stamp !== undefined && later(stamp, last)) ? stamp : last),
    undefined,
  );

/** The stamp that a deed's value bears in a study. */
function writtenAt(study: Study, deed: StudyDeed): Stamp | undefined {
  switch (deed.type) {
    case 'added':
    case 'removed':
      return study.steps.get(lineKey(deed.line))?.present.stamp;
    case 'promoted':
      return latestStamp(variations(study, parentLine(deed.line)).map(({ promoted }) => promoted));
    case 'named':
      return study.steps.get(lineKey(deed.line))?.name?.stamp;
    case 'noted':
      return study.steps.get(lineKey(deed.line))?.note?.stamp;
    case 'marked':
      return study.steps.get(lineKey(deed.line))?.mark?.stamp;
    case 'chapterAdded':
    case 'chapterRemoved':
    case 'chapterRestored':
      return study.chapters.get(deed.chapter)?.present.stamp;
    case 'chapterNamed':
      return study.chapters.get(deed.chapter)?.name?.stamp;
    case 'chapterNoted':
      return study.chapters.get(deed.chapter)?.note?.stamp;
    case 'chapterPlaced':
      return study.chapters.get(deed.chapter)?.place?.stamp;
    case 'studyCreated':
    case 'studyRemoved':
    case 'studyRestored':
      return study.present?.stamp;
    case 'studyNamed':
      return study.name?.stamp;
    default:
      return deed satisfies never;
  }
}

/** The deeds that write again what a study holds where a deed writes. An order is written again by promoting all in their old order. */
export function inverse(study: Study, deed: StudyDeed): readonly StudyDeed[] {
  switch (deed.type) {
    case 'added':
    case 'removed': {
      const present = study.steps.get(lineKey(deed.line))?.present.value === true;
      return [{ type: present ? 'added' : 'removed', line: deed.line }];
    }
    case 'promoted':
      return variations(study, parentLine(deed.line))
        .map(({ line }): StudyDeed => ({ type: 'promoted', line }))
        .toReversed();
    case 'named':
    case 'noted':
    case 'marked': {
      const { line } = deed;
      const step = study.steps.get(lineKey(line));
      if (deed.type === 'named') return [{ type: 'named', line, name: step?.name?.value ?? '' }];
      if (deed.type === 'noted') return [{ type: 'noted', line, note: step?.note?.value ?? '' }];
      return [{ type: 'marked', line, mark: step?.mark?.value }];
    }
    case 'chapterAdded':
    case 'chapterRemoved':
    case 'chapterRestored': {
      const { chapter } = deed;
      const { present, line } = study.chapters.get(chapter) ?? {};
      return [{ type: present?.value === true && line !== undefined ? 'chapterRestored' : 'chapterRemoved', chapter }];
    }
    case 'chapterNamed':
      return [{ ...deed, name: study.chapters.get(deed.chapter)?.name?.value ?? '' }];
    case 'chapterNoted':
      return [{ ...deed, note: study.chapters.get(deed.chapter)?.note?.value ?? '' }];
    case 'chapterPlaced':
      return [{ ...deed, place: study.chapters.get(deed.chapter)?.place?.value ?? deed.place }];
    case 'studyCreated':
    case 'studyRemoved':
    case 'studyRestored':
      return [{ type: study.present?.value === true ? 'studyRestored' : 'studyRemoved' }];
    case 'studyNamed':
      return [{ type: 'studyNamed', name: study.name?.value ?? '' }];
    default:
      return deed satisfies never;
  }
}

const lastOf = (entries: readonly StudyEntry[]): StudyEntry =>
  entries.reduce((last, entry) => (later(entry.stamp, last.stamp) ? entry : last));

/** What entries change in a study: those that are written over by what is there already change nothing. */
export function changesOf(before: Study, entries: readonly StudyEntry[]): Changes {
  const after = foldStudy(before, entries);
  const byValue = new Map<string, StudyEntry[]>();
  for (const entry of entries) {
    const key = valueKey(entry);
    const others = byValue.get(key);
    if (others === undefined) byValue.set(key, [entry]);
    else others.push(entry);
  }
  return [...byValue.values()].flatMap((written): Change[] => {
    const last = lastOf(written);
    const now = writtenAt(after, last);
    if (now === undefined || stampKey(now) !== stampKey(last.stamp)) return [];
    return [{ entries: written, before: writtenAt(before, last), back: inverse(before, last) }];
  });
}

/** What writes old values again. */
export interface TakenBack {
  readonly entries: readonly StudyEntry[];
  /** What takes this back in turn. */
  readonly changes: Changes;
  readonly restorations: Restorations;
  /** How many values stay, because another writer has written them, or below them, since. */
  readonly kept: number;
}

const NOTHING = '';

/** Whether somebody else wrote into what a deed would hide, later than a stamp; what the act itself wrote does not count. */
function othersWrote(study: Study, deed: StudyDeed, since: Stamp, by: string, own: ReadonlySet<string>): boolean {
  const isOthers = (stamp: Stamp | undefined): boolean =>
    stamp !== undefined && stamp.by !== by && later(stamp, since) && !own.has(stampKey(stamp));
  if (deed.type === 'chapterRemoved') {
    const chapter = study.chapters.get(deed.chapter);
    return [chapter?.name, chapter?.note, chapter?.place].some((written) => isOthers(written?.stamp));
  }
  if (deed.type !== 'removed') return false;
  return [...study.steps.values()].some(
    ({ line, present, name, note, mark }) =>
      present.value &&
      beginsWith(line, deed.line) &&
      [present, name, note, mark].some((written) => isOthers(written?.stamp)),
  );
}

/**
 * Takes an act back: every value that is still as the act left it gets its old value again. What another writer has written since, or
 * below what would go, stays.
 */
export function takeBack(study: Study, changes: Changes, by: string, restorations: Restorations): TakenBack {
  const meant = (stamp: Stamp | undefined): string => {
    const key = stamp === undefined ? NOTHING : stampKey(stamp);
    return restorations.get(key) ?? key;
  };
  const own = new Set(changes.flatMap(({ entries }) => entries.map(({ stamp }) => stampKey(stamp))));
  const stands = changes.filter(({ entries, back }) => {
    const last = lastOf(entries);
    return (
      meant(writtenAt(study, last)) === meant(last.stamp) &&
      !back.some((deed) => othersWrote(study, deed, last.stamp, by, own))
    );
  });
  const restored = new Map(restorations);
  let { at } = study;
  const written = stands.flatMap(({ before, back }): Change[] => {
    const [first] = back;
    if (first === undefined) return [];
    const entries = stamped(at, by, back);
    at += entries.length;
    for (const { stamp } of entries) restored.set(stampKey(stamp), meant(before));
    return [{ entries, before: writtenAt(study, first), back: inverse(study, first) }];
  });
  return {
    entries: written.flatMap(({ entries }) => entries),
    changes: written,
    restorations: restored,
    kept: changes.length - stands.length,
  };
}
