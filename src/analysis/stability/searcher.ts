import { type Conflict, isBetter, type MoveGraph } from '../../domain/conflict.ts';

/** One move of a sequence: who makes it, and the state it leads to. */
export interface Step {
  readonly mover: number;
  readonly to: number;
}

/** Looks for what some decision makers can bring about from a state, in any order, nobody moving twice in a row. */
export interface Searcher {
  /** Every state that at least one move leads to, in the order of the states. */
  readonly reached: (from: number) => readonly number[];
  /** The shortest sequence to a state that has some property; undefined where none leads to one. */
  readonly nearest: (from: number, isWanted: (state: number) => boolean) => readonly Step[] | undefined;
}

/**
 * The moves of a coalition, R_H(s), by breadth-first search over pairs (state, last mover); `credible` counts only moves that are better
 * for who makes them where it makes them, R⁺_H(s). Scratch space is made once for many searches.
 */
export function searcher(conflict: Conflict, members: readonly number[], credible: boolean): Searcher {
  const columns = members.length;
  const pairs = conflict.states.length * columns;
  const queue = new Int32Array(pairs);
  const cameFrom = new Int32Array(pairs);
  /** The number of the search that saw a pair last, so that nothing has to be wiped out. */
  const seen = new Int32Array(pairs);
  const graphs = members.map((member) => conflict.moves[member] as MoveGraph);
  let search = 0;

  /** Searches until a pair is wanted; gives that pair, or −1 after all of them. How many were seen is in `end`. */
  let end = 0;
  const spread = (from: number, isWanted: (state: number) => boolean): number => {
    search += 1;
    end = 0;
    for (let at = -1; at < end; at += 1) {
      const pair = at < 0 ? -1 : (queue[at] as number);
      const last = pair < 0 ? -1 : pair % columns;
      const state = pair < 0 ? from : (pair - last) / columns;
      for (let column = 0; column < columns; column += 1) {
        if (column === last) continue;
        const { first, to } = graphs[column] as MoveGraph;
        for (let arc = first[state] as number; arc < (first[state + 1] as number); arc += 1) {
          const next = to[arc] as number;
          if (credible && !isBetter(conflict, members[column] as number, next, state)) continue;
          const reachedPair = next * columns + column;
          if (seen[reachedPair] === search) continue;
          seen[reachedPair] = search;
          cameFrom[reachedPair] = pair;
          if (isWanted(next)) return reachedPair;
          queue[end] = reachedPair;
          end += 1;
        }
      }
    }
    return -1;
  };

  return {
    reached: (from) => {
      spread(from, () => false);
      const states = new Set<number>();
      for (let at = 0; at < end; at += 1) states.add(Math.floor((queue[at] as number) / columns));
      return [...states].sort((a, b) => a - b);
    },
    nearest: (from, isWanted) => {
      const steps: Step[] = [];
      let pair = spread(from, isWanted);
      if (pair < 0) return undefined;
      for (; pair >= 0; pair = cameFrom[pair] as number)
        steps.unshift({ mover: members[pair % columns] as number, to: Math.floor(pair / columns) });
      return steps;
    },
  };
}

/** Which states can follow from one by legal sequences of everybody's moves, and by moves that are each better for who makes them. */
export interface Reach {
  readonly from: number;
  readonly byMoves: readonly number[];
  readonly byImprovements: readonly number[];
}

/** What can follow from a state, that state itself left out. */
export function reach(conflict: Conflict, from: number): Reach {
  const everybody = [...conflict.decisionMakers.keys()];
  const following = (credible: boolean) =>
    searcher(conflict, everybody, credible)
      .reached(from)
      .filter((state) => state !== from);
  return { from, byMoves: following(false), byImprovements: following(true) };
}
