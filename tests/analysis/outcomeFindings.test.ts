import { describe, expect, test } from 'vitest';
import { bothSides, drawsWithOneBest, gainOver, sideOf } from '../../src/analysis/outcomeFindings.ts';

const gain = (low: number, high: number) => ({ central: (low + high) / 2, range: { low, high } });

describe('a gain over walking away', () => {
  test('is read draw by draw: what both have in common cancels', () => {
    const drawn = Array.from({ length: 11 }, (_, draw) => 10 * draw);
    const found = gainOver({ central: 55, drawn: drawn.map((value) => value + 5) }, { central: 50, drawn });
    expect(found).toEqual({ central: 5, range: { low: 5, high: 5 } });
    expect(() => gainOver({ central: 0, drawn: [1] }, { central: 0, drawn })).toThrow(RangeError);
  });

  test('lies on a side only where its whole range does, in whole points as they are shown', () => {
    expect(sideOf(gain(1, 8))).toBe('better');
    expect(sideOf(gain(0.4, 8))).toBe('open');
    expect(sideOf(gain(-8, -1))).toBe('worse');
    expect(sideOf(gain(-8, 8))).toBe('open');
    expect(sideOf(gain(-0.4, 0.4))).toBe('level');
  });

  test.each([
    ['better', 'better', 'both'],
    ['better', 'level', 'both'],
    ['level', 'level', 'notBoth'],
    ['better', 'worse', 'notBoth'],
    ['open', 'worse', 'notBoth'],
    ['open', 'better', 'open'],
    ['open', 'open', 'open'],
  ] as const)('%s for one and %s for the other: %s', (one, other, both) => {
    expect(bothSides([one, other])).toBe(both);
    expect(bothSides([other, one])).toBe(both);
  });
});

describe('draws in which one line is best for both', () => {
  test('are those in which one line has the most of both', () => {
    const first = [
      [5, 1, 2],
      [5, 9, 2],
    ] as const;
    const second = [
      [4, 2, 2],
      [4, 3, 1],
    ] as const;
    expect(drawsWithOneBest([first, second])).toBe(2);
  });

  test('are all of one line, and none of no line', () => {
    expect(
      drawsWithOneBest([
        [
          [1, 2],
          [3, 4],
        ],
      ]),
    ).toBe(2);
    expect(drawsWithOneBest([])).toBe(0);
  });
});
