import { randomKey, uniformAt } from '../../domain/random.ts';

/** What the options of a decision are worth to who decides, in draws: a column per option. */
export type OptionColumns = readonly Float64Array[];

/** A figure with its sampling error. */
export interface SampledValue {
  readonly value: number;
  /** Standard deviation of the figure over samples of as many draws. */
  readonly error: number;
}

const meanOf = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0) / column.length;

/** The option that is best on average; the first of equals. */
function bestOnAverage(options: OptionColumns): Float64Array {
  let [best] = options;
  if (best === undefined) throw new RangeError('a decision has an option');
  for (const option of options) if (meanOf(option) > meanOf(best)) best = option;
  return best;
}

/**
 * EVPI of judged numbers, E[max U] − max E[U]: what it would be worth to know all of them before the choice, in the decider's points.
 * Never negative; 0 where one option is best in every draw.
 */
export function perfectKnowledge(options: OptionColumns): SampledValue {
  const best = bestOnAverage(options);
  const gains = best.map((value, draw) => Math.max(...options.map((option) => option[draw] as number)) - value);
  const value = meanOf(gains);
  const squares = gains.reduce((sum, gain) => sum + (gain - value) ** 2, 0);
  return { value, error: Math.sqrt(squares / (gains.length - 1) / gains.length) };
}

/** How many bins a number's draws are sorted into: few, because each bin's best is chosen by its own mean, which flatters it. */
export const binsFor = (draws: number): number => Math.max(2, Math.min(20, Math.floor(Math.sqrt(draws) / 3)));

/** What is left of a difference of means of equal values. */
const ROUNDING = 1e-11;

/** Draws in an order, cut into bins of equal size: the mean over bins of the best mean there, less the best mean of all. */
function gainOver(options: OptionColumns, order: ArrayLike<number>): number {
  const draws = order.length;
  const bins = binsFor(draws);
  let sum = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    const [from, to] = [Math.floor((bin * draws) / bins), Math.floor(((bin + 1) * draws) / bins)];
    let best = Number.NEGATIVE_INFINITY;
    for (const option of options) {
      let total = 0;
      for (let at = from; at < to; at += 1) total += option[order[at] as number] as number;
      best = Math.max(best, total);
    }
    sum += best;
  }
  const without = meanOf(bestOnAverage(options));
  const gain = sum / draws - without;
  // Means of the same values summed in another order differ by rounding, which is no gain.
  return gain > ROUNDING * Math.max(1, Math.abs(without)) ? gain : 0;
}

/** Draws in the rising order of a column. */
const risingOrder = (column: Float64Array): Int32Array =>
  Int32Array.from(column.keys()).sort((a, b) => (column[a] as number) - (column[b] as number) || a - b);

/** EVPPI of one number by binning its draws (Strong & Oakley 2013): what knowing it alone before the choice is worth. */
export const partialKnowledge = (options: OptionColumns, column: Float64Array): number =>
  gainOver(options, risingOrder(column));

/** What a number that has nothing to do with the choice shows, because every bin has its own chance best. */
export interface Noise {
  readonly shuffles: number;
  readonly mean: number;
  /** The largest of all shuffles: what a number must exceed to be told from noise. */
  readonly most: number;
}

/** Shuffles of the permutation check: a number that is idle exceeds all of them once in 21 times. */
const SHUFFLES = 20;

/**
 * The permutation check: the same figure with the draws shuffled. A shuffle cuts the draws into chance bins whatever the number was, so one
 * set of them stands beside all numbers of a decision.
 */
export function knowledgeNoise(options: OptionColumns, seed: number): Noise {
  const draws = options[0]?.length ?? 0;
  const found = Array.from({ length: SHUFFLES }, (_, shuffle) => {
    const key = randomKey(seed, `shuffle ${shuffle}`);
    return gainOver(options, risingOrder(Float64Array.from({ length: draws }, (_each, draw) => uniformAt(key, draw))));
  });
  return {
    shuffles: SHUFFLES,
    mean: found.reduce((sum, value) => sum + value, 0) / SHUFFLES,
    most: Math.max(...found),
  };
}
