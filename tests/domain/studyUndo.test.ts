import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chapters } from '../../src/domain/chapters.ts';
import { lineKey } from '../../src/domain/line.ts';
import { emptyStudy, foldStudy, isInBin, presentSteps, type Study, stepAt } from '../../src/domain/study.ts';
import { type StudyDeed, type StudyEntry, stamped } from '../../src/domain/studyEntry.ts';
import { outlineOf } from '../../src/domain/studyOutline.ts';
import { type Changes, changesOf, type Restorations, takeBack } from '../../src/domain/studyUndo.ts';
import { anyDeed, anyEntries } from '../support/randomStudy.ts';

/** One tab at work on a study: it does, takes back, does again, and hears of others. */
class Tab {
  study: Study = emptyStudy;
  readonly done: Changes[] = [];
  readonly undone: Changes[] = [];
  kept = 0;
  #restorations: Restorations = new Map();
  readonly by: string;
  constructor(by: string, entries: readonly StudyEntry[] = []) {
    this.by = by;
    this.hear(entries);
  }
  hear(entries: readonly StudyEntry[]): void {
    this.study = foldStudy(this.study, entries);
  }
  do(...deeds: readonly StudyDeed[]): readonly StudyEntry[] {
    const entries = stamped(this.study.at, this.by, deeds);
    this.done.push(changesOf(this.study, entries));
    this.undone.length = 0;
    this.hear(entries);
    return entries;
  }
  undo(): readonly StudyEntry[] {
    return this.#turn(this.done, this.undone);
  }
  redo(): readonly StudyEntry[] {
    return this.#turn(this.undone, this.done);
  }
  #turn(from: Changes[], to: Changes[]): readonly StudyEntry[] {
    const changes = from.pop();
    if (changes === undefined) return [];
    const back = takeBack(this.study, changes, this.by, this.#restorations);
    this.#restorations = back.restorations;
    this.kept = back.kept;
    to.push(back.changes);
    this.hear(back.entries);
    return back.entries;
  }
}

/** Chapters are kept once, and remarked on, moved or removed only while they are there, as the machine sees to. */
const isFitting = ({ chapters: written }: Study, deed: StudyDeed): boolean => {
  if (!('chapter' in deed)) return true;
  const chapter = written.get(deed.chapter);
  return deed.type === 'chapterAdded'
    ? chapter?.line === undefined
    : chapter?.line !== undefined && chapter.present.value;
};

/** What a reader sees of a study. */
const seen = (study: Study) => ({ ...outlineOf(study), bin: isInBin(study), ids: chapters(study).map(({ id }) => id) });

const CREATED: StudyEntry = {
  type: 'studyCreated',
  scenario: 'one@1.0.0.a',
  order: 1,
  stamp: { at: 1, by: 'zero' },
};
const LINE = ['a'];
const named = (name: string): StudyDeed => ({ type: 'named', line: LINE, name });
const nameOf = ({ study }: Tab): string | undefined => study.steps.get(lineKey(LINE))?.name?.value;

describe('one tab alone', () => {
  test('whatever was done is taken back to the letter, step by step, and done again', () => {
    fc.assert(
      fc.property(
        anyEntries,
        fc.array(fc.array(anyDeed, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
        (list, acts) => {
          const tab = new Tab('me', [CREATED, ...list]);
          const shown = [seen(tab.study)];
          for (const act of acts) {
            tab.do(...act.filter((deed) => isFitting(tab.study, deed)));
            shown.push(seen(tab.study));
          }
          for (let at = acts.length - 1; at >= 0; at -= 1) {
            tab.undo();
            expect(tab.kept).toBe(0);
            expect(seen(tab.study)).toEqual(shown[at]);
          }
          for (let at = 1; at <= acts.length; at += 1) {
            tab.redo();
            expect(seen(tab.study)).toEqual(shown[at]);
          }
          for (let at = acts.length - 1; at >= 0; at -= 1) tab.undo();
          expect(seen(tab.study)).toEqual(shown[0]);
        },
      ),
    );
  });

  test('what an undo writes does not grow as it is turned back and forth', () => {
    const tab = new Tab('me');
    tab.do(...['a', 'b', 'c'].map((move): StudyDeed => ({ type: 'added', line: [move] })));
    tab.do({ type: 'promoted', line: ['c'] });
    const sizes = Array.from({ length: 6 }, () => [tab.undo().length, tab.redo().length]);
    expect(new Set(sizes.flat())).toEqual(new Set([3]));
    expect(presentSteps(tab.study).map(({ line }) => lineKey(line))).toEqual(['c', 'a', 'b']);
  });
});

describe('another tab', () => {
  const two = () => {
    const me = new Tab('me');
    const other = new Tab('other');
    other.hear(me.do({ type: 'added', line: LINE }, named('Mine')));
    return { me, other };
  };

  test('undo leaves a name that another tab has written since', () => {
    const { me, other } = two();
    me.hear(other.do(named('Theirs')));
    me.undo();
    expect(nameOf(me)).toBe('Theirs');
    expect(me.kept).toBeGreaterThan(0);
  });

  test('even where another tab wrote the very same words', () => {
    const { me, other } = two();
    me.do(named('Plan'));
    me.hear(other.do(named('Theirs'), named('Plan')));
    me.undo();
    expect(nameOf(me)).toBe('Plan');
  });

  test('an undo that gave back another tab’s name does not count it as ours afterwards', () => {
    const { me, other } = two();
    me.do(named('First'));
    me.hear(other.do(named('Theirs')));
    me.do(named('Second'));
    me.undo();
    expect(nameOf(me)).toBe('Theirs');
    me.undo();
    expect(nameOf(me)).toBe('Theirs');
    me.redo();
    expect(nameOf(me)).toBe('Theirs');
    me.redo();
    expect(nameOf(me)).toBe('Second');
  });

  test('a step does not vanish under what another tab has played or noted below it', () => {
    const { me, other } = two();
    me.hear(other.do({ type: 'added', line: ['a', 'b'] }));
    me.undo();
    expect(stepAt(me.study, LINE)).toBeDefined();
    expect(stepAt(me.study, ['a', 'b'])).toBeDefined();
    expect(nameOf(me)).toBe('');
  });

  test('a chapter does not vanish under the note of another tab, nor an order that another tab has chosen since', () => {
    const me = new Tab('me');
    const other = new Tab('other');
    other.hear(me.do({ type: 'chapterAdded', chapter: 'x', line: LINE, place: 1 }));
    me.hear(other.do({ type: 'chapterNoted', chapter: 'x', note: 'Ask why' }));
    me.undo();
    expect(chapters(me.study)).toHaveLength(1);
    other.hear(me.do({ type: 'added', line: ['a'] }, { type: 'added', line: ['b'] }));
    other.hear(me.do({ type: 'promoted', line: ['b'] }));
    me.hear(
      other.do({ type: 'promoted', line: ['a'] }, { type: 'promoted', line: ['b'] }, { type: 'promoted', line: ['a'] }),
    );
    me.undo();
    expect(presentSteps(me.study)[0]?.line).toEqual(['a']);
    expect(me.kept).toBe(1);
  });

  test('no undo or redo of mine ever changes a name that another tab wrote later, and both tabs end alike', () => {
    const act = fc.oneof(
      fc.record({ who: fc.constantFrom('me' as const, 'other' as const), name: fc.string({ maxLength: 2 }) }),
      fc.constantFrom('undo' as const, 'redo' as const),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const { me, other } = two();
        let theirs: string | undefined;
        for (const each of acts) {
          if (each === 'undo' || each === 'redo') {
            other.hear(each === 'undo' ? me.undo() : me.redo());
            if (theirs !== undefined) expect(nameOf(me)).toBe(theirs);
          } else if (each.who === 'me') {
            other.hear(me.do(named(each.name)));
            theirs = undefined;
          } else {
            me.hear(other.do(named(each.name)));
            theirs = each.name;
          }
        }
        expect(seen(me.study)).toEqual(seen(other.study));
      }),
    );
  });
});

test('what a file brings is taken back: the reader’s own words come again, and what was new goes', () => {
  const me = new Tab('me');
  me.do({ type: 'added', line: LINE }, named('Mine'));
  const before = seen(me.study);
  const brought: readonly StudyEntry[] = [
    { type: 'named', line: LINE, name: 'Theirs', stamp: { at: 90, by: 'file' } },
    { type: 'added', line: ['a', 'b'], stamp: { at: 91, by: 'file' } },
    { type: 'noted', line: ['a', 'b'], note: 'Ask', stamp: { at: 92, by: 'file' } },
    { type: 'named', line: LINE, name: 'Older', stamp: { at: 1, by: 'file' } },
  ];
  const changes = changesOf(me.study, brought);
  me.hear(brought);
  const back = takeBack(me.study, changes, 'me', new Map());
  me.hear(back.entries);
  expect(back.kept).toBe(0);
  expect(seen(me.study)).toEqual(before);
});
