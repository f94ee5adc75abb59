import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bargainingPoints } from '../../../src/analysis/bargaining/bargainingPoints.ts';
import { paretoFrontier } from '../../../src/analysis/bargaining/paretoFrontier.ts';
import { kalaiSmorodinskyVariants } from '../../../src/analysis/bargaining/variants.ts';
import { plainBargaining, plainFrontier } from '../../support/plainBargaining.ts';

/** A list of outcomes with few different whole numbers, so that ties, equal outcomes and empty zones come up often. */
const sets = fc.integer({ min: 1, max: 4 }).chain((parties) => {
  const points = fc.integer({ min: 0, max: 6 });
  const row = fc.array(points, { minLength: parties, maxLength: parties });
  const least = fc.option(fc.integer({ min: -1, max: 4 }), { freq: 3 });
  return fc.record({
    rows: fc.array(row, { maxLength: 9 }),
    reservation: fc.array(least, { minLength: parties, maxLength: parties }),
  });
});

const LISTS = ['zopa', 'pareto', 'nash', 'kalaiSmorodinsky', 'egalitarian', 'utilitarian'] as const;

test('every list is what its definition says, word for word', () => {
  fc.assert(
    fc.property(sets, ({ rows, reservation }) => {
      expect(bargainingPoints(rows, reservation)).toMatchObject(plainBargaining(rows, reservation));
      expect(paretoFrontier(rows)).toEqual(plainFrontier(rows));
    }),
    { seed: 1, numRuns: 600 },
  );
});

test('the order of outcomes and of parties changes nothing but the order', () => {
  fc.assert(
    fc.property(sets, fc.infiniteStream(fc.nat()), ({ rows, reservation }, lots) => {
      const shuffled = <Item>(items: readonly Item[]): Item[] =>
        items
          .map((item) => ({ item, lot: lots.next().value as number }))
          .sort((a, b) => a.lot - b.lot)
          .map(({ item }) => item);
      const order = shuffled([...rows.keys()]);
      const parties = shuffled([...reservation.keys()]);
      const before = bargainingPoints(rows, reservation);
      const after = bargainingPoints(
        order.map((index) => parties.map((party) => rows[index]?.[party] ?? 0)),
        parties.map((party) => reservation[party] ?? null),
      );
      for (const list of LISTS)
        expect(after[list].map((index) => order[index]).sort((a = 0, b = 0) => a - b)).toEqual(before[list]);
    }),
    { seed: 2, numRuns: 150 },
  );
});

test('zone, frontier, Nash and Kalai–Smorodinsky do not change with the unit or the zero of a party', () => {
  const scales = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: -500, max: 500 })), {
    minLength: 4,
    maxLength: 4,
  });
  fc.assert(
    fc.property(sets, scales, ({ rows, reservation }, units) => {
      const inUnit = (points: number, party: number) =>
        points * ((units[party]?.[0] ?? 1) / 7) + (units[party]?.[1] ?? 0);
      const before = bargainingPoints(rows, reservation);
      const after = bargainingPoints(
        rows.map((row) => row.map(inUnit)),
        reservation.map((least, party) => (least === null ? null : inUnit(least, party))),
      );
      for (const list of ['zopa', 'pareto', 'nash', 'kalaiSmorodinsky'] as const)
        expect(after[list]).toEqual(before[list]);
    }),
    { seed: 3, numRuns: 200 },
  );
});

describe('odd cases', () => {
  test('without a zone all lists are empty, and there is no ideal', () => {
    const none = { zopa: [], pareto: [], nash: [], kalaiSmorodinsky: [], egalitarian: [], utilitarian: [] };
    expect(
      bargainingPoints(
        [
          [1, 5],
          [5, 1],
        ],
        [2, 2],
      ),
    ).toEqual({ ...none, disagreement: [2, 2], ideal: null });
    expect(bargainingPoints([], [null, 3])).toMatchObject(none);
  });

  test('equal outcomes are all kept', () => {
    const equal = bargainingPoints(
      [
        [3, 3],
        [1, 1],
        [3, 3],
      ],
      [0, 0],
    );
    for (const list of ['pareto', 'nash', 'kalaiSmorodinsky', 'egalitarian', 'utilitarian'] as const)
      expect(equal[list]).toEqual([0, 2]);
  });

  test('a party that can gain nothing drops out of Nash and Kalai–Smorodinsky', () => {
    const { nash, kalaiSmorodinsky } = bargainingPoints(
      [
        [4, 1, 0],
        [3, 3, 0],
        [1, 4, 0],
      ],
      [0, 0, 0],
    );
    expect([nash, kalaiSmorodinsky]).toEqual([[1], [1]]);
  });

  test('two losses do not multiply to a gain', () => {
    expect(
      bargainingPoints(
        [
          [-9, -9],
          [1, 1],
        ],
        [0, 0],
      ).nash,
    ).toEqual([1]);
  });

  test('groups of equal size that cannot all gain together each keep their own best', () => {
    const { nash } = bargainingPoints(
      [
        [2, 2, 0],
        [3, 1, 0],
        [9, 0, 9],
        [1, 0, 99],
      ],
      [0, 0, 0],
    );
    expect(nash).toEqual([0, 3]);
  });

  test('a product of a hundred large gains does not leave the range of a double', () => {
    const many = (points: number) => Array.from({ length: 100 }, () => points);
    const rows = [many(1e90), [...many(1e90).slice(1), 2e90], many(0)];
    expect(bargainingPoints(rows, many(0)).nash).toEqual([1]);
  });

  test('published tools disagree on the Kalai–Smorodinsky point of a finite set', () => {
    // What counts as ideal decides here: the last outcome is the most for the second party, and outside the zone.
    expect(
      kalaiSmorodinskyVariants(
        [
          [8, 5],
          [6, 6],
          [7, 3],
          [1, 9],
        ],
        [3, 2],
      ),
    ).toEqual({
      maxMinRatioIdealOverRational: [0],
      maxMinRatioIdealOverAll: [1],
      minSpreadIdealOverAll: [1],
    });
    // And here that shares are to be alike rather than large.
    expect(
      kalaiSmorodinskyVariants(
        [
          [5, 3],
          [7, 10],
          [8, 6],
          [10, 1],
        ],
        [3, 2],
      ),
    ).toEqual({
      maxMinRatioIdealOverRational: [1],
      maxMinRatioIdealOverAll: [1],
      minSpreadIdealOverAll: [2],
    });
  });
});
