/** A bargaining problem over a list of outcomes: what each is worth to each party, and what each has without agreement. */
export interface BargainingProblem {
  /** A row per outcome, points per party, each in the party's own unit. Finite. */
  readonly outcomes: readonly (readonly number[])[];
  /** d_i: what a party has without agreement (reservation value), in the same unit. */
  readonly disagreement: readonly number[];
}

/** The disagreement point: a party's reservation value, or, where it states none (null), the least that any outcome gives it. */
export const disagreementOf = (
  outcomes: readonly (readonly number[])[],
  reservation: readonly (number | null)[],
): readonly number[] =>
  reservation.map(
    (value, party) =>
      value ?? outcomes.reduce((least, outcome) => Math.min(least, outcome[party] as number), Number.POSITIVE_INFINITY),
  );

/** The zone of possible agreement (the individually rational set): outcomes that no party likes less than no agreement, u_i ≥ d_i. */
export const agreementZone = ({ outcomes, disagreement }: BargainingProblem): readonly number[] =>
  [...outcomes.keys()].filter((index) =>
    disagreement.every((least, party) => ((outcomes[index] as readonly number[])[party] as number) >= least),
  );

/** The ideal point over some outcomes: the most that each party gets in any of them. */
export const idealPoint = ({ outcomes, disagreement }: BargainingProblem, over: readonly number[]): readonly number[] =>
  disagreement.map((_, party) =>
    over.reduce(
      (most, index) => Math.max(most, (outcomes[index] as readonly number[])[party] as number),
      Number.NEGATIVE_INFINITY,
    ),
  );

/** Scores this close, relative to the best one, are equal: rounding, no preference. */
const SAME_SCORE = 1e-12;

/** The indexes with the largest score; all of them where several are equally large. */
export function withLargest(indexes: readonly number[], score: (index: number) => number): readonly number[] {
  const scores = indexes.map(score);
  const best = scores.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const enough = best - SAME_SCORE * Math.max(1, Math.abs(best));
  return indexes.filter((_, at) => (scores[at] as number) >= enough);
}
