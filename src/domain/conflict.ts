/** One decision maker's moves: the states it can reach from each state in one move, laid end to end. */
export interface MoveGraph {
  /** From state s lead the moves `to[first[s]]` up to `to[first[s + 1] − 1]`. */
  readonly first: Int32Array;
  readonly to: Int32Array;
}

/** An option of a conflict in option form: something that its owner does or does not do. */
export interface ConflictOption {
  readonly id: string;
  /** What readers call it. */
  readonly label: string;
  /** Index of the decision maker whose option it is. */
  readonly owner: number;
}

/** A conflict as the graph model has it (Kilgour, Hipel & Fang 1987): states, who can move where, and what each decision maker prefers. */
export interface Conflict {
  readonly title: string;
  readonly decisionMakers: readonly string[];
  /** Ids of the feasible states. */
  readonly states: readonly string[];
  /** Per decision maker the worth of each state: higher is better, in its own points or ranks, finite. */
  readonly payoffs: readonly Float64Array[];
  /** τ per decision maker: the points within which it does not care. 0 where rankings are exact. */
  readonly tolerances: readonly number[];
  readonly moves: readonly MoveGraph[];
  /** Where the conflict stands now; undefined where that is not said. */
  readonly statusQuo: number | undefined;
  /** Options, and per state whether each is taken; undefined where it does not matter there. None for a conflict told by its graph alone. */
  readonly options: readonly ConflictOption[];
  readonly taken: readonly (readonly (boolean | undefined)[])[];
}

/**
 * Whether state q is better than state s for a decision maker: payoff(q) > payoff(s) + τ. A semiorder (Luce 1956): what is not better
 * either way need not be transitive, so every comparison is with the state that is asked about.
 */
export function isBetter({ payoffs, tolerances }: Conflict, decisionMaker: number, q: number, s: number): boolean {
  const payoff = payoffs[decisionMaker] as Float64Array;
  return (payoff[q] as number) > (payoff[s] as number) + (tolerances[decisionMaker] as number);
}

/** Lays moves out as a graph, each once and in the order of the states; a move that stays where it is counts as none. */
export function moveGraph(states: number, moves: Iterable<readonly [from: number, to: number]>): MoveGraph {
  const lists: Set<number>[] = Array.from({ length: states }, () => new Set<number>());
  for (const [from, to] of moves) if (from !== to) lists[from]?.add(to);
  const first = new Int32Array(states + 1);
  for (const [state, list] of lists.entries()) first[state + 1] = (first[state] as number) + list.size;
  const to = new Int32Array(first[states] as number);
  for (const [state, list] of lists.entries()) to.set(Int32Array.from(list).sort(), first[state] as number);
  return { first, to };
}

/** The states that one move leads to from a state. */
export const movesOf = ({ first, to }: MoveGraph, state: number): Int32Array =>
  to.subarray(first[state] as number, first[state + 1] as number);

/** Every move of a graph turned round. */
export function reversed({ first, to }: MoveGraph): MoveGraph {
  const states = first.length - 1;
  const counts = new Int32Array(states + 1);
  for (const state of to) counts[state + 1] = (counts[state + 1] as number) + 1;
  for (let state = 0; state < states; state += 1)
    counts[state + 1] = (counts[state + 1] as number) + (counts[state] as number);
  const next = counts.slice();
  const from = new Int32Array(to.length);
  for (let state = 0; state < states; state += 1) {
    for (let at = first[state] as number; at < (first[state + 1] as number); at += 1) {
      const target = to[at] as number;
      from[next[target] as number] = state;
      next[target] = (next[target] as number) + 1;
    }
  }
  return { first: counts, to: from };
}
