import type { CompiledChart } from '../../../machines/compile.ts';
import type { GameTree } from '../../domain/gameTree.ts';
import type { StateId } from '../../domain/identifier.ts';
import type { Position } from '../../domain/position.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { compileDeciders } from './compiledDeciders.ts';
import { compileOdds } from './compiledOdds.ts';
import { type GameParts, kernelGame } from './kernelGame.ts';
import { centralSizes, kernelStart } from './numbers.ts';
import { type KernelTree, unfoldKernel } from './unfoldKernel.ts';
import { compileStakes } from './worths.ts';

/** A scenario compiled for sweeps: its chart, and its numbers at central values. */
export interface ScenarioKernel extends GameParts {
  readonly scenario: Scenario;
  /** The central size of every effect. */
  readonly sizes: Float64Array;
}

/** Compiles a scenario whose chart was compiled from its machine. */
export const scenarioKernel = (scenario: Scenario, chart: CompiledChart): ScenarioKernel => ({
  scenario,
  chart,
  stakes: compileStakes(scenario, chart),
  odds: compileOdds(scenario, chart),
  deciders: compileDeciders(scenario, chart),
  sizes: centralSizes(chart),
});

/** Everything that may follow from a position, at the conditions that prevail there, as a tree and as a game. */
export interface UnfoldedGame {
  readonly tree: KernelTree;
  readonly game: GameTree;
}

/** Unfolds what may follow from a position of the talks. Throws RangeError for a tree beyond the kernel's limit. */
export function unfoldGame(
  kernel: ScenarioKernel,
  state: StateId,
  position: Position,
  expected?: number,
): UnfoldedGame {
  const start = kernelStart(kernel.chart, state, position);
  const tree = unfoldKernel(kernel.chart, kernel.sizes, start, undefined, expected);
  return { tree, game: kernelGame(kernel, tree) };
}
