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
export function spansOf(tree: GameTree, workspace: Workspace): readonly Span[] {
  const { paid, possible, parent, ends, inner, chances } = workspace;
  possible.fill(1);
  if (hasImpossible(tree, chances)) markImpossible(tree, workspace);
  return tree.payoffs.map((payoff, actor) => {
    const sums = paid[actor] as Float64Array;
    if (paysBeforeEnds(inner, payoff)) addAlong(parent, payoff, sums);
    else sums.set(payoff);
    return spanOver(ends, possible, sums);
  });
}

/** Whether some branch of chance has probability 0: seldom. */
function hasImpossible({ first, odds }: GameTree, chances: Int32Array): boolean {
  for (const node of chances) {
    const end = first[node + 1] as number;
    for (let branch = first[node] as number; branch < end; branch += 1)
      if (!((odds[branch] as number) > 0)) return true;
  }
  return false;
}

function markImpossible({ kind, odds }: GameTree, { possible, parent, arrival }: Workspace): void {
  for (let node = 1; node < kind.length; node += 1) {
    const from = parent[node] as number;
    const isNever = kind[from] === NODE.chance && !((odds[arrival[node] as number] as number) > 0);
    possible[node] = isNever ? 0 : (possible[from] as number);
  }
}

/** Whether anything is paid before the game ends: in a scenario nothing is. */
function paysBeforeEnds(inner: Int32Array, payoff: Float64Array): boolean {
  for (let index = 0; index < inner.length; index += 1) if (payoff[inner[index] as number] !== 0) return true;
  return false;
}

/** Adds up what is paid on the way to every node. */
function addAlong(parent: Int32Array, payoff: Float64Array, sums: Float64Array): void {
  sums[0] = payoff[0] as number;
  for (let node = 1; node < sums.length; node += 1)
    sums[node] = (sums[parent[node] as number] as number) + (payoff[node] as number);
}

/** The least and the most over the ends that may be reached. */
function spanOver(ends: Int32Array, possible: Uint8Array, sums: Float64Array): Span {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < ends.length; index += 1) {
    const end = ends[index] as number;
    if (possible[end] === 0) continue;
    const sum = sums[end] as number;
    if (sum < least) least = sum;
    if (sum > most) most = sum;
  }
  return { least, most };
}

/** Values closer than this are equal: 1e-9 of what the actor may win or lose, and no less than 1e-9 of a point. */
export const toleranceOf = ({ least, most }: Span): number => 1e-9 * Math.max(1, most - least);
