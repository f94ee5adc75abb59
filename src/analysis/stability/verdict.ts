import { type Conflict, isBetter, type MoveGraph, movesOf } from '../../domain/conflict.ts';
import type { Concept } from './concepts.ts';
import { type Searcher, type Step, searcher } from './searcher.ts';
import { othersThan } from './stability.ts';

/** A move that is better for who makes it, and how the others can answer it. */
export interface Temptation {
  readonly to: number;
  /** The shortest answer that leaves the mover no better off than before; undefined where there is none. */
  readonly answer: readonly Step[] | undefined;
  /**
   * An answer that would do if the concept asked for less: under `smr` one that the mover gets away from, to `escape`; under `seq` one
   * in which somebody moves against its own interest.
   */
  readonly lesser: { readonly answer: readonly Step[]; readonly escape: number | undefined } | undefined;
}

/** Why a state is stable for a decision maker, or why it is not. */
export interface Verdict {
  readonly decisionMaker: number;
  readonly concept: Concept;
  readonly state: number;
  readonly stable: boolean;
  /** Its moves to what it prefers. Stable: each has an answer (none at all under `nash`). Not stable: some has none. */
  readonly temptations: readonly Temptation[];
}

/** Explains verdicts of one conflict; what a search needs is made once per decision maker. */
export function explainer(conflict: Conflict): (decisionMaker: number, concept: Concept, state: number) => Verdict {
  const kept = new Map<string, Searcher>();
  const answersTo = (one: number, credible: boolean): Searcher => {
    const key = `${one} ${credible}`;
    const known = kept.get(key) ?? searcher(conflict, othersThan(conflict, one), credible);
    kept.set(key, known);
    return known;
  };
  return (one, concept, state) => {
    const graph = conflict.moves[one] as MoveGraph;
    const better = (to: number): boolean => isBetter(conflict, one, to, state);
    const wayOut = (from: number): number | undefined => movesOf(graph, from).find(better);
    const isNoBetter = (to: number): boolean => !better(to);
    const temptation = (to: number): Temptation => {
      if (concept === 'nash') return { to, answer: undefined, lesser: undefined };
      const answer = answersTo(one, concept === 'seq').nearest(
        to,
        concept === 'smr' ? (end) => isNoBetter(end) && wayOut(end) === undefined : isNoBetter,
      );
      if (answer !== undefined || concept === 'gmr') return { to, answer, lesser: undefined };
      const lesser = answersTo(one, false).nearest(to, isNoBetter);
      const end = lesser?.at(-1)?.to;
      return {
        to,
        answer,
        lesser:
          lesser === undefined || end === undefined
            ? undefined
            : { answer: lesser, escape: concept === 'smr' ? wayOut(end) : undefined },
      };
    };
    const temptations = [...movesOf(graph, state)].filter(better).map(temptation);
    const stable = temptations.every(({ answer }) => answer !== undefined);
    return { decisionMaker: one, concept, state, stable, temptations };
  };
}
