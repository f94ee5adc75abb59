import { type Conflict, type MoveGraph, movesOf } from '../../domain/conflict.ts';
import type { Concept } from './concepts.ts';
import { searcher } from './searcher.ts';
import { othersThan } from './stability.ts';

/** What a ranking must do for a state to be stable for who has it, as far as one move away from that state goes. */
export interface RankingCondition {
  /** Where the move leads. */
  readonly to: number;
  /** The states of one of these lists must all rank below the state itself. */
  readonly below: readonly (readonly number[])[];
}

const isWithin = (inner: readonly number[], outer: ReadonlySet<number>): boolean =>
  inner.every((state) => outer.has(state));

/** Lists among which it is looked for shorter ones within longer ones; beyond, a longer one is a condition too many and no fault. */
const MOST_COMPARED = 300;

/** The lists that no shorter one is part of; each once. */
function withoutLonger(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const single = new Set(lists.flatMap((list) => (list.length === 1 ? list : [])));
  const longer = lists.filter((list) => list.length !== 1 && !list.some((state) => single.has(state)));
  const kept: (readonly number[])[] = [...single].map((state) => [state]);
  const ordered = longer.toSorted((a, b) => a.length - b.length);
  for (const list of ordered) {
    const states = new Set(list);
    if (ordered.length > MOST_COMPARED || !kept.some((shorter) => isWithin(shorter, states))) kept.push(list);
  }
  return kept;
}

/**
 * What a strict ranking of one decision maker must do for a state to be stable for itself, whatever its present ranking: all of these
 * conditions. It depends only on which states rank below that state. A move that is answered whatever the ranking sets no condition.
 */
export function rankingConditions(
  conflict: Conflict,
  one: number,
): (concept: Concept, state: number) => readonly RankingCondition[] {
  const graph = conflict.moves[one] as MoveGraph;
  const others = othersThan(conflict, one);
  const free = searcher(conflict, others, false);
  const credible = searcher(conflict, others, true);
  return (concept, state) =>
    [...movesOf(graph, state)].flatMap((to): readonly RankingCondition[] => {
      const answers = concept === 'nash' ? [] : (concept === 'seq' ? credible : free).reached(to);
      const lists = answers.map((end) =>
        [end, ...(concept === 'smr' ? movesOf(graph, end) : [])].filter((least) => least !== state),
      );
      const below = withoutLonger([[to], ...lists]);
      return below.some((list) => list.length === 0) ? [] : [{ to, below }];
    });
}
