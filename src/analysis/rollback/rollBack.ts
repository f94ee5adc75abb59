import { type GameTree, NODE } from '../../domain/gameTree.ts';
import type { Choose } from './choose.ts';
import type { Workspace } from './workspace.ts';

/**
 * Backward induction: from the last node to the first, chance by its odds and decisions as `choose` shares them out. Linear in the size of
 * the tree, without recursion. Reads `odds` and `payoffs` as they stand, so they may be rewritten in place between two calls.
 */
export function rollBack(tree: GameTree, workspace: Workspace, choose: Choose): void {
  const { kind, odds, payoffs } = tree;
  const { share, values, inner } = workspace;
  const actors = payoffs.length;
  for (let actor = 0; actor < actors; actor += 1) (values[actor] as Float64Array).set(payoffs[actor] as Float64Array);
  for (let index = inner.length - 1; index >= 0; index -= 1) {
    const node = inner[index] as number;
    const start = tree.first[node] as number;
    const end = tree.first[node + 1] as number;
    if (kind[node] === NODE.decision) choose(node);
    else for (let branch = start; branch < end; branch += 1) share[branch] = odds[branch] as number;
    for (let actor = 0; actor < actors; actor += 1)
      addExpected(values[actor] as Float64Array, node, tree.child, share, start, end);
  }
}

/** Adds what is expected after a node to what is paid there, with what rounding loses on the way (Neumaier 1974). */
function addExpected(
  values: Float64Array,
  node: number,
  child: Int32Array,
  share: Float64Array,
  start: number,
  end: number,
): void {
  let sum = values[node] as number;
  let lost = 0;
  for (let branch = start; branch < end; branch += 1) {
    const part = share[branch] as number;
    // What is never taken adds nothing, whatever its value.
    if (part === 0) continue;
    const more = part * (values[child[branch] as number] as number);
    const next = sum + more;
    lost += Math.abs(sum) >= Math.abs(more) ? sum - next + more : more - next + sum;
    sum = next;
  }
  values[node] = sum + lost;
}

/** How often each node is reached when branches are taken by their shares, counted from `root`, which is reached once. */
export function spreadReach({ parent, arrival, share }: Workspace, reach: Float64Array, root = 0): void {
  reach.fill(0, 0, root);
  reach[root] = 1;
  for (let node = root + 1; node < reach.length; node += 1) {
    reach[node] = (reach[parent[node] as number] as number) * (share[arrival[node] as number] as number);
  }
}
