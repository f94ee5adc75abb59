import { type Rational, readRational, toNumber } from '../../domain/rational.ts';
import type { EfgCursor } from './efgCursor.ts';

/** Digits that a double holds whatever they are: a quotient of two such whole numbers is rounded once. */
const SAFE_DIGITS = 15;

/** Digits that are read of one number: many more than a double holds, few enough to compute with exactly. */
const LONGEST_NUMBER = 1_000;

/** Payoffs on a line are added: below this no line that fits into memory sums to infinity. */
const LARGEST = 1e300;

const isInRange = (value: number): boolean => Math.abs(value) <= LARGEST;

/** The double nearest to a number of an .efg file, 0 for −0; undefined where it has a denominator of 0 or is beyond what is computed with. */
function nearest(written: string): number | undefined {
  if (written.length > LONGEST_NUMBER) return undefined;
  const slash = written.indexOf('/');
  if (slash < 0) {
    const value = Number(written);
    // Only an exponent makes a number beyond the doubles cheap to write.
    if (isInRange(value) && !/[eE]/.test(written)) return value + 0;
  } else if (slash <= SAFE_DIGITS && written.length - slash - 1 <= SAFE_DIGITS) {
    const value = Number(written.slice(0, slash)) / Number(written.slice(slash + 1));
    return isInRange(value) ? value + 0 : undefined;
  }
  const exact = readRational(written);
  const value = exact === undefined ? Number.NaN : toNumber(exact);
  return isInRange(value) ? value + 0 : undefined;
}

/** What to do about a number that is too large or too small. */
interface RangeHelp {
  readonly large: string;
  readonly small: string;
}

const PAYOFF_HELP: RangeHelp = {
  large: 'use another unit: payoffs keep their meaning when all are divided by the same number',
  small: 'write 0, or use another unit: payoffs keep their meaning when all are multiplied by the same number',
};

const PROBABILITY_HELP: RangeHelp = {
  large: 'write probabilities from 0 to 1',
  small: 'write 0, and let the others sum to exactly 1',
};

/** Says why a number cannot be used. */
function refuseNumber(cursor: EfgCursor, written: string, at: number, help: RangeHelp): never {
  if (/\/0*$/.test(written)) cursor.fail('syntax', `\`${written}\` divides by 0`, 'write a denominator above 0', at);
  if (written.length > LONGEST_NUMBER) {
    const [length, most] = [written.length, LONGEST_NUMBER].map((count) => count.toLocaleString('en'));
    const message = `the number is written with ${length} signs; at most ${most} are read`;
    cursor.fail('number-range', message, 'round it: numbers are computed with to about 17 digits', at);
  }
  const isSmall = Number(written) === 0;
  const message = `the number is too ${isSmall ? 'small to be told from 0' : 'large to be computed with'}`;
  cursor.fail('number-range', message, isSmall ? help.small : help.large, at);
}

/** Takes a number as the double nearest to it. */
export function takeNumber(cursor: EfgCursor, what: string): number {
  const { at } = cursor;
  const { isPlainWhole } = cursor.tokens;
  const written = cursor.take('number', what);
  if (isPlainWhole && written.length <= SAFE_DIGITS) return Number(written);
  return nearest(written) ?? refuseNumber(cursor, written, at, PAYOFF_HELP);
}

/** Takes a number exactly. */
export function takeRational(cursor: EfgCursor, what: string): Rational {
  const { at } = cursor;
  const written = cursor.take('number', what);
  const exact = written.length > LONGEST_NUMBER ? undefined : readRational(written);
  return exact !== undefined && isInRange(toNumber(exact))
    ? exact
    : refuseNumber(cursor, written, at, PROBABILITY_HELP);
}
