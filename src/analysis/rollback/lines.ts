import { type GameTree, NODE } from '../../domain/gameTree.ts';
import type { Solution } from './solve.ts';
import type { Workspace } from './workspace.ts';

/** Branches in the order in which they are played, and where they lead. */
export interface PlayedLine {
  readonly branches: readonly number[];
  /** Per branch, whether another one is taken as often. */
  readonly tied: readonly boolean[];
  /** The node where the line stops. */
  readonly node: number;
}

/** Shares that differ by less are one: rounding, not choice. */
const SAME_SHARE = 1e-9;

/**
 * The line that a model plays: from a node on the branch that is taken most often, in declared order where several are, up to the first
 * result of chance or the end.
 */
export function playedLine(tree: GameTree, { columns: { share } }: Solution, from = 0): PlayedLine {
  const branches: number[] = [];
  const tied: boolean[] = [];
  let node = from;
  while (tree.kind[node] === NODE.decision) {
    const [start, end] = [tree.first[node] as number, tree.first[node + 1] as number];
    let taken = start;
    for (let branch = start; branch < end; branch += 1) {
      if ((share[branch] as number) > (share[taken] as number) + SAME_SHARE) taken = branch;
    }
    let asOften = 0;
    for (let branch = start; branch < end; branch += 1) {
      if ((share[branch] as number) >= (share[taken] as number) - SAME_SHARE) asOften += 1;
    }
    branches.push(taken);
    tied.push(asOften > 1);
    node = tree.child[taken] as number;
  }
  return { branches, tied, node };
}

/** The node that a branch leaves. */
export function nodeOf({ first }: GameTree, branch: number): number {
  let [low, high] = [0, first.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((first[middle] as number) <= branch) low = middle;
    else high = middle;
  }
  return low;
}

/** The branches from the start to a node. */
export function lineTo({ arrival, parent }: Workspace, node: number): readonly number[] {
  const line: number[] = [];
  for (let at = node; (parent[at] ?? -1) >= 0; at = parent[at] as number) line.push(arrival[at] as number);
  return line.reverse();
}

/** The single line that is played most often from the start to an end, chance included, and how often; the first of equals. */
export function mostLikelyLine(tree: GameTree, { columns }: Solution) {
  const { reach } = columns;
  let likeliest = -1;
  for (let node = 0; node < reach.length; node += 1) {
    if (tree.kind[node] !== NODE.end) continue;
    if (likeliest < 0 || (reach[node] as number) > (reach[likeliest] as number)) likeliest = node;
  }
  return { branches: lineTo(columns, likeliest), node: likeliest, odds: reach[likeliest] ?? Number.NaN };
}
