import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomKey, threefry, uniform, uniformAt } from '../../src/domain/random.ts';

const SEED = 20250312;
const DRAWS = 100_000;
const draws = Array.from({ length: DRAWS }, (_, draw) => draw);

/** With a fixed seed a test either passes for ever or fails for ever; five standard deviations part chance from a fault. */
const DEVIATIONS = 5;

function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** The counts of a set of cells that should be equally likely, as standard deviations of χ² from its mean. */
function chiSquareScore(cells: number, indices: readonly number[]): number {
  const counts = new Array<number>(cells).fill(0);
  for (const index of indices) counts[index] = (counts[index] ?? 0) + 1;
  return (chiSquare(counts) - (cells - 1)) / Math.sqrt(2 * (cells - 1));
}

/** A uniform has mean 1/2 and variance 1/12. */
const correlation = (one: readonly number[], other: readonly number[]): number =>
  (12 * one.reduce((sum, value, draw) => sum + (value - 0.5) * ((other[draw] ?? 0) - 0.5), 0)) / one.length;

describe('the generator', () => {
  test('gives the known answers of the Random123 distribution for Threefry-2x32-20', () => {
    const answers = [
      [0, 0, 0, 0, 0x6b200159, 0x99ba4efe],
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7],
      [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 0xc4923a9c, 0x483df7a0],
    ] as const;
    for (const [first, second, counterLow, counterHigh, ...expected] of answers) {
      const words = new Int32Array(2);
      threefry({ first, second }, counterLow, counterHigh, words);
      expect([...words].map((word) => word >>> 0)).toEqual(expected);
    }
  });

  test('keeps its figures, to the last bit, from one version to the next', () => {
    // Computed a second time by an implementation in Python's integers.
    expect(uniform(0, '', 0)).toBe(0.9699479965455325);
    expect(uniform(SEED, 'ceasefire.reply.accept', 0)).toBe(0.18108507274081231);
    expect(uniform(SEED, 'ceasefire.reply.accept', 1)).toBe(0.8674162898119268);
    expect(uniform(Number.MAX_SAFE_INTEGER, 'Київ', Number.MAX_SAFE_INTEGER)).toBe(0.9193148373989458);
  });
});

describe('uniforms', () => {
  const key = randomKey(SEED, 'leverage.chip');
  const column = draws.map((draw) => uniformAt(key, draw));

  test('are odd multiples of 2⁻⁵³, so never 0 or 1', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.string(), fc.maxSafeNat(), (seed, id, draw) => {
        const value = uniform(seed, id, draw);
        expect(value > 0 && value < 1).toBe(true);
        expect(BigInt(value * 2 ** 53) % 2n).toBe(1n);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('fill [0, 1] evenly: χ² over 1,000 cells', () => {
    const score = chiSquareScore(
      1000,
      column.map((value) => Math.floor(value * 1000)),
    );
    expect(Math.abs(score)).toBeLessThan(DEVIATIONS);
  });

  test('have even last bits: χ² over the lowest 8 of the 52', () => {
    const score = chiSquareScore(
      256,
      column.map((value) => Number((BigInt(value * 2 ** 53) >> 1n) & 255n)),
    );
    expect(Math.abs(score)).toBeLessThan(DEVIATIONS);
  });

  test('of adjacent draws are independent: χ² over a 32 × 32 square of pairs', () => {
    const pairs = draws.slice(0, -1).map((draw) => {
      const [one, next] = [column[draw] ?? 0, column[draw + 1] ?? 0];
      return Math.floor(one * 32) * 32 + Math.floor(next * 32);
    });
    expect(Math.abs(chiSquareScore(1024, pairs))).toBeLessThan(DEVIATIONS);
  });

  test.each([
    ['a.b.1', 'a.b.2'],
    ['a.b.1', 'a.b.10'],
    ['a', 'a\0'],
    ['abcd', 'abcde'],
    ['abcdefgh', 'efghabcd'],
    ['Kursk', 'kursk'],
    ['', '0'],
  ])('of the ids %j and %j are uncorrelated', (one, other) => {
    const [first, second] = [randomKey(SEED, one), randomKey(SEED, other)];
    const found = correlation(
      draws.map((draw) => uniformAt(first, draw)),
      draws.map((draw) => uniformAt(second, draw)),
    );
    expect(Math.abs(found)).toBeLessThan(DEVIATIONS / Math.sqrt(DRAWS));
  });

  test('of one draw are even over numbered ids, and over numbered seeds', () => {
    const numbers = draws.slice(0, 20_000);
    const overIds = numbers.map((number) => Math.floor(uniform(SEED, `move.${number}`, 0) * 200));
    const overSeeds = numbers.map((number) => Math.floor(uniform(number, 'move', 0) * 200));
    expect(Math.abs(chiSquareScore(200, overIds))).toBeLessThan(DEVIATIONS);
    expect(Math.abs(chiSquareScore(200, overSeeds))).toBeLessThan(DEVIATIONS);
  });

  test('differ where seed or draw differ only above 32 bits', () => {
    const values = [uniform(1, 'id', 1), uniform(1 + 2 ** 32, 'id', 1), uniform(1, 'id', 1 + 2 ** 32)];
    expect(new Set(values).size).toBe(3);
  });
});

describe('keys', () => {
  test('of 20,000 similar ids are all different', () => {
    const keys = draws.slice(0, 20_000).map((number) => randomKey(SEED, `branch.state.move${number}`));
    expect(new Set(keys.map(({ first, second }) => `${first} ${second}`)).size).toBe(20_000);
  });

  test('are refused in words for a seed or draw that is no whole number', () => {
    for (const wrong of [-1, 0.5, Number.NaN, 2 ** 53]) {
      const rule = `is a whole number from 0 to 2^53 − 1, not ${wrong}`;
      expect(() => randomKey(wrong, 'id')).toThrow(new RangeError(`a seed ${rule}`));
      expect(() => uniform(1, 'id', wrong)).toThrow(new RangeError(`a draw index ${rule}`));
    }
  });
});
