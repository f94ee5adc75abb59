import type { DrawJob } from '../src/analysis/kernel/drawTask.ts';
import { drawPlan } from '../src/analysis/kernel/drawTree.ts';
import type { PlayModel } from '../src/analysis/rollback/playModel.ts';
import { solve } from '../src/analysis/rollback/solve.ts';
import { fail, type Result, succeed } from '../src/domain/result.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { kernelOf, scenarioGame } from './scenarioGame.ts';

/** How actors choose in the draws: one of the models, solved again in every draw, or as the rational solution at central values does. */
export type DrawnPlay = PlayModel | { readonly name: 'held' };

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
): Result<DrawJob, string> {
  const kernel = kernelOf(scenario);
  const game = scenarioGame(scenario, branch, kernel);
  if (game === undefined) return fail(`${branch}: the tree has more positions than are unfolded`);
  const solved = solve(game.tree, play.name === 'held' ? { name: 'rational' } : play);
  if (!solved.ok) return fail(`${branch}: ${solved.error.message}`);
  const { scales, columns } = solved.value;
  const { line, before } = game.beginning;
  return succeed({
    plan: drawPlan(kernel, game.unfolded),
    play: play.name === 'held' ? { name: 'held', shares: columns.share } : { name: play.name, scales },
    seed,
    withEnds,
    line,
    before,
  });
}
