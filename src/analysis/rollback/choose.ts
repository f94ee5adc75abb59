import { exp } from '../../domain/elementary.ts';
import type { GameTree } from '../../domain/gameTree.ts';
import { scoreBranches } from './score.ts';
import type { Workspace } from './workspace.ts';

/** Writes how often each branch of a decision node is taken, once the values after it are known. */
export type Choose = (node: number) => void;

/** What a choice goes by besides the values: per actor what counts as equal, per set of deciders the same for its score and its λ. */
export interface Scales {
  readonly equalWithin: readonly number[];
  readonly scoreWithin: readonly number[];
  /** 0 and unused unless play is bounded. */
  readonly lambda: readonly number[];
}

/**
 * Marks with 1 in `share` the branches that are equally best, 0 the others, and gives their number. Of joint moves that are equally
 * good those that are strictly better for more of the deciders come first.
 */
function markBest(tree: GameTree, workspace: Workspace, scales: Scales, node: number): number {
  const { score, share, gainers, tied } = workspace;
  const [start, end] = [tree.first[node] as number, tree.first[node + 1] as number];
  const decider = tree.decider[node] as number;
  scoreBranches(tree, workspace, scales.equalWithin, node);
  let best = Number.NEGATIVE_INFINITY;
  for (let branch = start; branch < end; branch += 1) best = Math.max(best, score[branch] as number);
  const enough = best - (scales.scoreWithin[decider] as number);
  let most = 0;
  if ((tree.deciders[decider] as readonly number[]).length > 1) {
    for (let branch = start; branch < end; branch += 1) {
      if ((score[branch] as number) >= enough) most = Math.max(most, gainers[branch] as number);
    }
  } else most = -1;
  let count = 0;
  for (let branch = start; branch < end; branch += 1) {
    const isBest = (score[branch] as number) >= enough && (most < 0 || gainers[branch] === most);
    share[branch] = isBest ? 1 : 0;
    if (isBest) count += 1;
  }
  tied[node] = count;
  return count;
}

/** The best branch, or equally often each of those that are equally good. */
export function choosesBest(tree: GameTree, workspace: Workspace, scales: Scales): Choose {
  const { share } = workspace;
  return (node) => {
    const count = markBest(tree, workspace, scales, node);
    if (count === 1) return;
    const end = tree.first[node + 1] as number;
    for (let branch = tree.first[node] as number; branch < end; branch += 1)
      share[branch] = (share[branch] as number) / count;
  };
}

/** The best branch, and of equally good ones the one with the least (`sign` −1) or the most (1) for an actor; then the first. */
export function choosesBestFor(
  tree: GameTree,
  workspace: Workspace,
  scales: Scales,
  actor: number,
  sign: 1 | -1,
): Choose {
  const { share } = workspace;
  const own = workspace.values[actor] as Float64Array;
  return (node) => {
    if (markBest(tree, workspace, scales, node) === 1) return;
    const [start, end] = [tree.first[node] as number, tree.first[node + 1] as number];
    let [taken, most] = [-1, Number.NEGATIVE_INFINITY];
    for (let branch = start; branch < end; branch += 1) {
      if (share[branch] === 0) continue;
      const worth = sign * (own[tree.child[branch] as number] as number);
      if (worth > most) [taken, most] = [branch, worth];
    }
    for (let branch = start; branch < end; branch += 1) share[branch] = branch === taken ? 1 : 0;
  };
}

/**
 * p ∝ exp(λ × score), shared out over kin first: a group counts by the mean of e^{λV} of its members, and each of its members by its own
 * share of the group. That is the weight e^{λV} ÷ (size of the group). The best is subtracted before exp, so that nothing overflows.
 */
export function choosesByLogit(tree: GameTree, workspace: Workspace, scales: Scales): Choose {
  const { score, share, kinWeight, tied } = workspace;
  return (node) => {
    const [start, end] = [tree.first[node] as number, tree.first[node + 1] as number];
    scoreBranches(tree, workspace, scales.equalWithin, node);
    tied[node] = 0;
    const lambda = scales.lambda[tree.decider[node] as number] as number;
    let best = Number.NEGATIVE_INFINITY;
    for (let branch = start; branch < end; branch += 1) best = Math.max(best, score[branch] as number);
    let sum = 0;
    for (let branch = start; branch < end; branch += 1) {
      const weight = (kinWeight[branch] as number) * exp(lambda * ((score[branch] as number) - best));
      share[branch] = weight;
      sum += weight;
    }
    for (let branch = start; branch < end; branch += 1) share[branch] = (share[branch] as number) / sum;
  };
}

/** The sum of a node's declared tendencies; NaN where a branch has none. */
export function tendencySum(tree: GameTree, node: number): number {
  const end = tree.first[node + 1] as number;
  let sum = 0;
  for (let branch = tree.first[node] as number; branch < end; branch += 1) sum += tree.tendency?.[branch] ?? Number.NaN;
  return sum;
}

/** As the analyst declares, over the branches there are. A joint decision without declared tendencies is chosen by `otherwise`. */
export function choosesByTendency(tree: GameTree, workspace: Workspace, scales: Scales, otherwise: Choose): Choose {
  const { share, tied } = workspace;
  return (node) => {
    const [start, end] = [tree.first[node] as number, tree.first[node + 1] as number];
    const sum = end - start === 1 ? Number.NaN : tendencySum(tree, node);
    if (!(sum > 0)) {
      otherwise(node);
      return;
    }
    scoreBranches(tree, workspace, scales.equalWithin, node);
    tied[node] = 0;
    for (let branch = start; branch < end; branch += 1) share[branch] = (tree.tendency?.[branch] ?? 0) / sum;
  };
}
