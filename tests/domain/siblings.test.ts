import { describe, expect, test } from 'vitest';
import type { Line } from '../../src/domain/identifier.ts';
import { evenLines, leafLines, siblingLine } from '../../src/domain/siblings.ts';
import { emptyStudy, foldStudy, type Study } from '../../src/domain/study.ts';
import type { StudyEntry } from '../../src/domain/studyEntry.ts';

/** A study in which these lines were walked one after the other, every step added when first walked. */
function walked(...lines: readonly string[]): Study {
  let at = 0;
  const entries = lines.flatMap((text) => {
    const line = text.split('');
    return line.map((_, index): StudyEntry => {
      at += 1;
      return { type: 'added', line: line.slice(0, index + 1), stamp: { at, by: 'test' } };
    });
  });
  return foldStudy(emptyStudy, entries);
}
const text = (line: Line | undefined): string | undefined => line?.join('');

describe('the other turn of a line', () => {
  test('is the turn that was left, as far as it was walked', () => {
    expect(text(siblingLine(walked('abcd', 'abx'), [...'abx']))).toBe('abcd');
    expect(text(siblingLine(walked('abcd', 'abxy'), [...'abcd']))).toBe('abxy');
  });

  test('of several, the one that parts latest, whenever it was walked', () => {
    expect(text(siblingLine(walked('abcd', 'abx', 'q'), [...'abcd']))).toBe('abx');
  });

  test('of those that part at the same step, the one walked last', () => {
    expect(text(siblingLine(walked('abc', 'abx', 'aby'), [...'abc']))).toBe('aby');
    expect(text(siblingLine(walked('abc', 'aby', 'abx'), [...'abc']))).toBe('abx');
  });

  test('is not what lies before or after on the same line', () => {
    expect(siblingLine(walked('abcd'), [...'ab'])).toBeUndefined();
    expect(siblingLine(walked('abcd', 'abx'), [...'ab'])).toBeUndefined();
    expect(siblingLine(emptyStudy, [])).toBeUndefined();
  });

  test('is not a step that was deleted', () => {
    const study = foldStudy(walked('abc', 'abx'), [
      { type: 'removed', line: [...'abx'], stamp: { at: 99, by: 'test' } },
    ]);
    expect(siblingLine(study, [...'abc'])).toBeUndefined();
  });
});

describe('lines set side by side', () => {
  const [short, long] = [[...'ab'], [...'axyz']];

  test('are whole where both have ended', () => {
    expect(evenLines(short, long, () => true)).toEqual([short, long]);
  });

  test('have as many steps as the shorter where one has not', () => {
    expect(evenLines(short, long, (line) => line === long)).toEqual([short, [...'ax']]);
    expect(evenLines(long, short, () => false)).toEqual([[...'ax'], short]);
  });
});

test('the lines of a study are the steps that none follows', () => {
  expect(leafLines(walked('abc', 'abx', 'q')).map(({ line }) => text(line))).toEqual(['abc', 'abx', 'q']);
  expect(leafLines(emptyStudy)).toEqual([]);
});
