import type { Conflict } from '../../domain/conflict.ts';
import { type ByConcept, byConcept, CONCEPTS } from './concepts.ts';
import { stability } from './stability.ts';

/** In what share of redraws each state is an equilibrium, and its sampling error. Never a probability. */
export interface DrawnEquilibria {
  readonly draws: number;
  /** Per concept and state. */
  readonly shares: ByConcept<Float64Array>;
}

/** The sampling error of a share of so many draws. */
export const shareError = (share: number, draws: number): number => Math.sqrt((share * (1 - share)) / draws);

/** Counts in how many draws of a conflict each state is an equilibrium: judged anew in each, as if all knew that draw’s numbers. */
export function drawnEquilibria(draws: Iterable<Conflict>, states: number): DrawnEquilibria {
  const shares = byConcept(() => new Float64Array(states));
  let count = 0;
  for (const conflict of draws) {
    count += 1;
    const { equilibrium } = stability(conflict);
    for (const concept of CONCEPTS)
      for (let state = 0; state < states; state += 1)
        (shares[concept] as Float64Array)[state] =
          (shares[concept][state] as number) + (equilibrium[concept][state] as number);
  }
  return { draws: count, shares: byConcept((concept) => shares[concept].map((hits) => hits / count)) };
}
