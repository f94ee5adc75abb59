import { log } from '../../domain/elementary.ts';
import { agreementZone, type BargainingProblem, disagreementOf, idealPoint, withLargest } from './bargainingProblem.ts';
import { paretoFrontier } from './paretoFrontier.ts';

/** The bargaining set of a list of outcomes, as indexes in the order of the list. All lists are empty where there is no zone of agreement. */
export interface BargainingPoints {
  /** The zone of possible agreement: nobody has less than without agreement. */
  readonly zopa: readonly number[];
  /** The zone's outcomes that no other outcome dominates. */
  readonly pareto: readonly number[];
  readonly nash: readonly number[];
  readonly kalaiSmorodinsky: readonly number[];
  /** Compare or add points of different parties: off unless somebody accepts `SAME_POINT`. */
  readonly egalitarian: readonly number[];
  readonly utilitarian: readonly number[];
  /** d: what each party has without agreement. */
  readonly disagreement: readonly number[];
  /** The most that each party gets in the zone; null where there is none. */
  readonly ideal: readonly number[] | null;
}

/** What the egalitarian and the utilitarian point ask one to accept. */
export const SAME_POINT = 'assumes that a point means the same to both';

/**
 * The Nash point (Nash 1950): the largest product of gains u_i − d_i over the frontier. Where no outcome gives every party a gain, over the
 * parties of the largest groups that do gain together; products of different groups are not compared, so each such group keeps its own best.
 */
function nashPoint(
  { outcomes, disagreement }: BargainingProblem,
  ideal: readonly number[],
  frontier: readonly number[],
) {
  const gainers = (index: number): readonly number[] =>
    [...disagreement.keys()].filter(
      (party) => ((outcomes[index] as readonly number[])[party] as number) > (disagreement[party] as number),
    );
  const most = frontier.reduce((count, index) => Math.max(count, gainers(index).length), 0);
  const groups = new Map<string, number[]>();
  for (const index of frontier) {
    const group = gainers(index);
    if (group.length === most) groups.set(group.join(), [...(groups.get(group.join()) ?? []), index]);
  }
  // Sums of logarithms of shares of the ideal gain: no product of many gains leaves the range of a double, and units cancel.
  const score = (index: number): number =>
    gainers(index).reduce((sum, party) => {
      const apart = disagreement[party] as number;
      return (
        sum +
        log((((outcomes[index] as readonly number[])[party] as number) - apart) / ((ideal[party] as number) - apart))
      );
    }, 0);
  return [...groups.values()].flatMap((group) => withLargest(group, score)).sort((a, b) => a - b);
}

/**
 * The Kalai–Smorodinsky point (Kalai & Smorodinsky 1975) of a finite set, in the variant that is used throughout: the largest least ratio
 * (u_i − d_i)/(ideal_i − d_i), the ideal taken over the zone of agreement, a party whose ideal is its d left out.
 */
function kalaiSmorodinskyPoint(
  { outcomes, disagreement }: BargainingProblem,
  ideal: readonly number[],
  frontier: readonly number[],
): readonly number[] {
  const counted = [...disagreement.keys()].filter(
    (party) => (ideal[party] as number) > (disagreement[party] as number),
  );
  return withLargest(frontier, (index) =>
    counted.reduce((least, party) => {
      const apart = disagreement[party] as number;
      const gain = ((outcomes[index] as readonly number[])[party] as number) - apart;
      return Math.min(least, gain / ((ideal[party] as number) - apart));
    }, 1),
  );
}

/**
 * The bargaining set of a list of outcomes: zone of agreement, Pareto frontier in it (equal outcomes all kept), Nash, Kalai–Smorodinsky,
 * egalitarian (largest least gain) and utilitarian (largest sum) points, all over that frontier. `reservation` null: the lowest utility.
 */
export function bargainingPoints(
  outcomes: readonly (readonly number[])[],
  reservation: readonly (number | null)[],
): BargainingPoints {
  const disagreement = disagreementOf(outcomes, reservation);
  const problem: BargainingProblem = { outcomes, disagreement };
  const zopa = agreementZone(problem);
  if (zopa.length === 0 || disagreement.length === 0)
    return {
      zopa: [],
      pareto: [],
      nash: [],
      kalaiSmorodinsky: [],
      egalitarian: [],
      utilitarian: [],
      disagreement,
      ideal: null,
    };
  const rowOf = (index: number): readonly number[] => outcomes[index] as readonly number[];
  // What dominates an outcome of the zone is in the zone itself.
  const pareto = paretoFrontier(zopa.map(rowOf)).map((at) => zopa[at] as number);
  const ideal = idealPoint(problem, zopa);
  return {
    zopa,
    pareto,
    nash: nashPoint(problem, ideal, pareto),
    kalaiSmorodinsky: kalaiSmorodinskyPoint(problem, ideal, pareto),
    egalitarian: withLargest(pareto, (index) =>
      Math.min(...rowOf(index).map((points, party) => points - (disagreement[party] as number))),
    ),
    utilitarian: withLargest(pareto, (index) => rowOf(index).reduce((sum, points) => sum + points, 0)),
    disagreement,
    ideal,
  };
}
