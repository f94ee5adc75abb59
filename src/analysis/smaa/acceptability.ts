/** A part of the weights: one draw of them, or a region with its size. */
export interface WeightPart {
  /** A weight per criterion: the draw, or the middle (centroid) of the region. */
  readonly weights: ArrayLike<number>;
  readonly size: number;
}

/** How alternatives rank over the weights (Lahdelma, Hokkanen & Salminen 1998; Lahdelma & Salminen 2001). */
export interface Acceptability {
  /** Per alternative and rank, the share of the weights that give it that rank; alternatives that are equally good split their ranks. */
  readonly rank: readonly (readonly number[])[];
  /** Per alternative, the mean of the weights under which it ranks first; undefined where there are none. */
  readonly central: readonly (readonly number[] | undefined)[];
  /** Per pair, the share of the weights under which the first is worth more than the second. */
  readonly pairwise: readonly (readonly number[])[];
}

/** Values closer than this part of the largest are equal: rounding, no preference. */
const SAME = 1e-12;

/** Σ w_k x_k. */
export function weighted(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let criterion = 0; criterion < values.length; criterion += 1)
    sum += (weights[criterion] as number) * (values[criterion] as number);
  return sum;
}

/**
 * Counts ranks over parts of the weights. `values`: a row per alternative, a number per criterion, each already as good as it is large. Within
 * a part the order of alternatives is that at its weights.
 */
export function acceptability(values: readonly ArrayLike<number>[], parts: Iterable<WeightPart>): Acceptability {
  const count = values.length;
  const width = values[0]?.length ?? 0;
  const rank = values.map(() => new Float64Array(count));
  const pairwise = values.map(() => new Float64Array(count));
  const firsts = values.map(() => new Float64Array(width));
  const scale = values.reduce((most, row) => {
    let largest = most;
    for (let at = 0; at < row.length; at += 1) largest = Math.max(largest, Math.abs(row[at] as number));
    return largest;
  }, 0);
  const within = SAME * scale;
  const worth = new Float64Array(count);
  let whole = 0;
  for (const { weights, size } of parts) {
    whole += size;
    for (let one = 0; one < count; one += 1) worth[one] = weighted(values[one] as ArrayLike<number>, weights);
    for (let one = 0; one < count; one += 1) {
      let [better, equal] = [0, 0];
      for (let other = 0; other < count; other += 1) {
        const difference = (worth[other] as number) - (worth[one] as number);
        if (difference > within) better += 1;
        else if (difference >= -within) equal += 1;
        else (pairwise[one] as Float64Array)[other] = (pairwise[one]?.[other] as number) + size;
      }
      const share = size / equal;
      const own = rank[one] as Float64Array;
      for (let at = better; at < better + equal; at += 1) own[at] = (own[at] as number) + share;
      if (better > 0) continue;
      const first = firsts[one] as Float64Array;
      for (let criterion = 0; criterion < width; criterion += 1)
        first[criterion] = (first[criterion] as number) + share * (weights[criterion] as number);
    }
  }
  const divided = (row: Float64Array, by: number): readonly number[] => [...row].map((sum) => sum / by);
  return {
    rank: rank.map((row) => divided(row, whole)),
    pairwise: pairwise.map((row) => divided(row, whole)),
    central: firsts.map((row, one) => {
      const first = rank[one]?.[0] as number;
      return first > 0 ? divided(row, first) : undefined;
    }),
  };
}

/** Standard error of a share that was counted in so many draws. */
export const shareError = (share: number, draws: number): number => Math.sqrt((share * (1 - share)) / draws);

/**
 * Confidence factor: the share of draws of the values in which an alternative ranks first at its own central weights; equally good ones split a
 * draw. `valuesIn` gives the rows of one draw.
 */
export function confidenceFactor(
  alternative: number,
  central: ArrayLike<number>,
  draws: number,
  valuesIn: (draw: number) => readonly ArrayLike<number>[],
): number {
  let sum = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const { rank } = acceptability(valuesIn(draw), [{ weights: central, size: 1 }]);
    sum += rank[alternative]?.[0] as number;
  }
  return sum / draws;
}
