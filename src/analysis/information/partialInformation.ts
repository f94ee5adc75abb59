import { type GameTree, NODE } from '../../domain/gameTree.ts';
import { type Result, succeed } from '../../domain/result.ts';
import type { Refusal } from '../rollback/playModel.ts';
import { bestReplies, requireLonePlayer } from './lonePlayer.ts';

/**
 * EVPPI of each chance node for the one actor who decides everything, in its points: what knowing that node's result before the first
 * decision is worth, all other results still open. Σ_a p(a)·max E[u | a] − max E[u]. One number per node, NaN where it is no chance node.
 *
 * Linear in the size of the game: seen from a node, the value of the start is flat while the node's value is below some bound and rises
 * with a fixed slope above it. Going down, `slack` is how far the node stands above its bound (below it where negative), and `slope` the
 * probability with which chance leads there. Only results that cross the bound change what is best, and so only they are worth knowing.
 */
export function partialInformation(tree: GameTree, actor: number): Result<Float64Array, Refusal> {
  const lone = requireLonePlayer(tree, actor);
  if (!lone.ok) return lone;
  const { kind, first, child, odds } = tree;
  const payoff = tree.payoffs[actor] as Float64Array;
  const values = bestReplies(tree, actor, odds);
  const slack = new Float64Array(kind.length);
  const slope = new Float64Array(kind.length);
  slack[0] = Number.POSITIVE_INFINITY;
  slope[0] = 1;
  const worth = new Float64Array(kind.length).fill(Number.NaN);
  for (let node = 0; node < kind.length; node += 1) {
    const [start, end] = [first[node] as number, first[node + 1] as number];
    const [above, rises, here] = [slack[node] as number, slope[node] as number, values[node] as number];
    if (kind[node] === NODE.chance) {
      let crossing = 0;
      for (let branch = start; branch < end; branch += 1) {
        const [next, share] = [child[branch] as number, odds[branch] as number];
        slope[next] = rises * share;
        slack[next] = share > 0 ? above / share : Number.POSITIVE_INFINITY;
        const change = (payoff[node] as number) + (values[next] as number) - here;
        if (share > 0) crossing += share * Math.max(0, above >= 0 ? -change - above : change + above);
      }
      worth[node] = rises > 0 ? rises * crossing : 0;
    } else if (kind[node] === NODE.decision) {
      const [best, second] = bestTwo(tree, values, start, end);
      for (let branch = start; branch < end; branch += 1) {
        const next = child[branch] as number;
        const value = values[next] as number;
        const rival = value === best ? second : best;
        slope[next] = rises;
        slack[next] = Math.min(value - rival, above - (best - value));
      }
    }
  }
  return succeed(worth);
}

/** The best value after a node and the best of the other branches; equal where two are best. */
function bestTwo({ child }: GameTree, values: Float64Array, start: number, end: number): readonly [number, number] {
  let [best, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let branch = start; branch < end; branch += 1) {
    const value = values[child[branch] as number] as number;
    if (value > best) [best, second] = [value, best];
    else if (value > second) second = value;
  }
  return [best, second];
}
