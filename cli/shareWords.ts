import { twentieths } from '../src/analysis/rollback/modelsBeside.ts';

/** How many of twenty a share is, in words: what is not nothing is not told as none. */
export function ofTwenty(share: number): string {
  if (share === 0) return 'none';
  if (share >= 1 - 1e-12) return 'all';
  const count = twentieths(share);
  if (count === 0) return 'under 1';
  return count === 20 ? 'over 19' : String(count);
}

/** A sampling error from which a share of draws is not told as known: a twentieth. */
const TOO_FEW = 0.05;

/** A share in twentieths with, where there are too few draws for it, its sampling error and that more are needed. */
export const shareOfTwenty = (share: number, error: number): string =>
  error >= TOO_FEW
    ? `${ofTwenty(share)} of 20 (not enough draws yet: ± ${Math.round(20 * error)})`
    : `${ofTwenty(share)} of 20`;

/** A weight as a part of a hundred. */
export const percent = (weight: number): string => {
  const whole = Math.round(100 * weight);
  return whole === 0 && weight > 0 ? 'under 1 %' : `${whole} %`;
};

/** A change of a weight in parts of a hundred, with as many digits as it takes to see it. */
export function fromTo(from: number, to: number): string {
  const digits = [0, 1, 2].find((count) => (100 * from).toFixed(count) !== (100 * to).toFixed(count));
  const written = (weight: number) => (digits === undefined ? String(100 * weight) : (100 * weight).toFixed(digits));
  return `from ${written(from)} % to ${written(to)} %`;
}
