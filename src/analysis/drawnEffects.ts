import { type Effect, isAdd, scaledBy } from '../domain/effects.ts';
import { type GuardView, holds } from '../domain/guard.ts';
import type { Address } from '../domain/identifier.ts';
import { clip, quantities, quantityAt } from '../domain/indicators.ts';
import { guardView, type Position } from '../domain/position.ts';
import type { Scenario } from '../domain/scenario.ts';
import { type DrawnValues, drawnValues } from './drawnValues.ts';

/** How large an effect is in every draw. */
export type SizesOf = (effect: Effect) => Float64Array;

/** Whether an effect's `when` holds, in a draw. Values are those of the draw, all else is as on the central walk. */
function holdsIn(
  scenario: Scenario,
  position: Position,
  drawn: DrawnValues,
): (effect: Effect, draw: number) => boolean {
  const central = guardView(scenario, position);
  let at = 0;
  const view: GuardView = {
    clipped: (address) => clip(drawn.column(address)[at] as number, quantityAt(scenario, address).range),
    condition: (id) => central.condition(id),
    played: (move) => central.played(move),
    visits: (state) => central.visits(state),
    ended: central.ended,
  };
  return ({ when }, draw) => {
    if (when === undefined) return true;
    at = draw;
    return holds(when, view);
  };
}

/**
 * The values after a switch of condition in every draw, by the rule of `switchCondition` and to the last bit what it gives draw by draw;
 * a move without one switches from nothing. Effect by effect over all draws, so that a column which no effect names is shared, not copied.
 */
export function switchDrawn(
  scenario: Scenario,
  position: Position,
  before: DrawnValues,
  [from, to]: readonly [readonly Effect[], readonly Effect[]],
  sizesOf: SizesOf,
): DrawnValues {
  const holdsAt = holdsIn(scenario, position, before);
  const columns = new Map([...quantities(scenario).keys()].map((address) => [address, before.column(address)]));
  const written = new Map<Address, Float64Array>();
  const write = (address: Address): Float64Array => {
    const column = written.get(address) ?? before.column(address).slice();
    written.set(address, column);
    return column;
  };
  const add = (effect: Effect, sign: 1 | -1) => {
    const column = write(effect.address);
    const sizes = sizesOf(effect);
    const { scaled } = effect;
    const by = scaled === undefined ? undefined : before.column(scaled.by);
    for (let draw = 0; draw < column.length; draw += 1) {
      if (!holdsAt(effect, draw)) continue;
      const factor = scaled === undefined || by === undefined ? 1 : scaledBy(scaled, by[draw] as number);
      column[draw] = (column[draw] as number) + sign * (sizes[draw] as number) * factor;
    }
  };
  for (const effect of to.filter(isAdd)) add(effect, 1);
  for (const effect of from.filter(isAdd)) add(effect, -1);
  for (const effect of to) {
    if (isAdd(effect)) continue;
    const column = write(effect.address);
    const sizes = sizesOf(effect);
    const isSet = effect.operation === 'set';
    for (let draw = 0; draw < column.length; draw += 1) {
      if (holdsAt(effect, draw)) column[draw] = (sizes[draw] as number) * (isSet ? 1 : (column[draw] as number));
    }
  }
  return drawnValues(new Map([...columns, ...written]));
}
