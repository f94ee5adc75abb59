import { type GameTree, NODE } from '../../domain/gameTree.ts';
import { fail, type Result, succeed } from '../../domain/result.ts';
import { METHODS, type Method } from './methods.ts';
import type { Refusal } from './playModel.ts';
import { rollBack, spreadReach } from './rollBack.ts';
import { spansOf } from './spans.ts';
import { type Workspace, workspaceFor } from './workspace.ts';

/** A behaviour profile valued: what follows if everybody moves by it. */
export interface Evaluation {
  readonly method: Method;
  readonly columns: Workspace;
}

/** Shares of a decision's branches sum to 1 within this. */
const SUM_WITHIN = 1e-9;

/**
 * What every actor gets if each decision's branches are taken by the given shares, whoever would gain by moving otherwise. `shares` has one
 * number per branch; those at chance are not read. Refuses shares that are negative or do not sum to 1.
 */
export function evaluate(tree: GameTree, shares: Float64Array): Result<Evaluation, Refusal> {
  const columns = workspaceFor(tree);
  for (let node = 0; node < tree.kind.length; node += 1) {
    if (tree.kind[node] !== NODE.decision) continue;
    const taken = shares.subarray(tree.first[node], tree.first[node + 1]);
    const sum = taken.reduce((total, share) => total + (share >= 0 ? share : Number.NaN), 0);
    if (Math.abs(sum - 1) <= SUM_WITHIN) continue;
    return fail({ code: 'shares', message: 'the shares of a decision’s moves are not negative and sum to 1', node });
  }
  spansOf(tree, columns);
  rollBack(tree, columns, (node) => {
    const end = tree.first[node + 1] as number;
    for (let branch = tree.first[node] as number; branch < end; branch += 1)
      columns.share[branch] = shares[branch] as number;
  });
  spreadReach(columns, columns.reach);
  return succeed({ method: METHODS.profile, columns });
}
