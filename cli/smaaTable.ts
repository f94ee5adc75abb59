import { confidenceFactor } from '../src/analysis/smaa/acceptability.ts';
import { type Ranking, rankOver } from '../src/analysis/smaa/rankOver.ts';
import { readWeightConstraint } from '../src/analysis/smaa/weightConstraint.ts';
import { type Result, succeed } from '../src/domain/result.ts';
import type { WeightedTable } from '../src/formats/mcdaTable.ts';

/** The seed of draws for a table, unless another is asked for. */
export const MCDA_SEED = 1;

/** How alternatives of a table rank over its weights. */
export interface SmaaAnswer extends Ranking {
  /** Per alternative, whether it ranks first at its central weights; undefined where it has none. Values are taken as certain. */
  readonly confidence: readonly (number | undefined)[];
  readonly draws: number;
}

/** Stochastic multicriteria acceptability analysis of a table whose values are certain and whose weights are not known but for a constraint. */
export function smaaOf(
  { criteria, values, weightConstraint }: WeightedTable,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): Result<SmaaAnswer, string> {
  const space = readWeightConstraint(weightConstraint, criteria);
  if (!space.ok) return space;
  const ranked = rankOver(values, space.value, { draws, seed, scope: 'table' });
  if (!ranked.ok) return ranked;
  const { central } = ranked.value.acceptability;
  return succeed({
    ...ranked.value,
    confidence: central.map((weights, index) =>
      weights === undefined ? undefined : confidenceFactor(index, weights, 1, () => values),
    ),
    draws,
  });
}
