import { effectsOfCondition, effectsOfMove, moveAt } from '../domain/chart.ts';
import { drawColumn, drawColumns } from '../domain/errorModel.ts';
import { type MoveId, readShock } from '../domain/identifier.ts';
import { quantities } from '../domain/indicators.ts';
import { effectParameter, errorModelOf, startParameter } from '../domain/parameters.ts';
import type { Position } from '../domain/position.ts';
import type { Scenario } from '../domain/scenario.ts';
import { type SizesOf, switchDrawn } from './drawnEffects.ts';
import { type DrawnValues, drawnValues } from './drawnValues.ts';

/** Draws along a single line, and the seed that makes them the same everywhere. */
export const LINE_DRAWS = 200;
export const LINE_SEED = 1;

/**
 * Plays a line in every draw. The line is held: its moves, targets and conditions are those of the central walk, whatever a guard
 * would say in a draw; only sizes differ.
 */
export interface HeldDraws {
  /** The opening in every draw. */
  readonly opening: DrawnValues;
  /** The next step in every draw, from the one before it and the central position there. */
  readonly after: (before: DrawnValues, position: Position, move: MoveId) => DrawnValues;
}

/** Draws of one scenario by the common-error model, from the draw `first` on, each parameter drawn once and kept. */
export function heldDraws(
  scenario: Scenario,
  count: number = LINE_DRAWS,
  seed: number = LINE_SEED,
  first = 0,
): HeldDraws {
  const model = errorModelOf(scenario);
  const sizes = new Map<string, Float64Array>();
  const sizesOf: SizesOf = (effect) => {
    const known =
      sizes.get(effect.parameter) ?? drawColumn(effectParameter(scenario, effect), model, seed, count, first);
    sizes.set(effect.parameter, known);
    return known;
  };
  const starts = [...quantities(scenario).values()].map((quantity) => startParameter(scenario, quantity));
  const drawn = drawColumns(starts, model, seed, count, first);
  const opening = drawnValues(
    new Map([...quantities(scenario).keys()].map((address, index) => [address, drawn[index] as Float64Array])),
  );

  const after: HeldDraws['after'] = (before, position, move) => {
    const shock = readShock(move);
    if (shock !== undefined) {
      const from = effectsOfCondition(scenario, shock.condition, position.conditions[shock.condition] ?? '');
      const to = effectsOfCondition(scenario, shock.condition, shock.state);
      return switchDrawn(scenario, position, before, [from, to], sizesOf);
    }
    const played = moveAt(scenario, move);
    if (played === undefined) throw new RangeError(`no move is called ${move}`);
    return switchDrawn(scenario, position, before, [[], effectsOfMove(scenario, played)], sizesOf);
  };
  return { opening, after };
}

/** A range of judgement: the 10th to the 90th percentile of the draws, unless a screen names others. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The value below which a share of the draws falls, by linear interpolation between order statistics (Hyndman & Fan 1996, type 7). */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** The 10th and 90th percentile of a figure over the draws. */
export function rangeOf(figures: ArrayLike<number>): Range {
  // A typed array sorts by number, and natively.
  const sorted = Float64Array.from(figures).sort();
  return { low: quantile(sorted, 0.1), high: quantile(sorted, 0.9) };
}
