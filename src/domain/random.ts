/**
 * Chance as a function: each number depends on a seed, an id and a draw index, never on what was drawn before, so that
 * any order, subset or number of threads gives the same figures.
 *
 * Generator: Threefry-2x32 with 20 rounds (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as
 * 1, 2, 3"), a counter-based generator of additions, rotations and exclusive ors that passes TestU01's BigCrush.
 * An id is folded into the key with the same function, four UTF-16 code units at a time and then its length.
 */

/** The key of one stream of random numbers: 64 bits made of a seed and an id. */
export interface RandomKey {
  readonly first: number;
  readonly second: number;
}

const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const;
const PARITY = 0x1bd11bda;
const TWO_TO_32 = 4294967296;

/** One block of Threefry-2x32-20: 64 bits of counter under 64 bits of key, as two 32-bit words written into `words`. */
export function threefry(key: RandomKey, counterLow: number, counterHigh: number, words: Int32Array): void {
  let next = key.second | 0;
  let afterNext = key.first ^ key.second ^ PARITY;
  let last = key.first | 0;
  let x = (counterLow + last) | 0;
  let y = (counterHigh + next) | 0;
  for (let injection = 1; injection <= 5; injection += 1) {
    const from = injection % 2 === 1 ? 0 : 4;
    for (let round = from; round < from + 4; round += 1) {
      const rotation = ROTATIONS[round] as number;
      x = (x + y) | 0;
      y = ((y << rotation) | (y >>> (32 - rotation))) ^ x;
    }
    x = (x + next) | 0;
    y = (y + afterNext + injection) | 0;
    const first = next;
    next = afterNext;
    afterNext = last;
    last = first;
  }
  words[0] = x;
  words[1] = y;
}

const words = new Int32Array(2);

/** The key of the stream named `id` under a seed, to be made once for many draws. Throws RangeError unless the seed is a whole number from 0 to 2⁵³ − 1. */
export function randomKey(seed: number, id: string): RandomKey {
  checkWhole('a seed', seed);
  let key: RandomKey = { first: seed | 0, second: Math.floor(seed / TWO_TO_32) };
  const fold = (low: number, high: number): void => {
    threefry(key, low, high, words);
    key = { first: words[0] as number, second: words[1] as number };
  };
  // Past the end of the id a code unit counts as 0; the length, folded in last, tells the difference.
  const codeUnit = (at: number): number => (at < id.length ? id.charCodeAt(at) : 0);
  const pair = (at: number): number => codeUnit(at) | (codeUnit(at + 1) << 16);
  for (let at = 0; at < id.length; at += 4) fold(pair(at), pair(at + 2));
  fold(id.length, 0);
  return key;
}

/**
 * The uniform of one draw of a stream: an odd multiple of 2⁻⁵³ with 52 random bits, so strictly inside (0, 1) and as
 * likely as its complement. Throws RangeError unless the draw is a whole number from 0 to 2⁵³ − 1.
 */
export function uniformAt(key: RandomKey, draw: number): number {
  checkWhole('a draw index', draw);
  threefry(key, draw | 0, Math.floor(draw / TWO_TO_32), words);
  const high = (words[0] as number) >>> 6;
  const low = (words[1] as number) >>> 6;
  return (high * 67108864 + low + 0.5) / 4503599627370496;
}

/** An independent uniform in (0, 1), a function of seed, id and draw alone. */
export function uniform(seed: number, id: string, draw: number): number {
  return uniformAt(randomKey(seed, id), draw);
}

function checkWhole(what: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new RangeError(`${what} is a whole number from 0 to 2^53 − 1, not ${value}`);
}
