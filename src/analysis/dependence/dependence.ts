import { type GameTree, NODE } from '../../domain/gameTree.ts';
import { toleranceOf } from '../rollback/spans.ts';
import type { AgreementEnds } from './agreementEnds.ts';

/** What one principal has: per node, its payoff where that is an end, and what walking away is worth where the talks go on (NaN elsewhere). */
export interface PrincipalPoints {
  readonly payoff: Float64Array;
  readonly walkAway: Float64Array;
}

/** How far each principal depends on the other, by what can still be reached. */
export interface Dependence {
  /** Per principal and node, D in [0, 1]: the part of what it could still have that only agreement gives; NaN where there is no number. */
  readonly byPrincipal: readonly [Float64Array, Float64Array];
  /** Per node, 50 + 50·(D of the second − D of the first): the balance of the first principal over the second; NaN where there is none. */
  readonly balance: Float64Array;
}

/** The least and the most that a principal has at reachable ends, or by walking away on the way there. */
function reachableSpan({ kind }: GameTree, possible: Uint8Array, { payoff, walkAway }: PrincipalPoints) {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let node = 0; node < possible.length; node += 1) {
    if (possible[node] === 0) continue;
    const points = (kind[node] === NODE.end ? payoff[node] : walkAway[node]) as number;
    // Where nothing is to be had, as at the table, the number is NaN and compares with nothing.
    if (points < least) least = points;
    if (points > most) most = points;
  }
  return { least, most };
}

/** D = (I − W)/(I − m), 0 where agreement gives nothing more than walking away. */
function share(ideal: number, apart: number, least: number, within: number): number {
  return ideal - apart <= within ? 0 : (ideal - apart) / (ideal - Math.min(least, apart));
}

/**
 * Dependence at every position (Emerson 1962: A's power over B is B's dependence on A). R(n): reachable agreements that are no worse than
 * walking away at n for both principals and better for one; I_a: the most of u_a over R; m_a: the least of u_a and W_a reachable from the
 * root. Where R is empty, and at the table and at ends, there is no number. Payoffs closer than the solver's tolerance are equal. It reads
 * what can be reached, however unlikely, and does not change with the unit or the zero of either principal's points.
 */
export function dependence(
  tree: GameTree,
  agreements: AgreementEnds,
  points: readonly [PrincipalPoints, PrincipalPoints],
  only?: number,
): Dependence {
  const [one, other] = points;
  const { ends, from, to, behind, possible } = agreements;
  const nodes = tree.kind.length;
  const [oneSpan, otherSpan] = [reachableSpan(tree, possible, one), reachableSpan(tree, possible, other)];
  const [oneWithin, otherWithin] = [toleranceOf(oneSpan), toleranceOf(otherSpan)];
  // Read again for every position above: in one piece.
  const onePayoffs = Float64Array.from(ends, (end) => one.payoff[end] as number);
  const otherPayoffs = Float64Array.from(ends, (end) => other.payoff[end] as number);
  const column = () => new Float64Array(nodes).fill(Number.NaN);
  const found = { byPrincipal: [column(), column()] as const, balance: column() };
  const read = (node: number) => {
    const oneApart = one.walkAway[node] as number;
    const otherApart = other.walkAway[node] as number;
    if (Number.isNaN(oneApart) || Number.isNaN(otherApart)) return;
    let [oneIdeal, otherIdeal] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const end = to[node] as number;
    for (let index = from[node] as number; index < end; index += 1) {
      const oneGain = (onePayoffs[index] as number) - oneApart;
      const otherGain = (otherPayoffs[index] as number) - otherApart;
      if (oneGain < -oneWithin || otherGain < -otherWithin) continue;
      if ((oneGain <= oneWithin && otherGain <= otherWithin) || (behind[index] as number) > node) continue;
      oneIdeal = Math.max(oneIdeal, onePayoffs[index] as number);
      otherIdeal = Math.max(otherIdeal, otherPayoffs[index] as number);
    }
    if (oneIdeal === Number.NEGATIVE_INFINITY) return;
    const oneShare = share(oneIdeal, oneApart, oneSpan.least, oneWithin);
    const otherShare = share(otherIdeal, otherApart, otherSpan.least, otherWithin);
    found.byPrincipal[0][node] = oneShare;
    found.byPrincipal[1][node] = otherShare;
    found.balance[node] = 50 + 50 * (otherShare - oneShare);
  };
  if (only !== undefined) read(only);
  else for (let node = 0; node < nodes; node += 1) read(node);
  return found;
}
