import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalCumulative, normalDensity, normalQuantile } from '../../src/domain/normal.ts';
import { integrate } from './quadrature.ts';

/** Φ(−y) = φ(y)·∫₀^∞ exp(−yt − t²/2) dt, cut where the integrand is below 1e-31. */
function tailByQuadrature(y: number): number {
  const to = 12;
  const mills = to * integrate((part) => Math.exp(-y * to * part - (to * part) ** 2 / 2));
  return (Math.exp((-y * y) / 2) / Math.sqrt(2 * Math.PI)) * mills;
}

describe('Φ', () => {
  test('agrees with the integral of the density to 1e-12 of the tail, up to a score of 10', () => {
    for (let y = 0; y <= 10; y += 0.0625) {
      const reference = tailByQuadrature(y);
      expect(Math.abs(normalCumulative(-y) / reference - 1)).toBeLessThan(1e-12);
      expect(Math.abs(normalCumulative(y) - (1 - reference))).toBeLessThan(1e-15);
    }
  });

  test('has the published values in the far tail', () => {
    // Φ(−5), Φ(−10), Φ(−20), Φ(−37) to 16 digits: mpmath 1.3.0, ncdf.
    expect(normalCumulative(-5) / 2.866515718791939e-7).toBeCloseTo(1, 13);
    expect(normalCumulative(-10) / 7.619853024160525e-24).toBeCloseTo(1, 13);
    expect(normalCumulative(-20) / 2.753624118606233e-89).toBeCloseTo(1, 13);
    expect(normalCumulative(-37) / 5.725571222524577e-300).toBeCloseTo(1, 13);
  });

  test('is one half at 0, and 0 and 1 at the ends', () => {
    expect(normalCumulative(0)).toBe(0.5);
    expect(normalCumulative(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalCumulative(Number.POSITIVE_INFINITY)).toBe(1);
  });

  test('rises by the density', () => {
    const step = 1e-4;
    for (let z = -6; z <= 6; z += 0.37) {
      const rise = (normalCumulative(z + step) - normalCumulative(z - step)) / (2 * step);
      expect(Math.abs(rise - normalDensity(z))).toBeLessThan(1e-9);
    }
  });

  test('refuses NaN in words', () => {
    expect(() => normalCumulative(Number.NaN)).toThrow(new RangeError('a score must be a number'));
  });
});

describe('Φ⁻¹', () => {
  test('has the values printed with Algorithm AS 241', () => {
    expect(normalQuantile(0.25) / -0.6744897501960817).toBeCloseTo(1, 14);
    expect(normalQuantile(0.001) / -3.0902323061678136).toBeCloseTo(1, 14);
    expect(normalQuantile(1e-20) / -9.262340089798409).toBeCloseTo(1, 14);
  });

  test('undoes Φ to 1e-14 of the probability, at every size of tail', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 300, noNaN: true }), (exponent) => {
        const probability = 0.5 * 10 ** -exponent;
        const score = normalQuantile(probability);
        // An error of one unit in the last place of z moves the tail by z² of them.
        const tolerance = 1e-14 + score * score * 4e-16;
        expect(Math.abs(normalCumulative(score) / probability - 1)).toBeLessThan(tolerance);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test('is symmetric about one half', () => {
    fc.assert(
      // Multiples of 2⁻⁵³, so that 1 − p is exact.
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (part) => {
        const probability = part / 2 ** 53;
        expect(normalQuantile(1 - probability)).toBe(0 - normalQuantile(probability));
      }),
      { seed: 1 },
    );
  });

  test('is infinite at the ends and refuses what is no probability', () => {
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    for (const wrong of [-1e-12, 1.0000001, Number.NaN]) {
      expect(() => normalQuantile(wrong)).toThrow(new RangeError(`a probability lies within [0, 1], not ${wrong}`));
    }
  });
});
