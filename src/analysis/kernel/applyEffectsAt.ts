import type { CompiledChart } from '../../../machines/compile.ts';
import { OPERATION } from '../../domain/chartCodes.ts';
import { type GuardRows, holdsAt } from './holdsAt.ts';

/** The most that `scaled` may multiply by; it multiplies by 0 at the least. */
const SCALED_LIMIT = 2;

/**
 * Applies one effect of a move to the row after it, into which the row before it and the move's earlier effects were written. `scaled` and
 * `when` read the row before.
 */
export function applyEffectAt(
  chart: CompiledChart,
  sizes: Float64Array,
  effect: number,
  rows: GuardRows,
  before: number,
  after: number,
  memoryAt: number,
): void {
  const { address, isPlain } = chart.effects;
  const at = after + (address[effect] as number);
  // Most effects: what is seldom is kept apart, so that engines write this into the loops around it.
  if (isPlain[effect] === 1) rows.values[at] = (rows.values[at] as number) + (sizes[effect] as number);
  else applyOther(chart, sizes[effect] as number, effect, rows, before, at, memoryAt);
}

/** Applies an effect that is scaled, conditional, or does not add. */
function applyOther(
  chart: CompiledChart,
  size: number,
  effect: number,
  rows: GuardRows,
  before: number,
  at: number,
  memoryAt: number,
): void {
  const { values } = rows;
  const { effects } = chart;
  const when = effects.when[effect] as number;
  if (when !== -1 && !holdsAt(chart, when, rows, before, memoryAt)) return;
  const operation = effects.operation[effect];
  if (operation === OPERATION.add) {
    const by = effects.scaledBy[effect] as number;
    const times = by === -1 ? 1 : (values[before + by] as number) / (effects.ref[effect] as number);
    values[at] = (values[at] as number) + size * (times < 0 ? 0 : times > SCALED_LIMIT ? SCALED_LIMIT : times);
  } else if (operation === OPERATION.scale) values[at] = (values[at] as number) * size;
  else values[at] = size;
}

/**
 * Writes the values after a move into a row of their own, from the row before it: the same rule as `applyEffects` of
 * src/domain/effects.ts, and to the last bit the same values.
 */
export function applyEffectsAt(
  chart: CompiledChart,
  sizes: Float64Array,
  move: number,
  rows: GuardRows,
  before: number,
  after: number,
  memoryAt: number,
): void {
  copyWithin(rows.values, before, after, chart.addresses.length);
  const end = chart.effects.of[move + 1] as number;
  for (let effect = chart.effects.of[move] as number; effect < end; effect += 1)
    applyEffectAt(chart, sizes, effect, rows, before, after, memoryAt);
}

function copyWithin(values: Float64Array, before: number, after: number, width: number): void {
  for (let address = 0; address < width; address += 1) values[after + address] = values[before + address] as number;
}
