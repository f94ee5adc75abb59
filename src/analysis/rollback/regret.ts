import { type GameTree, NODE } from '../../domain/gameTree.ts';
import type { Solution } from './solve.ts';

/**
 * Per branch, what its mover loses by taking it instead of the best one at that place: max_b V(hb) − V(ha), the deviation loss, in the
 * mover's points. At a joint decision the mover's value is J. NaN at chance, which has no regrets.
 */
export function regrets(tree: GameTree, { columns: { score } }: Solution): Float64Array {
  const regret = new Float64Array(score.length).fill(Number.NaN);
  forDecisions(tree, (start, end) => {
    let best = Number.NEGATIVE_INFINITY;
    for (let branch = start; branch < end; branch += 1) best = Math.max(best, score[branch] as number);
    for (let branch = start; branch < end; branch += 1) regret[branch] = best - (score[branch] as number);
  });
  return regret;
}

/**
 * Per decision with more than one branch, by how much the best branch is better for the mover than the second best: the incentive gap.
 * 0 at an exact tie, NaN elsewhere.
 */
export function incentiveGaps(tree: GameTree, { columns: { score } }: Solution): Float64Array {
  const gaps = new Float64Array(tree.kind.length).fill(Number.NaN);
  forDecisions(tree, (start, end, node) => {
    if (end - start < 2) return;
    let [best, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let branch = start; branch < end; branch += 1) {
      const value = score[branch] as number;
      if (value > best) [best, second] = [value, best];
      else if (value > second) second = value;
    }
    gaps[node] = best - second;
  });
  return gaps;
}

/** The smallest incentive gap anywhere, and where; undefined where nobody has a choice. */
export function smallestGap(
  tree: GameTree,
  solution: Solution,
): { readonly node: number; readonly gap: number } | undefined {
  let smallest: { readonly node: number; readonly gap: number } | undefined;
  for (const [node, gap] of incentiveGaps(tree, solution).entries()) {
    if (!Number.isNaN(gap) && (smallest === undefined || gap < smallest.gap)) smallest = { node, gap };
  }
  return smallest;
}

function forDecisions({ kind, first }: GameTree, visit: (start: number, end: number, node: number) => void): void {
  for (let node = 0; node < kind.length; node += 1) {
    if (kind[node] === NODE.decision) visit(first[node] as number, first[node + 1] as number, node);
  }
}
