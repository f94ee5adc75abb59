/**
 * The PERT distribution scaled to [0, 1], a beta with α + β = 6, and the inverse of its cumulative.
 *
 * The regularised incomplete beta is the hypergeometric series I_x(α, β) = xᵅ/(αB) · F(α, 1 − β; α + 1; x) (NIST Digital
 * Library of Mathematical Functions, 8.17.7). It is used for x ≤ ½ only, and from the other end beyond. At x = ½ the
 * two ends together give the complete beta B, so that no gamma function is needed. Halley's method inverts it.
 */
import { exp, log } from './elementary.ts';
import type { Triple } from './estimate.ts';

/** A PERT distribution scaled to [0, 1]. */
export interface UnitPert {
  readonly alpha: number;
  readonly beta: number;
  /** B(α, β), the complete beta function. */
  readonly completeBeta: number;
  /** The probability of the lower half, I_½(α, β). */
  readonly lowerHalf: number;
}

/** A place in (0, 1) by its distance from either end, so that neither tail loses digits. */
export interface Place {
  readonly fromLow: number;
  readonly fromHigh: number;
}

const LN_2 = log(2);

/** The shape of an estimate whose low and high differ. */
export function unitPert({ low, mode, high }: Triple): UnitPert {
  const alpha = 1 + (4 * (mode - low)) / (high - low);
  const beta = 6 - alpha;
  const lower = (exp(-alpha * LN_2) * incompleteBeta(alpha, 0.5).series) / alpha;
  const upper = (exp(-beta * LN_2) * incompleteBeta(beta, 0.5).series) / beta;
  return { alpha, beta, completeBeta: lower + upper, lowerHalf: lower / (lower + upper) };
}

/** Where the probability below and above are as given: both, because 1 − p drops the digits of a small p. */
export function placeAt({ alpha, beta, completeBeta, lowerHalf }: UnitPert, below: number, above: number): Place {
  if (below <= lowerHalf) {
    const fromLow = tailQuantile(alpha, completeBeta, below);
    return { fromLow, fromHigh: 1 - fromLow };
  }
  const fromHigh = tailQuantile(beta, completeBeta, above);
  return { fromLow: 1 - fromHigh, fromHigh };
}

/**
 * S with I_x(α, β) = xᵅ·S/(αB), for 0 ≤ x ≤ ½, and the elasticity of I_x: its relative change for a relative change of x.
 */
export function incompleteBeta(alpha: number, x: number): { readonly series: number; readonly elasticity: number } {
  const beta = 6 - alpha;
  let power = 1;
  let series = 1;
  let weighted = 0;
  for (let n = 1; Math.abs(power) > 1e-17; n += 1) {
    power *= x - (x * beta) / n;
    const term = (power * alpha) / (alpha + n);
    series += term;
    weighted += n * term;
  }
  return { series, elasticity: alpha + weighted / series };
}

/**
 * The x ≤ ½ with I_x(α, 6 − α) = probability. In ln x, ln I is concave and almost straight, so Halley's method
 * converges from the first terms of the series, without brackets.
 */
function tailQuantile(alpha: number, completeBeta: number, probability: number): number {
  const beta = 6 - alpha;
  const target = log(probability) + log(alpha * completeBeta);
  const leading = exp(target / alpha);
  // So near the end the first term is the whole series, to the last digit.
  if (leading < 1e-17) return leading;
  let x = Math.min(0.5, leading * (1 + ((beta - 1) / (alpha + 1)) * leading));
  let logX = log(x);
  let step: number;
  do {
    const { series, elasticity } = incompleteBeta(alpha, x);
    const newton = (target - alpha * logX - log(series)) / elasticity;
    const bend = alpha - ((beta - 1) * x) / (1 - x) - elasticity;
    step = newton / (1 + (newton * bend) / 2);
    logX += step;
    x = exp(logX);
    // The error left is of the order of step³.
  } while (Math.abs(step) > 1e-5);
  return x;
}
