import type { DrawnFigure, Lead, Simulation } from '../src/analysis/kernel/simulation.ts';
import { actorName } from '../src/domain/actors.ts';
import { isEnd, stateAt } from '../src/domain/chart.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { ofTwenty } from './shareWords.ts';
import type { SimulationExtras } from './simulationExtras.ts';
import { judgedPoints, textTable } from './textTable.ts';

/** A branch's draws, with what they say besides values where it can be solved. */
type BranchSimulation = Simulation & Partial<SimulationExtras>;

/** What the draws of a scenario come to, branch by branch. */
export interface SimulationReport {
  readonly title: string;
  readonly stamp: readonly string[];
  readonly draws: number;
  readonly seed: number;
  readonly model: string;
  readonly branches: Readonly<Record<string, BranchSimulation>>;
}

const range = ({ p10, p90 }: DrawnFigure): string => `${judgedPoints(p10)} to ${judgedPoints(p90)}`;

/** A share of the draws in twentieths with its sampling error, and that there are too few of them where that is a twentieth or more. */
function shareOfDraws(share: number, error: number, what: string): string {
  const told = `${ofTwenty(share)} of 20 ${what}`.trimEnd();
  if (error >= 0.05) return `${told} (not enough draws yet: ± ${Math.round(20 * error)})`;
  return error > 0 ? `${told} (± ${(20 * error).toFixed(1)})` : told;
}

/** Whether the draws tell which option is best more often. */
function* leadLines(lead: Lead | null, labelOf: (move: string) => string, what: string): Generator<string> {
  if (lead === null || lead.isEnough) return;
  const difference = `${(20 * lead.difference).toFixed(1)} of 20 ${what}, with a sampling error of ${(20 * lead.error).toFixed(1)}`;
  yield `  Not enough draws yet to say which is best more often, ${labelOf(lead.first)} or ${labelOf(lead.second)}: they differ by ${difference}.`;
}

function* payoffLines(
  { payoffs, draws }: Simulation,
  names: readonly string[],
  endName: (end: string) => string,
): Generator<string> {
  yield 'What each actor has where play ends, over the draws in which it ends there: mean, and 10th to 90th percentile';
  yield* textTable([
    ['', 'draws', ...names],
    ...Object.entries(payoffs).map(([end, { draws: count, values }]) => [
      endName(end),
      `${count.toLocaleString('en')} of ${draws.toLocaleString('en')}`,
      ...Object.values(values).map((figure) =>
        count < 10
          ? `${judgedPoints(figure.mean)} (not enough draws yet)`
          : `${judgedPoints(figure.mean)}, ${range(figure)}`,
      ),
    ]),
  ]);
}

function* leverageLines(scenario: Scenario, { draws, steps }: SimulationExtras['leverage']): Generator<string> {
  yield `Leverage along the line that rational play takes at central values, 0 to 100: central score, and 10th to 90th percentile of ${draws} draws`;
  const actors = Object.keys(steps[0]?.leverage ?? {});
  yield* textTable([
    ['', ...actors.map((actor) => actorName(scenario, actor))],
    ...steps.map(({ label, leverage }) => [
      label,
      ...actors.map((actor) => {
        const found = leverage[actor];
        return found === undefined
          ? ''
          : `${judgedPoints(found.central)}, ${judgedPoints(found.range.low)} to ${judgedPoints(found.range.high)}`;
      }),
    ]),
  ]);
}

function* guardLines({ draws, moves }: SimulationExtras['guards']): Generator<string> {
  if (moves.length === 0) {
    yield 'No move of this tree rests on a guard that reads a judged number.';
    return;
  }
  const near = moves.filter(({ failing }) => failing > 0);
  yield `Moves that are open at central values by a guard on judged numbers, and would not be in some of ${draws} draws (the tree is held all the same)`;
  for (const { label, move, failing, reached, failingReached, positions } of near) {
    const where = `at some of its ${positions.toLocaleString('en')} position${positions === 1 ? '' : 's'}`;
    const onLine = reached === 0 ? 'play does not come there' : `where play comes, in ${failingReached} of ${draws}`;
    yield `  ${label} (${move}): this guard fails in ${failing} of ${draws} draws ${where}; ${onLine}`;
  }
  const firm = moves.length - near.length;
  if (firm > 0) yield `  ${firm} guarded move${firm === 1 ? ' stays' : 's stay'} open in all ${draws}`;
}

function* branchLines(
  scenario: Scenario,
  branch: string,
  simulation: BranchSimulation,
  model: string,
): Generator<string> {
  const { values, options, decides, ends, lead, leverage, guards } = simulation;
  // Where actors choose anew, a draw is solved again; where they do not, it is read again.
  const what = model === 'held' ? 'draws' : 'redraws';
  const names = Object.keys(values).map((actor) => actorName(scenario, actor));
  const figures = Object.values(values);
  const endName = (end: string): string => {
    const state = stateAt(scenario, end)?.state;
    return state !== undefined && isEnd(state) ? state.meta.label : end;
  };
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
  yield* leadLines(lead, (move) => options.find((option) => option.move === move)?.label ?? move, what);
  yield '';
  // A choice of the best ends each draw at one place, or few: its odds have no spread worth telling.
  const hasSpread = model === 'bounded' || model === 'tendency';
  yield `Where play ends, over the draws${hasSpread ? ': the mean of the odds, and the middle eight of ten' : ''}. A share of draws is no probability.`;
  yield* textTable(
    Object.entries(ends).map(([end, figure]) => {
      const share = shareOfDraws(figure.mean, figure.standardError, hasSpread ? '' : 'draws');
      const spread = `${Math.round(20 * figure.p10)} to ${Math.round(20 * figure.p90)} of 20`;
      return hasSpread ? [endName(end), share, spread] : [endName(end), share];
    }),
  );
  yield '';
  yield* payoffLines(simulation, names, endName);
  if (leverage !== undefined) {
    yield '';
    yield* leverageLines(scenario, leverage);
  }
  if (guards !== undefined) {
    yield '';
    yield* guardLines(guards);
  }
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
