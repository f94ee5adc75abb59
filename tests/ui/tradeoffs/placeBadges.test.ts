import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBadges, type Spot } from '../../../src/ui/tradeoffs/placeBadges.ts';

/** A plot on a phone of 320 pixels. */
const ROOM = { left: 42, right: 280, top: 11, bottom: 249 };
const APART = 24;
const inRoom = fc.record({
  x: fc.double({ min: ROOM.left, max: ROOM.right, noNaN: true }),
  y: fc.double({ min: ROOM.top, max: ROOM.bottom, noNaN: true }),
});
const gap = (a: Spot, b: Spot) => Math.hypot(a.x - b.x, a.y - b.y);

test('sixteen ends and three crosses never cover each other, even on the smallest phone', () => {
  fc.assert(
    fc.property(
      fc.array(inRoom, { maxLength: 16 }),
      fc.array(inRoom, { maxLength: 3 }),
      fc.boolean(),
      (points, taken, crowded) => {
        // Ends that are worth nearly the same stand in one heap.
        const given = crowded
          ? points.map(({ x, y }) => ({ x: 150 + (x - 150) / 20, y: 130 + (y - 130) / 20 }))
          : points;
        const placed = placeBadges(given, APART, ROOM, taken);
        expect(placed).toHaveLength(given.length);
        for (const [index, spot] of placed.entries()) {
          expect(spot.x).toBeGreaterThanOrEqual(ROOM.left);
          expect(spot.x).toBeLessThanOrEqual(ROOM.right);
          expect(spot.y).toBeGreaterThanOrEqual(ROOM.top);
          expect(spot.y).toBeLessThanOrEqual(ROOM.bottom);
          for (const other of placed.slice(0, index)) expect(gap(spot, other)).toBeGreaterThanOrEqual(APART - 1e-9);
          for (const cross of taken) expect(gap(spot, cross)).toBeGreaterThanOrEqual((2 / 3) * APART - 1e-9);
        }
      },
    ),
    { seed: 1, numRuns: 200 },
  );
});

test('a badge with room stays on its own point', () => {
  const points = [
    { x: 60, y: 60 },
    { x: 200, y: 200 },
  ];
  expect(placeBadges(points, APART, ROOM)).toEqual(points);
});

test('where there is no room at all, each stays on its own point', () => {
  const point = { x: 5, y: 5 };
  expect(placeBadges([point, point], APART, { left: 5, right: 5, top: 5, bottom: 5 })).toEqual([point, point]);
});
