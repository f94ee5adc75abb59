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
  const { values } = rows;
  const { effects } = chart;
  const when = effects.when[effect] as number;
  if (when !== -1 && !holdsAt(chart, when, rows, before, memoryAt)) return;
  const at = after + (effects.address[effect] as number);
  const size = sizes[effect] as number;
  const operation = effects.operation[effect];
  if (operation === OPERATION.add) {
    const by = effects.scaledBy[effect] as number;
    const factor =
      by === -1
        ? 1
        : Math.min(SCALED_LIMIT, Math.max(0, (values[before + by] as number) / (effects.ref[effect] as number)));
    values[at] = (values[at] as number) + size * factor;
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
  const { values } = rows;
  const width = chart.addresses.length;
  for (let address = 0; address < width; address += 1) values[after + address] = values[before + address] as number;
  const end = chart.effects.of[move + 1] as number;
  for (let effect = chart.effects.of[move] as number; effect < end; effect += 1)
    applyEffectAt(chart, sizes, effect, rows, before, after, memoryAt);
}
