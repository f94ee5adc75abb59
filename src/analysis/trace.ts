import { effectsOfCondition, effectsOfMove, moveAt } from '../domain/chart.ts';
import type { Effect } from '../domain/effects.ts';
import { type Address, type Line, type MoveId, readShock } from '../domain/identifier.ts';
import { clippedValue, type Quantity, quantityAt } from '../domain/indicators.ts';
import type { Position } from '../domain/position.ts';
import type { Scenario } from '../domain/scenario.ts';

/** What one step of a line did to a number. */
export interface TraceStep {
  /** Place in the line, from 1. */
  readonly step: number;
  readonly move: MoveId;
  readonly effect: Effect;
  /** Change of the clipped central value. */
  readonly change: number;
}

/** Where a number comes from: its start value with its basis, then every step of the line that touched it. */
export interface Trace {
  readonly quantity: Quantity;
  readonly steps: readonly TraceStep[];
  /** The clipped central value at the end of the line. */
  readonly value: number;
}

/** The effects of a move, or of the condition's state that a shock switches to. */
export function effectsOf(scenario: Scenario, move: MoveId): readonly Effect[] {
  const shock = readShock(move);
  if (shock !== undefined) return effectsOfCondition(scenario, shock.condition, shock.state);
  const played = moveAt(scenario, move);
  return played === undefined ? [] : effectsOfMove(scenario, played);
}

/** Follows a number along a line. `positions` are the opening, then one per move. */
export function traceOf(scenario: Scenario, address: Address, line: Line, positions: readonly Position[]): Trace {
  const at = (index: number): number => {
    const position = positions[index];
    if (position === undefined) throw new RangeError('a line needs a position per step');
    return clippedValue(scenario, position.values, address);
  };
  const steps = line.flatMap((move, index): TraceStep[] => {
    const effect = effectsOf(scenario, move).find((candidate) => candidate.address === address);
    return effect === undefined ? [] : [{ step: index + 1, move, effect, change: at(index + 1) - at(index) }];
  });
  return { quantity: quantityAt(scenario, address), steps, value: at(line.length) };
}
