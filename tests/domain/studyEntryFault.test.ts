import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StudyEntry } from '../../src/domain/studyEntry.ts';
import { entryFault, isKnownType, isStudyEntry } from '../../src/domain/studyEntryFault.ts';
import { anyEntries } from '../support/randomStudy.ts';

const stamp = { at: 1, by: 'one' };
const added = { type: 'added', line: ['table.ceasefire', 'shock.usAid.frozen'], stamp };

describe('what was saved is read only if it is an entry', () => {
  test('every entry that Parley writes is one', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        expect(entries.map(entryFault)).toEqual(entries.map(() => undefined));
      }),
    );
  });

  test.each<[string, unknown, string]>([
    ['nothing', undefined, ''],
    ['a list', [], ''],
    ['no type', { stamp }, 'type'],
    ['no stamp', { type: 'added', line: ['a'] }, 'stamp'],
    ['a counter before the first', { ...added, stamp: { at: 0, by: 'one' } }, 'stamp.at'],
    ['a counter that is no whole number', { ...added, stamp: { at: 1.5, by: 'one' } }, 'stamp.at'],
    ['a counter that is too large to count on', { ...added, stamp: { at: 2 ** 53, by: 'one' } }, 'stamp.at'],
    ['a writer without a name', { ...added, stamp: { at: 1, by: '' } }, 'stamp.by'],
    ['a line that is none', { ...added, line: 'table.ceasefire' }, 'line'],
    ['an empty line', { ...added, line: [] }, 'line'],
    ['a move that is none', { ...added, line: ['table.ceasefire', 7] }, 'line.1'],
    ['a move that would pass for two', { ...added, line: ['table/ceasefire'] }, 'line.0'],
    ['a name that is none', { type: 'named', line: ['a'], name: null, stamp }, 'name'],
    ['a mark that nobody has', { type: 'marked', line: ['a'], mark: '!!!', stamp }, 'mark'],
    ['a place that is no number', { type: 'chapterPlaced', chapter: 'x', place: Number.NaN, stamp }, 'place'],
    ['a chapter without an id', { type: 'chapterRemoved', stamp }, 'chapter'],
    ['a study of no scenario', { type: 'studyCreated', order: 1, stamp }, 'scenario'],
  ])('%s is refused, and the place is named', (_, value, path) => {
    const fault = entryFault(value);
    expect(fault?.path.join('.')).toBe(path);
    expect(fault?.expected).toMatch(/\w/);
  });

  test('a type that only a newer Parley knows is let through, and known for what it is', () => {
    expect(isStudyEntry({ type: 'coloured', colour: [1, { deep: true }], stamp })).toBe(true);
    expect(isKnownType('coloured')).toBe(false);
    expect(isKnownType('toString')).toBe(false);
    expect(entryFault({ type: 'constructor', stamp })).toBeUndefined();
  });

  test('anything at all is answered, never thrown at', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true }), (value) => {
        const fault = entryFault(value);
        if (fault === undefined) expect((value as StudyEntry).stamp.at).toBeGreaterThan(0);
        else expect(fault.expected).not.toBe('');
      }),
    );
  });
});
