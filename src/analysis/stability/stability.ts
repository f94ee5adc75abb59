import { type Conflict, isBetter, type MoveGraph, movesOf } from '../../domain/conflict.ts';
import { type ByConcept, byConcept } from './concepts.ts';
import { afterEscape, type ConflictGraph, conflictGraph, leastReplies } from './leastReplies.ts';

/** Which states are stable, per concept. */
export interface Stability {
  /** Per decision maker and state: 1 where it would stay. */
  readonly stable: ByConcept<readonly Uint8Array[]>;
  /** Per state: 1 where everybody would stay. */
  readonly equilibrium: ByConcept<Uint8Array>;
}

/** Everybody but one. */
export const othersThan = ({ decisionMakers }: Conflict, one: number): readonly number[] =>
  [...decisionMakers.keys()].filter((other) => other !== one);

/** Per concept, which states are stable for one decision maker. */
function stableFor(graph: ConflictGraph, one: number): ByConcept<Uint8Array> {
  const { conflict } = graph;
  const others = othersThan(conflict, one);
  const payoff = conflict.payoffs[one] as Float64Array;
  const tolerance = conflict.tolerances[one] as number;
  const answers = {
    gmr: leastReplies(graph, others, payoff, false),
    smr: leastReplies(graph, others, afterEscape(conflict, one), false),
    seq: leastReplies(graph, others, payoff, true),
  };
  const stable = byConcept(() => new Uint8Array(payoff.length).fill(1));
  for (const [state, own] of payoff.entries()) {
    // An answer holds somebody back where it ends no better off than it is.
    const bound = own + tolerance;
    for (const to of movesOf(conflict.moves[one] as MoveGraph, state)) {
      if (!isBetter(conflict, one, to, state)) continue;
      stable.nash[state] = 0;
      if ((answers.gmr[to] as number) > bound) stable.gmr[state] = 0;
      if ((answers.smr[to] as number) > bound) stable.smr[state] = 0;
      if ((answers.seq[to] as number) > bound) stable.seq[state] = 0;
    }
  }
  return stable;
}

/**
 * Which states of a conflict are stable for whom, and for everybody, under the four concepts: the definitions of Fang, Hipel & Kilgour
 * 1993 for any number of decision makers, in a time near linear in the number of moves.
 */
export function stability(conflict: Conflict): Stability {
  const graph = conflictGraph(conflict);
  const each = conflict.decisionMakers.map((_, one) => stableFor(graph, one));
  const stable = byConcept((concept) => each.map((own) => own[concept]));
  const everybody = byConcept((concept) =>
    Uint8Array.from(conflict.states, (_, state) => (stable[concept].every((own) => own[state] === 1) ? 1 : 0)),
  );
  return { stable, equilibrium: everybody };
}

/** The states that a column marks. */
export const marked = (column: Uint8Array): readonly number[] =>
  [...column.keys()].filter((state) => column[state] === 1);
