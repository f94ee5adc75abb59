import { BALANCE_DRAWS, drawnSizes } from '../src/analysis/dependence/balances.ts';
import { type WalkAwayReport, walkAwayReport } from '../src/analysis/dependence/dependenceReport.ts';
import { dependenceTree } from '../src/analysis/dependence/dependenceTree.ts';
import type { DrawnValues } from '../src/analysis/drawnValues.ts';
import { heldDraws, LINE_SEED } from '../src/analysis/heldDraws.ts';
import { lineDraws } from '../src/analysis/lineDraws.ts';
import { type GameReport, gameReport } from '../src/analysis/rollback/gameReport.ts';
import type { PlayModel, Refusal } from '../src/analysis/rollback/playModel.ts';
import { actorName } from '../src/domain/actors.ts';
import { type Result, succeed } from '../src/domain/result.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { dependenceText } from './dependenceText.ts';
import { stampLines } from './exportScenario.ts';
import { kernelOf, scenarioGame } from './scenarioGame.ts';
import { solveText } from './solveText.ts';
import { judgedPoints } from './textTable.ts';

/** What follows from a branch, what walking away from its beginning is worth, and who depends on whom there. */
export interface BranchReport extends GameReport, WalkAwayReport {}

/** What follows from each branch of a scenario under one model of play, in file order. */
export interface ScenarioReport {
  readonly title: string;
  /** Where the numbers come from, a sentence each. */
  readonly stamp: readonly string[];
  readonly actors: readonly string[];
  readonly branches: Readonly<Record<string, BranchReport>>;
}

/** Why a branch was not solved. */
export interface BranchRefusal extends Refusal {
  readonly branch: string;
}

const tooLarge = (branch: string): BranchRefusal => ({
  branch,
  code: 'too-large',
  message: 'the tree has more positions than are unfolded; limit its loops (`limit`), or solve one branch (--from)',
});

/** The draws at the last step of a line. */
function drawnAtEnd(steps: readonly DrawnValues[]): DrawnValues {
  const last = steps.at(-1);
  if (last === undefined) throw new RangeError('a line stands somewhere');
  return last;
}

/**
 * Solves the branches of a scenario, each from its own beginning on at the default conditions and central values: which branch is taken
 * is nobody's move in the game. Actors are ids where `withNames` is false, else the names that readers see.
 */
export function solveScenario(
  scenario: Scenario,
  model: PlayModel,
  branches: readonly string[],
  withNames: boolean,
): Result<ScenarioReport, BranchRefusal> {
  const kernel = kernelOf(scenario);
  const nameOf = (actor: string): string => (withNames ? actorName(scenario, actor) : actor);
  const reports: [string, BranchReport][] = [];
  const sizes = drawnSizes(kernel, BALANCE_DRAWS, LINE_SEED);
  const draws = lineDraws(heldDraws(scenario, BALANCE_DRAWS, LINE_SEED));
  for (const branch of branches) {
    const game = scenarioGame(scenario, branch, kernel);
    if (game === undefined) return { ok: false, error: tooLarge(branch) };
    const report = gameReport({ ...game.tree, actors: game.tree.actors.map(nameOf) }, game.labels, model);
    if (!report.ok) return { ok: false, error: { ...report.error, branch } };
    const { line, before, position } = game.beginning;
    const walkAway = walkAwayReport({
      of: dependenceTree(kernel, { tree: game.unfolded, game: game.tree }),
      moves: [],
      drawn: drawnAtEnd(draws(line, [...before, position])),
      sizes,
      seed: LINE_SEED,
      solved: game.tree.actors.map((actor) => report.value.values[nameOf(actor)] ?? Number.NaN),
      nameOf,
    });
    reports.push([branch, { ...report.value, ...walkAway }]);
  }
  return succeed({
    title: scenario.title,
    stamp: stampLines(scenario),
    actors: kernel.stakes.actors.map(nameOf),
    branches: Object.fromEntries(reports),
  });
}

/** What follows from a scenario, as people read it in a terminal. */
export function* scenarioText({ stamp, branches }: ScenarioReport): Generator<string> {
  yield* stamp;
  for (const report of Object.values(branches)) {
    yield '';
    yield* solveText(report, judgedPoints);
    yield '';
    yield* dependenceText(report);
  }
}
