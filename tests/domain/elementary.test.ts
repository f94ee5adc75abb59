import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, log } from '../../src/domain/elementary.ts';

/** Our own error is below 1.5 units in the last place; the engine's reference may add one. */
const RELATIVE = 5e-16;

const relativeError = (value: number, reference: number): number => Math.abs(value - reference) / Math.abs(reference);

describe('exp and log agree with the engine to the last digits', () => {
  test('exp over its whole normal range', () => {
    fc.assert(
      fc.property(fc.double({ min: -708, max: 709.78, noNaN: true }), (x) => {
        expect(relativeError(exp(x), Math.exp(x))).toBeLessThan(RELATIVE);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('log over its whole range, subnormal numbers included', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, minExcluded: true, noNaN: true }), (x) => {
        if (x === 1) expect(log(x)).toBe(0);
        else if (x === Number.POSITIVE_INFINITY) expect(log(x)).toBe(x);
        else expect(relativeError(log(x), Math.log(x))).toBeLessThan(RELATIVE);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('log near 1, where it is small', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.4, max: 2.5, noNaN: true }), (x) => {
        if (x !== 1) expect(relativeError(log(x), Math.log(x))).toBeLessThan(RELATIVE);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('at the ends of the doubles', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-745)).toBe(5e-324);
    expect([exp(-746), exp(Number.NEGATIVE_INFINITY)]).toEqual([0, 0]);
    expect([exp(710), exp(Number.POSITIVE_INFINITY)]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect([exp(Number.NaN), log(Number.NaN), log(-1)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(log(0)).toBe(Number.NEGATIVE_INFINITY);
  });
});

const MODULES = ['elementary', 'normal', 'unitPert', 'pertQuantile', 'random', 'errorModel'];
/** What every engine rounds alike. */
const EXACT = ['abs', 'floor', 'imul', 'min', 'sqrt'];

/** The Math functions and power operators of a source that engines may round differently. */
function inexactCalls(source: string): readonly string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*/g, '');
  const used = [...code.matchAll(/\bMath\b\s*(?:\.\s*(\w+))?/g)].map(([all, name]) => name ?? all);
  return [...used.filter((name) => !EXACT.includes(name)), ...(code.match(/\*\*/g) ?? [])];
}

describe('chance uses no arithmetic that engines round differently', () => {
  test.each(MODULES)('%s.ts', (name) => {
    const source = readFileSync(new URL(`../../src/domain/${name}.ts`, import.meta.url), 'utf8');
    expect(inexactCalls(source)).toEqual([]);
  });

  test('the search finds each way of writing one, and not the comments', () => {
    expect(inexactCalls('Math.exp(1) + 2 ** x; const { log } = Math; Math["pow"](2, 3)')).toEqual([
      'exp',
      'Math',
      'Math',
      '**',
    ]);
    expect(inexactCalls('/** Math.exp and `**` */ Math.sqrt(2) // Math.pow')).toEqual([]);
  });
});
