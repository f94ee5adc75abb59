import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { centralValue, type Triple } from '../../src/domain/estimate.ts';
import { normalCumulative } from '../../src/domain/normal.ts';
import { pertFromNormal, pertQuantile } from '../../src/domain/pertQuantile.ts';
import { betaQuantile, integrate } from './quadrature.ts';

/** The mode's place between low and high: α runs from 1 (mode = low) to 5 (mode = high). */
const SHAPES = [0, 1e-9, 0.02, 0.1, 0.25, 0.4, 0.5, 0.61, 0.75, 0.9, 0.98, 1 - 1e-9, 1];
const PROBABILITIES = [
  1e-12,
  1e-9,
  1e-6,
  1e-3,
  0.02,
  0.1,
  0.3,
  0.5,
  0.6,
  0.8,
  0.95,
  0.999,
  1 - 1e-6,
  1 - 1e-9,
  1 - 1e-12,
];
const unit = (mode: number): Triple => ({ low: 0, mode, high: 1 });

const shape = fc.double({ min: 0, max: 1, noNaN: true });
const triple: fc.Arbitrary<Triple> = fc
  .tuple(fc.double({ min: -1000, max: 1000, noNaN: true }), fc.double({ min: 1e-3, max: 1000, noNaN: true }), shape)
  .map(([start, width, part]) => {
    // Not −0, which equals 0 but is another value to a strict comparison.
    const low = start + 0;
    return { low, mode: Math.min(low + part * width, low + width), high: low + width };
  });

describe('the PERT quantile', () => {
  test.each(SHAPES)('with the mode at %d is the beta quantile found by quadrature and bisection, to 1e-13', (mode) => {
    for (const probability of PROBABILITIES) {
      const reference = betaQuantile(1 + 4 * mode, 5 - 4 * mode, probability);
      expect(Math.abs(pertQuantile(unit(mode), probability) - reference)).toBeLessThan(1e-13);
    }
  });

  test('has the closed forms of a mode at either end, to 1e-14', () => {
    for (const probability of [1e-300, 1e-30, ...PROBABILITIES]) {
      expect(Math.abs(pertQuantile(unit(1), probability) - probability ** 0.2)).toBeLessThan(1e-14);
      expect(Math.abs(pertQuantile(unit(0), probability) + Math.expm1(Math.log1p(-probability) / 5))).toBeLessThan(
        1e-14,
      );
    }
  });

  test('has its mean at the central value (l + 4m + h)/6', () => {
    fc.assert(
      fc.property(triple, (estimate) => {
        const mean = integrate((probability) => pertQuantile(estimate, probability));
        expect(Math.abs(mean - centralValue(estimate))).toBeLessThan(1e-9 * (estimate.high - estimate.low));
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  test('never falls as the probability rises', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(triple, probability, probability, (estimate, one, other) => {
        const rise = pertQuantile(estimate, Math.max(one, other)) - pertQuantile(estimate, Math.min(one, other));
        expect(rise).toBeGreaterThanOrEqual(-1e-13 * (estimate.high - estimate.low));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test('stays within low and high and reaches them at 0 and 1', () => {
    fc.assert(
      fc.property(triple, fc.double({ min: 0, max: 1, noNaN: true }), (estimate, probability) => {
        const value = pertQuantile(estimate, probability);
        expect(value >= estimate.low && value <= estimate.high).toBe(true);
        expect(pertQuantile(estimate, 0)).toBe(estimate.low);
        expect(pertQuantile(estimate, 1)).toBe(estimate.high);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('of the smallest double there is, is a number at the low end', () => {
    for (const mode of SHAPES) expect(pertQuantile(unit(mode), 5e-324)).toBeLessThan(1e-60);
  });

  test('of a constant is the constant', () => {
    const constant = { low: 7, mode: 7, high: 7 };
    expect([0, 0.3, 1].map((probability) => pertQuantile(constant, probability))).toEqual([7, 7, 7]);
    expect(pertFromNormal(constant)(1.5)).toBe(7);
  });

  test('has the figures that arbitrary-precision arithmetic gives', () => {
    // mpmath 1.3.0: the root of betainc(2.5, 3.5, 0, x, regularized=True) = p at 30 digits, scaled to [−2, 10].
    const published = [
      [0.001, -1.7031738567685926],
      [0.1, 0.09971613227836171],
      [0.5, 2.8821392907183268],
      [0.9, 6.07783123282501],
    ] as const;
    for (const [probability, value] of published) {
      expect(pertQuantile({ low: -2, mode: 2.5, high: 10 }, probability)).toBeCloseTo(value, 13);
    }
  });

  test('refuses in words what is no probability and an estimate out of order', () => {
    for (const wrong of [Number.NaN, -0.1, 1.1]) {
      const refusal = new RangeError(`a probability lies within [0, 1], not ${wrong}`);
      expect(() => pertQuantile(unit(0.5), wrong)).toThrow(refusal);
    }
    const outOfOrder = [
      [2, 1, 3],
      [0, 4, 3],
      [3, 2, 1],
      [Number.NaN, 1, 2],
      [0, 1, Number.POSITIVE_INFINITY],
    ] as const;
    for (const [low, mode, high] of outOfOrder) {
      const refusal = new RangeError(`an estimate is finite with low ≤ mode ≤ high, not ${low}, ${mode}, ${high}`);
      expect(() => pertQuantile({ low, mode, high }, 0.5)).toThrow(refusal);
      expect(() => pertFromNormal({ low, mode, high })).toThrow(refusal);
    }
  });
});

describe('the table from normal scores', () => {
  test('differs from the quantile itself by less than 1e-10 of high − low', () => {
    let worst = 0;
    for (let part = 0; part <= 64; part += 1) {
      const estimate = unit(part / 64);
      const value = pertFromNormal(estimate);
      // 0.0183 shares no multiple with the cells, so every part of a cell is met.
      for (let z = -4.5; z <= 4.5; z += 0.0183) {
        worst = Math.max(worst, Math.abs(value(z) - pertQuantile(estimate, normalCumulative(z))));
      }
    }
    expect(worst).toBeLessThan(1e-10);
  });

  test('mirrors when the estimate is mirrored, beyond the table too', () => {
    fc.assert(
      fc.property(shape, fc.double({ min: -12, max: 12, noNaN: true }), (mode, score) => {
        const mirrored = 1 - pertFromNormal(unit(1 - mode))(-score);
        expect(Math.abs(pertFromNormal(unit(mode))(score) - mirrored)).toBeLessThan(1e-10);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('has no gap where it hands over to the quantile itself', () => {
    const [justBelow, justAbove] = [4 - 2 ** -51, 4 + 2 ** -51];
    for (const mode of SHAPES) {
      const value = pertFromNormal(unit(mode));
      expect(Math.abs(value(justBelow) - value(justAbove))).toBeLessThan(1e-10);
      expect(Math.abs(value(-justBelow) - value(-justAbove))).toBeLessThan(1e-10);
    }
  });

  test('reaches low and high at infinite scores and refuses NaN', () => {
    const value = pertFromNormal({ low: -3, mode: 0, high: 11 });
    expect([value(Number.NEGATIVE_INFINITY), value(Number.POSITIVE_INFINITY)]).toEqual([-3, 11]);
    expect(() => value(Number.NaN)).toThrow(RangeError);
  });
});
