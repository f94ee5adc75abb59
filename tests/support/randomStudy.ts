import fc from 'fast-check';
import { formatLine } from '../../src/domain/line.ts';
import type { Study } from '../../src/domain/study.ts';
import type { StudyDeed, StudyEntry } from '../../src/domain/studyEntry.ts';

/** A short line over three moves, so that deeds often meet. */
export const anyLine = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 });
const chapter = fc.constantFrom('first', 'second', 'third');
const place = fc.integer({ min: -3, max: 3 });

/** Any deed on a step. */
export const stepDeed: fc.Arbitrary<Extract<StudyDeed, { readonly line: unknown; readonly chapter?: never }>> =
  fc.oneof(
    anyLine.map((line) => ({ type: 'added' as const, line })),
    anyLine.map((line) => ({ type: 'removed' as const, line })),
    anyLine.map((line) => ({ type: 'promoted' as const, line })),
    fc.record({ type: fc.constant('named' as const), line: anyLine, name: fc.string() }),
    fc.record({ type: fc.constant('noted' as const), line: anyLine, note: fc.string() }),
    fc.record({
      type: fc.constant('marked' as const),
      line: anyLine,
      mark: fc.constantFrom('!' as const, '?' as const, undefined),
    }),
  );

/** Any deed at all. */
export const anyDeed: fc.Arbitrary<StudyDeed> = fc.oneof(
  { weight: 3, arbitrary: stepDeed },
  fc.record({ type: fc.constant('chapterAdded' as const), chapter, line: anyLine, place }),
  fc.record({ type: fc.constant('chapterRemoved' as const), chapter }),
  fc.record({ type: fc.constant('chapterRestored' as const), chapter }),
  fc.record({ type: fc.constant('chapterNamed' as const), chapter, name: fc.string() }),
  fc.record({ type: fc.constant('chapterNoted' as const), chapter, note: fc.string() }),
  fc.record({ type: fc.constant('chapterPlaced' as const), chapter, place }),
  fc.record({
    type: fc.constant('studyCreated' as const),
    scenario: fc.constantFrom('one@1.0.0.a', 'one'),
    order: fc.nat(9),
  }),
  fc.record({ type: fc.constant('studyNamed' as const), name: fc.string() }),
  fc.constant({ type: 'studyRemoved' as const }),
  fc.constant({ type: 'studyRestored' as const }),
);

/** Entries of two writers; each writer's counter grows, as its tab stamps them. */
export const anyEntries: fc.Arbitrary<readonly StudyEntry[]> = fc
  .array(fc.tuple(anyDeed, fc.constantFrom('one', 'two')), { maxLength: 30 })
  .map((list) => list.map(([deed, by], index): StudyEntry => ({ ...deed, stamp: { at: index + 1, by } })));

/** All that a study holds, in an order of its own, to compare two. */
export const told = ({ steps, chapters, ...whole }: Study) => ({
  ...whole,
  steps: [...steps.values()].sort((a, b) => formatLine(a.line).localeCompare(formatLine(b.line))),
  chapters: [...chapters.values()].sort((a, b) => a.id.localeCompare(b.id)),
});
