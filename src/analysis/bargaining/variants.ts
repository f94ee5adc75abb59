import { agreementZone, type BargainingProblem, disagreementOf, idealPoint, withLargest } from './bargainingProblem.ts';
import { paretoFrontier } from './paretoFrontier.ts';

/** What published tools call the Kalai–Smorodinsky point of a finite set; they disagree. Indexes of outcomes per variant. */
export interface KalaiSmorodinskyVariants {
  /** Ours: the largest least ratio, ideal over the zone of agreement. */
  readonly maxMinRatioIdealOverRational: readonly number[];
  /** The largest least ratio, ideal over all outcomes. */
  readonly maxMinRatioIdealOverAll: readonly number[];
  /** The smallest difference between the largest and the least ratio, ideal over all outcomes: what NegMAS's `ks_points` computes. */
  readonly minSpreadIdealOverAll: readonly number[];
}

/** The variants over the Pareto frontier of the zone of agreement, for comparing with other tools. Empty where there is no zone. */
export function kalaiSmorodinskyVariants(
  outcomes: readonly (readonly number[])[],
  reservation: readonly (number | null)[],
): KalaiSmorodinskyVariants {
  const problem: BargainingProblem = { outcomes, disagreement: disagreementOf(outcomes, reservation) };
  const zone = agreementZone(problem);
  const frontier = paretoFrontier(zone.map((index) => outcomes[index] as readonly number[])).map(
    (at) => zone[at] as number,
  );
  const ratios =
    (over: readonly number[]) =>
    (index: number): readonly number[] => {
      const ideal = idealPoint(problem, over);
      return problem.disagreement.flatMap((apart, party) => {
        const range = (ideal[party] as number) - apart;
        return range > 0 ? [(((outcomes[index] as readonly number[])[party] as number) - apart) / range] : [];
      });
    };
  const all = [...outcomes.keys()];
  const least = (of: readonly number[]): number => Math.min(1, ...of);
  return {
    maxMinRatioIdealOverRational: withLargest(frontier, (index) => least(ratios(zone)(index))),
    maxMinRatioIdealOverAll: withLargest(frontier, (index) => least(ratios(all)(index))),
    minSpreadIdealOverAll: withLargest(frontier, (index) => {
      const of = ratios(all)(index);
      return of.length === 0 ? 0 : Math.min(...of) - Math.max(...of);
    }),
  };
}
