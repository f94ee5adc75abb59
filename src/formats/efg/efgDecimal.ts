import { type Rational, readRational, sum, toNumber } from '../../domain/rational.ts';

/**
 * The shortest decimal that is read back as the same double, as Gambit reads numbers: no `+`, no exponent above 1e20. Throws for what
 * is no finite number.
 */
export function decimalText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be written as a payoff`);
  const text = String(value + 0);
  return text.includes('e+') ? String(BigInt(value)) : text;
}

/** What has been paid along a line so far, as the decimals that people read: 0.1 and 0.2 are 0.3. A plain number until two are added. */
export type DecimalTotal = number | Rational;

const exactOf = (total: DecimalTotal): Rational | undefined =>
  typeof total === 'number' ? readRational(decimalText(total)) : total;

/** A total and what is paid next. Its cost does not grow with the line: the common denominator of decimals is the finer one. */
function addDecimal(total: DecimalTotal, term: number): DecimalTotal {
  if (term === 0) return total;
  if (total === 0) return term;
  const [before, next] = [exactOf(total), exactOf(term)];
  const both = before === undefined || next === undefined ? undefined : sum([before, next]);
  return both ?? decimalValue(total) + term;
}

/** The double nearest to a total, 0 for −0. */
export const decimalValue = (total: DecimalTotal): number => (typeof total === 'number' ? total : toNumber(total)) + 0;

/** What each actor has been paid in all once a node is passed; the same list where nothing is paid there. */
export function paidAt(
  tree: { readonly payoffs: readonly Float64Array[] },
  node: number,
  before: readonly DecimalTotal[],
): readonly DecimalTotal[] {
  return tree.payoffs.every((column) => column[node] === 0)
    ? before
    : tree.payoffs.map((column, actor) => addDecimal(before[actor] ?? 0, column[node] ?? 0));
}
