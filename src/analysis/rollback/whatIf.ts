import { type GameTree, NODE } from '../../domain/gameTree.ts';
import { fail, type Result, succeed } from '../../domain/result.ts';
import { nodeOf } from './lines.ts';
import type { Refusal } from './playModel.ts';
import { spreadReach } from './rollBack.ts';
import { type Solution, solve } from './solve.ts';

/** What follows when a move comes as a surprise. */
export interface Surprise {
  /** The node that the move leads to. */
  readonly node: number;
  /** Per actor, what it gets from there on; what was paid before is not in it. */
  readonly values: readonly number[];
  /** Per node, how often it is reached once the move is made. */
  readonly reach: Float64Array;
}

const atChance = (node: number): Refusal => ({
  code: 'forced-chance',
  message: 'nobody decides there: what is learned about chance has a value of information instead',
  node,
});

/**
 * What if this move is made, and nobody counted on it? Everything before it was played as solved, and everything after it is: only what
 * follows the move is shown.
 */
export function surprise(tree: GameTree, { columns }: Solution, branch: number): Result<Surprise, Refusal> {
  const from = nodeOf(tree, branch);
  if (tree.kind[from] !== NODE.decision) return fail(atChance(from));
  const node = tree.child[branch] as number;
  const reach = new Float64Array(tree.kind.length);
  spreadReach(columns, reach, node);
  return succeed({ node, values: columns.values.map((own) => own[node] as number), reach });
}

/** The same game in which one move is all that is left at its node. Nodes and branches keep their numbers; the others have odds 0. */
function withOnly(tree: GameTree, branches: readonly number[]): GameTree {
  const [kind, odds] = [tree.kind.slice(), tree.odds.slice()];
  for (const branch of branches) {
    const node = nodeOf(tree, branch);
    kind[node] = NODE.chance;
    odds.fill(0, tree.first[node], tree.first[node + 1]);
    odds[branch] = 1;
  }
  return { ...tree, kind, odds };
}

/**
 * What if it is known from the start that these moves will be made? They are all that is left at their nodes, and the whole game is
 * solved again, so that moves before them may change. λ per point stays as it was: a move less makes nobody more careful.
 */
export function announced(tree: GameTree, solution: Solution, branches: readonly number[]): Result<Solution, Refusal> {
  const nodes = branches.map((branch) => nodeOf(tree, branch));
  const wrong = nodes.find((node) => tree.kind[node] !== NODE.decision);
  if (wrong !== undefined) return fail(atChance(wrong));
  if (new Set(nodes).size < nodes.length) {
    return fail({ code: 'forced-twice', message: 'two moves are announced for one decision; only one can be made' });
  }
  const { lambdas } = solution;
  const model =
    lambdas === undefined
      ? solution.model
      : { name: 'bounded' as const, lambda: lambdas.map((lambda) => (Number.isNaN(lambda) ? 0 : lambda)) };
  return solve(withOnly(tree, branches), model);
}
