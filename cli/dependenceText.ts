import type { WalkAwayReport } from '../src/analysis/dependence/dependenceReport.ts';
import { judgedPoints, textTable } from './textTable.ts';

/** Points below which a difference is only the rounding of the arithmetic. */
const ROUNDING = 1e-9;

/** A signed number of points: a gain or a loss. */
function signed(value: number): string {
  if (Math.abs(value) < ROUNDING) return '0';
  return value > 0 ? `+${judgedPoints(value)}` : judgedPoints(value).replace('-', '−');
}

/** Walking away and who depends on whom at the beginning of a branch, as people read it in a terminal. */
export function* dependenceText({ walkAway, solvedGain, dependence }: WalkAwayReport): Generator<string> {
  const { byActor, sentence, assumptions, method, source } = dependence;
  if (walkAway !== null) {
    yield 'Walking away here, what this model of play gains over it, and how much of what could still be had only agreement gives';
    yield* textTable([
      ['', 'walking away', 'solved gain', 'dependence'],
      ...Object.entries(walkAway).map(([actor, points]) => {
        const depends = byActor?.[actor];
        return [
          actor,
          judgedPoints(points),
          signed(solvedGain?.[actor] ?? Number.NaN),
          depends === undefined ? '' : `${Math.round(100 * depends)} %`,
        ];
      }),
    ]);
  }
  yield sentence;
  for (const assumption of assumptions) yield `  ${assumption}`;
  yield `  Method: ${method}. Source: ${source}.`;
}
