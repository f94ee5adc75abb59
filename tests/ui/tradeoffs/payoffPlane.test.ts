import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsPath, frontierPath, payoffPlane, spotOf } from '../../../src/ui/tradeoffs/payoffPlane.ts';

const plane = payoffPlane(576, 12);
const cells = fc.array(fc.integer({ min: 0, max: 9999 }), { maxLength: 60 });

/** The area that a path of axis-parallel boxes covers, in pixels. */
const area = (path: string): number =>
  path
    .split('Z')
    .filter((box) => box !== '')
    .reduce((sum, box) => {
      const [, left, top, right, bottom] = /^M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H/.exec(box)?.map(Number) ?? [];
      return sum + ((right ?? 0) - (left ?? 0)) * ((bottom ?? 0) - (top ?? 0));
    }, 0);

describe('presence cells', () => {
  test('are drawn the same however often a cell is named, in whatever order', () => {
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 5 }), (some, times) => {
        const repeated = Array.from({ length: times }, () => some).flat();
        expect(cellsPath(plane, repeated.reverse())).toBe(cellsPath(plane, some));
      }),
      { seed: 1 },
    );
  });

  test('cover one square of a point by a point each, no more and no less', () => {
    const point = (plane.right - plane.left) / 100;
    fc.assert(
      fc.property(cells, (some) => {
        const expected = new Set(some).size * point ** 2;
        // Every edge is rounded to a tenth of a pixel.
        expect(Math.abs(area(cellsPath(plane, some)) - expected)).toBeLessThanOrEqual(
          0.2 * point * 2 * some.length + 1e-6,
        );
      }),
      { seed: 2 },
    );
  });

  test('that stand on each other make one column, so that no seam shows', () => {
    expect(cellsPath(plane, [2560, 2561, 2562]).match(/Z/g)).toHaveLength(1);
    expect(cellsPath(plane, [2560, 2562]).match(/Z/g)).toHaveLength(2);
    // The topmost cell of a column and the lowest of the next are no neighbours.
    expect(cellsPath(plane, [2599, 2600]).match(/Z/g)).toHaveLength(2);
  });
});

describe('the plane', () => {
  test('is a square with both scales alike', () => {
    expect(plane.right - plane.left).toBeCloseTo(plane.bottom - plane.top, 9);
    expect(spotOf(plane, [0, 0])).toEqual({ x: plane.left, y: plane.bottom });
    expect(spotOf(plane, [100, 100])).toEqual({ x: plane.right, y: expect.closeTo(plane.top, 9) });
  });

  test('draws the frontier as steps: down first, then to the right, never slanting', () => {
    expect(frontierPath(plane, [])).toBe('');
    const path = frontierPath(plane, [
      [40, 80],
      [50, 60],
      [70, 30],
    ]);
    expect(path).toMatch(/^M[\d.]+ [\d.]+(V[\d.]+H[\d.]+){2}$/);
  });
});
