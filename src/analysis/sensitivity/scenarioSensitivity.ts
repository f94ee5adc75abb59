import { evenGrid } from './evenGrid.ts';
import { type FlipCause, flipCause } from './flipCause.ts';
import { type Flip, flipsOf } from './flips.ts';
import { type OneWayPoint, oneWay } from './oneWay.ts';
import type { Plan } from './plan.ts';
import { type ScenarioModel, variedBy } from './scenarioModel.ts';
import { type Bar, tornado } from './tornado.ts';
import { type TwoWay, twoWay } from './twoWay.ts';
import type { Variation } from './variations.ts';

/** The positions at which everything is looked at: eight below the central values, eight above, and these themselves. */
export const SWEEP: readonly number[] = evenGrid(-1, 1, 17);

/** How near a flip is to where it is told, in positions. */
const WITHIN = 1e-4;

/** What one variation does over its whole range. */
export interface VariationSweep {
  readonly variation: Variation;
  readonly points: readonly OneWayPoint<Plan>[];
  readonly flips: readonly PlayFlip[];
}

/** A place along a variation at which play changes, and whose choice is behind it; undefined where the trees beside it are too large. */
export interface PlayFlip extends Flip<Plan> {
  readonly cause: FlipCause | undefined;
}

/** Sweeps one variation: the value at every point with play held and solved again, and every flip of play by bisection. */
export function sweepVariation(model: ScenarioModel, variation: Variation): VariationSweep {
  const varied = variedBy(model, variation);
  const flips = flipsOf(varied, SWEEP, { within: WITHIN }).map((flip): PlayFlip => {
    const at = (x: number) => model.choices((into) => variation.write(x, into));
    const [before, after] = [at(flip.x - WITHIN), at(flip.x + WITHIN)];
    return { ...flip, cause: before === undefined || after === undefined ? undefined : flipCause(before, after) };
  });
  return { variation, points: oneWay(varied, SWEEP), flips };
}

/** How far a variation moves the re-optimised value between its ends and the centre: a first look, of three places only. */
export function swingBetween(model: ScenarioModel, { write }: Variation): number {
  const values = [-1, 1].flatMap((at) => {
    const played = model.solve((into) => write(at, into));
    return played === undefined ? [] : [played.value];
  });
  values.push(model.base.value);
  return Math.max(...values) - Math.min(...values);
}

/** Two tornadoes over the same sweeps, never mixed: with central play held, and solved again at every point. */
export interface Tornadoes {
  readonly held: readonly Bar[];
  readonly reoptimised: readonly Bar[];
}

/** The tornadoes of some sweeps; the variations of one bar are read together. */
export function tornadoes(sweeps: readonly VariationSweep[]): Tornadoes {
  const byBar = new Map<string, VariationSweep[]>();
  for (const sweep of sweeps) byBar.set(sweep.variation.bar, [...(byBar.get(sweep.variation.bar) ?? []), sweep]);
  const bars = (value: (point: OneWayPoint<Plan>) => number | undefined): readonly Bar[] =>
    tornado(
      [...byBar].map(([id, together]) => ({
        id,
        values: together.flatMap(({ points }) => points.map(value)),
        flips: together.reduce((sum, { flips }) => sum + flips.length, 0),
      })),
    );
  return { held: bars(({ held }) => held), reoptimised: bars(({ solved }) => solved?.value) };
}

/** Positions of a two-way grid: 81 cells are a second of a large tree. */
const CELLS: readonly number[] = evenGrid(-1, 1, 9);

/** What is best where two variations move: rows are the first one's positions, columns the second's. */
export const twoVariations = (model: ScenarioModel, one: Variation, other: Variation): TwoWay<Plan> =>
  twoWay(
    (x, y) =>
      model.solve((into) => {
        one.write(x, into);
        other.write(y, into);
      }),
    CELLS,
    CELLS,
  );

/** The variation that moves most of each of the two largest bars; undefined where there are not two that move anything. */
export function twoLargest(
  sweeps: readonly VariationSweep[],
  { reoptimised }: Tornadoes,
): readonly [Variation, Variation] | undefined {
  const swing = ({ points }: VariationSweep): number => {
    const values = points.flatMap(({ solved }) => (solved === undefined ? [] : [solved.value]));
    return Math.max(...values) - Math.min(...values);
  };
  const largestOf = ({ id }: Bar): Variation | undefined =>
    sweeps.filter(({ variation }) => variation.bar === id).sort((a, b) => swing(b) - swing(a))[0]?.variation;
  const [one, other] = reoptimised.filter((bar) => bar.swing > 0).map(largestOf);
  return one === undefined || other === undefined ? undefined : [one, other];
}
