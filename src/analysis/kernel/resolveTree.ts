import type { GameTree } from '../../domain/gameTree.ts';
import type { Result } from '../../domain/result.ts';
import type { PlayModel, Refusal } from '../rollback/playModel.ts';
import type { Solution } from '../rollback/solve.ts';
import type { CompiledOdds } from './compiledOdds.ts';
import { type KeptTree, keptLayout, keptTree } from './keptTree.ts';
import { kernelGame } from './kernelGame.ts';
import { valuesOf } from './positions.ts';
import type { ScenarioKernel, UnfoldedGame } from './scenarioKernel.ts';
import { type KernelTree, type UnfoldBounds, unfoldKernel } from './unfoldKernel.ts';
import type { CompiledStakes } from './worths.ts';

/** The numbers that a solved tree rests on. The addresses, actors and moves that they are of stay the same. */
export interface TreeNumbers {
  /** The value of every address at the root. */
  readonly starts: Float64Array;
  /** The size of every effect. */
  readonly sizes: Float64Array;
  readonly stakes: CompiledStakes;
  readonly odds: CompiledOdds;
}

/** A tree at some numbers, solved. Its arrays are written over by the next. */
export interface ResolvedTree {
  /** Without its positions: what nothing of the game reads is not valued again. */
  readonly tree: Omit<KernelTree, 'positions'>;
  /** Declares tendencies only where the model of play goes by them. */
  readonly game: GameTree;
  /** Whether the tree is another than before: a move is open, or leads on, where it was not or did not. */
  readonly isNewTree: boolean;
  readonly solution: Result<Solution, Refusal>;
}

/** Solves one tree again and again, as its numbers change. */
export interface TreeResolver {
  /** Undefined where the tree at these numbers has more positions than are unfolded; the one before then stands. */
  readonly resolve: (numbers: TreeNumbers, model: PlayModel) => ResolvedTree | undefined;
}

/** The numbers of a tree that was unfolded at a kernel's own. */
export const numbersOf = ({ chart, sizes, stakes, odds }: ScenarioKernel, { tree }: UnfoldedGame): TreeNumbers => ({
  starts: valuesOf(chart, tree.positions, 0),
  sizes,
  stakes,
  odds,
});

/**
 * Solves a tree again as its numbers change, from one that was unfolded at a kernel's numbers with the same bounds: only what depends on a
 * number that changed is read again. Where another move opens anywhere, the tree before this one is taken up again, since a number often
 * goes to and fro; or else the tree is unfolded again. Equal to unfolding and solving afresh at the new numbers, to the last bit. What is
 * handed in is written over.
 */
export function treeResolver(kernel: ScenarioKernel, unfolded: UnfoldedGame, bounds: UnfoldBounds = {}): TreeResolver {
  const { chart } = kernel;
  const layout = keptLayout(kernel, bounds.rootMoves);
  const { state, positions } = unfolded.tree;
  const start = {
    state: state[0] as number,
    memory: positions.memory.slice(0, positions.memoryWidth),
    conditions: positions.conditions,
  };
  let current = keptTree(layout, unfolded, numbersOf(kernel, unfolded));
  current.prepare();
  let other: KeptTree | undefined;

  /** Unfolds a tree over the other one, which is then gone; undefined where it is too large. */
  function unfoldOver(numbers: TreeNumbers): KeptTree | undefined {
    const { starts, sizes, stakes, odds } = numbers;
    const gone = other;
    other = undefined;
    const asked = { expected: current.tree.nodes, ...bounds, ...(gone === undefined ? {} : { over: gone.tree }) };
    const tree = unfoldKernel(chart, sizes, { ...start, values: starts }, asked);
    if (tree === undefined) return undefined;
    const game = kernelGame({ ...kernel, stakes, odds }, tree, gone?.game);
    return keptTree(layout, { tree, game }, numbers, gone?.columns);
  }

  return {
    resolve: (numbers, model) => {
      const isKept = current.take(numbers);
      if (!isKept) {
        const taken = other?.take(numbers) === true ? other : unfoldOver(numbers);
        if (taken === undefined) return undefined;
        other = current;
        current = taken;
      }
      return { ...current.solve(model), isNewTree: !isKept };
    },
  };
}
