import type { CompiledChart } from '../../../machines/compile.ts';
import { addressesOfGuard } from './addressesOfGuard.ts';
import { readsOfEffect } from './effectsOn.ts';

/** Per effect, the addresses that it is scaled by or conditional on, where there are any: what other values its own rests on. */
export interface EffectReading {
  readonly effect: number;
  readonly reads: readonly number[];
}

/** Finds the effects that read values. */
export function effectReadings(chart: CompiledChart): readonly EffectReading[] {
  const found: EffectReading[] = [];
  for (const effect of chart.effects.address.keys()) {
    const reads = readsOfEffect(chart, effect);
    if (reads.length > 0) found.push({ effect, reads });
  }
  return found;
}

/**
 * The addresses whose values may differ where some effects and start values do, 1 each: those themselves, and what is scaled by them or
 * changes under a condition on them.
 */
export function changedAddresses(
  chart: CompiledChart,
  readings: readonly EffectReading[],
  effects: Iterable<number>,
  starts: Iterable<number>,
): Uint8Array {
  const changed = new Uint8Array(chart.addresses.length);
  const { address } = chart.effects;
  for (const start of starts) changed[start] = 1;
  for (const effect of effects) changed[address[effect] as number] = 1;
  for (let isMore = true; isMore; ) {
    isMore = false;
    for (const { effect, reads } of readings) {
      if (changed[address[effect] as number] === 1 || !reads.some((read) => changed[read] === 1)) continue;
      changed[address[effect] as number] = 1;
      isMore = true;
    }
  }
  return changed;
}

/** Whether a guard (−1: none) reads one of the addresses that are marked with 1. */
export const readsAny = (chart: CompiledChart, guard: number, addresses: Uint8Array): boolean =>
  guard !== -1 && addressesOfGuard(chart, guard).some((address) => addresses[address] === 1);
