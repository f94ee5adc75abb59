import { type GameLabels, type GameTree, NODE } from '../../domain/gameTree.ts';
import { oddsOfOutcomes } from './ends.ts';
import { regrets } from './regret.ts';
import { spreadReach } from './rollBack.ts';
import type { Solution } from './solve.ts';

/** One move of a decision, as the model sees it. */
export interface Option {
  readonly branch: number;
  /** Per actor, what it gets once the move is made: what is paid from there on. */
  readonly values: readonly number[];
  /** What the mover loses by it against the best move there: its own points, or J where several decide. */
  readonly regret: number;
  /** How often the model takes it once the decision is reached. */
  readonly share: number;
  /** Per outcome, how often play ends there once the move is made. */
  readonly odds: ReadonlyMap<string, number>;
}

/** The moves of a decision in declared order; none at chance or an end. */
export function optionsAt(
  tree: GameTree,
  outcome: GameLabels['outcome'],
  solution: Solution,
  node: number,
): readonly Option[] {
  if (tree.kind[node] !== NODE.decision) return [];
  const { columns } = solution;
  const regret = regrets(tree, solution);
  const reach = new Float64Array(tree.kind.length);
  const [start, end] = [tree.first[node] as number, tree.first[node + 1] as number];
  return Array.from({ length: end - start }, (_, offset): Option => {
    const branch = start + offset;
    const to = tree.child[branch] as number;
    spreadReach(columns, reach, to);
    return {
      branch,
      values: columns.values.map((own) => own[to] as number),
      regret: regret[branch] as number,
      share: columns.share[branch] as number,
      odds: oddsOfOutcomes(tree, outcome, reach),
    };
  });
}
