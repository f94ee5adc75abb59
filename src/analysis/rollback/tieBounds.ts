import type { GameTree } from '../../domain/gameTree.ts';
import { choosesBestFor, choosesByTendency } from './choose.ts';
import { rollBack } from './rollBack.ts';
import { type Solution, valueAt } from './solve.ts';
import type { Span } from './spans.ts';
import { workspaceFor } from './workspace.ts';

/**
 * Per actor, what the start is worth when every tie is resolved to its least and to its greatest value: two further equilibria, each
 * solved from the end, since who moves earlier counts on how a tie is resolved. The even mix is one more, and lies within the bounds by
 * being counted too. They are bounds, not the set of all equilibrium values. Without ties, both are the value itself.
 */
export function tieBounds(tree: GameTree, solution: Solution): readonly Span[] {
  const even = tree.actors.map((_, actor) => valueAt(solution, actor));
  const hasTies = solution.ties.length + solution.tiesOffPath > 0;
  if (!hasTies) return even.map((value) => ({ least: value, most: value }));
  const columns = workspaceFor(tree);
  const resolved = (actor: number, sign: 1 | -1): number => {
    const best = choosesBestFor(tree, columns, solution.scales, actor, sign);
    const isRational = solution.model.name === 'rational';
    rollBack(tree, columns, isRational ? best : choosesByTendency(tree, columns, solution.scales, best));
    return columns.values[actor]?.[0] ?? Number.NaN;
  };
  return even.map((value, actor) => {
    const all = [value, resolved(actor, -1), resolved(actor, 1)];
    return { least: Math.min(...all), most: Math.max(...all) };
  });
}
