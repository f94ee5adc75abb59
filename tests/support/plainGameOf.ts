import { type GameLabels, type GameTree, NODE } from '../../src/domain/gameTree.ts';
import type { PlainNode } from './plainEfg.ts';

/** A flat game as nested nodes, to be compared with what the slow reader gives. By recursion: for small games. */
export function plainGameOf(tree: GameTree, labels: GameLabels, node = 0): PlainNode {
  const [begin = 0, end = 0, kind] = [tree.first[node], tree.first[node + 1], tree.kind[node]];
  const branches = Array.from({ length: end - begin }, (_, index) => begin + index);
  return {
    label: labels.node(node),
    player: kind === NODE.end ? undefined : kind === NODE.chance ? -1 : tree.deciders[tree.decider[node] ?? -1]?.[0],
    moves: branches.map((branch) => ({
      label: labels.branch(branch),
      odds: tree.odds[branch] ?? 0,
      to: plainGameOf(tree, labels, tree.child[branch]),
    })),
    payoffs: tree.payoffs.map((column) => column[node] ?? Number.NaN),
  };
}
