import type { GameLabels, GameTree } from '../../domain/gameTree.ts';
import { type Result, succeed } from '../../domain/result.ts';
import type { DecisionTreeModel, TreeFault } from './decisionTreeModel.ts';

/** What the one actor of a decision tree is called where nobody says. */
export const LONE_ACTOR = 'the one who decides';

/** A decision tree at its base values as a game of one actor with names, for whatever solves games; fails where it has no value there. */
export function decisionTreeGame({
  tree,
  game,
  base,
  write,
}: DecisionTreeModel): Result<{ readonly game: GameTree; readonly labels: GameLabels }, TreeFault> {
  const written = write(base);
  if (!written.ok) return written;
  const arrival = new Int32Array(tree.kind.length).fill(-1);
  for (const [branch, child] of tree.child.entries()) arrival[child] = branch;
  const labelOf = (branch: number): string => tree.labels[branch] || `branch ${branch}`;
  return succeed({
    game: { ...game, actors: [LONE_ACTOR] },
    labels: {
      title: tree.title,
      branch: labelOf,
      // Ends have no names; what leads there says where one is.
      outcome: (node) => `${labelOf(arrival[node] ?? -1)} (n${node})`,
      node: (node) => tree.names[node] ?? '',
    },
  });
}
