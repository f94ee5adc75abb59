import type { DrawJob } from '../src/analysis/kernel/drawTask.ts';
import { drawPlan } from '../src/analysis/kernel/drawTree.ts';
import type { Method } from '../src/analysis/rollback/methods.ts';
import type { PlayModel } from '../src/analysis/rollback/playModel.ts';
import { solve } from '../src/analysis/rollback/solve.ts';
import { fail, type Result, succeed } from '../src/domain/result.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { kernelOf, placeOf, scenarioGame, tooLarge } from './scenarioGame.ts';

/** How actors choose in the draws: one of the models, solved again in every draw, or as the rational solution at central values does. */
export type DrawnPlay = PlayModel | { readonly name: 'held' };

/** The draws of one branch, and what the solution at central values, which they start from, rests on. */
export interface PlannedDraws extends DrawJob {
  readonly assumptions: readonly string[];
  readonly method: Method;
}

/**
 * Lays out the draws of one branch of a scenario: its tree at the default conditions, unfolded at central values. What is equally good,
 * and λ, are those of the central solution. Fails, in words, where the tree is too large or the model cannot be applied.
 */
export function drawJob(
  scenario: Scenario,
  branch: string,
  play: DrawnPlay,
  seed: number,
  withEnds: boolean,
  hasOthers = false,
): Result<PlannedDraws, string> {
  const kernel = kernelOf(scenario);
  const game = scenarioGame(scenario, branch, kernel);
  if (game === undefined) return fail(`${branch}: ${tooLarge(hasOthers)}`);
  const solved = solve(game.tree, play.name === 'held' ? { name: 'rational' } : play);
  if (!solved.ok) return fail(`${placeOf(solved.error, game.labels, branch)}: ${solved.error.message}`);
  const { scales, columns, assumptions, method } = solved.value;
  const { line, before } = game.beginning;
  return succeed({
    plan: drawPlan(kernel, game.unfolded),
    play: play.name === 'held' ? { name: 'held', shares: columns.share } : { name: play.name, scales },
    seed,
    withEnds,
    line,
    before,
    assumptions: assumptions(),
    method,
  });
}
