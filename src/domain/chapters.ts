import type { Line } from './identifier.ts';
import { beginsWith, lineKey, parentLine, sameLine } from './line.ts';
import { presentSteps, type Study } from './study.ts';
import { type ChapterId, later, type Stamp, type StudyDeed } from './studyEntry.ts';

/** A line that a reader keeps under a name of its own, from the start to an end or to any place on the way. */
export interface Chapter {
  readonly id: ChapterId;
  readonly line: Line;
  /** Empty where the reader gave none. */
  readonly name: string;
  readonly note: string;
  readonly place: number;
  readonly added: Stamp;
}

/** A study's chapters in the order that its reader chose. */
export function chapters(study: Study): readonly Chapter[] {
  const kept = [...study.chapters.values()].flatMap(({ id, line, name, note, place, present, added }): Chapter[] =>
    present.value && line !== undefined && place !== undefined
      ? [{ id, line: line.value, name: name?.value ?? '', note: note?.value ?? '', place: place.value, added }]
      : [],
  );
  // Two tabs may have put two chapters at the same place: the one that was kept first then stands first.
  return kept.sort((a, b) => a.place - b.place || (later(a.added, b.added) ? 1 : -1));
}

/** The chapter that holds exactly this line, if any. */
export const chapterOf = (study: Study, line: Line): Chapter | undefined =>
  chapters(study).find((chapter) => sameLine(chapter.line, line));

/** The place after every chapter. */
export const lastPlace = (study: Study): number => (chapters(study).at(-1)?.place ?? 0) + 1;

/** The deeds that move a chapter one up or down among the others; none at either end. */
export function moved(study: Study, id: ChapterId, by: 1 | -1): readonly StudyDeed[] {
  const order = chapters(study);
  const from = order.findIndex((chapter) => chapter.id === id);
  const neighbour = order[from + by];
  const chapter = order[from];
  if (chapter === undefined || neighbour === undefined) return [];
  const beyond = order[from + 2 * by];
  const place = beyond === undefined ? neighbour.place + by : (neighbour.place + beyond.place) / 2;
  const [low, high] = [neighbour.place, beyond?.place ?? Number.POSITIVE_INFINITY * by].sort((a, b) => a - b);
  if (low !== undefined && high !== undefined && low < place && place < high)
    return [{ type: 'chapterPlaced', chapter: id, place }];
  // No number is left between the two, or they share a place: all are numbered anew.
  const next = order.filter((other) => other !== chapter);
  next.splice(from + by, 0, chapter);
  return next.map((other, index) => ({ type: 'chapterPlaced', chapter: other.id, place: index + 1 }));
}

/** The study’s lines that lead furthest and are part of no chapter, the main one first. */
export function linesOutsideChapters(study: Study): readonly Line[] {
  const lines = presentSteps(study).map(({ line }) => line);
  const passed = new Set(lines.map((line) => lineKey(parentLine(line))));
  const kept = chapters(study);
  return lines.filter((line) => !passed.has(lineKey(line)) && !kept.some((chapter) => beginsWith(chapter.line, line)));
}
