import type { Conflict } from '../../domain/conflict.ts';
import { randomKey, uniformAt } from '../../domain/random.ts';
import { type ByConcept, byConcept, CONCEPTS } from './concepts.ts';
import { stability } from './stability.ts';

/** The most rankings that are sampled; and the moves that are looked at for it, some seconds’ worth, by which a large conflict gets fewer. */
export const SAMPLED_RANKINGS = 4_000;
const MOST_MOVES = 60_000_000;
const FEWEST_RANKINGS = 60;

/** Whole rankings of one decision maker, sampled, and how often each state was stable for everybody. */
export interface SampledInverse {
  readonly rankings: number;
  readonly hits: ByConcept<Float64Array>;
}

/** Puts some places into a random order, the same one for the same number: Fisher & Yates’ exchanges. */
export function shuffle(places: number[] | Float64Array, key: ReturnType<typeof randomKey>, sample: number): void {
  for (let at = places.length - 1; at > 0; at -= 1) {
    const other = Math.floor(uniformAt(key, sample * places.length + at) * (at + 1));
    const held = places[other] as number;
    places[other] = places[at] as number;
    places[at] = held;
  }
}

/** Judges a conflict anew under sampled strict rankings of one decision maker: the same rankings each time. */
export function sampledInverse(conflict: Conflict, vary: number): SampledInverse {
  const states = conflict.states.length;
  const moves = conflict.moves.reduce((sum, { to }) => sum + to.length, 0);
  const affordable = Math.floor(MOST_MOVES / Math.max(1, moves * conflict.decisionMakers.length));
  const rankings = Math.min(SAMPLED_RANKINGS, Math.max(FEWEST_RANKINGS, affordable));
  const hits = byConcept(() => new Float64Array(states));
  const ranking = Float64Array.from({ length: states }, (_, state) => state);
  const varied: Conflict = {
    ...conflict,
    payoffs: conflict.payoffs.map((own, one) => (one === vary ? ranking : own)),
    tolerances: conflict.tolerances.map((own, one) => (one === vary ? 0 : own)),
  };
  const key = randomKey(1, 'whole rankings');
  for (let sample = 0; sample < rankings; sample += 1) {
    shuffle(ranking, key, sample);
    const { equilibrium } = stability(varied);
    for (const concept of CONCEPTS)
      for (let state = 0; state < states; state += 1)
        (hits[concept] as Float64Array)[state] =
          (hits[concept][state] as number) + (equilibrium[concept][state] as number);
  }
  return { rankings, hits };
}
