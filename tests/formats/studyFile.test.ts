import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StudyEntry } from '../../src/domain/studyEntry.ts';
import { LARGEST_FILE, readStudyFile, type StudyFile, writeStudyFile } from '../../src/formats/studyFile.ts';
import { anyEntries } from '../support/randomStudy.ts';

const STAMP = 'kursk-2025@1.0.0.0a1b2c3d';
const added: StudyEntry = { type: 'added', line: ['table.ceasefire'], stamp: { at: 1, by: 'one' } };
const file = (entries: readonly unknown[], more: object = {}): string =>
  JSON.stringify({ format: 'parley-study', version: 1, scenario: STAMP, studies: [{ id: 'x', entries }], ...more });

const anyFile: fc.Arbitrary<StudyFile> = fc.record({
  scenario: fc.constant(STAMP),
  studies: fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 20 }),
      name: fc.string(),
      entries: anyEntries.filter(({ length }) => length > 0),
    }),
    { minLength: 1, maxLength: 3, selector: ({ id }) => id },
  ),
});

const problemsOf = (text: string): readonly string[] => {
  const read = readStudyFile(text);
  return read.ok ? [] : read.error.map(({ path, message }) => `${path}: ${message}`);
};

describe('a study file', () => {
  test('comes back as it was, and is written the same again', () => {
    fc.assert(
      fc.property(anyFile, (studies) => {
        const text = writeStudyFile(studies);
        const read = readStudyFile(text);
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        expect(writeStudyFile(read.value)).toBe(text);
        expect(read.value.studies.map(({ id, entries }) => [id, entries.length])).toEqual(
          studies.studies.map(({ id, entries }) => [id, entries.length]),
        );
      }),
    );
  });

  test('has a head that a person can read and an entry a line, the oldest first', () => {
    const later: StudyEntry = { type: 'noted', line: ['table.ceasefire'], note: 'Ask', stamp: { at: 2, by: 'one' } };
    const lines = writeStudyFile({
      scenario: STAMP,
      studies: [{ id: 'x', name: 'My lines', entries: [later, added] }],
    }).split('\n');
    expect(lines.slice(0, 4).join('')).toContain('"format": "parley-study",  "version": 1,');
    expect(lines.findIndex((line) => line.includes('"added"'))).toBe(
      lines.findIndex((line) => line.includes('"noted"')) - 1,
    );
  });

  test('keeps what only a newer Parley understands', () => {
    const newer = { type: 'coloured', colour: { hue: 3 }, stamp: { at: 3, by: 'two' } };
    const read = readStudyFile(file([added, newer]));
    expect(read.ok && writeStudyFile(read.value)).toContain('"coloured"');
  });

  test('that says the same entry twice holds it once', () => {
    const read = readStudyFile(file([added, added]));
    expect(read.ok && read.value.studies[0]?.entries).toEqual([added]);
  });
});

describe('a file that cannot be read', () => {
  test.each<[string, string, RegExp]>([
    ['is cut short', file([added]).slice(0, -9), /^: this is not JSON .*export the study again/],
    ['is empty', '', /^: this is not JSON/],
    ['is a list', '[]', /^: expected \{ "format"/],
    ['is something else', '{"name":"package"}', /^format: expected "parley-study".*choose another file/],
    ['is from a newer Parley', file([added], { version: 2 }), /^version: .*version 2.*up to 1.*newer Parley/],
    ['has no version', file([added], { version: 'one' }), /^version: expected a whole number/],
    ['has no scenario', file([added], { scenario: 'kursk' }), /^scenario: expected the scenario’s stamp/],
    ['has no study', file([], { studies: [] }), /^studies: expected a list of studies/],
    ['has a study that is none', file([], { studies: [7] }), /^studies\[0\]: expected a study/],
    ['has a study without an id', file([], { studies: [{ entries: [added] }] }), /^studies\[0\]\.id: expected/],
    ['has no entry', file([]), /^studies\[0\]\.entries: expected a list/],
    [
      'has a wrong entry',
      file([added, { ...added, line: ['ok', '<b>'] }]),
      /^studies\[0\]\.entries\[1\]\.line\[1\]: exp/,
    ],
    ['has a counter that leaves no room', file([{ ...added, stamp: { at: 2 ** 45, by: 'x' } }]), /stamp\.at: expected/],
    [
      'has a text without end',
      file([{ ...added, type: 'noted', note: 'x'.repeat(30_000) }]),
      /note: a text has at most/,
    ],
    ['forges a stamp', file([added, { ...added, line: ['other'] }]), /entries\[1\]\.stamp: another entry/],
    [
      'has two studies of one id',
      file([], { studies: [1, 2].map(() => ({ id: 'x', entries: [added] })) }),
      /studies\[1\]\.id/,
    ],
  ])('%s: the place and what to do are said', (_, text, expected) => {
    expect(problemsOf(text)[0]).toMatch(expected);
  });

  test('that is nested without end, or is enormous, is refused at once', () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    const nested = file([]).replace('"entries":[]', `"entries":[{"type":"new","stamp":{"at":1,"by":"x"},"x":${deep}}]`);
    expect(problemsOf(nested)[0]).toMatch(/entries\[0\]: this is nested deeper|not JSON/);
    expect(problemsOf(' '.repeat(LARGEST_FILE + 1))[0]).toMatch(/larger than 5 MB/);
    expect(problemsOf(file(Array.from({ length: 20_001 }, () => added)))[0]).toMatch(/at most 200 studies and 20000/);
  });

  test('with the same thing wrong everywhere is told with its first twenty problems', () => {
    expect(problemsOf(file(Array.from({ length: 500 }, () => ({}))))).toHaveLength(20);
  });

  test('changed anywhere in any way, it is a study or a list of located problems, and never thrown at', () => {
    fc.assert(
      fc.property(anyFile, fc.nat(), fc.nat(40), fc.string({ maxLength: 5 }), (studies, from, length, put) => {
        const text = writeStudyFile(studies);
        const at = from % text.length;
        const read = readStudyFile(text.slice(0, at) + put + text.slice(at + length));
        if (read.ok) expect(readStudyFile(writeStudyFile(read.value)).ok).toBe(true);
        else for (const { message } of read.error) expect(message).toMatch(/: \w|; \w/);
      }),
      { numRuns: 300 },
    );
  });

  test('any JSON whatever is a study or a list of located problems', () => {
    const around = fc.oneof(
      fc.json(),
      fc.jsonValue().map((studies) => file([], { studies })),
      fc.jsonValue().map((entry) => file([entry])),
    );
    fc.assert(
      fc.property(around, (text) => {
        expect(problemsOf(text).length > 0 || readStudyFile(text).ok).toBe(true);
      }),
    );
  });
});

test('a file of an older version is brought up to date a step at a time', () => {
  const steps = {
    1: (old: object) => ({ ...old, scenario: 'b@2.0.0.x' }),
    2: (old: object) => ({ ...old, third: true }),
  };
  const read = readStudyFile(file([added]), steps, 3);
  expect(read.ok && read.value.scenario).toBe('b@2.0.0.x');
  expect(() => readStudyFile(file([added]), {}, 2)).toThrow('no step from version 1 to 2');
});
