import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chapterOf, chapters, lastPlace, linesOutsideChapters, moved } from '../../src/domain/chapters.ts';
import type { Line } from '../../src/domain/identifier.ts';
import { beginsWith, lineKey, sameLine } from '../../src/domain/line.ts';
import { emptyStudy, foldStudy, presentSteps, type Study, variations } from '../../src/domain/study.ts';
import { later, type StudyDeed, stamped } from '../../src/domain/studyEntry.ts';
import { anyEntries, anyLine } from '../support/randomStudy.ts';

const written = (study: Study, deeds: readonly StudyDeed[], by = 'one'): Study =>
  foldStudy(study, stamped(study.at, by, deeds));

const kept = (...ids: readonly string[]): Study =>
  ids.reduce(
    (study, chapter) =>
      written(study, [{ type: 'chapterAdded', chapter, line: ['a', chapter], place: lastPlace(study) }]),
    emptyStudy,
  );

const order = (study: Study): readonly string[] => chapters(study).map(({ id }) => id);

describe('chapters', () => {
  test('stand in the order in which they were kept, until one is moved', () => {
    const study = kept('x', 'y', 'z');
    expect(order(study)).toEqual(['x', 'y', 'z']);
    expect(order(written(study, moved(study, 'z', -1)))).toEqual(['x', 'z', 'y']);
    expect(order(written(study, moved(study, 'x', 1)))).toEqual(['y', 'x', 'z']);
    expect(moved(study, 'x', -1)).toEqual([]);
    expect(moved(study, 'z', 1)).toEqual([]);
    expect(moved(study, 'nobody', 1)).toEqual([]);
  });

  test('moving one up or down moves it past exactly its neighbour, however often and whatever places they have', () => {
    fc.assert(
      fc.property(
        anyEntries,
        fc.array(fc.tuple(fc.constantFrom('first', 'second', 'third'), fc.constantFrom(1 as const, -1 as const)), {
          maxLength: 40,
        }),
        (list, moves) => {
          let study = foldStudy(emptyStudy, list);
          for (const [id, by] of moves) {
            const before = order(study);
            const from = before.indexOf(id);
            study = written(study, moved(study, id, by));
            const neighbour = before[from + by];
            const expected =
              from === -1 || neighbour === undefined
                ? before
                : before.map((other) => (other === id ? neighbour : other === neighbour ? id : other));
            expect(order(study)).toEqual(expected);
          }
        },
      ),
    );
  });

  test('two neighbours that change places a thousand times never run out of numbers between the others', () => {
    let study = kept('x', 'y', 'z');
    for (let time = 0; time < 1000; time += 1) {
      const [, second = ''] = order(study);
      study = written(study, moved(study, time % 2 === 0 ? second : (order(study)[2] ?? ''), -1));
    }
    expect([...order(study)].sort()).toEqual(['x', 'y', 'z']);
    expect(new Set(chapters(study).map(({ place }) => place)).size).toBe(3);
  });

  test('one that was removed keeps its name and note for whoever takes that back', () => {
    const study = written(kept('x'), [
      { type: 'chapterNamed', chapter: 'x', name: 'Plan' },
      { type: 'chapterNoted', chapter: 'x', note: 'Ask why' },
      { type: 'chapterRemoved', chapter: 'x' },
    ]);
    expect(chapters(study)).toEqual([]);
    expect(chapterOf(study, ['a', 'x'])).toBeUndefined();
    const again = written(study, [{ type: 'chapterRestored', chapter: 'x' }]);
    expect(chapterOf(again, ['a', 'x'])).toMatchObject({ name: 'Plan', note: 'Ask why' });
  });

  test('a remark that arrives before the chapter waits for it', () => {
    const early = written(emptyStudy, [{ type: 'chapterNamed', chapter: 'x', name: 'Plan' }]);
    expect(chapters(early)).toEqual([]);
    expect(
      chapters(written(early, [{ type: 'chapterAdded', chapter: 'x', line: ['a'], place: 1 }])).map(({ name }) => name),
    ).toEqual(['Plan']);
  });
});

describe('the steps that are there', () => {
  /** The obvious way: at every step, all steps are looked through for those that follow it. */
  const walked = (study: Study, from: Line = []): readonly string[] =>
    [...study.steps.values()]
      .filter(({ line, present }) => present.value && sameLine(line.slice(0, -1), from) && line.length > from.length)
      .sort((a, b) => {
        if (a.promoted === undefined && b.promoted === undefined) return later(a.added, b.added) ? 1 : -1;
        if (a.promoted === undefined || b.promoted === undefined) return a.promoted === undefined ? 1 : -1;
        return later(a.promoted, b.promoted) ? -1 : 1;
      })
      .flatMap(({ line }) => [lineKey(line), ...walked(study, line)]);

  test('come each before what follows it, the main variation first', () => {
    fc.assert(
      fc.property(anyEntries, (list) => {
        const study = foldStudy(emptyStudy, list);
        expect(presentSteps(study).map(({ line }) => lineKey(line))).toEqual(walked(study));
      }),
    );
  });

  test('every line that leads furthest is in a chapter or beside the chapters, never both', () => {
    fc.assert(
      fc.property(anyEntries, anyLine, (list, line) => {
        const study = written(foldStudy(emptyStudy, list), [{ type: 'chapterAdded', chapter: 'new', line, place: 9 }]);
        const outside = linesOutsideChapters(study);
        const inChapter = (each: readonly string[]) =>
          chapters(study).some((chapter) => beginsWith(chapter.line, each));
        expect(outside.some(inChapter)).toBe(false);
        for (const step of presentSteps(study)) {
          if (variations(study, step.line).length > 0 || inChapter(step.line)) continue;
          expect(outside.map(lineKey)).toContain(lineKey(step.line));
        }
      }),
    );
  });
});
