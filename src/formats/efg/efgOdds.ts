import { isEqual, ONE, readRational, sum } from '../../domain/rational.ts';
import { decimalText } from './efgDecimal.ts';

/** Numerators and denominators that OpenSpiel's reader holds, with room to spare. */
const LARGEST_DENOMINATOR = 1_000_000;
/** Probabilities that miss 1 by more than this are our mistake; less is rounding. */
const TOLERANCE = 1e-9;
/** Most digits after the point that are written; what is smaller than all of them becomes 0. */
const MOST_DIGITS = 100;

const isExactlyOne = (texts: readonly string[]): boolean => {
  const terms = texts.map(readRational);
  const total = sum(terms.filter((term) => term !== undefined));
  return terms.every((term) => term !== undefined) && total !== undefined && isEqual(total, ONE);
};

/** The simplest fraction whose nearest double this is, by continued fractions; undefined where it has a large denominator. */
function simpleFraction(value: number): string | undefined {
  let [before, over] = [0, 1];
  let [beforeUnder, under] = [1, 0];
  for (let rest = value; ; ) {
    const whole = Math.floor(rest);
    [before, over] = [over, whole * over + before];
    [beforeUnder, under] = [under, whole * under + beforeUnder];
    if (!(under <= LARGEST_DENOMINATOR)) return undefined;
    if (over / under === value) return under === 1 ? String(over) : `${over}/${under}`;
    rest = 1 / (rest - whole);
  }
}

/** How far a probability may be moved up or down and still be read as the same double: half the distance to the next one, in 10^−digits. */
function roomOf(value: number, digits: number, up: boolean): bigint {
  let exponent = Math.floor(Math.log2(value));
  if (2 ** exponent > value) exponent -= 1;
  // Below a power of two doubles lie twice as close.
  const half = 2 ** (exponent - (!up && 2 ** exponent === value ? 54 : 53));
  return BigInt(half.toFixed(digits).replace('.', '')) - 1n;
}

/** Decimals that sum to exactly 1: what rounding left over is spread where it changes no double. */
function spreadDecimals(odds: readonly number[]): readonly string[] {
  const smallest = odds.reduce((least, value) => (value > 0 && value < least ? value : least), 1);
  const digits = Math.min(MOST_DIGITS, 25 - Math.floor(Math.log10(smallest)));
  const parts = odds.map((value) => BigInt(value.toFixed(digits).replace('.', '')));
  let left = 10n ** BigInt(digits) - parts.reduce((total, part) => total + part, 0n);
  const bySize = [...odds.keys()].sort((a, b) => (odds[b] ?? 0) - (odds[a] ?? 0));
  for (const index of bySize) {
    const value = odds[index] ?? 0;
    if (value <= 0 || left === 0n) break;
    const room = roomOf(value, digits, left > 0n);
    if (room <= 0n) continue;
    const change = left > room ? room : left < -room ? -room : left;
    parts[index] = (parts[index] ?? 0n) + change;
    left -= change;
  }
  // Where rounding went further than that, the largest takes the rest.
  const [largest = 0] = bySize;
  parts[largest] = (parts[largest] ?? 0n) + left;
  return parts.map((part) => {
    const text = String(part).padStart(digits + 1, '0');
    return `${text.slice(0, -digits)}.${text.slice(-digits)}`.replace(/\.?0+$/, '');
  });
}

/**
 * Probabilities as an .efg file has them: texts whose exact sum is 1, each the nearest to the double given. Short decimals where they
 * do, then simple fractions, then long decimals (of doubles whose sum misses 1 by more than their rounding, the largest gives way). Throws where the probabilities are no probabilities.
 */
export function exactOdds(odds: readonly number[]): readonly string[] {
  const total = odds.reduce((so, value) => so + value, 0);
  if (!odds.every((value) => value >= 0) || !(Math.abs(total - 1) <= TOLERANCE)) {
    throw new RangeError(`probabilities are not negative and sum to 1, not to ${total}`);
  }
  const decimals = odds.map(decimalText);
  if (isExactlyOne(decimals)) return decimals;
  const fractions = odds.map(simpleFraction);
  const known = fractions.filter((fraction) => fraction !== undefined);
  return known.length === odds.length && isExactlyOne(known) ? known : spreadDecimals(odds);
}
