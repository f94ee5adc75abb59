import type { PlayModel } from '../rollback/playModel.ts';
import { type KeptTree, keptTree, type SolvedTree, treeReads } from './keptTree.ts';
import { kernelGame } from './kernelGame.ts';
import type { ScenarioKernel, UnfoldedGame } from './scenarioKernel.ts';
import { numbersOf, type TreeNumbers } from './treeNumbers.ts';
import { type UnfoldBounds, unfoldKernel } from './unfoldKernel.ts';

/** A tree that was solved again. */
export interface ResolvedTree extends SolvedTree {
  /** Whether the tree is another than before: a move is open, or leads on, where it was not or did not. */
  readonly isNewTree: boolean;
}

/** Solves one tree again and again, as its numbers change. */
export interface TreeResolver {
  /** Undefined where the tree at these numbers has more positions than are unfolded; the one before then stands. */
  readonly resolve: (numbers: TreeNumbers, model: PlayModel) => ResolvedTree | undefined;
}

/**
 * Solves a tree again as its numbers change, from one that was unfolded at a kernel's numbers with the same bounds: only what depends on a
 * number that changed is read again. Where another move opens anywhere, the tree before this one is taken up again, since a number often
 * goes to and fro; or else the tree is unfolded again. Equal to unfolding and solving afresh at the new numbers, to the last bit. What is
 * handed in is written over.
 */
export function treeResolver(
  kernel: ScenarioKernel,
  unfolded: UnfoldedGame,
  { limit, rootMoves }: Pick<UnfoldBounds, 'limit' | 'rootMoves'> = {},
): TreeResolver {
  const { chart } = kernel;
  const reads = treeReads(kernel, rootMoves);
  const { state, positions } = unfolded.tree;
  const start = {
    state: state[0] as number,
    memory: positions.memory.slice(0, positions.memoryWidth),
    conditions: positions.conditions,
  };
  const bounds: UnfoldBounds = {
    ...(limit === undefined ? {} : { limit }),
    ...(rootMoves === undefined ? {} : { rootMoves }),
  };
  let current = keptTree(reads, unfolded, numbersOf(kernel, unfolded));
  current.prepare();
  let other: KeptTree | undefined;

  /** Unfolds a tree over the other one, which is then gone; undefined where it is too large. */
  function unfoldOver(numbers: TreeNumbers): KeptTree | undefined {
    const { starts, sizes, stakes, odds } = numbers;
    const gone = other;
    other = undefined;
    const asked = { ...bounds, expected: current.tree.nodes, ...(gone === undefined ? {} : { over: gone.tree }) };
    const tree = unfoldKernel(chart, sizes, { ...start, values: starts }, asked);
    if (tree === undefined) return undefined;
    const game = kernelGame({ ...kernel, stakes, odds }, tree, gone?.game);
    return keptTree(reads, { tree, game }, numbers, gone?.columns);
  }

  return {
    resolve: (numbers, model) => {
      const isKept = current.tryNumbers(numbers);
      if (!isKept) {
        const taken = other?.tryNumbers(numbers) === true ? other : unfoldOver(numbers);
        if (taken === undefined) return undefined;
        other = current;
        current = taken;
      }
      return { ...current.solve(model), isNewTree: !isKept };
    },
  };
}
