import { type DrawnFigure, isKnown, type ShareInterval, type Simulation } from '../src/analysis/kernel/simulation.ts';
import { actorName } from '../src/domain/actors.ts';
import { isEnd, stateAt } from '../src/domain/chart.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { ofTwenty } from './shareWords.ts';
import type { DrawnPlay } from './simulateScenario.ts';
import type { SimulationExtras } from './simulationExtras.ts';
import { inTwenty, judgedPoints, textTable } from './textTable.ts';
import { decidersInWords } from './withoutStakes.ts';

/** A branch's draws, with what they say besides values where it can be solved. */
type BranchSimulation = Simulation & {
  /** Who decides first, too, and has no stakes. */
  readonly decidesWithoutStakes: readonly string[];
} & Partial<SimulationExtras>;

/** What the draws of a scenario come to, branch by branch. */
export interface SimulationReport {
  readonly title: string;
  readonly stamp: readonly string[];
  readonly draws: number;
  readonly seed: number;
  /** How judgements err together: within a block, and between the two principals. */
  readonly rho: number;
  readonly kappa: number;
  readonly model: DrawnPlay['name'];
  /** λ per payoff point, or Λ, where play is bounded and was stated so. */
  readonly lambda: number | null;
  readonly rationality: number | null;
  readonly assumptions: readonly string[];
  readonly method: string;
  readonly source: string;
  readonly branches: Readonly<Record<string, BranchSimulation>>;
}

const range = ({ p10, p90 }: DrawnFigure): string => `${judgedPoints(p10)} to ${judgedPoints(p90)}`;

/** A share of the draws in twentieths with its interval, and that there are too few draws where that is wide. */
function shareOfDraws(share: number, interval: ShareInterval, what: string): string {
  const [low, high] = [interval.low, interval.high].map((bound) => (20 * bound).toFixed(1));
  const tooFew = isKnown(interval) ? '' : 'not enough draws yet: ';
  return `${ofTwenty(share)} of 20 ${what} (${tooFew}${low} to ${high})`;
}

/** Odds over the draws in twentieths: their mean with its sampling error, and the middle eight of ten draws. */
const oddsOverDraws = ({ mean, standardError, p10, p90 }: DrawnFigure): readonly string[] => [
  `${inTwenty(mean)} (${standardError >= 0.05 ? 'not enough draws yet: ' : ''}± ${(20 * standardError).toFixed(1)})`,
  `${Math.round(20 * p10)} to ${Math.round(20 * p90)} in 20`,
];

/** Whether the draws tell which option is best more often. */
function* leadLines({ lead, draws }: Simulation, labelOf: (move: string) => string, what: string): Generator<string> {
  if (lead === null || lead.isEnough) return;
  const difference = `${(20 * lead.difference).toFixed(1)} of 20 ${what}`;
  const why =
    lead.error > 0
      ? `they differ by ${difference}, with a sampling error of ${(20 * lead.error).toFixed(1)}`
      : `they differ by ${difference}, in ${draws.toLocaleString('en')} draws`;
  yield `  Not enough draws yet to say which is best more often, ${labelOf(lead.first)} or ${labelOf(lead.second)}: ${why}.`;
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

/** Where play ends: in a share of the draws where each ends at one place; else how often, because chance or a mixed choice is on the way. */
function* endLines(ends: Simulation['ends'], endName: (end: string) => string, what: string): Generator<string> {
  const figures = Object.entries(ends);
  const shares = figures.flatMap(([end, { mean, interval }]) =>
    interval === null ? [] : [[endName(end), `in ${shareOfDraws(mean, interval, what)}`]],
  );
  if (shares.length === figures.length) {
    yield 'In how many draws play ends where. A share of draws is no probability.';
    yield* textTable(shares);
    return;
  }
  yield 'How often play ends where under this model of play: the mean over the draws, and the 10th to 90th percentile';
  yield* textTable(figures.map(([end, figure]) => [endName(end), ...oddsOverDraws(figure)]));
}

function* branchLines(
  scenario: Scenario,
  branch: string,
  simulation: BranchSimulation,
  model: string,
): Generator<string> {
  const { values, options, decides, decidesWithoutStakes, ends, leverage, guards } = simulation;
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
    ...figures.map((found, index) => [
      names[index] ?? '',
      judgedPoints(found.mean),
      found.standardError.toFixed(2),
      range(found),
    ]),
  ]);
  yield '';
  const [counted, others] = [decides, decidesWithoutStakes].map((actors) =>
    actors.map((actor) => actorName(scenario, actor)),
  );
  yield `First decision: ${decidersInWords(counted ?? [], others ?? [], 'nobody with stakes')}`;
  yield* textTable([
    ['', 'best for who decides', ...names.map((name) => `${name}, 10th to 90th`)],
    ...options.map(({ label, best, bestInterval, values: of }) => [
      label,
      best === null || bestInterval === null ? 'decided together' : `in ${shareOfDraws(best, bestInterval, what)}`,
      ...Object.values(of).map(range),
    ]),
  ]);
  yield* leadLines(simulation, (move) => options.find((option) => option.move === move)?.label ?? move, what);
  yield '';
  yield* endLines(ends, endName, what);
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

/** What the draws of a scenario come to, as people read it in a terminal. */
export function* simulationText(scenario: Scenario, report: SimulationReport): Generator<string> {
  const { stamp, model, branches, assumptions, method, source } = report;
  yield* stamp;
  for (const [branch, simulation] of Object.entries(branches)) yield* branchLines(scenario, branch, simulation, model);
  yield '';
  yield 'What this rests on';
  for (const assumption of assumptions) yield `  ${assumption}`;
  yield `  Method: ${method}. Source: ${source}.`;
}
