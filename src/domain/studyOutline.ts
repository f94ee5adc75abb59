import { chapters } from './chapters.ts';
import type { Line } from './identifier.ts';
import { presentSteps, type Study } from './study.ts';
import type { Mark, StudyDeed } from './studyEntry.ts';

/** A step as it stands: what led to its remarks is left out. */
export interface OutlineStep {
  readonly line: Line;
  readonly name: string;
  readonly note: string;
  readonly mark: Mark | undefined;
}

/** A chapter as it stands. */
export interface OutlineChapter {
  readonly line: Line;
  readonly name: string;
  readonly note: string;
}

/** A study as it stands, without its history: steps in the order of the move list, chapters in their own. */
export interface StudyOutline {
  readonly name: string;
  readonly steps: readonly OutlineStep[];
  readonly chapters: readonly OutlineChapter[];
}

/** What a study holds now. */
export const outlineOf = (study: Study): StudyOutline => ({
  name: study.name?.value ?? '',
  steps: presentSteps(study).map(({ line, name, note, mark }) => ({
    line,
    name: name?.value ?? '',
    note: note?.value ?? '',
    mark: mark?.value,
  })),
  chapters: chapters(study).map(({ line, name, note }) => ({ line, name, note })),
});

/** The deeds that write an outline into an empty study. */
export const outlineDeeds = (outline: StudyOutline): readonly StudyDeed[] => [
  ...outline.steps.flatMap(({ line, name, note, mark }): StudyDeed[] => [
    { type: 'added', line },
    ...(name === '' ? [] : [{ type: 'named' as const, line, name }]),
    ...(note === '' ? [] : [{ type: 'noted' as const, line, note }]),
    ...(mark === undefined ? [] : [{ type: 'marked' as const, line, mark }]),
  ]),
  ...outline.chapters.flatMap(({ line, name, note }, index): StudyDeed[] => {
    // Nobody but this study's first writer numbers chapters so.
    const chapter = `outline-${index + 1}`;
    return [
      { type: 'chapterAdded', chapter, line, place: index + 1 },
      ...(name === '' ? [] : [{ type: 'chapterNamed' as const, chapter, name }]),
      ...(note === '' ? [] : [{ type: 'chapterNoted' as const, chapter, note }]),
    ];
  }),
];
