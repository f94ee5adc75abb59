import { describe, expect, test } from 'vitest';
import { type Folder, HARBOUR_LEASE, readTexts } from '../support/harbourLease.ts';

/** A word of a file, by its place. */
interface Spot {
  readonly file: string;
  readonly at: number;
  readonly written: string;
}

/** Every place of the folder that a pattern finds; the pattern's group is the word itself. */
function spots(pattern: RegExp): readonly Spot[] {
  return Object.entries(HARBOUR_LEASE).flatMap(([file, text]) =>
    [...text.matchAll(pattern)].map((match) => {
      const written = match[1] ?? '';
      return { file, written, at: match.index + match[0].indexOf(written) };
    }),
  );
}

/** The folder with another word at some places. */
function withWord(places: readonly Spot[], word: string): Folder {
  const files: Record<string, string> = { ...HARBOUR_LEASE };
  for (const { file, at, written } of places.toReversed()) {
    const text = files[file] ?? '';
    files[file] = text.slice(0, at) + word + text.slice(at + written.length);
  }
  return files;
}

/** Where a reader finds some places once the word stands there, with what should be said of them. */
function told(places: readonly Spot[], word: string, code: string, offset = 0): readonly string[] {
  const files = withWord(places, word);
  let before = { file: '', longer: 0 };
  return places.map(({ file, at, written }) => {
    const start = at + (file === before.file ? before.longer : 0);
    before = { file, longer: start - at + word.length - written.length };
    const lines = (files[file] ?? '').slice(0, start).split('\n');
    return `${file}:${lines.length}:${(lines.at(-1) ?? '').length + 1 + offset} ${code}`;
  });
}

const said = (folder: Folder): readonly string[] =>
  readTexts(folder).problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);

const inOrder = (lines: readonly string[]): readonly string[] => [...lines].sort();

/** Numbers as values: after a colon or in a list. Versions, dates and texts have other signs beside them. */
const NUMBERS = spots(/(?:: |\[|, )(-?\d+(?:\.\d+)?)(?=\s*[,}\]\n])/g);

describe('a number that is none', () => {
  test('each alone is one problem, wherever a number may stand', () => {
    expect(NUMBERS.length).toBeGreaterThan(100);
    const missed = NUMBERS.filter(
      (spot) => said(withWord([spot], '.nan')).join() !== told([spot], '.nan', 'not-finite').join(),
    );
    expect(missed.map((spot) => [told([spot], '.nan', 'not-finite'), said(withWord([spot], '.nan'))])).toEqual([]);
  });

  test.each(['.nan', '.inf', '-.inf', '.NaN', '.Inf', '1e999'])('all of them at once: %s', (word) => {
    expect(inOrder(said(withWord(NUMBERS, word)))).toEqual(inOrder(told(NUMBERS, word, 'not-finite')));
  });
});

/** Mappings in braces that hold something: a key may be put first in each. */
const MAPPINGS = spots(/(\{) \w/g);

describe('a key that every object inherits', () => {
  test('each alone is one problem, in every mapping', () => {
    expect(MAPPINGS.length).toBeGreaterThan(100);
    const word = '{ __proto__: { polluted: true },';
    const missed = MAPPINGS.filter(
      (spot) => said(withWord([spot], word)).join() !== told([spot], word, 'prototype-key', 2).join(),
    );
    expect(missed.map((spot) => [told([spot], word, 'prototype-key', 2), said(withWord([spot], word))])).toEqual([]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test.each([
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    '"__proto__"',
    '"\\u005f_proto__"',
  ])('in all of them at once: %s', (key) => {
    const word = `{ ${key}: 1,`;
    expect(inOrder(said(withWord(MAPPINGS, word)))).toEqual(inOrder(told(MAPPINGS, word, 'prototype-key', 2)));
  });
});
