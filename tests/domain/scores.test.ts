import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialValues } from '../../src/domain/indicators.ts';
import { hasEqualWeights, leverage, leverageChange, leverageWeights } from '../../src/domain/leverage.ts';
import type { Stake } from '../../src/domain/scenario.ts';
import { payoff, worth } from '../../src/domain/stakes.ts';
import { edit, harbourLease } from '../support/harbourLease.ts';

const scenario = harbourLease();
const DRIVERS = ['chip', 'alternatives', 'backing', 'time', 'credibility'] as const;
const INDICATORS = ['days', 'access', 'strain'] as const;

/** Raw values of everything, far beyond every range too. */
const anyValues = fc
  .array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 13, maxLength: 13 })
  .map((numbers) => {
    const addresses = [...INDICATORS, ...['CITY', 'PORT'].flatMap((actor) => DRIVERS.map((one) => `${actor}.${one}`))];
    return Object.fromEntries(addresses.map((address, index) => [address, numbers[index] ?? 0]));
  });

describe('leverage', () => {
  test('weighs every driver the same where nobody has said otherwise', () => {
    expect([hasEqualWeights(scenario, 'CITY'), hasEqualWeights(scenario, 'PORT')]).toEqual([true, false]);
    expect(Object.values(leverageWeights(scenario, 'CITY'))).toEqual(DRIVERS.map(() => 1 / 5));
    const level = Object.fromEntries(DRIVERS.map((driver, index) => [`CITY.${driver}`, 20 * index]));
    expect(leverage(scenario, 'CITY', level).score).toBeCloseTo(40, 12);
  });

  test('takes the weights that the scenario gives; a driver that they leave out counts for nothing', () => {
    const without = harbourLease(
      edit(
        'scenario',
        'weights: { chip: 0.2, alternatives: 0.3, backing: 0.1,',
        'weights: { chip: 0.2, alternatives: 0.4,',
      ),
    );
    const values = {
      'PORT.chip': 50,
      'PORT.alternatives': 10,
      'PORT.backing': 0,
      'PORT.time': 100,
      'PORT.credibility': 0,
    };
    expect(leverage(scenario, 'PORT', values).score).toBeCloseTo(0.2 * 50 + 0.3 * 10 + 0.2 * 100, 12);
    expect(leverage(without, 'PORT', values).score).toBeCloseTo(0.2 * 50 + 0.4 * 10 + 0.2 * 100, 12);
    expect(leverage(without, 'PORT', { ...values, 'PORT.backing': 100 })).toMatchObject({
      score: leverage(without, 'PORT', values).score,
    });
  });

  test('lies within 0 and 100 and is the sum of its parts; the steps of a change sum to the change', () => {
    fc.assert(
      fc.property(anyValues, anyValues, fc.constantFrom('CITY', 'PORT'), (before, after, actor) => {
        const [earlier, later] = [leverage(scenario, actor, before), leverage(scenario, actor, after)];
        expect(later.score).toBeGreaterThanOrEqual(0);
        expect(later.score).toBeLessThanOrEqual(100 + 1e-9);
        expect(later.contributions.reduce((sum, { points }) => sum + points, 0)).toBe(later.score);
        const { change, steps } = leverageChange(scenario, actor, before, after);
        expect(steps.reduce((sum, { points }) => sum + points, 0)).toBe(change);
        expect(change).toBeCloseTo(later.score - earlier.score, 9);
      }),
    );
  });

  test('stands still where a driver is beyond its scale already', () => {
    const at = { ...initialValues(scenario), 'CITY.chip': 110 };
    expect(leverageChange(scenario, 'CITY', at, { ...at, 'CITY.chip': 130 }).change).toBe(0);
  });

  test('of a missing value is no number, rather than a small one', () => {
    const { 'CITY.chip': _, ...without } = initialValues(scenario);
    expect(leverage(scenario, 'CITY', without).score).toBeNaN();
  });
});

describe('the worth of a stake', () => {
  const rising: Stake = { weight: 1, worst: 20, best: 90 };
  const falling: Stake = { weight: 1, worst: 80, best: 30 };
  const curved: Stake = {
    weight: 1,
    worst: 90,
    best: 20,
    curve: [
      [90, 0],
      [50, 0.6],
      [20, 1],
    ],
  };

  test.each<[string, Stake, number, number]>([
    ['worst', rising, 20, 0],
    ['best', rising, 90, 1],
    ['half way', rising, 55, 0.5],
    ['beyond the worst', rising, -5, 0],
    ['beyond the best', rising, 95, 1],
    ['half way down', falling, 55, 0.5],
    ['above the worst of two, where less is better', falling, 120, 0],
    ['below the best of two, where less is better', falling, 0, 1],
    ['at a bend', curved, 50, 0.6],
    ['between two bends', curved, 70, 0.3],
    ['past the bend', curved, 35, 0.8],
    ['beyond a curve’s best', curved, 0, 1],
    ['beyond a curve’s worst', curved, 100, 0],
  ])('is read %s', (_, stake, value, expected) => expect(worth(stake, value)).toBeCloseTo(expected, 12));

  test('of no number is no number', () => {
    for (const stake of [rising, falling, curved]) expect(worth(stake, Number.NaN)).toBeNaN();
  });

  test('never falls on the way from worst to best', () => {
    const along = fc.double({ min: -200, max: 200, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(rising, falling, curved), along, along, (stake, one, other) => {
        const direction = Math.sign(stake.best - stake.worst);
        const [nearer, further] = direction * (one - other) < 0 ? [one, other] : [other, one];
        expect(worth(stake, further)).toBeGreaterThanOrEqual(worth(stake, nearer) - 1e-12);
      }),
    );
  });
});

describe('a payoff', () => {
  test('weighs the worth of each stake, read within the indicator’s range', () => {
    const values = { access: 55, days: 300, strain: 55 };
    expect(payoff(scenario, 'CITY', values).payoff).toBeCloseTo(100 * (0.6 * 0.5 + 0.2 * 1 + 0.2 * 0.5), 12);
    expect(payoff(scenario, 'PORT', values).payoff).toBeCloseTo(
      100 * (0.2 * ((40 / 40) * 0.6 - (5 / 40) * 0.6) + 0),
      12,
    );
  });

  test('lies within 0 and 100 and is the sum of its parts', () => {
    fc.assert(
      fc.property(anyValues, fc.constantFrom('CITY', 'PORT'), (values, actor) => {
        const { payoff: whole, stakes } = payoff(scenario, actor, values);
        expect(whole).toBeGreaterThanOrEqual(0);
        expect(whole).toBeLessThanOrEqual(100 + 1e-9);
        expect(stakes.reduce((sum, { points }) => sum + points, 0)).toBe(whole);
      }),
    );
  });

  test('of an actor without stakes is nothing at all', () => {
    expect(payoff(scenario, 'MED', initialValues(scenario)).stakes).toEqual([]);
  });
});
