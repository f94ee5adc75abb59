import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Line } from '../../src/domain/identifier.ts';
import { beginsWith, commonLine, formatLine, parseLine, sameLine } from '../../src/domain/line.ts';
import { emptyStudy, foldStudy, isMainLine, mainLine, type Study, stepAt, variations } from '../../src/domain/study.ts';
import type { StudyDeed, StudyEntry } from '../../src/domain/studyEntry.ts';
import { inverse } from '../../src/domain/studyUndo.ts';

const line = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 });
const deed: fc.Arbitrary<Extract<StudyDeed, { readonly line: Line }>> = fc.oneof(
  line.map((where) => ({ type: 'added' as const, line: where })),
  line.map((where) => ({ type: 'removed' as const, line: where })),
  line.map((where) => ({ type: 'promoted' as const, line: where })),
  fc.tuple(line, fc.string()).map(([where, name]) => ({ type: 'named' as const, line: where, name })),
  fc.tuple(line, fc.string()).map(([where, note]) => ({ type: 'noted' as const, line: where, note })),
  fc
    .tuple(line, fc.constantFrom('!' as const, '?' as const, undefined))
    .map(([where, mark]) => ({ type: 'marked' as const, line: where, mark })),
);
/** Entries of two writers; each writer's counter grows, as its tab stamps them. */
const entries: fc.Arbitrary<readonly StudyEntry[]> = fc
  .array(fc.tuple(deed, fc.constantFrom('one', 'two')), { maxLength: 25 })
  .map((list) => list.map(([written, by], at): StudyEntry => ({ ...written, stamp: { at, by } })));

/** The same entries, all written by one tab. */
const by = (list: readonly StudyEntry[], writer: string): readonly StudyEntry[] =>
  list.map((entry) => ({ ...entry, stamp: { ...entry.stamp, by: writer } }));

const told = (study: Study) =>
  [...study.steps.values()]
    .map((step) => ({ ...step }))
    .sort((a, b) => formatLine(a.line).localeCompare(formatLine(b.line)));

describe('a study is a fold over entries', () => {
  test('the order in which entries arrive does not matter', () => {
    fc.assert(
      fc.property(
        entries.chain((list) =>
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
      fc.property(entries, (list) => {
        expect(told(foldStudy(foldStudy(emptyStudy, list), list))).toEqual(told(foldStudy(emptyStudy, list)));
      }),
    );
  });

  test('an entry that only a newer Parley understands changes nothing here', () => {
    const known: StudyEntry = { type: 'added', line: ['a'], stamp: { at: 1, by: 'one' } };
    const newer = { type: 'coloured', line: ['a'], colour: 2, stamp: { at: 2, by: 'two' } } as unknown as StudyEntry;
    const study = foldStudy(emptyStudy, [newer, known, newer]);
    expect(told(study)).toEqual(told(foldStudy(emptyStudy, [known])));
    expect(variations(study, []).map((step) => step.line)).toEqual([['a']]);
  });

  test('two tabs that exchange what they wrote end with the same study', () => {
    fc.assert(
      fc.property(entries, entries, (mine, yours) => {
        const [one, two] = [by(mine, 'one'), by(yours, 'two')];
        const here = foldStudy(foldStudy(emptyStudy, one), two);
        const there = foldStudy(foldStudy(emptyStudy, two), one);
        expect(told(here)).toEqual(told(there));
      }),
    );
  });

  test('whatever was done can be taken back', () => {
    fc.assert(
      fc.property(entries, deed, (list, next) => {
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
        // Promoting what is not there has nothing to take back, and re-adding what was never removed hides it again.
        const wasThere = stepAt(before, next.line) !== undefined;
        if (next.type === 'added' ? !wasThere : wasThere) expect(seen(back)).toEqual(seen(before));
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
      fc.property(line, line, (one: Line, other: Line) => {
        const shared = commonLine(one, other);
        expect(beginsWith(one, shared) && beginsWith(other, shared)).toBe(true);
        const next = one[shared.length];
        expect(next === undefined || next !== other[shared.length]).toBe(true);
      }),
    );
  });

  test('a line comes back from its address as it was', () => {
    fc.assert(
      fc.property(line, (where: Line) => {
        expect(sameLine(parseLine(formatLine(where)), where)).toBe(true);
      }),
    );
    expect(parseLine('')).toEqual([]);
  });
});
