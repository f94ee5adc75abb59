import { type GameLabels, type GameTree, NODE } from '../../domain/gameTree.ts';

/** How often each outcome is reached: ends that share a name are one outcome. In the order in which they first stand in the game. */
export function oddsOfOutcomes(
  tree: GameTree,
  outcome: GameLabels['outcome'],
  reach: Float64Array,
): ReadonlyMap<string, number> {
  const odds = new Map<string, number>();
  for (let node = 0; node < reach.length; node += 1) {
    if (tree.kind[node] !== NODE.end) continue;
    const name = outcome(node);
    odds.set(name, (odds.get(name) ?? 0) + (reach[node] as number));
  }
  return odds;
}

/** What an actor may end with, and how likely each is. Payoffs in its own points, from the least to the most. */
export interface PayoffDistribution {
  readonly points: readonly { readonly payoff: number; readonly odds: number }[];
  readonly mean: number;
  /** Standard deviation. */
  readonly deviation: number;
  /** The least payoff that at least a share `q` (0 to 1) of all play does not exceed. */
  readonly quantile: (q: number) => number;
  /** How likely it is to end with at least so much. */
  readonly atLeast: (payoff: number) => number;
}

/** Sums of odds are exact to about this. */
const ROUNDING = 1e-12;

/** The distribution of one actor's payoff over the ends, from what each pays along its line and how often it is reached. */
export function payoffDistribution(tree: GameTree, paid: Float64Array, reach: Float64Array): PayoffDistribution {
  const odds = new Map<number, number>();
  for (let node = 0; node < reach.length; node += 1) {
    const here = reach[node] as number;
    if (tree.kind[node] !== NODE.end || here === 0) continue;
    const payoff = paid[node] as number;
    odds.set(payoff, (odds.get(payoff) ?? 0) + here);
  }
  const points = [...odds].sort(([a], [b]) => a - b).map(([payoff, share]) => ({ payoff, odds: share }));
  const mean = points.reduce((sum, point) => sum + point.odds * point.payoff, 0);
  const variance = points.reduce((sum, point) => sum + point.odds * (point.payoff - mean) ** 2, 0);
  return {
    points,
    mean,
    deviation: Math.sqrt(variance),
    quantile: (q) => {
      let sum = 0;
      for (const point of points) {
        sum += point.odds;
        if (sum >= q - ROUNDING) return point.payoff;
      }
      return points.at(-1)?.payoff ?? Number.NaN;
    },
    atLeast: (payoff) => points.reduce((sum, point) => sum + (point.payoff >= payoff ? point.odds : 0), 0),
  };
}
