import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smaaOf } from '../../../cli/mcdaAnswer.ts';
import { acceptability, confidenceFactor, shareError } from '../../../src/analysis/smaa/acceptability.ts';
import { drawnParts, rankOver } from '../../../src/analysis/smaa/rankOver.ts';
import { readWeightConstraint } from '../../../src/analysis/smaa/weightConstraint.ts';
import { weightDraws } from '../../../src/analysis/smaa/weightDraws.ts';
import { weightRegions } from '../../../src/analysis/smaa/weightRegions.ts';
import { allWeights, halfSpaces, keepsBounds, type WeightSpace } from '../../../src/analysis/smaa/weightSpace.ts';
import { plainAcceptability } from '../../support/plainAcceptability.ts';

const value = fc.integer({ min: 0, max: 5 }).map((fifths) => fifths / 5);
const tables = (criteria: number) =>
  fc.array(fc.array(value, { minLength: criteria, maxLength: criteria }), { minLength: 1, maxLength: 5 });

function space(text: string, names: readonly string[]): WeightSpace {
  const read = readWeightConstraint(text, names);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `c${index + 1}`);

function draws(of: WeightSpace, count: number, seed = 1, first = 0) {
  const drawn = weightDraws(of, { seed, count, scope: 'test', first });
  if (!drawn.ok) throw new Error(drawn.error);
  return drawn.value;
}

const rowsOf = (of: WeightSpace, count: number, seed = 1, first = 0): readonly (readonly number[])[] =>
  [...drawnParts(draws(of, count, seed, first))].map(({ weights }) => Array.from(weights));

test.each([2, 3])(
  'with %i criteria the regions of all rankings have the sizes and middles that a fine grid finds',
  (count) => {
    const steps = count === 2 ? 3000 : 90;
    fc.assert(
      fc.property(tables(count), (values) => {
        const exact = acceptability(values, weightRegions(values, allWeights(names(count))));
        const plain = plainAcceptability(values, steps);
        for (const [one, row] of exact.rank.entries()) {
          for (const [at, share] of row.entries())
            expect(Math.abs(share - (plain.rank[one]?.[at] ?? 0))).toBeLessThan(0.035);
          expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        }
      }),
      { seed: 1, numRuns: 25 },
    );
  },
);

test('with an order and bounds too, the regions are those that a grid finds', () => {
  const criteria = names(3);
  const values = [
    [0.9, 0.1, 0.4],
    [0.2, 0.8, 0.6],
    [0.5, 0.5, 0.5],
  ];
  for (const text of ['w1 >= w2 >= w3', 'w2 <= w1', '0.2 <= w3 <= 0.6', 'w1 >= w2, w3 >= 0.1', 'w1 >= w2; w1 >= w3']) {
    const of = space(text, criteria);
    const exact = acceptability(values, weightRegions(values, of));
    const bounds = halfSpaces(of);
    const plain = plainAcceptability(values, 300, (weights) => keepsBounds(bounds, weights));
    for (const [one, row] of exact.rank.entries()) {
      for (const [at, share] of row.entries()) expect(share).toBeCloseTo(plain.rank[one]?.[at] ?? Number.NaN, 1);
      for (const [at, weight] of (exact.central[one] ?? []).entries())
        expect(weight).toBeCloseTo(plain.central[one]?.[at] ?? Number.NaN, 1);
    }
  }
});

test('draws come within four standard errors of the exact shares, with and without order and bounds', () => {
  const count = 4000;
  const texts = ['none', 'w1 >= w2 >= w3', 'w1 >= w2; w1 >= w3', '0.1 <= w2 <= 0.4, w3 >= 0.2', 'w3 >= w1'];
  fc.assert(
    fc.property(tables(3), fc.constantFrom(...texts), (values, text) => {
      const of = space(text, names(3));
      const exact = acceptability(values, weightRegions(values, of));
      const drawn = acceptability(values, drawnParts(draws(of, count)));
      for (const [one, row] of exact.rank.entries())
        for (const [at, share] of row.entries())
          expect(Math.abs((drawn.rank[one]?.[at] ?? 0) - share)).toBeLessThan(
            4 * Math.max(0.004, shareError(share, count)),
          );
    }),
    { seed: 2, numRuns: 25 },
  );
});

test('rows of ranks sum to 1, and so do columns; pairs add up to what is not tied', () => {
  fc.assert(
    fc.property(tables(4), (values) => {
      const { rank, pairwise } = acceptability(values, drawnParts(draws(allWeights(names(4)), 200)));
      for (const row of rank) expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      for (const at of rank.keys()) expect(rank.reduce((sum, row) => sum + (row[at] ?? 0), 0)).toBeCloseTo(1, 9);
      for (const [one, row] of pairwise.entries())
        for (const [other, share] of row.entries()) {
          const isSame = values[one]?.every((number, at) => number === values[other]?.[at]);
          const both = share + (pairwise[other]?.[one] ?? 0);
          if (isSame) expect(both).toBe(0);
          else expect(both).toBeGreaterThan(0.99);
        }
    }),
    { seed: 3, numRuns: 40 },
  );
});

describe('weights that are drawn', () => {
  const four = names(4);

  test('keep every bound and order, sum to 1, and leave what is fixed as it is', () => {
    const of = { ...space('w1 >= w3, 0.05 <= w4 <= 0.3', four), fixed: [undefined, 0.25, undefined, undefined] };
    const bounds = halfSpaces(of);
    for (const row of rowsOf(of, 500)) {
      expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      expect(row[1]).toBe(0.25);
      expect(keepsBounds(bounds, row)).toBe(true);
    }
  });

  test('a draw depends on seed, names and its index alone: neither on what is drawn beside it nor on the order of criteria', () => {
    const of = space('w1 >= w2', four);
    expect(rowsOf(of, 5, 9, 95)).toEqual(rowsOf(of, 100, 9).slice(95));
    const turned = [2, 0, 3, 1];
    const there = rowsOf(allWeights(turned.map((index) => four[index] ?? '')), 50);
    for (const [draw, row] of rowsOf(allWeights(four), 50).entries())
      for (const [at, index] of turned.entries()) expect(there[draw]?.[at]).toBeCloseTo(row[index] ?? Number.NaN, 14);
    expect(rowsOf(of, 3, 1)).not.toEqual(rowsOf(of, 3, 2));
  });

  test('keep an order of nine, which one draw in 362,880 keeps by itself', () => {
    const nine = names(9);
    const of = space('w9 >= w8 >= w7 >= w6 >= w5 >= w4 >= w3 >= w2 >= w1', nine);
    for (const row of rowsOf(of, 50)) expect(row).toEqual([...row].sort((a, b) => a - b));
  });

  test('of a Dirichlet law have its means and spreads, for small and large α', () => {
    for (const alpha of [
      [0.3, 0.6, 0.1],
      [1, 1, 1],
      [8, 3, 1.5],
    ]) {
      const rows = rowsOf({ ...allWeights(names(3)), law: { name: 'dirichlet', alpha } }, 6000);
      const whole = alpha.reduce((sum, one) => sum + one, 0);
      for (const [at, one] of alpha.entries()) {
        const mean = rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length;
        const variance = rows.reduce((sum, row) => sum + ((row[at] ?? 0) - mean) ** 2, 0) / rows.length;
        const expected = ((one / whole) * (1 - one / whole)) / (whole + 1);
        expect(Math.abs(mean - one / whole)).toBeLessThan(4 * Math.sqrt(expected / rows.length));
        expect(variance / expected).toBeGreaterThan(0.88);
        expect(variance / expected).toBeLessThan(1.12);
      }
    }
  });

  test('bounds that leave nothing, or next to nothing, are refused in words', () => {
    const none = weightDraws(space('w1 >= 0.6, w2 >= 0.6', four), { seed: 1, count: 5, scope: '' });
    expect(none).toEqual({ ok: false, error: expect.stringContaining('no weights keep these bounds') });
    const little = space('w1 <= 0.2505, w2 <= 0.2505, w3 <= 0.2505, w4 <= 0.2505', four);
    expect(weightDraws(little, { seed: 1, count: 5, scope: '' })).toEqual({
      ok: false,
      error: expect.stringContaining('so small a part'),
    });
  });
});

describe('a constraint on weights', () => {
  test.each([
    ['none: weights uniform on the simplex', {}],
    ['', {}],
    ['w1 >= w2 >= w3', { orders: [[[0], [1], [2]]] }],
    ['c3 < c1', { orders: [[[0], [2]]] }],
    ['0.1 <= w2 ≤ 1/2', { low: [0, 0.1, 0], high: [1, 0.5, 1] }],
    ['w1 ≥ 20% and w3 <= w2', { low: [0.2, 0, 0], orders: [[[1], [2]]] }],
    ['w_1 >= w_2 >= 0.2', { orders: [[[0], [1]]], low: [0.2, 0.2, 0] }],
  ])('%j is read', (text, expected) => {
    expect(space(text, names(3))).toEqual({ ...allWeights(names(3)), ...expected });
  });

  test.each(['w4 >= w1', 'w1 >= w2 <= w3', 'w1', 'w1 >= w1', 'heavy on price', 'w1 >= NaN'])(
    '%j is refused',
    (text) => {
      expect(readWeightConstraint(text, names(3)).ok).toBe(false);
    },
  );
});

test('the confidence factor counts the draws in which an alternative is first at its central weights', () => {
  const inDraw = [
    [
      [1, 0],
      [0, 1],
    ],
    [
      [0, 0],
      [0, 1],
    ],
    [
      [1, 0],
      [1, 0],
    ],
  ];
  expect(confidenceFactor(0, [1, 0], 3, (draw) => inDraw[draw] ?? [])).toBeCloseTo((1 + 0.5 + 0.5) / 3, 12);
});

test('a table with one alternative or one criterion has an answer, and one of many criteria is drawn', () => {
  const table = { alternatives: ['a'], criteria: ['c1'], values: [[0.3]], weightConstraint: '', weights: undefined };
  const one = smaaOf(table, { draws: 10, seed: 1 });
  expect(one.ok && one.value.acceptability).toEqual({ rank: [[1]], central: [[1]], pairwise: [[0]] });
  const many = rankOver(
    [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
    ],
    allWeights(names(4)),
    { draws: 2000, seed: 1, scope: '' },
  );
  expect(many.ok && many.value.isExact).toBe(false);
  expect(many.ok && many.value.acceptability.rank[0]?.[0]).toBeCloseTo(0.5, 1);
});
