import { type GameTree, NODE } from '../../domain/gameTree.ts';
import type { Workspace } from './workspace.ts';

/** What an actor may end with at the least and at the most, in its own points. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

/**
 * Adds up what is paid on the way to every node, and gives per actor the least and most over the ends reachable from the start. An end
 * behind a branch of probability 0 is not reachable.
 */
export function spansOf(tree: GameTree, { paid, possible }: Workspace): readonly Span[] {
  const { kind, first, child, odds } = tree;
  const nodes = kind.length;
  possible.fill(0);
  possible[0] = 1;
  for (let node = 0; node < nodes; node += 1) {
    if (possible[node] === 0) continue;
    const isChance = kind[node] === NODE.chance;
    const end = first[node + 1] as number;
    for (let branch = first[node] as number; branch < end; branch += 1) {
      if (!isChance || (odds[branch] as number) > 0) possible[child[branch] as number] = 1;
    }
  }
  return tree.payoffs.map((payoff, actor) => {
    const sums = paid[actor] as Float64Array;
    sums[0] = payoff[0] as number;
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let node = 0; node < nodes; node += 1) {
      const before = sums[node] as number;
      if (kind[node] === NODE.end) {
        if (possible[node] === 0) continue;
        if (before < least) least = before;
        if (before > most) most = before;
        continue;
      }
      const end = first[node + 1] as number;
      for (let branch = first[node] as number; branch < end; branch += 1) {
        const next = child[branch] as number;
        sums[next] = before + (payoff[next] as number);
      }
    }
    return { least, most };
  });
}

/** Values closer than this are equal: 1e-9 of what the actor may win or lose, and no less than 1e-9 of a point. */
export const toleranceOf = ({ least, most }: Span): number => 1e-9 * Math.max(1, most - least);
