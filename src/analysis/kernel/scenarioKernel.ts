import type { CompiledChart } from '../../../machines/compile.ts';
import type { GameTree } from '../../domain/gameTree.ts';
import type { MoveId, StateId } from '../../domain/identifier.ts';
import type { Position } from '../../domain/position.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { compileDeciders } from './compiledDeciders.ts';
import { compileOdds } from './compiledOdds.ts';
import { type GameParts, kernelGame } from './kernelGame.ts';
import { centralSizes, kernelStart } from './numbers.ts';
import { KERNEL_LIMIT, type KernelTree, unfoldKernel } from './unfoldKernel.ts';
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

/** How far an unfolding goes. */
export interface UnfoldAsk {
  /** The moves at the beginning that are followed; all where none are named. */
  readonly only?: readonly MoveId[];
  /** Positions that are expected: room is made for them at once. */
  readonly expected?: number;
  /** A tree and a game of the same kernel that are no longer needed: they are written over, where they have room. */
  readonly over?: UnfoldedGame;
}

/** Unfolds what may follow from a position of the talks; undefined where that is more than the kernel's limit of positions. */
export function unfoldGame(
  kernel: ScenarioKernel,
  state: StateId,
  position: Position,
  { only, expected, over }: UnfoldAsk = {},
): UnfoldedGame | undefined {
  const { chart, sizes } = kernel;
  const rootMoves = only === undefined ? undefined : new Set(only.map((move) => chart.moves.indexOf(move)));
  const tree = unfoldKernel(chart, sizes, kernelStart(chart, state, position), {
    limit: KERNEL_LIMIT,
    ...(expected === undefined ? {} : { expected }),
    ...(rootMoves === undefined ? {} : { rootMoves }),
    ...(over === undefined ? {} : { over: over.tree }),
  });
  return tree === undefined ? undefined : { tree, game: kernelGame(kernel, tree, over?.game) };
}
