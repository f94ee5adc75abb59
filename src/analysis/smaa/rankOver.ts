import { fail, type Result, succeed } from '../../domain/result.ts';
import { type Acceptability, acceptability, type WeightPart } from './acceptability.ts';
import { type WeightDraws, weightDraws } from './weightDraws.ts';
import { hasExactRegions, weightRegions } from './weightRegions.ts';
import { freeMass, varying, type WeightSpace } from './weightSpace.ts';

/** Draws as parts of the weights, each as large. */
export function* drawnParts({ count, width, rows }: WeightDraws): Generator<WeightPart> {
  for (let draw = 0; draw < count; draw += 1)
    yield { weights: rows.subarray(draw * width, (draw + 1) * width), size: 1 };
}

/** How alternatives rank over a space of weights, and whether that is exact or counted in draws. */
export interface Ranking {
  readonly acceptability: Acceptability;
  readonly isExact: boolean;
}

/** How often weights are drawn where that is needed, and by which seed and name. */
export interface RankAsk {
  readonly draws: number;
  readonly seed: number;
  readonly scope: string;
}

/** Ranks alternatives over a space of weights: exactly where that is cheap, else by draws. Fails, in words, where no weights keep the bounds. */
export function rankOver(
  values: readonly ArrayLike<number>[],
  space: WeightSpace,
  { draws, seed, scope }: RankAsk,
): Result<Ranking, string> {
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
