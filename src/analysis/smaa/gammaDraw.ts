import { exp, log } from '../../domain/elementary.ts';
import { normalQuantile } from '../../domain/normal.ts';
import { type RandomKey, randomKey, uniformAt } from '../../domain/random.ts';

/** Tries of the rejection below: nearly 97 of 100 succeed at once, so nobody gets as far. */
const MOST_TRIES = 200;

/**
 * The logarithm of a gamma variable of shape α and scale 1, as a function of seed, id and draw: Marsaglia & Tsang's (2000) rejection, each
 * try with numbers of its own. The logarithm, because for a small α the variable itself may be too small for a double.
 */
export function logGammaStream(seed: number, id: string, alpha: number): (draw: number) => number {
  const key = randomKey(seed, `${id} boost`);
  const d = (alpha < 1 ? alpha + 1 : alpha) - 1 / 3;
  const c = 1 / (3 * Math.sqrt(d));
  const tries: (readonly [RandomKey, RandomKey])[] = [];
  return (draw) => {
    // Gamma of α from that of α + 1 (ibid.).
    const boost = alpha < 1 ? log(uniformAt(key, draw)) / alpha : 0;
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      const keys = tries[attempt] ?? [
        randomKey(seed, `${id} normal ${attempt}`),
        randomKey(seed, `${id} accept ${attempt}`),
      ];
      tries[attempt] = keys;
      const x = normalQuantile(uniformAt(keys[0], draw));
      const root = 1 + c * x;
      const v = root * root * root;
      if (v <= 0) continue;
      if (log(uniformAt(keys[1], draw)) < 0.5 * x * x + d - d * v + d * log(v)) return log(d * v) + boost;
    }
    throw new Error(`no gamma variable came up in ${MOST_TRIES} tries`);
  };
}

/** exp of each number less the largest, so that nothing overflows, divided by the sum. */
export function shares(logs: readonly number[]): readonly number[] {
  const largest = Math.max(...logs);
  const powers = logs.map((value) => exp(value - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
