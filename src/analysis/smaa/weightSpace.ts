/** How the weights that vary are distributed. `dirichlet`: one α per criterion, above 0; those of criteria that do not vary are not read. */
export type WeightLaw =
  | { readonly name: 'uniform' }
  | { readonly name: 'dirichlet'; readonly alpha: readonly number[] };

/** The weights that are thought possible: not negative, summing to 1. */
export interface WeightSpace {
  readonly criteria: readonly string[];
  /** Per criterion, its weight where it does not vary; undefined where it does. A weight of 0 that stays is a fixed one. */
  readonly fixed: readonly (number | undefined)[];
  readonly law: WeightLaw;
  /** Per criterion, the least and the most that its weight may be; 0 and 1 where nothing is said. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Orders of importance, each a list of levels: no weight of a later level is larger than one of an earlier level. */
  readonly orders: readonly (readonly (readonly number[])[])[];
}

/** Every set of weights, each as likely. */
export const allWeights = (criteria: readonly string[]): WeightSpace => ({
  criteria,
  fixed: criteria.map(() => undefined),
  law: { name: 'uniform' },
  low: criteria.map(() => 0),
  high: criteria.map(() => 1),
  orders: [],
});

/** The criteria whose weights vary, as indexes. */
export const varying = ({ fixed }: WeightSpace): readonly number[] =>
  [...fixed.keys()].filter((criterion) => fixed[criterion] === undefined);

/** What the weights that vary sum to. */
export const freeMass = ({ fixed }: WeightSpace): number =>
  Math.max(0, 1 - fixed.reduce((sum: number, weight) => sum + (weight ?? 0), 0));

/** A bound that weights must keep: the sum of `of` times weight is not negative (with a constant). */
export interface HalfSpace {
  readonly of: readonly number[];
  readonly constant: number;
}

/** All bounds of a space as half-spaces over all its weights. */
export function halfSpaces({ criteria, low, high, orders }: WeightSpace): readonly HalfSpace[] {
  const unit = (entries: readonly (readonly [number, number])[]): readonly number[] =>
    criteria.map((_, index) => entries.find(([criterion]) => criterion === index)?.[1] ?? 0);
  const bounds = criteria.flatMap((_, index): HalfSpace[] => [
    ...((low[index] ?? 0) > 0 ? [{ of: unit([[index, 1]]), constant: -(low[index] as number) }] : []),
    ...((high[index] ?? 1) < 1 ? [{ of: unit([[index, -1]]), constant: high[index] as number }] : []),
  ]);
  const ordered = orders.flatMap((levels) =>
    levels.slice(1).flatMap((level, at) =>
      (levels[at] ?? []).flatMap((larger) =>
        level.map(
          (smaller): HalfSpace => ({
            of: unit([
              [larger, 1],
              [smaller, -1],
            ]),
            constant: 0,
          }),
        ),
      ),
    ),
  );
  return [...bounds, ...ordered];
}

/** Bounds are kept to this: rounding, no judgement. */
const WITHIN = 1e-12;

/** Whether weights keep all bounds of half-spaces. */
export const keepsBounds = (spaces: readonly HalfSpace[], weights: ArrayLike<number>): boolean =>
  spaces.every(
    ({ of, constant }) =>
      of.reduce((sum, factor, index) => sum + factor * (weights[index] as number), constant) >= -WITHIN,
  );
