import { type Acceptability, acceptability, confidenceFactor } from '../src/analysis/smaa/acceptability.ts';
import { readWeightConstraint } from '../src/analysis/smaa/weightConstraint.ts';
import { type WeightDraws, weightDraws } from '../src/analysis/smaa/weightDraws.ts';
import { hasExactRegions, weightRegions } from '../src/analysis/smaa/weightRegions.ts';
import { freeMass, varying, type WeightSpace } from '../src/analysis/smaa/weightSpace.ts';
import { fail, type Result, succeed } from '../src/domain/result.ts';
import type { WeightedTable } from '../src/formats/mcdaTable.ts';

/** The seed of draws for a table, unless another is asked for. */
export const MCDA_SEED = 1;

/** How alternatives of a table rank over its weights. */
export interface SmaaAnswer {
  readonly space: WeightSpace;
  readonly acceptability: Acceptability;
  /** Per alternative, whether it ranks first at its central weights; undefined where it has none. Values are taken as certain. */
  readonly confidence: readonly (number | undefined)[];
  /** Exact, or by how many draws. */
  readonly isExact: boolean;
  readonly draws: number;
}

/** Draws as parts of the weights, each as large. */
export function* drawnParts({ count, width, rows }: WeightDraws) {
  for (let draw = 0; draw < count; draw += 1)
    yield { weights: rows.subarray(draw * width, (draw + 1) * width), size: 1 };
}

/** Ranks alternatives over a space of weights: exactly where that is cheap, else by draws. */
export function rankOver(
  values: readonly ArrayLike<number>[],
  space: WeightSpace,
  { draws, seed, scope }: { readonly draws: number; readonly seed: number; readonly scope: string },
): Result<{ readonly acceptability: Acceptability; readonly isExact: boolean }, string> {
  const isSound = freeMass(space) > 0 || varying(space).length === 0;
  if (isSound && hasExactRegions(space, values.length)) {
    const regions = weightRegions(values, space);
    return regions.length === 0
      ? fail('no weights keep these bounds')
      : succeed({ acceptability: acceptability(values, regions), isExact: true });
  }
  const drawn = weightDraws(space, { seed, count: draws, scope });
  return drawn.ok ? succeed({ acceptability: acceptability(values, drawnParts(drawn.value)), isExact: false }) : drawn;
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
    space: space.value,
    ...ranked.value,
    confidence: central.map((weights, index) =>
      weights === undefined ? undefined : confidenceFactor(index, weights, 1, () => values),
    ),
    draws,
  });
}
