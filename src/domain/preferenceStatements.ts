import { contains, type PartialChoice } from './optionForm.ts';

/** A preference statement: it holds in a state that contains any of some partial choices. */
export interface PreferenceStatement {
  readonly anyOf: readonly PartialChoice[];
}

const holdsIn = ({ anyOf }: PreferenceStatement, taken: readonly (boolean | undefined)[]): boolean =>
  anyOf.some((part) => contains(taken, part));

/**
 * The worth of each state by preference statements, the most important first: lexicographic by which of them hold (Peng, Hipel,
 * Kilgour & Fang 1997). Ranks from 0 upwards, so that any number of statements can be told apart; states in which the same hold are tied.
 */
export function ranksByStatements(
  taken: readonly (readonly (boolean | undefined)[])[],
  statements: readonly PreferenceStatement[],
): Float64Array {
  const truths = taken.map((state) => statements.map((statement) => (holdsIn(statement, state) ? '1' : '0')).join(''));
  const rankOf = new Map([...new Set(truths)].sort().map((truth, rank) => [truth, rank]));
  return Float64Array.from(truths, (truth) => rankOf.get(truth) ?? Number.NaN);
}
