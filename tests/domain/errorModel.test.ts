import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  drawColumn,
  drawColumns,
  drawProbability,
  type ErrorModel,
  type UncertainParameter,
} from '../../src/domain/errorModel.ts';
import { normalQuantile } from '../../src/domain/normal.ts';
import { pertQuantile } from '../../src/domain/pertQuantile.ts';
import { betaCumulative } from './quadrature.ts';

const SEED = 20250312;
const DRAWS = 10_000;
/** Five standard errors of a correlation: the seed is fixed, so this parts chance from a fault, not good luck from bad. */
const TOLERANCE = 5 / Math.sqrt(DRAWS);

const model = (changes: Partial<ErrorModel> = {}): ErrorModel => ({
  rho: 0.5,
  kappa: 0,
  principals: ['city', 'port'],
  ...changes,
});

const parameter = (changes: Partial<UncertainParameter> = {}): UncertainParameter => ({
  id: 'city.chip',
  estimate: { low: -2, mode: 1, high: 10 },
  block: 'city',
  sign: 1,
  ...changes,
});

const scores = (of: UncertainParameter, under: ErrorModel): readonly number[] =>
  Array.from({ length: DRAWS }, (_, draw) => normalQuantile(drawProbability(of, under, SEED, draw)));

/** Scores have mean 0 and variance 1 by construction, so the mean product is the correlation. */
function correlation(one: UncertainParameter, other: UncertainParameter, under: ErrorModel): number {
  const second = scores(other, under);
  return scores(one, under).reduce((sum, score, draw) => sum + score * (second[draw] ?? 0), 0) / DRAWS;
}

describe('the common error', () => {
  const one = parameter({ id: 'one' });
  const same = parameter({ id: 'two' });
  const opposite = parameter({ id: 'three', sign: -1 });
  const portOne = parameter({ id: 'four', block: 'port' });
  const portOpposite = parameter({ id: 'five', block: 'port', sign: -1 });
  const area = parameter({ id: 'six', block: 'area' });
  const loose = parameter({ id: 'seven', block: undefined });

  test.each([
    ['ρ within a block', one, same, model(), 0.5],
    ['ρ at another strength', one, same, model({ rho: 0.2 }), 0.2],
    ['−ρ for opposite signs', one, opposite, model(), -0.5],
    ['1 when everything is common', one, same, model({ rho: 1 }), 1],
    ['0 when nothing is', one, same, model({ rho: 0 }), 0],
    ['0 between the principals by default', one, portOne, model(), 0],
    ['κ·ρ between the principals', one, portOne, model({ kappa: 0.8 }), 0.4],
    ['κ·ρ for a judge who leans, κ = −ρ', one, portOne, model({ kappa: -0.5 }), -0.25],
    ['−κ·ρ for opposite signs of the principals', one, portOpposite, model({ kappa: 0.8 }), -0.4],
    ['ρ within the second principal’s block at any κ', portOne, portOpposite, model({ kappa: 0.8 }), -0.5],
    ['0 between a principal and another block at any κ', portOne, area, model({ kappa: 0.8 }), 0],
    ['0 for a parameter of no block', one, loose, model({ rho: 1 }), 0],
  ])('correlates two scores by %s', (_rule, first, second, under, expected) => {
    expect(Math.abs(correlation(first, second, under) - expected)).toBeLessThan(TOLERANCE);
  });

  test('of a block is not the error of a parameter with the block’s name', () => {
    const namesake = parameter({ id: 'city', block: undefined });
    expect(Math.abs(correlation(namesake, one, model({ rho: 1 })))).toBeLessThan(TOLERANCE);
  });

  test('κ = 1 makes the principals’ blocks one', () => {
    const leaning = model({ rho: 1, kappa: 1 });
    const twin = parameter({ id: 'twin', block: 'port' });
    expect(drawColumn(twin, leaning, SEED, 100)).toEqual(drawColumn(one, leaning, SEED, 100));
  });

  test.each([0, 0.5, 1])('leaves each parameter its own PERT distribution at ρ = %d', (rho) => {
    const estimate = { low: -2, mode: 1, high: 10 };
    const sample = 4000;
    const column = drawColumn(parameter({ estimate }), model({ rho, kappa: -0.5 }), SEED, sample).sort();
    const distance = column.reduce((worst, value, rank) => {
      const cumulative = betaCumulative(2, 4, (value - estimate.low) / 12);
      return Math.max(worst, Math.abs(cumulative - rank / sample), Math.abs(cumulative - (rank + 1) / sample));
    }, 0);
    // Kolmogorov's distance exceeds 1.95/√N once in a thousand samples.
    expect(distance).toBeLessThan(1.95 / Math.sqrt(sample));
  });
});

describe('draws', () => {
  const many = [
    parameter({ id: 'one' }),
    parameter({ id: 'two', sign: -1, estimate: { low: 0, mode: 0, high: 3 } }),
    parameter({ id: 'three', block: 'port', estimate: { low: -2, mode: 2.5, high: 10 } }),
    parameter({ id: 'four', block: 'area', estimate: { low: 5, mode: 9, high: 9 } }),
    parameter({ id: 'five', block: undefined }),
    parameter({ id: 'six', estimate: { low: 4, mode: 4, high: 4 } }),
  ];
  const leaning = model({ kappa: -0.5 });

  test('are the quantile at the draw’s probability, to 1e-9 of high − low', () => {
    for (const each of many) {
      const column = drawColumn(each, leaning, SEED, 500);
      column.forEach((value, draw) => {
        const slow = pertQuantile(each.estimate, drawProbability(each, leaning, SEED, draw));
        expect(Math.abs(value - slow)).toBeLessThanOrEqual(1e-9 * (each.estimate.high - each.estimate.low));
      });
    }
  });

  test('do not depend on how many are asked for, where they start, or what is drawn beside them', () => {
    const whole = drawColumns(many, leaning, SEED, 1000);
    const part = fc.record({ first: fc.nat(999), count: fc.nat(200), at: fc.nat(many.length - 1) });
    fc.assert(
      fc.property(part, fc.shuffledSubarray(many, { minLength: 1 }), ({ first, count, at }, beside) => {
        const length = Math.min(count, 1000 - first);
        const alone = drawColumn(many[at] as UncertainParameter, leaning, SEED, length, first);
        expect(alone).toEqual(whole[at]?.slice(first, first + length));
        const together = drawColumns(beside, leaning, SEED, length, first);
        together.forEach((column, index) => {
          const original = many.indexOf(beside[index] as UncertainParameter);
          expect(column).toEqual(whole[original]?.slice(first, first + length));
        });
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  test('change with the seed', () => {
    expect(drawColumn(parameter(), leaning, SEED, 20)).not.toEqual(drawColumn(parameter(), leaning, SEED + 1, 20));
  });

  test('of a constant are the constant', () => {
    expect([...drawColumn(many[5] as UncertainParameter, leaning, SEED, 3)]).toEqual([4, 4, 4]);
  });

  test('keep their figures, to the last bit, from one version to the next', () => {
    // mpmath 1.3.0 at 25 digits, from the same 64-bit words, gives the same to 1e-11 of high − low.
    expect(drawColumns(many, leaning, SEED, 2).map((column) => [...column])).toEqual([
      [6.193243820801948, 2.7011902630889733],
      [0.32399729722530435, 0.8389998304005695],
      [1.7625813412524023, 1.1694960697794037],
      [8.468053243118918, 7.568693586948241],
      [6.98746562098213, 0.36427532746427893],
      [4, 4],
    ]);
  });

  test('are refused in words where the error model is out of range', () => {
    const refusals = [
      [model({ rho: 1.2 }), 'ρ lies within [0, 1], not 1.2'],
      [model({ rho: Number.NaN }), 'ρ lies within [0, 1], not NaN'],
      [model({ kappa: -2 }), 'κ lies within [−1, 1], not -2'],
      [model({ principals: ['city', 'city'] }), 'the two principals must differ, got city twice'],
    ] as const;
    for (const [wrong, message] of refusals) {
      expect(() => drawColumn(parameter(), wrong, SEED, 1)).toThrow(new RangeError(message));
      expect(() => drawProbability(parameter(), wrong, SEED, 0)).toThrow(new RangeError(message));
    }
  });
});
