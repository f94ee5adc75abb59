import { centralValue, type Estimate } from './estimate.ts';
import { type Guard, type GuardView, holds } from './guard.ts';
import type { Address } from './identifier.ts';
import { clip, quantityAt, type Values } from './indicators.ts';
import type { Scenario } from './scenario.ts';
import type { FileEffect, FileEffects } from './schema/parts.ts';

/** What a move does to one indicator or driver. Each is its own parameter, even where its size comes from the scale. */
export interface Effect {
  readonly address: Address;
  /** The parameter's id: `<move or condition state>/<address>`. */
  readonly parameter: string;
  readonly operation: 'add' | 'scale' | 'set';
  readonly estimate: Estimate;
  /** The scale's word, where the size was given by one. */
  readonly word: string | undefined;
  /** Multiplies an add by clip(value of `by` / ref, 0, 2). */
  readonly scaled: { readonly by: Address; readonly ref: number } | undefined;
  readonly when: Guard | undefined;
}

/** The scale's size for a word, for indicators of one unit; undefined where no table has it. */
const wordSize = (scenario: Scenario, unit: string, word: string): Estimate | undefined =>
  scenario.scale.tables[unit]?.[word];

type Sized = Exclude<FileEffect, string | Estimate>;

function readEffect(scenario: Scenario, owner: string, address: Address, written: FileEffect): Effect {
  const sized: Sized = typeof written === 'object' && !('mode' in written) ? written : { add: written };
  const operation = sized.set !== undefined ? 'set' : sized.scale !== undefined ? 'scale' : 'add';
  const size = sized[operation];
  const word = typeof size === 'string' ? size : undefined;
  const estimate =
    word === undefined ? (size as Estimate) : wordSize(scenario, quantityAt(scenario, address).unit, word);
  if (estimate === undefined)
    throw new RangeError(`${owner}: no table of the scale has the word ${word} for ${address}`);
  return {
    address,
    parameter: `${owner}/${address}`,
    operation,
    estimate,
    word,
    scaled: sized.scaled,
    when: sized.when,
  };
}

/** A mapping of effects as written, in file order, with the scale's words looked up. */
export const readEffects = (scenario: Scenario, owner: string, effects: FileEffects | undefined): readonly Effect[] =>
  Object.entries(effects ?? {}).map(([address, written]) => readEffect(scenario, owner, address, written));

/** How large an effect is: its central value, or its value in one draw. */
export type SizeOf = (effect: Effect) => number;
const centralSize: SizeOf = (effect) => centralValue(effect.estimate);

/** The most that `scaled` may multiply by. */
const SCALED_LIMITS = [0, 2] as const;

/** What an `add` is multiplied by where it is scaled: clip(raw value of `by` / ref, 0, 2). */
export const scaledBy = ({ ref }: NonNullable<Effect['scaled']>, value: number): number =>
  clip(value / ref, SCALED_LIMITS);

/** The points that an `add` adds at a position: 0 where its `when` does not hold. */
function added(values: Values, view: GuardView, effect: Effect, sizeOf: SizeOf): number {
  if (effect.when !== undefined && !holds(effect.when, view)) return 0;
  const { scaled } = effect;
  const factor = scaled === undefined ? 1 : scaledBy(scaled, values[scaled.by] ?? Number.NaN);
  return sizeOf(effect) * factor;
}

/** Whether an effect adds; the others multiply or set, after all that add. */
export const isAdd = (effect: Effect): boolean => effect.operation === 'add';

/**
 * The raw values after a move's effects. `scaled` and `when` read the position before the move, whatever the order of the effects.
 * One pure function for walking, draws and tests.
 */
export function applyEffects(
  values: Values,
  view: GuardView,
  effects: readonly Effect[],
  sizeOf: SizeOf = centralSize,
): Values {
  return switchCondition(values, view, [], effects, sizeOf);
}

/**
 * The raw values after a condition switches from one state to another: add(to) − add(from) first, then `set` or `scale` of the new
 * state. A `set` or `scale` of the state that is left is not undone.
 */
export function switchCondition(
  values: Values,
  view: GuardView,
  from: readonly Effect[],
  to: readonly Effect[],
  sizeOf: SizeOf = centralSize,
): Values {
  if (from.length === 0 && to.length === 0) return values;
  const after: Record<Address, number> = { ...values };
  const change = (address: Address, by: number) => {
    after[address] = (after[address] ?? Number.NaN) + by;
  };
  for (const effect of to.filter(isAdd)) change(effect.address, added(values, view, effect, sizeOf));
  for (const effect of from.filter(isAdd)) change(effect.address, -added(values, view, effect, sizeOf));
  for (const effect of to) {
    if (isAdd(effect) || (effect.when !== undefined && !holds(effect.when, view))) continue;
    const size = sizeOf(effect);
    after[effect.address] = effect.operation === 'set' ? size : (after[effect.address] ?? Number.NaN) * size;
  }
  return after;
}
