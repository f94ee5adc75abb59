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
export function spansOf(tree: GameTree, { paid, possible, parent, arrival }: Workspace): readonly Span[] {
  const { kind, odds } = tree;
  const nodes = kind.length;
  possible[0] = 1;
  for (let node = 1; node < nodes; node += 1) {
    const from = parent[node] as number;
    const isNever = kind[from] === NODE.chance && !((odds[arrival[node] as number] as number) > 0);
    possible[node] = isNever ? 0 : (possible[from] as number);
  }
  return tree.payoffs.map((payoff, actor) => {
    const sums = paid[actor] as Float64Array;
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let node = 0; node < nodes; node += 1) {
      const before = node === 0 ? 0 : (sums[parent[node] as number] as number);
      const sum = before + (payoff[node] as number);
      sums[node] = sum;
      if (kind[node] !== NODE.end || possible[node] === 0) continue;
      if (sum < least) least = sum;
      if (sum > most) most = sum;
    }
    return { least, most };
  });
}

/** Values closer than this are equal: 1e-9 of what the actor may win or lose, and no less than 1e-9 of a point. */
export const toleranceOf = ({ least, most }: Span): number => 1e-9 * Math.max(1, most - least);
