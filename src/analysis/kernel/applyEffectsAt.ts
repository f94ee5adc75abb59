import type { CompiledChart } from '../../../machines/compile.ts';
import { OPERATION } from '../../domain/chartCodes.ts';
import { holdsAt } from './holdsAt.ts';
import type { Positions } from './positions.ts';

/** The most that `scaled` may multiply by; it multiplies by 0 at the least. */
const SCALED_LIMIT = 2;

/**
 * Applies one effect of a move to the position after it, into which the values before it and the move's earlier effects were written.
 * `scaled` and `when` read the position before.
 */
export function applyEffectAt(
  chart: CompiledChart,
  sizes: Float64Array,
  effect: number,
  positions: Positions,
  before: number,
  after: number,
): void {
  const { address, isPlain } = chart.effects;
  const { values, room } = positions;
  const at = (address[effect] as number) * room + after;
  // Most effects: what is seldom is kept apart, so that engines write this into the loops around it.
  if (isPlain[effect] === 1) values[at] = (values[at] as number) + (sizes[effect] as number);
  else applyOther(chart, sizes[effect] as number, effect, positions, before, at);
}

/** Applies an effect that is scaled, conditional, or does not add. */
function applyOther(
  chart: CompiledChart,
  size: number,
  effect: number,
  positions: Positions,
  before: number,
  at: number,
): void {
  const { values, room } = positions;
  const { effects } = chart;
  const when = effects.when[effect] as number;
  if (when !== -1 && !holdsAt(chart, when, positions, before)) return;
  const operation = effects.operation[effect];
  if (operation === OPERATION.add) {
    const by = effects.scaledBy[effect] as number;
    const times = by === -1 ? 1 : (values[by * room + before] as number) / (effects.ref[effect] as number);
    values[at] = (values[at] as number) + size * (times < 0 ? 0 : times > SCALED_LIMIT ? SCALED_LIMIT : times);
  } else if (operation === OPERATION.scale) values[at] = (values[at] as number) * size;
  else values[at] = size;
}

/**
 * Writes the values after a move, from the position before it: the same rule as `applyEffects` of src/domain/effects.ts, and to the last bit
 * the same values.
 */
export function applyEffectsAt(
  chart: CompiledChart,
  sizes: Float64Array,
  move: number,
  positions: Positions,
  before: number,
  after: number,
): void {
  const { values, room } = positions;
  for (let column = 0; column < chart.addresses.length * room; column += room)
    values[column + after] = values[column + before] as number;
  const end = chart.effects.of[move + 1] as number;
  for (let effect = chart.effects.of[move] as number; effect < end; effect += 1)
    applyEffectAt(chart, sizes, effect, positions, before, after);
}
