import { type GameTree, NODE } from '../../domain/gameTree.ts';
import { fail, type Result, succeed } from '../../domain/result.ts';
import { METHODS, type Method } from '../rollback/methods.ts';
import type { Refusal } from '../rollback/playModel.ts';
import { certain, type Discrete, largerOf, meanOf, mixture, shifted } from './bestAttainable.ts';
import { type Draw, forEachResult } from './chanceResults.ts';
import { bestReplies, requireLonePlayer } from './lonePlayer.ts';

/** What knowing all results of chance before the first decision is worth to the one who decides, in its points. */
export interface PerfectInformation {
  readonly method: Method;
  readonly assumptions: readonly string[];
  /** Expected payoff of the best strategy without it. */
  readonly without: number;
  /** Expected payoff of choosing the best line once everything is known. */
  readonly with: number;
  /** The difference, EVPI; never negative. */
  readonly value: number;
}

/** Points of distributions that are written in carrying them upward: beyond this the figure is refused. About a second. */
export const MOST_POINTS = 5_000_000;

/** How results of chance hang together, in words. */
const drawSentence = (draws: readonly Draw[]): string =>
  draws.some(({ length }) => length > 1)
    ? 'Chance nodes that are named as one draw come out alike; all others are drawn independently of each other.'
    : 'All chance nodes are drawn independently of each other.';

const tooManyPoints: Refusal = {
  code: 'too-many-points',
  message: `the best attainable value has too many possible results to carry along exactly (more than ${MOST_POINTS.toLocaleString('en')} in all); ask for single chance nodes instead`,
};

/**
 * The expected best attainable value when every result of chance is known first: its distribution is carried from the ends to the start.
 * At chance it is the mixture, at a decision the maximum of the branches', which are independent because no draw stands in two of them.
 */
function expectedBest(tree: GameTree, actor: number, budget: { points: number }): number | undefined {
  const { kind, first, child, odds } = tree;
  const payoff = tree.payoffs[actor] as Float64Array;
  // Handed on and forgotten as soon as the node above is done, so that memory follows the widest level.
  const waiting = new Map<number, Discrete>();
  for (let node = kind.length - 1; node >= 0; node -= 1) {
    const parts: Discrete[] = [];
    const weights: number[] = [];
    let best: Discrete | undefined;
    for (let branch = first[node] as number; branch < (first[node + 1] as number); branch += 1) {
      const next = child[branch] as number;
      const after = waiting.get(next) ?? certain(0);
      waiting.delete(next);
      budget.points -= after.values.length;
      if (kind[node] === NODE.decision) {
        if (best !== undefined) budget.points -= best.values.length;
        best = best === undefined ? after : largerOf(best, after);
      } else if ((odds[branch] as number) > 0) {
        parts.push(after);
        weights.push(odds[branch] as number);
      }
      if (budget.points < 0) return undefined;
    }
    const here = best ?? (parts.length > 0 ? mixture(parts, weights) : certain(0));
    waiting.set(node, shifted(here, payoff[node] as number));
  }
  return meanOf(waiting.get(0) ?? certain(0));
}

/**
 * EVPI for the one actor who decides everything: E[max] − max E. Exact. `draws` names chance nodes that come out alike; these are gone
 * through one joint result after the other. Refuses where others decide too, and where it would take too long.
 */
export function perfectInformation(
  tree: GameTree,
  actor: number,
  draws: readonly Draw[] = [],
): Result<PerfectInformation, Refusal> {
  const lone = requireLonePlayer(tree, actor);
  if (!lone.ok) return lone;
  const shared = draws.filter(({ length }) => length > 1);
  const budget = { points: MOST_POINTS };
  let expected: number | undefined = 0;
  const gone = forEachResult(tree, shared, (fixed, probability) => {
    const best = expected === undefined ? undefined : expectedBest(fixed, actor, budget);
    expected = best === undefined || expected === undefined ? undefined : expected + probability * best;
  });
  if (!gone.ok) return gone;
  if (expected === undefined) return fail(tooManyPoints);
  const without = bestReplies(tree, actor, tree.odds)[0] ?? Number.NaN;
  return succeed({
    method: METHODS.perfectInformation,
    assumptions: [
      'One actor makes every choice, always the best.',
      drawSentence(shared),
      'Everything is learned before the first decision.',
    ],
    without,
    with: expected,
    value: Math.max(0, expected - without),
  });
}
