import { CONCEPTS } from '../src/analysis/stability/concepts.ts';
import type { InverseStability, RankingCount } from '../src/analysis/stability/inverse.ts';
import type { ConflictStability } from '../src/analysis/stability/stabilityReport.ts';
import { sentenceLines, textTable } from './textTable.ts';

/** Rows of the table, and conditions of one state, that are printed. */
const MOST_ROWS = 40;
const MOST_CONDITIONS = 8;
const MOST_STATES = 3;

const ofAHundred = (share: number): string =>
  share > 0 && share < 0.005 ? 'under 1 in 100' : `${Math.round(100 * share)} in 100`;

function told({ count, share, error }: RankingCount): string {
  if (error > 0) return `about ${ofAHundred(share)}`;
  if (count === undefined) return ofAHundred(share);
  return share === 0 ? 'none' : share === 1 ? 'all' : `${count.toLocaleString('en')} (${ofAHundred(share)})`;
}

/** Which rankings of one decision maker would make states stable, as people read it in a terminal. */
export function* inverseLines(
  { conflict }: ConflictStability,
  { vary, counts, conditions }: InverseStability,
  asked: readonly number[],
): Generator<string> {
  const { states, decisionMakers } = conflict;
  const name = decisionMakers[vary] ?? '';
  yield '';
  yield `How many strict rankings of ${name} make a state stable for everybody, the others’ preferences being as they are`;
  const rows = [...states.keys()].slice(0, MOST_ROWS);
  yield* textTable([
    ['', ...CONCEPTS],
    ...rows.map((state) => [
      states[state] ?? '',
      ...CONCEPTS.map((concept) => told(counts[concept][state] ?? { share: Number.NaN, error: 0, count: undefined })),
    ]),
  ]);
  if (rows.length < states.length) yield `  and ${(states.length - rows.length).toLocaleString('en')} more states`;
  const error = Math.max(...CONCEPTS.flatMap((concept) => counts[concept].map((count) => count.error)));
  if (error > 0)
    yield* sentenceLines(
      `“About”: there are too many rankings to count, so a sample was looked at, always the same one (sampling error ${(100 * error).toPrecision(1)} in 100 at most).`,
    );
  yield '  A share of rankings says how much a state asks of them; it says nothing about how likely they are.';
  for (const state of asked.slice(0, MOST_STATES)) {
    const found = conditions('gmr', state);
    yield `  For ${name} to stay at ${states[state]} by gmr, it must rank below ${states[state]}:`;
    if (found.length === 0) yield '    nothing: it stays whatever it prefers';
    for (const { to, below } of found.slice(0, MOST_CONDITIONS)) {
      const lists = below.slice(0, MOST_CONDITIONS).map((list) => list.map((other) => states[other]).join(' and '));
      yield `    ${lists.join(', or ')}${below.length > MOST_CONDITIONS ? ', or others' : ''} (because of its move to ${states[to]})`;
    }
    if (found.length > MOST_CONDITIONS) yield `    and ${found.length - MOST_CONDITIONS} more conditions`;
  }
}
