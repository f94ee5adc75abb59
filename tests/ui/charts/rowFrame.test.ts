import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseDots } from '../../../src/ui/charts/caseDots.ts';
import { niceTicks } from '../../../src/ui/charts/niceTicks.ts';
import { shareOf } from '../../../src/ui/charts/rangeRows.ts';
import { rowFrame } from '../../../src/ui/charts/rowFrame.ts';

const widthOf = (text: string): number => text.length * 7;
const ROWS = [
  { id: 'a', label: 'Ana', value: '43 (37 to 49)' },
  { id: 'b', label: 'A longer label of several words that has to be broken', value: '+4' },
];

describe('the frame of a chart of rows', () => {
  test('puts labels and numbers beside the bars where there is room, and above them where there is not', () => {
    const wide = rowFrame(ROWS, 700, 12, widthOf, true);
    expect(wide.stacked).toBe(false);
    expect(wide.left).toBeGreaterThan(widthOf('Ana'));
    expect(wide.right).toBeGreaterThan(widthOf('43 (37 to 49)'));
    const narrow = rowFrame(ROWS, 320, 12, widthOf, true);
    expect(narrow.stacked).toBe(true);
    expect(narrow.left + narrow.right).toBeLessThan(40);
    expect(narrow.rowHeight).toBeGreaterThan(wide.rowHeight);
  });

  test('keeps room for the bars, and every label within its own, at any width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 240, max: 1600 }), fc.boolean(), (width, hasScale) => {
        const frame = rowFrame(ROWS, width, 12, widthOf, hasScale);
        expect(width - frame.left - frame.right).toBeGreaterThan(width / 4);
        for (const [index, lines] of frame.labels.entries()) {
          const value = widthOf(ROWS[index]?.value ?? '');
          const room = frame.stacked ? width - value : frame.left;
          for (const line of lines) if (line.includes(' ')) expect(widthOf(line)).toBeLessThanOrEqual(room);
        }
        expect(frame.height).toBeCloseTo(ROWS.length * frame.rowHeight + (hasScale ? 24 : 0), 9);
        expect(frame.barCentre).toBeLessThan(frame.rowHeight);
      }),
    );
  });
});

test('gridlines are a handful at round numbers, hold what they are for, and span enough', () => {
  const levels = fc.tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }));
  fc.assert(
    fc.property(levels, ([a, b]) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const ticks = niceTicks(low, high, 20);
      const [first = Number.NaN, last = Number.NaN] = [ticks[0], ticks.at(-1)];
      expect(first).toBeLessThanOrEqual(low);
      expect(last).toBeGreaterThanOrEqual(high);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(last).toBeLessThanOrEqual(100);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(last - first).toBeGreaterThanOrEqual(10);
      const distances = ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? 0));
      expect(new Set(distances).size).toBe(1);
    }),
  );
});

test('a value beyond its scale stands at the scale’s end', () => {
  const row = { scale: [20, 60] as const };
  expect([0, 20, 40, 60, 99].map((value) => shareOf(row, value))).toEqual([0, 0, 0.5, 1, 1]);
});

test('cases stand in columns of equal width, each upon those before it', () => {
  expect(caseDots([1, 4.9, 5, 12, 13, 14.9], 5)).toEqual([
    { value: 1, column: 2.5, height: 1 },
    { value: 4.9, column: 2.5, height: 2 },
    { value: 5, column: 7.5, height: 1 },
    { value: 12, column: 12.5, height: 1 },
    { value: 13, column: 12.5, height: 2 },
    { value: 14.9, column: 12.5, height: 3 },
  ]);
});
