import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dominates, frontierOf, type PayoffPair } from '../../src/analysis/frontier.ts';

/** Few values, so that ties are many. */
const pair = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })) as fc.Arbitrary<PayoffPair>;
const items = fc.array(
  pair.map((payoffs) => ({ payoffs })),
  { maxLength: 40 },
);

/** Pareto's own words, point against point. */
const plainFrontier = <Item extends { readonly payoffs: PayoffPair }>(all: readonly Item[]): readonly Item[] =>
  all.filter(({ payoffs: [a, b] }) => all.every(({ payoffs: [c, d] }) => !(c >= a && d >= b && (c > a || d > b))));

test('is every outcome that no other dominates, equal ones all kept', () => {
  fc.assert(
    fc.property(items, (all) => {
      const found = frontierOf(all);
      expect(new Set(found)).toEqual(new Set(plainFrontier(all)));
      expect(found).toHaveLength(plainFrontier(all).length);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('rises for the first principal and falls for the second; equal outcomes stay in their order', () => {
  fc.assert(
    fc.property(items, (all) => {
      const found = frontierOf(all);
      for (const [index, { payoffs }] of found.entries()) {
        const next = found[index + 1];
        if (next === undefined) continue;
        expect(next.payoffs[0]).toBeGreaterThanOrEqual(payoffs[0]);
        expect(next.payoffs[1]).toBeLessThanOrEqual(payoffs[1]);
        const equal = next.payoffs[0] === payoffs[0] && next.payoffs[1] === payoffs[1];
        if (equal) expect(all.indexOf(next)).not.toBe(all.indexOf(found[index] ?? next));
      }
    }),
    { seed: 2, numRuns: 300 },
  );
  const [first, second] = [{ payoffs: [1, 1] as const }, { payoffs: [1, 1] as const }];
  expect(frontierOf([first, second]).map((item) => [first, second].indexOf(item))).toEqual([0, 1]);
});

test('of no outcomes is empty, and of one is that one', () => {
  expect(frontierOf([])).toEqual([]);
  expect(frontierOf([{ payoffs: [3, 3] }])).toEqual([{ payoffs: [3, 3] }]);
});

test('an outcome dominates another only if it is worse for neither and better for one', () => {
  expect(dominates([5, 5], [5, 4])).toBe(true);
  expect(dominates([5, 5], [5, 5])).toBe(false);
  expect(dominates([6, 4], [5, 5])).toBe(false);
});
