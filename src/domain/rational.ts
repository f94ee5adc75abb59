/** An exact fraction: numerator and a positive denominator. Not always in lowest terms; `reduced` makes it so. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ONE: Rational = { numerator: 1n, denominator: 1n };

/** A number as games are written: `12`, `-3.50`, `.5`, `3.`, `1.5e-3`, `22/7`. Anything else is none: `+1`, `.5e3`, `1e+5`, `1.5/2`, `0x1F`. */
const NUMBER = /^(-?)(?:(\d+)\/(\d+)|(\d+)(?:\.(\d*))?(?:[eE](-?\d+))?|\.(\d+))$/;

/** Beyond this power of ten no double has a value but 0 and infinity, and an exact one would fill the memory. */
const LARGEST_POWER = 400;

/** Reads a number exactly. Undefined for what is no number, has a denominator of 0, or is beyond 10^±400 and not 0. */
export function readRational(text: string): Rational | undefined {
  const parts = NUMBER.exec(text);
  if (parts === null) return undefined;
  const [, minus, over, under, whole = '', decimals = '', exponent = '0', bare = ''] = parts;
  const sign = minus === '-' ? -1n : 1n;
  if (over !== undefined && under !== undefined) {
    const denominator = BigInt(under);
    return denominator === 0n ? undefined : { numerator: sign * BigInt(over), denominator };
  }
  const fraction = decimals === '' ? bare : decimals;
  const significant = (whole + fraction).replace(/^0+/, '');
  if (significant === '') return { numerator: 0n, denominator: 1n };
  const scale = Number(exponent) - fraction.length;
  if (!(Math.abs(scale + significant.length - 1) <= LARGEST_POWER)) return undefined;
  const digits = sign * BigInt(significant);
  return scale >= 0
    ? { numerator: digits * 10n ** BigInt(scale), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-scale) };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** The same fraction in lowest terms. */
export function reduced({ numerator, denominator }: Rational): Rational {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return divisor === 1n
    ? { numerator, denominator }
    : { numerator: numerator / divisor, denominator: denominator / divisor };
}

export const isEqual = (a: Rational, b: Rational): boolean =>
  a.numerator * b.denominator === b.numerator * a.denominator;

/** A common denominator of more bits is not computed: a sum over it is nobody's probability. */
const LARGEST_DENOMINATOR = 1n << 65_536n;

/** The exact sum; undefined where the common denominator would have more than about 20,000 digits. */
export function sum(terms: readonly Rational[]): Rational | undefined {
  let numerator = 0n;
  let denominator = 1n;
  for (const term of terms) {
    if (term.denominator === denominator) {
      numerator += term.numerator;
      continue;
    }
    // The term's denominator is the small one: the divisor is looked for below it.
    const shared = greatestCommonDivisor(denominator % term.denominator, term.denominator);
    const factor = term.denominator / shared;
    numerator = numerator * factor + term.numerator * (denominator / shared);
    denominator *= factor;
    if (denominator > LARGEST_DENOMINATOR) return undefined;
  }
  return { numerator, denominator };
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function bitsOf(value: bigint): number {
  const digits = value.toString(16);
  return 4 * digits.length - Math.clz32(Number.parseInt(digits[0] ?? '0', 16)) + 28;
}

/** Doubles below 2^−1021 are whole multiples of the smallest one, 2^−1074, and lose bits: such a value is counted in those. */
const SMALLEST_POWER = 1074n;

/** The nearest double (ties to even) of a positive fraction so small; undefined where it is not. */
function nearestSubnormal(numerator: bigint, denominator: bigint): number | undefined {
  const over = numerator << SMALLEST_POWER;
  const units = over / denominator;
  if (units > MAX_SAFE) return undefined;
  const twice = 2n * (over - units * denominator);
  const isUp = twice > denominator || (twice === denominator && units % 2n === 1n);
  return Number(isUp ? units + 1n : units) * Number.MIN_VALUE;
}

/** Bits of a quotient that decide how it is rounded to the 53 of a double, with room to spare. */
const QUOTIENT_BITS = 66;

/** The double nearest to a fraction (ties to even), infinite where it is too large for one. */
export function toNumber({ numerator, denominator }: Rational): number {
  if (numerator < 0n) return -toNumber({ numerator: -numerator, denominator });
  if (numerator === 0n) return 0;
  // Both are doubles then, and their quotient is rounded once.
  if (numerator <= MAX_SAFE && denominator <= MAX_SAFE) return Number(numerator) / Number(denominator);
  const shift = QUOTIENT_BITS - (bitsOf(numerator) - bitsOf(denominator));
  const small = shift > 1080 ? nearestSubnormal(numerator, denominator) : undefined;
  if (small !== undefined) return small;
  const [over, under] =
    shift >= 0 ? [numerator << BigInt(shift), denominator] : [numerator, denominator << BigInt(-shift)];
  const quotient = over / under;
  // A last bit that stands for the rest keeps a tie from being seen where there is none.
  const sticky = quotient * under === over ? quotient : quotient | 1n;
  // In two steps, since 2^-shift alone may be no double.
  const half = Math.trunc(-shift / 2);
  return Number(sticky) * 2 ** half * 2 ** (-shift - half);
}

/** As a person writes it: `3`, `-7/12`. */
export function formatRational(value: Rational): string {
  const { numerator, denominator } = reduced(value);
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}
