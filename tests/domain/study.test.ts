import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Line } from '../../src/domain/identifier.ts';
import { beginsWith, commonLine, formatLine, parseLine, sameLine } from '../../src/domain/line.ts';
import { emptyStudy, foldStudy, isMainLine, mainLine, type Study, stepAt, variations } from '../../src/domain/study.ts';
import type { StudyEntry } from '../../src/domain/studyEntry.ts';
import { inverse } from '../../src/domain/studyUndo.ts';
import { anyEntries, anyLine, stepDeed, told } from '../support/randomStudy.ts';

/** The same entries, all written by one tab. */
const by = (list: readonly StudyEntry[], writer: string): readonly StudyEntry[] =>
  list.map((entry) => ({ ...entry, stamp: { ...entry.stamp, by: writer } }));

describe('a study is a fold over entries', () => {
  test('the order in which entries arrive does not matter', () => {
    fc.assert(
      fc.property(
        anyEntries.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(told(foldStudy(emptyStudy, shuffled))).toEqual(told(foldStudy(emptyStudy, list)));
        },
      ),
    );
  });

  test('an entry that arrives twice changes nothing', () => {
    fc.assert(
      fc.property(anyEntries, (list) => {
        expect(told(foldStudy(foldStudy(emptyStudy, list), list))).toEqual(told(foldStudy(emptyStudy, list)));
      }),
    );
  });

  test('two entries that a forged file gives the same stamp leave the same study in either order', () => {
    const stamp = { at: 1, by: 'one' };
    const pair: readonly StudyEntry[] = [
      { type: 'named', line: ['a'], name: 'Plan A', stamp },
      { type: 'named', line: ['a'], name: 'Plan B', stamp },
    ];
    expect(told(foldStudy(emptyStudy, pair))).toEqual(told(foldStudy(emptyStudy, pair.toReversed())));
  });

  test('however entries are shared out between two tabs, in whatever pieces, the study is the same', () => {
    fc.assert(
      fc.property(anyEntries, fc.infiniteStream(fc.boolean()), (list, coins) => {
        const here = list.filter(() => coins.next().value);
        const there = list.filter((entry) => !here.includes(entry));
        const pieces = [here, there, here.slice(0, 3), list];
        expect(told(pieces.reduce(foldStudy, emptyStudy))).toEqual(told(foldStudy(emptyStudy, list)));
      }),
    );
  });

  test('an entry that only a newer Parley understands changes nothing here', () => {
    const known: StudyEntry = { type: 'added', line: ['a'], stamp: { at: 1, by: 'one' } };
    const newer = { type: 'coloured', line: ['a'], colour: 2, stamp: { at: 2, by: 'two' } } as unknown as StudyEntry;
    const study = foldStudy(emptyStudy, [newer, known, newer]);
    expect(told(study)).toEqual({ ...told(foldStudy(emptyStudy, [known])), at: 2 });
    expect(variations(study, []).map((step) => step.line)).toEqual([['a']]);
  });

  test('two tabs that exchange what they wrote end with the same study', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, (mine, yours) => {
        const [one, two] = [by(mine, 'one'), by(yours, 'two')];
        const here = foldStudy(foldStudy(emptyStudy, one), two);
        const there = foldStudy(foldStudy(emptyStudy, two), one);
        expect(told(here)).toEqual(told(there));
      }),
    );
  });

  test('whatever was done can be taken back', () => {
    fc.assert(
      fc.property(anyEntries, stepDeed, (list, next) => {
        const before = foldStudy(emptyStudy, list);
        const stamp = (at: number) => ({ at: before.at + at, by: 'one' });
        const after = foldStudy(before, [{ ...next, stamp: stamp(1) }]);
        const undo = inverse(before, next).map((each, index): StudyEntry => ({ ...each, stamp: stamp(2 + index) }));
        const back = foldStudy(after, undo);
        const seen = (study: Study): readonly unknown[] => {
          const step = stepAt(study, next.line);
          return [
            step?.name?.value ?? '',
            step?.note?.value ?? '',
            step?.mark?.value,
            variations(study, next.line.slice(0, -1)).map(({ line: where }) => where),
          ];
        };
        // Promoting what is not there has nothing to take back.
        const wasThere = stepAt(before, next.line) !== undefined;
        if (next.type !== 'promoted' || wasThere) expect(seen(back)).toEqual(seen(before));
      }),
    );
  });
});

describe('lines', () => {
  const study = foldStudy(
    emptyStudy,
    [['a'], ['a', 'b'], ['a', 'c'], ['d']].map(
      (where, at): StudyEntry => ({ type: 'added', line: where, stamp: { at, by: 'one' } }),
    ),
  );

  test('the main line is what was played first, until another is promoted', () => {
    expect(mainLine(study, [])).toEqual(['a', 'b']);
    const promoted = foldStudy(study, [{ type: 'promoted', line: ['a', 'c'], stamp: { at: 9, by: 'one' } }]);
    expect(mainLine(promoted, [])).toEqual(['a', 'c']);
    expect(isMainLine(promoted, ['a', 'c'])).toBe(true);
    expect(isMainLine(promoted, ['a', 'b'])).toBe(false);
  });

  test('a deleted step is hidden with what follows, and comes back with it', () => {
    const without = foldStudy(study, [{ type: 'removed', line: ['a'], stamp: { at: 9, by: 'one' } }]);
    expect(variations(without, []).map(({ line: where }) => where)).toEqual([['d']]);
    const again = foldStudy(without, [{ type: 'added', line: ['a'], stamp: { at: 10, by: 'one' } }]);
    expect(mainLine(again, [])).toEqual(['a', 'b']);
  });

  test('two what-ifs part where their moves differ', () => {
    fc.assert(
      fc.property(anyLine, anyLine, (one: Line, other: Line) => {
        const shared = commonLine(one, other);
        expect(beginsWith(one, shared) && beginsWith(other, shared)).toBe(true);
        const next = one[shared.length];
        expect(next === undefined || next !== other[shared.length]).toBe(true);
      }),
    );
  });

  test('a line comes back from its address as it was', () => {
    fc.assert(
      fc.property(anyLine, (where: Line) => {
        expect(sameLine(parseLine(formatLine(where)), where)).toBe(true);
      }),
    );
    expect(parseLine('')).toEqual([]);
  });
});
