import { type Conflict, isBetter, type MoveGraph, movesOf, reversed } from '../../domain/conflict.ts';

/** A conflict with its moves turned round, made once for all that is asked of it. */
export interface ConflictGraph {
  readonly conflict: Conflict;
  readonly back: readonly MoveGraph[];
}

export const conflictGraph = (conflict: Conflict): ConflictGraph => ({ conflict, back: conflict.moves.map(reversed) });

/**
 * The least of some values that others can bring about from each state: min over R_H(s), where H moves in any order, nobody twice in a
 * row and each as often as it likes; +∞ where H cannot move. `credible` counts only moves that are better for who makes them.
 *
 * One minimum-propagation over pairs (state, last mover), backwards from the states in the order of their values: the first label that
 * reaches a pair is its least. Every arc is looked at once per last mover.
 */
export function leastReplies(
  { conflict, back }: ConflictGraph,
  members: readonly number[],
  values: Float64Array,
  credible: boolean,
): Float64Array {
  const states = values.length;
  const least = new Float64Array(states).fill(Number.POSITIVE_INFINITY);
  const columns = members.length;
  const labelled = new Uint8Array(states * columns);
  const queue = new Int32Array(states * columns);
  const order = Int32Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number));
  const graphs = members.map((member) => back[member] as MoveGraph);
  let end = 0;
  for (const state of order) {
    const value = values[state] as number;
    let next = end;
    for (let column = 0; column < columns; column += 1) {
      const pair = state * columns + column;
      if (labelled[pair] === 1) continue;
      labelled[pair] = 1;
      queue[end++] = pair;
    }
    for (; next < end; next += 1) {
      const pair = queue[next] as number;
      const mover = pair % columns;
      const to = (pair - mover) / columns;
      const { first, to: sources } = graphs[mover] as MoveGraph;
      for (let at = first[to] as number; at < (first[to + 1] as number); at += 1) {
        const from = sources[at] as number;
        if (credible && !isBetter(conflict, members[mover] as number, to, from)) continue;
        if (value < (least[from] as number)) least[from] = value;
        for (let column = 0; column < columns; column += 1) {
          const before = from * columns + column;
          if (column === mover || labelled[before] === 1) continue;
          labelled[before] = 1;
          queue[end++] = before;
        }
      }
    }
  }
  return least;
}

/** The most that a decision maker has at a state or can move to from it: what it keeps of an answer that it may get away from. */
export function afterEscape({ moves, payoffs }: Conflict, decisionMaker: number): Float64Array {
  const payoff = payoffs[decisionMaker] as Float64Array;
  const graph = moves[decisionMaker] as MoveGraph;
  return payoff.map((own, state) => {
    let most = own;
    for (const to of movesOf(graph, state)) most = Math.max(most, payoff[to] as number);
    return most;
  });
}
