import { type GameTree, NODE } from '../../domain/gameTree.ts';

/** The two whose agreement binds, as indexes into the actors of the game. */
export type Pair = readonly [number, number];

/** The points of one node that no other one dominates, from the most for the first party down, and how each is come to. */
interface NodePoints {
  readonly one: Float64Array;
  readonly other: Float64Array;
  /** At a decision of the parties: the branch that is taken, and the point of its child. Elsewhere: per branch that happens, the point of its child. */
  readonly plan: Int32Array;
  /** Whether one of the parties decides here. */
  readonly isAgreed: boolean;
}

/** Everything that a binding agreement of two parties could bring about, node by node. */
export interface ReachableBargains {
  readonly nodes: readonly NodePoints[];
  /** Nodes at which more points stood than are kept, and the widest grain by which they were thinned; 0 where none was. */
  readonly thinned: { readonly nodes: number; readonly grain: number };
}

/** Points that a node keeps before they are thinned, and the grain by which they then are, in points of each party. */
export const MOST_POINTS = 500;
export const GRAIN = 0.1;

/** Points that are gathered at a node before they are pruned. */
interface Gathered {
  one: number[];
  other: number[];
  /** Numbers of a plan, `width` per point. */
  plan: number[];
  readonly width: number;
}

/** Values are compared by this many digits: the same payoffs in another order differ by rounding. */
const DIGITS = 1e9;
const compared = (points: number): number => Math.round(points * DIGITS) / DIGITS;

/** Keeps the points that no other one dominates, one for equal ones, the first in the order in which they came. */
function pruned({ one, other, plan, width }: Gathered): Gathered {
  const [ones, others] = [Float64Array.from(one, compared), Float64Array.from(other, compared)];
  const order = Uint32Array.from(one, (_, index) => index).sort(
    (a, b) => (ones[b] as number) - (ones[a] as number) || (others[b] as number) - (others[a] as number) || a - b,
  );
  const kept: Gathered = { one: [], other: [], plan: [], width };
  let highest = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    if ((others[index] as number) <= highest) continue;
    highest = others[index] as number;
    take(kept, { one, other, plan, width }, index);
  }
  return kept;
}

function take(into: Gathered, from: Gathered, index: number): void {
  into.one.push(from.one[index] as number);
  into.other.push(from.other[index] as number);
  for (let at = 0; at < from.width; at += 1) into.plan.push(from.plan[index * from.width + at] as number);
}

/** Keeps the first and the last of a staircase, and between them steps of at least a grain for one of the two. */
function thinnedBy(points: Gathered, grain: number): Gathered {
  const kept: Gathered = { one: [], other: [], plan: [], width: points.width };
  const last = points.one.length - 1;
  for (let index = 0; index <= last; index += 1) {
    const before = kept.one.length - 1;
    const isStep =
      before < 0 ||
      (kept.one[before] as number) - (points.one[index] as number) >= grain ||
      (points.other[index] as number) - (kept.other[before] as number) >= grain;
    if (isStep || index === last) take(kept, points, index);
  }
  return kept;
}

/** Whether one of the parties is among those who decide at a node: then an agreement of theirs can bind the choice. */
const isTheirs = (tree: GameTree, node: number, pair: Pair): boolean =>
  tree.kind[node] === NODE.decision &&
  (tree.deciders[tree.decider[node] as number] ?? []).some((actor) => pair.includes(actor));

/**
 * Set-valued rollback, F(n): an end is its payoffs; where one of the parties decides, alone or with others, the union over the branches;
 * chance, and the others by their solved play, the sum of one point per branch weighed by its odds (`shares`). Pruned after each step to
 * what no other point dominates, and thinned by a grain (`GRAIN`, doubled as often as is needed) where more than `MOST_POINTS` are left. A
 * loop from the last node to the first, so no tree is too deep.
 */
export function reachableBargains(
  tree: GameTree,
  shares: Float64Array,
  pair: Pair,
  { mostPoints = MOST_POINTS, grain = GRAIN }: { readonly mostPoints?: number; readonly grain?: number } = {},
): ReachableBargains {
  const nodes: NodePoints[] = Array.from({ length: tree.kind.length });
  const thinned = { nodes: 0, grain: 0 };
  const limited = (points: Gathered): Gathered => {
    if (points.one.length <= mostPoints) return points;
    let [fewer, by] = [thinnedBy(points, grain), grain];
    for (; fewer.one.length > mostPoints; by *= 2) fewer = thinnedBy(fewer, 2 * by);
    thinned.nodes += 1;
    thinned.grain = Math.max(thinned.grain, by);
    return fewer;
  };
  for (let node = tree.kind.length - 1; node >= 0; node -= 1) {
    const isAgreed = isTheirs(tree, node, pair);
    const gathered = isAgreed ? limited(union(tree, nodes, node)) : mixed(tree, nodes, node, shares, limited);
    const [ownOne, ownOther] = pair.map((actor) => tree.payoffs[actor]?.[node] ?? 0) as [number, number];
    nodes[node] = {
      one: Float64Array.from(gathered.one, (points) => points + ownOne),
      other: Float64Array.from(gathered.other, (points) => points + ownOther),
      plan: Int32Array.from(gathered.plan),
      isAgreed,
    };
  }
  return { nodes, thinned };
}

function union({ first, child }: GameTree, nodes: readonly NodePoints[], node: number): Gathered {
  const all: Gathered = { one: [], other: [], plan: [], width: 2 };
  for (let branch = first[node] as number; branch < (first[node + 1] as number); branch += 1) {
    const { one, other } = nodes[child[branch] as number] as NodePoints;
    for (let index = 0; index < one.length; index += 1) {
      all.one.push(one[index] as number);
      all.other.push(other[index] as number);
      all.plan.push(branch, index);
    }
  }
  return pruned(all);
}

/** The branches of a node that happen, in order. */
export function happening({ first }: GameTree, shares: Float64Array, node: number): readonly number[] {
  const branches: number[] = [];
  for (let branch = first[node] as number; branch < (first[node + 1] as number); branch += 1)
    if ((shares[branch] as number) > 0) branches.push(branch);
  return branches;
}

/** Sums over the branches that happen, one branch after the other, so that dominated parts of sums are dropped early. */
function mixed(
  tree: GameTree,
  nodes: readonly NodePoints[],
  node: number,
  shares: Float64Array,
  limited: (points: Gathered) => Gathered,
): Gathered {
  let sums: Gathered = { one: [0], other: [0], plan: [], width: 0 };
  for (const branch of happening(tree, shares, node)) {
    const { one, other } = nodes[tree.child[branch] as number] as NodePoints;
    const share = shares[branch] as number;
    const next: Gathered = { one: [], other: [], plan: [], width: sums.width + 1 };
    for (let index = 0; index < sums.one.length; index += 1) {
      for (let point = 0; point < one.length; point += 1) {
        next.one.push((sums.one[index] as number) + share * (one[point] as number));
        next.other.push((sums.other[index] as number) + share * (other[point] as number));
        for (let at = 0; at < sums.width; at += 1) next.plan.push(sums.plan[index * sums.width + at] as number);
        next.plan.push(point);
      }
    }
    sums = limited(pruned(next));
  }
  return sums;
}
