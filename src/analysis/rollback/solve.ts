import { type GameTree, NODE } from '../../domain/gameTree.ts';
import { fail, type Result, succeed } from '../../domain/result.ts';
import { assumptionsOf } from './assumptions.ts';
import { type Choose, choosesBest, choosesByLogit, choosesByTendency, type Scales, tendencySum } from './choose.ts';
import { METHODS, type Method } from './methods.ts';
import type { PlayModel, Refusal } from './playModel.ts';
import { rollBack, spreadReach } from './rollBack.ts';
import { type Lambdas, lambdasOf, scalesOf } from './scales.ts';
import { type Span, spansOf } from './spans.ts';
import { requireFit, type Workspace, workspaceFor } from './workspace.ts';

/**
 * A game solved under one model of play. The columns are those of the workspace that was used: the next solve with the same workspace
 * writes over them.
 */
export interface Solution {
  readonly model: PlayModel;
  readonly method: Method;
  /** λ per actor, in choices per payoff point, where play is bounded. */
  readonly lambdas: Lambdas;
  /** Per actor, the least and most it may end with. */
  readonly spans: readonly Span[];
  readonly scales: Scales;
  /** Values per actor and node, shares per branch, reach per node, scores per branch. */
  readonly columns: Workspace;
  /** Nodes at which several branches are equally good, on a path that is played. */
  readonly ties: readonly number[];
  /** How many such nodes there are where play does not come. They do not show in the odds, but may matter to what is chosen before. */
  readonly tiesOffPath: number;
  /** What the answer rests on, a sentence each. */
  readonly assumptions: () => readonly string[];
}

/** The first node at which a lone decider has a choice and no tendency, where there is one. */
function nodeWithoutTendency(tree: GameTree): number | undefined {
  for (let node = 0; node < tree.kind.length; node += 1) {
    const branches = (tree.first[node + 1] as number) - (tree.first[node] as number);
    if (tree.kind[node] !== NODE.decision || branches < 2) continue;
    const isJoint = (tree.deciders[tree.decider[node] as number] as readonly number[]).length > 1;
    if (!isJoint && !(tendencySum(tree, node) > 0)) return node;
  }
  return undefined;
}

const withoutDisagreement = (node: number): Refusal => ({
  code: 'no-agreement-closed',
  message:
    'several must agree here, and the move that stands for no agreement is closed: nothing says what happens if they do not',
  node,
});

function chooser(tree: GameTree, model: PlayModel, scales: Scales, columns: Workspace): Choose {
  const best = choosesBest(tree, columns, scales);
  if (model.name === 'rational') return best;
  return model.name === 'bounded'
    ? choosesByLogit(tree, columns, scales)
    : choosesByTendency(tree, columns, scales, best);
}

const tooLarge: Refusal = {
  code: 'payoff-range',
  message: 'payoffs add up to more than can be computed with (about 1e308)',
};

/**
 * Solves a game: what every actor gets from each node on, how often each branch is taken and each node reached. Linear in the size of the
 * game; with a workspace of its structure at hand nothing of its size is allocated, and `odds`, `payoffs` and `tendency` may have been
 * rewritten in place since the last solve. Refuses where the model cannot be applied.
 */
export function solve(
  tree: GameTree,
  model: PlayModel,
  columns: Workspace = workspaceFor(tree),
): Result<Solution, Refusal> {
  requireFit(tree, columns);
  const spans = spansOf(tree, columns);
  if (!spans.every(({ least, most }) => Number.isFinite(most - least))) return fail(tooLarge);
  if (columns.stuck !== -1) return fail(withoutDisagreement(columns.stuck));
  if (model.name === 'tendency') {
    const node = nodeWithoutTendency(tree);
    if (node !== undefined) {
      const message =
        tree.tendency === undefined
          ? 'the game declares no tendencies, so nothing says how often each move is expected'
          : 'a decision declares no tendency, or none above 0, for one of its open moves, so nothing says how often each is expected';
      return fail({ code: 'no-tendency', message, node });
    }
  }
  const lambdas = lambdasOf(tree, model, spans);
  if (!lambdas.ok) return lambdas;
  const scales = scalesOf(tree, spans, lambdas.value);
  rollBack(tree, columns, chooser(tree, model, scales, columns));
  spreadReach(columns, columns.reach);
  const ties: number[] = [];
  let tiesOffPath = 0;
  for (let index = 0; index < columns.inner.length; index += 1) {
    const node = columns.inner[index] as number;
    if ((columns.tied[node] as number) < 2) continue;
    if ((columns.reach[node] as number) > 0) ties.push(node);
    else tiesOffPath += 1;
  }
  const assumptions = () => assumptionsOf(tree, model, columns, ties.length + tiesOffPath);
  return succeed({
    model,
    method: METHODS[model.name],
    lambdas: lambdas.value,
    spans,
    scales,
    columns,
    ties,
    tiesOffPath,
    assumptions,
  });
}

/** What an actor gets from a node on. */
export const valueAt = ({ columns }: Solution, actor: number, node = 0): number =>
  columns.values[actor]?.[node] ?? Number.NaN;
