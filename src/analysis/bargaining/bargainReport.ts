import { type GameTree, NODE } from '../../domain/gameTree.ts';
import { lineTo } from '../rollback/lines.ts';
import { type Solution, valueAt } from '../rollback/solve.ts';
import { toleranceOf } from '../rollback/spans.ts';
import { type BargainingPoints, bargainingPoints } from './bargainingPoints.ts';
import { type BargainPlan, bargainPlan } from './bargainPlan.ts';
import { paretoFrontier } from './paretoFrontier.ts';
import { type Pair, type ReachableBargains, reachableBargains } from './reachableBargains.ts';

/** What the first and the second party have, each in its own points. */
export type PointPair = readonly [number, number];

/** One bargain that a binding agreement could reach. */
export interface Bargain {
  readonly points: PointPair;
  readonly plan: BargainPlan;
  /** Whether solved play, in which nothing binds, comes to the same payoffs. */
  readonly isSolvedPlay: boolean;
}

/** One end as it can be reached, whoever would have to move: of its outcomes those that no other outcome of the same end dominates. */
export interface EndOutcome {
  /** The node of the first line that leads there. */
  readonly node: number;
  readonly points: PointPair;
  /** The branches from the start to it. */
  readonly line: readonly number[];
}

/** How far solved play falls short of what could be agreed. */
export interface LeftOnTable {
  readonly solved: PointPair;
  /** Per party, the most that it could have more without the other having less than in solved play; 0 on the frontier. */
  readonly gains: PointPair;
  /**
   * The largest share of its range of gains (ideal less walking away) by which both could have more at once: the directional distance to
   * the frontier (Chambers, Chung & Färe 1996), which does not change with either party's unit. Null where there is no zone.
   */
  readonly distance: number | null;
}

/** The bargaining set of a game between two parties. */
export interface BargainReport {
  /** What each has by walking away; null where that is not known, and the least that it may end with stands in. */
  readonly reservation: readonly [number | null, number | null];
  /** What a binding agreement could reach, from the most for the first party down, and its points as indexes. */
  readonly bargains: readonly Bargain[];
  readonly of: BargainingPoints;
  readonly thinned: ReachableBargains['thinned'];
  /** All reachable ends: another set, with other questions. */
  readonly ends: readonly EndOutcome[];
  readonly ofEnds: BargainingPoints;
  readonly leftOnTable: LeftOnTable;
}

/** What the report is made of. `endOf` says which end a node is. */
export interface BargainAsk {
  readonly tree: GameTree;
  readonly solution: Solution;
  readonly pair: Pair;
  readonly reservation: readonly [number | null, number | null];
  readonly endOf: (node: number) => string;
}

/** Payoffs are compared by this many digits: the same effects in another order differ by the rounding of the arithmetic. */
const GRAIN = 1e9;
const compared = (points: number): number => Math.round(points * GRAIN) / GRAIN;

/** The outcomes of every end that can be reached: per end those that no other one of its own dominates, one for equal ones. */
function reachableEnds({ tree, solution, pair, endOf }: BargainAsk): readonly EndOutcome[] {
  const { paid, possible } = solution.columns;
  const byEnd = new Map<string, Map<string, { node: number; points: PointPair }>>();
  for (let node = 0; node < tree.kind.length; node += 1) {
    if (tree.kind[node] !== NODE.end || possible[node] === 0) continue;
    const points = pair.map((actor) => compared(paid[actor]?.[node] ?? Number.NaN)) as unknown as PointPair;
    const end = endOf(node);
    const known = byEnd.get(end) ?? new Map<string, { node: number; points: PointPair }>();
    byEnd.set(end, known);
    if (!known.has(points.join())) known.set(points.join(), { node, points });
  }
  return [...byEnd.values()].flatMap((outcomes) => {
    const all = [...outcomes.values()];
    return paretoFrontier(all.map(({ points }) => points)).map((index): EndOutcome => {
      const { node, points } = all[index] as (typeof all)[number];
      return { node, points, line: lineTo(solution.columns, node) };
    });
  });
}

function leftOnTable(
  { solution, pair }: BargainAsk,
  bargains: readonly PointPair[],
  of: BargainingPoints,
): LeftOnTable {
  const solved = pair.map((actor) => valueAt(solution, actor)) as unknown as PointPair;
  const within = pair.map((actor) => toleranceOf(solution.spans[actor] as Solution['spans'][number]));
  const gain = (own: 0 | 1): number => {
    const other = own === 0 ? 1 : 0;
    return bargains.reduce(
      (most, points) =>
        points[other] >= solved[other] - (within[other] as number) ? Math.max(most, points[own] - solved[own]) : most,
      0,
    );
  };
  const ranges = of.ideal?.map((ideal, party) => ideal - (of.disagreement[party] as number));
  const share = (points: PointPair): number =>
    Math.min(
      ...([0, 1] as const).flatMap((party) => {
        const range = ranges?.[party] ?? 0;
        return range > (within[party] as number) ? [(points[party] - solved[party]) / range] : [];
      }),
    );
  const shares = bargains.map(share).filter(Number.isFinite);
  return {
    solved,
    gains: [gain(0), gain(1)],
    distance: ranges === undefined || shares.length === 0 ? null : Math.max(0, ...shares),
  };
}

/** The bargaining set of a solved game: what two parties could bind themselves to, all reachable ends, and what solved play leaves on the table. */
export function bargainReport(ask: BargainAsk): BargainReport {
  const { tree, solution, pair, reservation } = ask;
  const { share } = solution.columns;
  const reachable = reachableBargains(tree, share, pair);
  const root = reachable.nodes[0] as ReachableBargains['nodes'][number];
  const points = [...root.one].map((one, index): PointPair => [one, root.other[index] as number]);
  const ends = reachableEnds(ask);
  // Who states nothing has at least the worst of all ends, not only of what the two would agree to.
  const least = pair.map((actor, party) => reservation[party] ?? (solution.spans[actor]?.least as number));
  // What a plan comes to and what walking away is worth are added up in other orders: where they are equal, neither is the larger.
  const of = bargainingPoints(
    points.map((pairOf) => pairOf.map(compared)),
    least.map(compared),
  );
  const solved = pair.map((actor) => valueAt(solution, actor));
  const within = pair.map((actor) => toleranceOf(solution.spans[actor] as Solution['spans'][number]));
  return {
    reservation,
    bargains: points.map((pairOf, index) => ({
      points: pairOf,
      plan: bargainPlan(tree, share, reachable, index),
      isSolvedPlay: pairOf.every(
        (own, party) => Math.abs(own - (solved[party] as number)) <= (within[party] as number),
      ),
    })),
    of,
    thinned: reachable.thinned,
    ends,
    ofEnds: bargainingPoints(
      ends.map((end) => end.points),
      least.map(compared),
    ),
    leftOnTable: leftOnTable(ask, points, of),
  };
}
