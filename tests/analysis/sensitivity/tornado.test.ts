import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenGrid } from '../../../src/analysis/sensitivity/evenGrid.ts';
import { spider } from '../../../src/analysis/sensitivity/spider.ts';
import { tornado } from '../../../src/analysis/sensitivity/tornado.ts';
import { regionsOf, twoWay } from '../../../src/analysis/sensitivity/twoWay.ts';

const input = fc.record({
  id: fc.string(),
  values: fc.array(fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: undefined }), {
    minLength: 1,
    maxLength: 17,
  }),
  flips: fc.nat(2),
});

describe('tornado', () => {
  test('bars go from the largest swing to the smallest, equal ones in declared order; shares of the spread sum to 1', () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 12 }), (inputs) => {
        const numbered = inputs.map((each, index) => ({ ...each, id: String(index) }));
        const bars = tornado(numbered);
        expect(bars.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(numbered.map((_, index) => index));
        for (const [index, bar] of bars.entries()) {
          const { values, flips } = numbered[Number(bar.id)] as (typeof numbered)[number];
          const there = values.filter((value): value is number => value !== undefined);
          expect(bar.swing).toBe(there.length === 0 ? 0 : Math.max(...there) - Math.min(...there));
          expect(bar.missing).toBe(values.length - there.length);
          expect(bar.crossesChange).toBe(flips > 0);
          const next = bars[index + 1];
          if (next === undefined) continue;
          expect(bar.swing).toBeGreaterThanOrEqual(next.swing);
          if (bar.swing === next.swing) expect(Number(bar.id)).toBeLessThan(Number(next.id));
        }
        const shares = bars.reduce((sum, { varianceShare }) => sum + varianceShare, 0);
        expect(shares).toBeCloseTo(bars.some(({ swing }) => swing > 0) ? 1 : 0, 12);
      }),
    );
  });

  test('a least or most inside the range counts, not only the ends', () => {
    expect(tornado([{ id: 'hump', values: [0, 9, 1], flips: 0 }])[0]).toMatchObject({ min: 0, max: 9, swing: 9 });
  });

  test('rounding does not reorder bars that are equal', () => {
    const bars = tornado([
      { id: 'first', values: [0.1, 0.4], flips: 0 },
      { id: 'second', values: [0, 0.1 + 0.2], flips: 0 },
    ]);
    expect(bars.map(({ id }) => id)).toEqual(['first', 'second']);
  });

  test('swings whose squares are too large for a number still have shares', () => {
    const bars = tornado([
      { id: 'a', values: [0, 1e200], flips: 0 },
      { id: 'b', values: [0, 1e200], flips: 0 },
    ]);
    expect(bars.map(({ varianceShare }) => varianceShare)).toEqual([0.5, 0.5]);
  });
});

describe('grids', () => {
  test('an even grid has both ends exactly', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), fc.integer({ min: 2, max: 40 }), (min, width, steps) => {
        const grid = evenGrid(min / 7, min / 7 + width / 3, steps);
        expect(grid).toHaveLength(steps);
        expect([grid[0], grid.at(-1)]).toEqual([min / 7, min / 7 + width / 3]);
      }),
    );
  });

  test('a two-way grid solves every cell once, rows first, and counts the regions', () => {
    const grid = twoWay(
      (x, y) => (x === 3 ? undefined : { value: x + y, policy: x > y ? 'row' : 'column' }),
      [1, 2, 3],
      [1, 2],
    );
    expect(grid.cells.map((row) => row.map((cell) => cell?.value))).toEqual([
      [2, 3],
      [3, 4],
      [undefined, undefined],
    ]);
    expect(regionsOf(grid, (policy) => policy)).toEqual([
      { choice: 'column', cells: 3 },
      { choice: 'row', cells: 1 },
    ]);
  });

  test('a spider goes from the base by parts of it, a negative base too', () => {
    const model = { solve: (x: number) => ({ value: x, policy: '' }), hold: (x: number) => -x, keyOf: () => '' };
    expect(spider(model, -10, [-50, 0, 50])).toEqual([
      { percent: -50, held: 5, solved: { value: -5, policy: '' } },
      { percent: 0, held: 10, solved: { value: -10, policy: '' } },
      { percent: 50, held: 15, solved: { value: -15, policy: '' } },
    ]);
  });
});
