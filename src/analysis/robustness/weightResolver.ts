import type { ScenarioKernel, UnfoldedGame } from '../kernel/scenarioKernel.ts';
import { choosesBest, type Scales } from '../rollback/choose.ts';
import { rollBack, spreadReach } from '../rollback/rollBack.ts';
import { workspaceFor } from '../rollback/workspace.ts';
import { type Criteria, criteriaAtEnds, criteriaOf, endsOfTree } from './criteria.ts';

/** Solves one tree again and again as weights change. */
export interface WeightResolver {
  /** Per actor, its criteria and stated weights. */
  readonly criteria: readonly Criteria[];
  /**
   * Solves the tree (rational play) at the given weights, per actor and criterion: how often each branch is taken. Written over by the next.
   * What counts as equal is what does at the stated weights.
   */
  readonly sharesAt: (weights: readonly ArrayLike<number>[]) => Float64Array;
  /** How often each node is reached by the shares that were solved last. Written over by the next. */
  readonly reach: () => Float64Array;
}

/**
 * Reads once what every end is worth by every stake of every actor: payoffs are linear in the weights, so that a change of weights is a sum per
 * end and one pass of backward induction.
 */
export function weightResolver(kernel: ScenarioKernel, unfolded: UnfoldedGame, scales: Scales): WeightResolver {
  const criteria = kernel.stakes.actors.map((_, actor) => criteriaOf(kernel, actor));
  const ends = Int32Array.from(endsOfTree(unfolded.game));
  const worths = criteria.map(({ actor }) => {
    const columns = criteriaAtEnds(kernel, unfolded, actor);
    return columns.map((column) => Float64Array.from(ends, (end) => column[end] as number));
  });
  const game = { ...unfolded.game, payoffs: kernel.stakes.actors.map(() => new Float64Array(unfolded.tree.nodes)) };
  const columns = workspaceFor(game);
  const choose = choosesBest(game, columns, scales);
  const sums = new Float64Array(ends.length);
  return {
    criteria,
    sharesAt: (weights) => {
      for (const [actor, payoffs] of game.payoffs.entries()) {
        sums.fill(0);
        for (const [criterion, worth] of (worths[actor] ?? []).entries()) {
          const weight = 100 * (weights[actor]?.[criterion] as number);
          if (weight === 0) continue;
          for (let end = 0; end < sums.length; end += 1)
            sums[end] = (sums[end] as number) + weight * (worth[end] as number);
        }
        for (let end = 0; end < sums.length; end += 1) payoffs[ends[end] as number] = sums[end] as number;
      }
      rollBack(game, columns, choose);
      return columns.share;
    },
    reach: () => {
      spreadReach(columns, columns.reach);
      return columns.reach;
    },
  };
}
