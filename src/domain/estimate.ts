/** Low, most likely and high: a PERT distribution (a beta with α = 1 + 4(m−l)/(h−l), β = 6 − α). */
export interface Triple {
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

/** A number that someone judged: a constant, or a range with a mode. */
export type Estimate = number | Triple;

/** The same estimate as low, mode and high; a constant has all three equal. */
export const toTriple = (estimate: Estimate): Triple =>
  typeof estimate === 'number' ? { low: estimate, mode: estimate, high: estimate } : estimate;

/** The mean of the PERT distribution, (l + 4m + h) / 6: what everything deterministic uses. */
export function centralValue(estimate: Estimate): number {
  if (typeof estimate === 'number') return estimate;
  return (estimate.low + 4 * estimate.mode + estimate.high) / 6;
}
