import { fail, type Result, succeed } from '../../domain/result.ts';
import { type WeightDraws, weightDraws } from '../smaa/weightDraws.ts';
import { type WeightView, weightSpaceOf } from './criteria.ts';
import type { WeightResolver } from './weightResolver.ts';

/** What is solved over draws of every actor’s weights. */
export interface RobustPath {
  readonly draws: number;
  /** Per branch of the places asked about, the share of the draws in which it is the solved choice there; equally good ones split a draw. */
  readonly choices: readonly (readonly number[])[];
  /** Per end, the mean of the odds with which solved play comes there. */
  readonly ends: ReadonlyMap<string, number>;
}

/** What is asked: the branches of decisions as ranges, and which end a node is. */
export interface RobustPathAsk {
  readonly resolver: WeightResolver;
  readonly actors: readonly string[];
  readonly draws: number;
  readonly seed: number;
  readonly view: WeightView;
  readonly decisions: readonly (readonly [start: number, end: number])[];
  readonly ends: readonly number[];
  readonly endOf: (node: number) => string;
  /** Hears how many draws are done; the work ends where it says so. */
  readonly onDraw?: (done: number) => void;
}

/**
 * Draws every actor’s weights and solves the tree again in each draw: in what share of the weights each first move, and each end, is the solved
 * one. “If the actors cared so, and knew of each other that they do”: a share of weights, never a probability.
 */
export function robustPath(ask: RobustPathAsk): Result<RobustPath, string> {
  const { resolver, actors, draws, seed, view, decisions, ends, endOf, onDraw } = ask;
  const drawn: WeightDraws[] = [];
  for (const criteria of resolver.criteria) {
    const weights = weightDraws(weightSpaceOf(criteria, view), {
      seed,
      count: draws,
      scope: actors[criteria.actor] as string,
    });
    if (!weights.ok) return fail(weights.error);
    drawn.push(weights.value);
  }
  const choices = decisions.map(([start, end]) => Array.from({ length: end - start }, () => 0));
  const reached = new Map<string, number>();
  for (let draw = 0; draw < draws; draw += 1) {
    const shares = resolver.sharesAt(drawn.map(({ rows, width }) => rows.subarray(draw * width, (draw + 1) * width)));
    for (const [place, [start]] of decisions.entries()) {
      const counted = choices[place] as number[];
      for (const index of counted.keys())
        counted[index] = (counted[index] as number) + (shares[start + index] as number);
    }
    const reach = resolver.reach();
    for (const node of ends) {
      const odds = reach[node] as number;
      if (odds > 0) reached.set(endOf(node), (reached.get(endOf(node)) ?? 0) + odds);
    }
    onDraw?.(draw + 1);
  }
  return succeed({
    draws,
    choices: choices.map((counted) => counted.map((sum) => sum / draws)),
    ends: new Map([...reached].map(([end, sum]) => [end, sum / draws])),
  });
}
