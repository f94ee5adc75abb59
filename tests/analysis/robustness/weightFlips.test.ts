import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weightFlips, withWeight } from '../../../src/analysis/robustness/weightFlips.ts';

const rows = fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 3, maxLength: 3 }), {
  minLength: 2,
  maxLength: 4,
});
const weightsOf = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 })
  .filter((parts) => parts.filter((part) => part > 0).length > 1)
  .map((parts) => parts.map((part) => part / parts.reduce((sum, one) => sum + one, 0)));

const worth = (row: readonly number[], weights: readonly number[]): number =>
  row.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);

test('changing one weight keeps the sum and the proportions of the others', () => {
  expect(withWeight([0.5, 0.3, 0.2], 0, 0.75)).toEqual([0.75, expect.closeTo(0.15, 12), expect.closeTo(0.1, 12)]);
});

test('a flip of a linear answer is where two alternatives are worth the same, and between it and the stated weight nothing changes', () => {
  let found = 0;
  fc.assert(
    fc.property(rows, weightsOf, (values, weights) => {
      const best = (at: readonly number[]): string => {
        const all = values.map((row) => worth(row, at));
        return values.flatMap((_, index) => ((all[index] ?? 0) >= Math.max(...all) - 1e-9 ? [index] : [])).join();
      };
      fc.pre(!best(weights).includes(','));
      const flips = weightFlips(weights, (all) => all.map(best));
      for (const { criterion, from, to, before, after } of flips) {
        found += 1;
        expect(weights[criterion]).toBe(from);
        expect(before).toBe(best(weights));
        expect(after).not.toBe(before);
        const at = withWeight(weights, criterion, to);
        const all = values.map((row) => worth(row, at));
        const other = Math.max(...all.filter((_, index) => String(index) !== before));
        expect(all[Number(before)]).toBeCloseTo(other, 6);
        for (const part of [0.1, 0.5, 0.9]) {
          const between = from + part * (to - from);
          if (Math.abs(between - to) > 1e-6) expect(best(withWeight(weights, criterion, between))).toBe(before);
        }
      }
      expect(flips.map(({ from, to }) => Math.abs(to - from))).toEqual(
        flips.map(({ from, to }) => Math.abs(to - from)).sort((a, b) => a - b),
      );
      // By sight: where no flip is told for a criterion, a walk in small steps finds none either.
      for (const [criterion, from] of weights.entries()) {
        if (from === 0 || flips.some((flip) => flip.criterion === criterion)) continue;
        for (let step = 1; step < 100; step += 1)
          expect(best(withWeight(weights, criterion, step / 100))).toBe(best(weights));
      }
    }),
    { seed: 1, numRuns: 150 },
  );
  expect(found).toBeGreaterThan(50);
});

test('a weight of 0 stays 0, and a weight that is alone cannot be changed', () => {
  const asked: (readonly number[])[] = [];
  const flips = weightFlips([0, 1], (all) => {
    asked.push(...all);
    return all.map(([, weight = 0]) => (weight < 0.5 ? 'low' : 'high'));
  });
  expect(flips).toEqual([]);
  expect(asked).toEqual([[0, 1]]);
});
