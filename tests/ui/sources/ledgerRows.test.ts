import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/domain/schema/ledger.ts';
import {
  bySection,
  EVERYTHING,
  facetCounts,
  filterRows,
  isEverything,
  keysOf,
  type LedgerFilter,
  ledgerRows,
} from '../../../src/ui/sources/ledgerRows.ts';
import { en } from '../../../src/ui/text/en.ts';

const fact = (claim: string, more: Partial<Fact> = {}): Fact => ({
  claim,
  kind: 'event',
  status: 'corroborated',
  ...more,
});
const facts = {
  F1: fact('The café opened.', { section: 'Opening', date: '2024-05-01', sources: ['S1'] }),
  F2: fact('It asked for “more” evenings.', {
    kind: 'stated position',
    status: 'contested',
    by: 'CAFE',
    section: 'Opening',
  }),
  F3: fact('About 1,300 km² are quiet.', { kind: 'figure', note: 'Nobody measured it.', date: '2025-05-05' }),
  F3b: fact('The summer was loud.', { date: '2025-05-06' }),
};
const sources = { S1: { title: 'Minutes of the meeting', publisher: 'The house' } };
const actors = { CAFE: { name: 'Café', shape: 'square', colour: 2 } } as const;
const { known, later } = ledgerRows({ facts, sources }, actors, '2025-05-05');

const ids = (filter: Partial<LedgerFilter>) => filterRows(known, { ...EVERYTHING, ...filter }).map(({ id }) => id);

test('what starts after the reading date is kept apart; the day itself is not', () => {
  expect(known.map(({ id }) => id)).toEqual(['F1', 'F2', 'F3']);
  expect(later).toEqual(['F3b']);
});

describe('a search', () => {
  test.each([
    ['f2', ['F2']],
    ['CAFE', ['F1', 'F2']],
    ['km2', ['F3']],
    ['"more"', ['F2']],
    ['minutes', ['F1']],
    ['house', ['F1']],
    ['measured', ['F3']],
    ['opened house', ['F1']],
    ['opened measured', []],
    ['   ', ['F1', 'F2', 'F3']],
  ])('for %s finds %j', (words, found) => {
    expect(ids({ words })).toEqual(found);
  });
});

describe('a filter', () => {
  test('takes any of its statuses and any of its kinds, and both at once', () => {
    expect(ids({ statuses: ['contested'] })).toEqual(['F2']);
    expect(ids({ statuses: ['contested', 'corroborated'] })).toEqual(['F1', 'F2', 'F3']);
    expect(ids({ statuses: ['corroborated'], kinds: ['figure'] })).toEqual(['F3']);
    expect(ids({ statuses: ['contradicted'] })).toEqual([]);
  });

  test('counts what each status would leave, with kinds and words as they are', () => {
    const filter: LedgerFilter = { statuses: ['contested'], kinds: ['event', 'figure'], words: '' };
    expect([...facetCounts(known, filter, 'status')]).toEqual([['corroborated', 2]]);
    expect([...facetCounts(known, filter, 'kind')]).toEqual([['stated position', 1]]);
    expect([...facetCounts(known, { ...filter, words: 'quiet' }, 'status')]).toEqual([['corroborated', 1]]);
  });

  test('of nothing shows everything', () => {
    expect(isEverything(EVERYTHING)).toBe(true);
    expect(isEverything({ ...EVERYTHING, words: ' ' })).toBe(true);
    expect(isEverything({ ...EVERYTHING, kinds: ['event'] })).toBe(false);
  });
});

test('rows stand under the section they come from, in file order', () => {
  expect([...bySection(known)].map(([section, rows]) => [section, rows.map(({ id }) => id)])).toEqual([
    ['Opening', ['F1', 'F2']],
    [undefined, ['F3']],
  ]);
});

test('every status is a choice, in the order of the catalogue', () => {
  expect(keysOf(en.fact.status)).toEqual(['corroborated', 'contested', 'contradicted', 'not checked']);
});
