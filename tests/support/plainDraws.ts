import { quantile, type Range } from '../../src/analysis/heldDraws.ts';
import { effectsOfCondition, effectsOfMove, moveAt } from '../../src/domain/chart.ts';
import { applyEffects, type SizeOf, switchCondition } from '../../src/domain/effects.ts';
import { drawColumn } from '../../src/domain/errorModel.ts';
import { type MoveId, readShock } from '../../src/domain/identifier.ts';
import { quantities, type Values } from '../../src/domain/indicators.ts';
import { leverage } from '../../src/domain/leverage.ts';
import { effectParameter, errorModelOf, startParameter } from '../../src/domain/parameters.ts';
import { guardView, type Position } from '../../src/domain/position.ts';
import type { Scenario } from '../../src/domain/scenario.ts';

/** The values of every draw at a step, an object each. */
export type PlainDraws = readonly Values[];

/**
 * Held draws as model.md says them, draw after draw and each by the function that also walks the central line: the plain version, slow,
 * beside which the columns of `heldDraws` are checked and timed.
 */
export function plainDraws(scenario: Scenario, count: number, seed: number) {
  const model = errorModelOf(scenario);
  const columns = new Map<string, Float64Array>();
  const kept = (id: string, draw: () => Float64Array): Float64Array => {
    const column = columns.get(id) ?? draw();
    columns.set(id, column);
    return column;
  };
  const sizeIn =
    (draw: number): SizeOf =>
    (effect) =>
      kept(effect.parameter, () => drawColumn(effectParameter(scenario, effect), model, seed, count))[draw] as number;
  const opening: PlainDraws = Array.from({ length: count }, (_, draw) =>
    Object.fromEntries(
      [...quantities(scenario).values()].map((quantity) => {
        const start = startParameter(scenario, quantity);
        return [quantity.address, kept(start.id, () => drawColumn(start, model, seed, count))[draw] as number];
      }),
    ),
  );
  const after = (before: PlainDraws, position: Position, move: MoveId): PlainDraws => {
    const shock = readShock(move);
    const played = moveAt(scenario, move);
    return before.map((values, draw) => {
      const view = guardView(scenario, { ...position, values });
      if (shock === undefined)
        return applyEffects(values, view, played === undefined ? [] : effectsOfMove(scenario, played), sizeIn(draw));
      const from = effectsOfCondition(scenario, shock.condition, position.conditions[shock.condition] ?? '');
      return switchCondition(
        values,
        view,
        from,
        effectsOfCondition(scenario, shock.condition, shock.state),
        sizeIn(draw),
      );
    });
  };
  return { opening, after };
}

/** An actor's leverage in every draw. */
export const plainScores = (scenario: Scenario, actor: string, drawn: PlainDraws): readonly number[] =>
  drawn.map((values) => leverage(scenario, actor, values).score);

/** The 10th and 90th percentile, by sorting numbers as numbers. */
export function plainRange(figures: readonly number[]): Range {
  const sorted = [...figures].sort((a, b) => a - b);
  return { low: quantile(sorted, 0.1), high: quantile(sorted, 0.9) };
}

/** The range of a step's change of leverage, on shared draws. */
export function plainChangeRange(scenario: Scenario, actor: string, before: PlainDraws, after: PlainDraws): Range {
  const earlier = plainScores(scenario, actor, before);
  return plainRange(plainScores(scenario, actor, after).map((score, draw) => score - (earlier[draw] as number)));
}
