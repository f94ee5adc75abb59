import type { ScenarioKernel } from '../src/analysis/kernel/scenarioKernel.ts';
import type { BranchStart } from '../src/analysis/sensitivity/branchStart.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { scenarioGame } from './scenarioGame.ts';

/** The beginning of a branch, unfolded at central values; undefined where its tree has more positions than are unfolded. */
export function branchStartOf(scenario: Scenario, branch: string, kernel: ScenarioKernel): BranchStart | undefined {
  const game = scenarioGame(scenario, branch, kernel);
  if (game === undefined) return undefined;
  const { line, before, position, entries } = game.beginning;
  return {
    kernel,
    unfolded: { tree: game.unfolded, game: game.tree },
    line,
    before,
    position,
    rootMoves: entries.length === 0 ? undefined : new Set(entries.map((move) => kernel.chart.moves.indexOf(move))),
  };
}
