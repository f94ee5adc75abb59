import type { DecisionTree } from '../../domain/decisionTree.ts';
import { NODE } from '../../domain/gameTree.ts';
import { error, type Problem } from '../../domain/problem.ts';

/** The nodes from the root to a node, the node itself last. */
function pathTo(parent: Int32Array, node: number): readonly number[] {
  const path = [node];
  for (let at = parent[node] as number; at >= 0; at = parent[at] as number) path.push(at);
  return path.reverse();
}

/**
 * Decisions that share a name though one policy may reach both: a policy says by name what is chosen. They may share one only where
 * their lines part at a decision, so that no policy reaches both.
 */
export function sharedNames({ kind, first, child, names, places }: DecisionTree): readonly Problem[] {
  const parent = new Int32Array(kind.length).fill(-1);
  const arrival = new Int32Array(kind.length).fill(-1);
  for (let node = 0; node < kind.length; node += 1) {
    for (let branch = first[node] as number; branch < (first[node + 1] as number); branch += 1) {
      parent[child[branch] as number] = node;
      arrival[child[branch] as number] = branch;
    }
  }
  const byName = new Map<string, number[]>();
  const problems: Problem[] = [];
  for (const [node, what] of kind.entries()) {
    if (what !== NODE.decision) continue;
    const name = names[node] as string;
    const before = byName.get(name) ?? [];
    const path = pathTo(parent, node);
    for (const other of before) {
      const others = pathTo(parent, other);
      let last = 0;
      while (last + 1 < path.length && path[last + 1] === others[last + 1]) last += 1;
      const parting = path[last] as number;
      if (kind[parting] === NODE.decision && parting !== node && parting !== other) continue;
      problems.push(
        error(
          'node-name',
          [places[arrival[node] as number] ?? 'root', 'to', 'name'],
          `two decisions that one policy reaches are called \`${name}\``,
          'give each its own name: a policy says by name what is chosen',
        ),
      );
      break;
    }
    byName.set(name, [...before, node]);
  }
  return problems;
}
