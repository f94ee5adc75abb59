import { readRational, sum, toNumber } from '../../domain/rational.ts';

/**
 * The shortest decimal that is read back as the same double, as Gambit reads numbers: no `+`, no exponent above 1e20. Throws for what
 * is no finite number.
 */
export function decimalText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be written as a payoff`);
  const text = String(value + 0);
  return text.includes('e+') ? String(BigInt(value)) : text;
}

/** What is paid along a line in all, summed as the decimals that people read: 0.1 and 0.2 are 0.3. */
export function decimalSum(terms: readonly number[]): number {
  const paid = terms.filter((term) => term !== 0);
  if (paid.length < 2) return (paid[0] ?? 0) + 0;
  const exact = paid.map((term) => readRational(decimalText(term)));
  const total = sum(exact.filter((term) => term !== undefined));
  return total === undefined ? paid.reduce((so, term) => so + term, 0) : toNumber(total);
}
