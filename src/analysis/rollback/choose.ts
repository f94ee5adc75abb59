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

/** Marks with 1 in `share` the branches that are equally best, 0 the others, and gives their number. */
function markBest(tree: GameTree, workspace: Workspace, scales: Scales, node: number): number {
  const set = tree.decider[node] as number;
  const deciders = tree.deciders[set] as readonly number[];
  const within = scales.scoreWithin[set] as number;
  const start = tree.first[node] as number;
  const end = tree.first[node + 1] as number;
  const [alone] = deciders;
  let count: number;
  if (alone !== undefined && deciders.length === 1) {
    const best = scoreAlone(workspace.values[alone] as Float64Array, tree.child, start, end, workspace.score);
    count = markScores(workspace.score, start, end, best - within, workspace.share);
  } else {
    scoreBranches(tree, workspace, scales.equalWithin, node);
    count = markJoint(workspace, start, end, within, deciders.length > 1);
  }
  workspace.tied[node] = count;
  return count;
}

/** A lone mover goes by its own value: writes it as the score of every branch, and gives the best. */
function scoreAlone(own: Float64Array, child: Int32Array, start: number, end: number, score: Float64Array): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let branch = start; branch < end; branch += 1) {
    const value = own[child[branch] as number] as number;
    score[branch] = value;
    if (value > best) best = value;
  }
  return best;
}

/** Marks the branches whose score is enough. */
function markScores(score: Float64Array, start: number, end: number, enough: number, share: Float64Array): number {
  let count = 0;
  for (let branch = start; branch < end; branch += 1) {
    const isEnough = (score[branch] as number) >= enough;
    share[branch] = isEnough ? 1 : 0;
    if (isEnough) count += 1;
  }
  return count;
}

/** Of joint moves that are equally good those that are strictly better for more of the deciders come first. */
function markJoint(
  { score, share, gainers }: Workspace,
  start: number,
  end: number,
  within: number,
  isJoint: boolean,
): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let branch = start; branch < end; branch += 1)
    if ((score[branch] as number) > best) best = score[branch] as number;
  const enough = best - within;
  const count = markScores(score, start, end, enough, share);
  if (!isJoint || count === 1) return count;
  let most = 0;
  for (let branch = start; branch < end; branch += 1)
    if (share[branch] === 1 && (gainers[branch] as number) > most) most = gainers[branch] as number;
  let left = 0;
  for (let branch = start; branch < end; branch += 1) {
    if (share[branch] === 1 && gainers[branch] === most) left += 1;
    else share[branch] = 0;
  }
  return left;
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
      const weight = (kinWeight[branch] as number) * exp(lambda * differenceOf(score[branch] as number, best));
      share[branch] = weight;
      sum += weight;
    }
    for (let branch = start; branch < end; branch += 1) share[branch] = (share[branch] as number) / sum;
  };
}

/** What rounding alone may make of two values that are the same, as a part of them: a large λ would read it as a preference. */
const ROUNDING = 1e-14;

/** How far a score is from the best, 0 where rounding alone may be why. */
function differenceOf(score: number, best: number): number {
  const difference = score - best;
  return -difference <= ROUNDING * Math.max(Math.abs(score), Math.abs(best)) ? 0 : difference;
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
