import type { CompiledChart } from '../../../machines/compile.ts';
import { addressesOfGuard } from './addressesOfGuard.ts';

/**
 * The addresses whose values may differ where some effects and start values do, 1 each: those themselves, and what is scaled by them or
 * changes under a condition on them.
 */
export function changedAddresses(
  chart: CompiledChart,
  effects: Iterable<number>,
  starts: Iterable<number>,
): Uint8Array {
  const changed = new Uint8Array(chart.addresses.length);
  for (const address of starts) changed[address] = 1;
  for (const effect of effects) changed[chart.effects.address[effect] as number] = 1;
  const { address, scaledBy, when } = chart.effects;
  for (let isMore = true; isMore; ) {
    isMore = false;
    for (let effect = 0; effect < address.length; effect += 1) {
      if (changed[address[effect] as number] === 1) continue;
      const isScaled = changed[scaledBy[effect] as number] === 1;
      if (!isScaled && !readsAny(chart, when[effect] as number, changed)) continue;
      changed[address[effect] as number] = 1;
      isMore = true;
    }
  }
  return changed;
}

/** Whether a guard (−1: none) reads one of the addresses that are marked with 1. */
export const readsAny = (chart: CompiledChart, guard: number, addresses: Uint8Array): boolean =>
  guard !== -1 && addressesOfGuard(chart, guard).some((address) => addresses[address] === 1);
