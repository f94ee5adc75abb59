import { type GameTree, NODE } from '../../domain/gameTree.ts';
import { happening, type ReachableBargains } from './reachableBargains.ts';

/** A step of a plan: a choice that the parties bind themselves to, or what others or chance do, each result with its odds. */
export interface PlanStep {
  readonly node: number;
  readonly branch: number;
  /** How often the node before it is left by this branch: 1 for what is agreed. */
  readonly share: number;
  readonly isAgreed: boolean;
  /** How many results of chance, or of a mix of others, stand before this step. */
  readonly depth: number;
}

/** What one bargain asks of the parties, and where it leads. */
export interface BargainPlan {
  /** Steps in the order of a tree: after each result of chance, all that follows from it. */
  readonly steps: readonly PlanStep[];
  /** Per end that is reached, in the order of the tree, how often. */
  readonly ends: ReadonlyMap<number, number>;
}

/** Follows the plan of a point of a node to its ends. `shares` as the points were made with. */
export function bargainPlan(
  tree: GameTree,
  shares: Float64Array,
  { nodes }: ReachableBargains,
  point: number,
  root = 0,
): BargainPlan {
  const steps: PlanStep[] = [];
  const ends = new Map<number, number>();
  const waiting = [{ node: root, point, reach: 1, depth: 0, step: undefined as PlanStep | undefined }];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { node, reach, depth } = at;
    if (at.step !== undefined) steps.push(at.step);
    if (tree.kind[node] === NODE.end) {
      ends.set(node, reach);
      continue;
    }
    const { plan, isAgreed } = nodes[node] as (typeof nodes)[number];
    if (isAgreed) {
      const branch = plan[2 * at.point] as number;
      const step = { node, branch, share: 1, isAgreed, depth };
      waiting.push({ node: tree.child[branch] as number, point: plan[2 * at.point + 1] as number, reach, depth, step });
      continue;
    }
    const branches = happening(tree, shares, node);
    const deeper = branches.length > 1 ? depth + 1 : depth;
    for (let index = branches.length - 1; index >= 0; index -= 1) {
      const branch = branches[index] as number;
      const share = shares[branch] as number;
      const step = { node, branch, share, isAgreed, depth: deeper };
      waiting.push({
        node: tree.child[branch] as number,
        point: plan[at.point * branches.length + index] as number,
        reach: reach * share,
        depth: deeper,
        step,
      });
    }
  }
  return { steps, ends };
}
