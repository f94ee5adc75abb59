import type { DrawnFigure, Simulation } from '../src/analysis/kernel/simulation.ts';
import { actorName } from '../src/domain/actors.ts';
import { isEnd, stateAt } from '../src/domain/chart.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { judgedPoints, textTable } from './textTable.ts';

/** What the draws of a scenario come to, branch by branch. */
export interface SimulationReport {
  readonly title: string;
  readonly stamp: readonly string[];
  readonly draws: number;
  readonly seed: number;
  readonly model: string;
  readonly branches: Readonly<Record<string, Simulation>>;
}

const range = ({ p10, p90 }: DrawnFigure): string => `${judgedPoints(p10)} to ${judgedPoints(p90)}`;

/** How many of twenty a share is, in words: what is not nothing is not told as never. */
function ofTwenty(share: number): string {
  if (share === 0) return 'none';
  if (share >= 1 - 1e-12) return 'all';
  const count = Math.round(20 * share);
  if (count === 0) return 'under 1';
  return count === 20 ? 'over 19' : String(count);
}

/** A share of the draws in twentieths, and that there are too few of them where its sampling error is a twentieth or more. */
function shareOfDraws(share: number, error: number, what: string): string {
  const told = `${ofTwenty(share)} of 20 ${what}`;
  return error >= 0.05 ? `${told} (not enough draws yet: ± ${Math.round(20 * error)})` : told;
}

function* branchLines(
  scenario: Scenario,
  branch: string,
  { values, options, decides, ends }: Simulation,
  model: string,
): Generator<string> {
  // Where actors choose anew, a draw is solved again; where they do not, it is read again.
  const what = model === 'held' ? 'draws' : 'redraws';
  const names = Object.keys(values).map((actor) => actorName(scenario, actor));
  const figures = Object.values(values);
  yield '';
  yield `${branch}: what it is worth to each actor, in its own points`;
  yield* textTable([
    ['', 'mean', '± of the mean', '10th to 90th percentile'],
    ...figures.map((figure, index) => [
      names[index] ?? '',
      judgedPoints(figure.mean),
      figure.standardError.toFixed(2),
      range(figure),
    ]),
  ]);
  yield '';
  yield `First decision: ${decides.map((actor) => actorName(scenario, actor)).join(' and ') || 'nobody with stakes'}`;
  yield* textTable([
    ['', 'best for who decides', ...names.map((name) => `${name}, 10th to 90th`)],
    ...options.map(({ label, best, bestError, values: of }) => [
      label,
      best === null ? 'decided together' : `in ${shareOfDraws(best, bestError ?? 0, what)}`,
      ...Object.values(of).map(range),
    ]),
  ]);
  yield '';
  // A choice of the best ends each draw at one place, or few: its odds have no spread worth telling.
  const hasSpread = model === 'bounded' || model === 'tendency';
  yield `Where play ends, over the draws${hasSpread ? ': the mean of the odds, and the middle eight of ten' : ''}. A share of draws is no probability.`;
  yield* textTable(
    Object.entries(ends).map(([end, figure]) => {
      const state = stateAt(scenario, end)?.state;
      const label = state !== undefined && isEnd(state) ? state.meta.label : end;
      const share = shareOfDraws(figure.mean, figure.standardError, hasSpread ? '' : 'draws').trimEnd();
      const spread = `${Math.round(20 * figure.p10)} to ${Math.round(20 * figure.p90)} of 20`;
      return hasSpread ? [label, share, spread] : [label, share];
    }),
  );
}

/** How actors choose in the draws, in words. */
const PLAY: Readonly<Record<string, string>> = {
  rational: 'Re-solved: in every draw the actors choose what is best for them, as if they knew that draw’s numbers.',
  bounded: 'Re-solved: in every draw the actors choose better moves more often, as if they knew that draw’s numbers.',
  tendency: 'In every draw the moves have their declared tendencies, drawn within their ranges.',
  held: 'Held: the actors choose as rational play does at central values, whatever a draw says.',
};

/** What the draws of a scenario come to, as people read it in a terminal. */
export function* simulationText(scenario: Scenario, { stamp, model, branches }: SimulationReport): Generator<string> {
  yield* stamp;
  yield PLAY[model] ?? model;
  yield 'The tree is that of the central walk: which moves are open does not change with a draw.';
  for (const [branch, simulation] of Object.entries(branches)) yield* branchLines(scenario, branch, simulation, model);
}
