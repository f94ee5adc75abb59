import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRational, isEqual, ONE, readRational, reduced, sum, toNumber } from '../../src/domain/rational.ts';

const rational = (text: string) => {
  const read = readRational(text);
  if (read === undefined) throw new Error(`${text} was refused`);
  return read;
};

test.each([
  ['12', '12'],
  ['-3.50', '-7/2'],
  ['.5', '1/2'],
  ['3.', '3'],
  ['1e5', '100000'],
  ['1.5e-3', '3/2000'],
  ['22/7', '22/7'],
  ['-6/4', '-3/2'],
  ['0/9', '0'],
  ['-0', '0'],
  ['0e500', '0'],
  ['-0.00e-99999999999', '0'],
  ['.000', '0'],
  ['0.001e402', `1${'0'.repeat(399)}`],
])('%s is %s', (text, exact) => expect(formatRational(rational(text))).toBe(exact));

test.each([
  '',
  '-',
  '.',
  '+1',
  '1e+5',
  '.5e3',
  '1.5/2',
  '1/-3',
  '1/0',
  '0x1F',
  'NaN',
  'Infinity',
  '1 2',
  '1e401',
  '10e400',
  '0.1e-400',
  '1e-999999999',
])('%j is no number', (text) => expect(readRational(text)).toBeUndefined());

/** Doubles of every size, and the smallest ones, which have fewer bits. */
const anyDouble = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: 0, max: 1e-305, noNaN: true }),
  fc.constantFrom(5e-324, 2 ** -1022, 2 ** -1022 - 2 ** -1074, 2 ** -1021, Number.MAX_VALUE),
);

test('every double is read back from its shortest decimal', () => {
  fc.assert(
    fc.property(anyDouble, (value) => {
      expect(toNumber(rational(String(value).replace('e+', 'e')))).toBe(value + 0);
    }),
    { numRuns: 3_000 },
  );
});

test('a fraction is the nearest double: no neighbour is nearer', () => {
  const big = fc.bigInt({ min: 1n, max: 10n ** 60n });
  fc.assert(
    fc.property(big, big, (numerator, denominator) => {
      const value = toNumber({ numerator, denominator });
      const [word] = new BigUint64Array(new Float64Array([value]).buffer);
      const neighbours = [-1n, 1n].map(
        (step) => new Float64Array(new BigUint64Array([(word ?? 0n) + step]).buffer)[0] ?? Number.NaN,
      );
      /** |fraction − double|, times what makes it whole. */
      const miss = (double: number): bigint => {
        const exact = rational(
          double
            .toFixed(100)
            .slice(0, double >= 1e21 ? undefined : 400)
            .replace('e+', 'e'),
        );
        const gap = numerator * exact.denominator - exact.numerator * denominator;
        return (gap < 0n ? -gap : gap) * (10n ** 400n / exact.denominator);
      };
      fc.pre(value > 1e-30 && value < 1e20);
      for (const neighbour of neighbours) expect(miss(value) <= miss(neighbour)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a sum is exact, whatever the order; a tenth and two tenths are three', () => {
  expect(isEqual(sum(['0.1', '0.2', '0.7'].map(rational)) ?? rational('0'), ONE)).toBe(true);
  expect(isEqual(sum(['0.30000000000000004', '0.7'].map(rational)) ?? ONE, ONE)).toBe(false);
  const term = fc.tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 1000n }));
  fc.assert(
    fc.property(fc.array(term, { maxLength: 20 }), (terms) => {
      const all = terms.map(([numerator, denominator]) => ({ numerator, denominator }));
      const [forth, back] = [sum(all), sum(all.toReversed())];
      if (forth === undefined || back === undefined) throw new Error('small sums are computed');
      expect(reduced(forth)).toEqual(reduced(back));
      const float = terms.reduce((total, [over, under]) => total + Number(over) / Number(under), 0);
      expect(toNumber(forth)).toBeCloseTo(float, 8);
    }),
  );
});

test('a sum that nobody means is not computed', () => {
  const fine = Array.from({ length: 3_000 }, (_, index) => ({
    numerator: 1n,
    denominator: 10n ** 400n + BigInt(2 * index + 1),
  }));
  expect(sum(fine)).toBeUndefined();
});
