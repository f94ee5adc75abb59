import { type GameLabels, type GameTree, NODE } from '../../domain/gameTree.ts';
import { regrets } from './regret.ts';
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
  /** Per outcome that may be reached, how often play ends there once the move is made. */
  readonly odds: ReadonlyMap<string, number>;
}

/** Per branch of a node, how often play ends in each outcome once it is taken: one pass over what follows, however many branches there are. */
function oddsByBranch(
  tree: GameTree,
  outcome: GameLabels['outcome'],
  { parent, arrival, share }: Solution['columns'],
  [start, end]: readonly [number, number],
): readonly ReadonlyMap<string, number>[] {
  const odds = Array.from({ length: end - start }, () => new Map<string, number>());
  const owner = new Int32Array(tree.kind.length).fill(-1);
  const reach = new Float64Array(tree.kind.length);
  for (let branch = start; branch < end; branch += 1) {
    const to = tree.child[branch] as number;
    owner[to] = branch - start;
    reach[to] = 1;
  }
  for (let node = 1; node < owner.length; node += 1) {
    const before = parent[node] as number;
    if (owner[node] === -1) {
      owner[node] = owner[before] as number;
      reach[node] = (reach[before] as number) * (share[arrival[node] as number] as number);
    }
    const own = odds[owner[node] as number];
    if (own === undefined || tree.kind[node] !== NODE.end || reach[node] === 0) continue;
    const name = outcome(node);
    own.set(name, (own.get(name) ?? 0) + (reach[node] as number));
  }
  return odds;
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
  const [start, end] = [tree.first[node] as number, tree.first[node + 1] as number];
  return oddsByBranch(tree, outcome, columns, [start, end]).map((odds, offset): Option => {
    const branch = start + offset;
    const to = tree.child[branch] as number;
    return {
      branch,
      values: columns.values.map((own) => own[to] as number),
      regret: regret[branch] as number,
      share: columns.share[branch] as number,
      odds,
    };
  });
}
