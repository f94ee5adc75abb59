import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { requireScenario } from '../../cli/loadScenario.ts';
import { type NegotiationMachine, negotiation } from '../../machines/negotiation.ts';
import {
  compareFigures,
  directionOf,
  type FigureComparison,
  jointPayoffs,
  jointVerdict,
  outOfTwenty,
  pairsOf,
  sortBySize,
} from '../../src/analysis/compare.ts';
import { type Difference, type DrawnPlace, differenceIn, figureIn, figures } from '../../src/analysis/figures.ts';
import { heldDraws, rangeOf } from '../../src/analysis/heldDraws.ts';
import { lineDraws } from '../../src/analysis/lineDraws.ts';
import { principals } from '../../src/domain/actors.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { drawnAt, eachDraw } from '../support/drawnLine.ts';
import { randomLine } from '../support/randomLines.ts';

let scenario: Scenario;
let machine: NegotiationMachine;
let drawsAlong: ReturnType<typeof lineDraws>;

beforeAll(async () => {
  scenario = await requireScenario(new URL('../../scenarios/kursk-2025', import.meta.url).pathname);
  machine = negotiation(scenario);
  drawsAlong = lineDraws(heldDraws(scenario));
});

/** Where a random line ends, centrally and in every draw. */
function placeOf(draw: number): DrawnPlace {
  const { line, snapshots } = randomLine(scenario, machine, draw);
  const positions = snapshots.map(({ context }) => context);
  return { values: positions.at(-1)?.values ?? {}, drawn: drawnAt(drawsAlong(line, positions)) };
}
const place = fc.integer({ min: 0, max: 400 }).map(placeOf);
const closely = { numRuns: 12 };

const partsOf = (rows: readonly FigureComparison[], kind: string, actor: string) =>
  rows.filter(({ figure: { subject } }) => subject.kind === kind && 'actor' in subject && subject.actor === actor);

describe('differences between the ends of random lines', () => {
  test('turn over with the pair: B − A is what A − B takes back, with its range and its counts', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const there = compareFigures(figures(scenario), [a, b], [0, 1]);
        const back = compareFigures(figures(scenario), [a, b], [1, 0]);
        for (const [index, { difference, size }] of there.entries()) {
          const other = back[index]?.difference;
          expect(other?.central).toBeCloseTo(-difference.central, 9);
          expect(other?.range.low).toBeCloseTo(-difference.range.high, 9);
          expect(other?.range.high).toBeCloseTo(-difference.range.low, 9);
          expect([other?.higher, other?.lower]).toEqual([difference.lower, difference.higher]);
          expect(back[index]?.size).toBeCloseTo(size, 9);
        }
      }),
      closely,
    );
  });

  test('of an actor’s stakes sum to that of its payoff, and of its drivers to that of its leverage', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const rows = compareFigures(figures(scenario), [a, b], [0, 1]);
        const totals = rows.filter(({ figure }) => ['payoff', 'leverage'].includes(figure.subject.kind));
        expect(totals.length).toBeGreaterThan(2);
        for (const { figure, difference } of totals) {
          const { subject } = figure;
          const actor = 'actor' in subject ? subject.actor : '';
          const parts = partsOf(rows, subject.kind === 'payoff' ? 'stake' : 'driver', actor);
          expect(parts.length).toBeGreaterThan(0);
          const sum = parts.reduce((total, part) => total + part.difference.central, 0);
          expect(sum).toBeCloseTo(difference.central, 9);
        }
      }),
      closely,
    );
  });

  test('are none of a line from itself', () => {
    fc.assert(
      fc.property(place, (a) => {
        const { differing, level } = sortBySize(compareFigures(figures(scenario), [a, a], [0, 1]));
        expect(differing).toEqual([]);
        expect(level).toHaveLength(figures(scenario).length);
        for (const { difference, size } of level) {
          expect(difference).toMatchObject({ central: 0, range: { low: 0, high: 0 }, higher: 0, lower: 0 });
          expect(size).toBe(0);
        }
      }),
      closely,
    );
  });

  test('are read the same whether or not what a figure reads in each draw was kept', () => {
    const [a, b] = [placeOf(7), placeOf(8)];
    for (const figure of figures(scenario)) {
      const columns = [a, b].map(({ drawn }) => drawn.map((values) => figure.read(values)));
      const plain = columns[1]?.map((value, draw) => value - (columns[0]?.[draw] ?? Number.NaN)) ?? [];
      expect(differenceIn(figure, a, b).range).toEqual(rangeOf(plain));
      expect(figureIn(figure, b).range).toEqual(rangeOf(columns[1] ?? []));
    }
  });

  test('stand in order of their share of how far the figure can go, and none is lost', () => {
    const rows = compareFigures(figures(scenario), [placeOf(1), placeOf(2), placeOf(3)], [0, 2]);
    const { differing, level } = sortBySize(rows);
    expect(differing.length).toBeGreaterThan(10);
    const sizes = differing.map(({ size }) => size);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect([...differing, ...level].map(({ figure }) => figure.id).sort()).toEqual(
      figures(scenario)
        .map(({ id }) => id)
        .sort(),
    );
    for (const { values } of rows) expect(values).toHaveLength(3);
    expect(() => compareFigures(figures(scenario), [placeOf(1)], [0, 1])).toThrow(RangeError);
  });
});

const difference = (central: number, low: number, high: number): Difference => ({
  central,
  range: { low, high },
  higher: 0,
  lower: 0,
  draws: 200,
});

describe('the direction of a difference', () => {
  test.each([
    ['higher', 8, 6, 11],
    ['higher', 3, 0, 5],
    ['higher', 3, -0.4, 5],
    ['lower', -8, -11, -6],
    ['lower', -8, -11, 0.4],
    ['level', 0.2, -0.4, 0.4],
    ['open', 3, -1, 5],
    ['open', 2, -0.5, 5],
    ['open', -1, 0, 3],
  ])('is %s for %f, %f to %f', (direction, central, low, high) => {
    expect(directionOf(difference(central, low, high))).toBe(direction);
  });

  test('turns over with the difference', () => {
    const number = fc.double({ min: -50, max: 50, noNaN: true });
    const mirrored = { higher: 'lower', lower: 'higher', level: 'level', open: 'open' } as const;
    fc.assert(
      fc.property(number, number, number, (central, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const back = directionOf(difference(-central, -high, -low));
        expect(back).toBe(mirrored[directionOf(difference(central, low, high))]);
      }),
    );
  });
});

describe('redraws out of twenty', () => {
  test('say none and all only of none and all', () => {
    expect([0, 1, 4, 100, 140, 199, 200].map((count) => outOfTwenty(count, 200))).toEqual([0, 1, 1, 10, 14, 19, 20]);
  });

  test('of both directions never come to more than twenty and a rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (one, other) => {
        fc.pre(one + other <= 200);
        expect(outOfTwenty(one, 200) + outOfTwenty(other, 200)).toBeLessThanOrEqual(21);
      }),
    );
  });
});

describe('two payoffs read together', () => {
  const joint = (one: Difference, other: Difference) =>
    jointVerdict({ payoffs: { A: one, B: other }, allHigher: 0, allLower: 0, draws: 200 });
  const [up, down, level, open] = [
    difference(5, 3, 7),
    difference(-5, -7, -3),
    difference(0, 0, 0),
    difference(1, -3, 4),
  ];

  test.each([
    ['allHigher', up, up],
    ['allLower', down, down],
    ['opposed', up, down],
    ['someLevel', level, down],
    ['level', level, level],
    ['open', open, up],
    ['open', level, open],
  ])('come to %s', (verdict, one, other) => expect(joint(one, other)).toBe(verdict));

  test('count the draws in which both move the same way, and never add their points', () => {
    const [a, b] = [placeOf(11), placeOf(12)];
    const sides = principals(scenario);
    const found = jointPayoffs(scenario, sides, [a, b], [0, 1]);
    const payoffs = sides.map((actor) => figures(scenario).find(({ id }) => id === `payoff/${actor}`));
    const before = eachDraw(a.drawn);
    const signs = b.drawn.map((values, draw) =>
      payoffs.map((figure) => Math.sign((figure?.read(values) ?? 0) - (figure?.read(before[draw] ?? {}) ?? 0))),
    );
    expect(found.allHigher).toBe(signs.filter((each) => each.every((sign) => sign > 0)).length);
    expect(found.allLower).toBe(signs.filter((each) => each.every((sign) => sign < 0)).length);
    expect(Object.keys(found.payoffs)).toEqual([...sides]);
  });
});

test('every two lines are a pair once', () => {
  expect(pairsOf(1)).toEqual([]);
  expect(pairsOf(2)).toEqual([[0, 1]]);
  expect(pairsOf(4)).toHaveLength(6);
  expect(pairsOf(3)).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ]);
});
