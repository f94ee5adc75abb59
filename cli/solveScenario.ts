import { type GameReport, gameReport } from '../src/analysis/rollback/gameReport.ts';
import type { PlayModel, Refusal } from '../src/analysis/rollback/playModel.ts';
import { actorName } from '../src/domain/actors.ts';
import { type Result, succeed } from '../src/domain/result.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { stampLines } from './exportScenario.ts';
import { kernelOf, scenarioGame } from './scenarioGame.ts';
import { solveText } from './solveText.ts';

/** What follows from each branch of a scenario under one model of play, in file order. */
export interface ScenarioReport {
  readonly title: string;
  /** Where the numbers come from, a sentence each. */
  readonly stamp: readonly string[];
  readonly actors: readonly string[];
  readonly branches: Readonly<Record<string, GameReport>>;
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
  const reports: [string, GameReport][] = [];
  for (const branch of branches) {
    const game = scenarioGame(scenario, branch, kernel);
    if (game === undefined) return { ok: false, error: tooLarge(branch) };
    const report = gameReport({ ...game.tree, actors: game.tree.actors.map(nameOf) }, game.labels, model);
    if (!report.ok) return { ok: false, error: { ...report.error, branch } };
    reports.push([branch, report.value]);
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
    yield* solveText(report);
  }
}
