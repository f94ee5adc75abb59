import { effectsOfCondition, effectsOfMove, moveAt } from '../domain/chart.ts';
import type { Effect } from '../domain/effects.ts';
import { type Address, type Line, type MoveId, readShock } from '../domain/identifier.ts';
import { clippedValue, type Quantity, quantityAt } from '../domain/indicators.ts';
import type { Position } from '../domain/position.ts';
import type { Scenario } from '../domain/scenario.ts';

/** An effect of a step. A switch of condition also takes back what the state that it leaves had added. */
export interface StepEffect {
  readonly effect: Effect;
  readonly takenBack: boolean;
}

/** What one step of a line did to a number. */
export interface TraceStep {
  /** Place in the line, from 1. */
  readonly step: number;
  readonly move: MoveId;
  readonly effects: readonly StepEffect[];
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

const done = (effect: Effect): StepEffect => ({ effect, takenBack: false });

/** The condition's state that a shock leaves, at the position before it. Undefined for an ordinary move. */
export function stateLeft(move: MoveId, before: Position): string | undefined {
  const shock = readShock(move);
  return shock === undefined ? undefined : before.conditions[shock.condition];
}

/** The effects of a move or shock: of the state that a shock switches to, and the adds of the one that it leaves. */
export function effectsOf(scenario: Scenario, move: MoveId, before: Position): readonly StepEffect[] {
  const shock = readShock(move);
  if (shock !== undefined) {
    const left = effectsOfCondition(scenario, shock.condition, stateLeft(move, before) ?? '');
    const takenBack = left.filter(({ operation }) => operation === 'add');
    return [
      ...effectsOfCondition(scenario, shock.condition, shock.state).map(done),
      ...takenBack.map((effect) => ({ effect, takenBack: true })),
    ];
  }
  const played = moveAt(scenario, move);
  return played === undefined ? [] : effectsOfMove(scenario, played).map(done);
}

/** Follows a number along a line. `positions` are the opening, then one per move. */
export function traceOf(scenario: Scenario, address: Address, line: Line, positions: readonly Position[]): Trace {
  const positionAt = (index: number): Position => {
    const position = positions[index];
    if (position === undefined) throw new RangeError('a line needs a position per step');
    return position;
  };
  const at = (index: number): number => clippedValue(scenario, positionAt(index).values, address);
  const steps = line.flatMap((move, index): TraceStep[] => {
    const effects = effectsOf(scenario, move, positionAt(index)).filter(({ effect }) => effect.address === address);
    return effects.length === 0 ? [] : [{ step: index + 1, move, effects, change: at(index + 1) - at(index) }];
  });
  return { quantity: quantityAt(scenario, address), steps, value: at(line.length) };
}
