import type { CompiledChart } from '../../../machines/compile.ts';
import { type StakeCurve, stakePoints } from './worths.ts';

/** What an actor has at a row of raw values: the sum over its stakes, each read at the clipped value. */
export function payoffAt(
  chart: CompiledChart,
  curves: readonly StakeCurve[],
  values: Float64Array,
  valuesAt: number,
): number {
  let sum = 0;
  for (const curve of curves) {
    const { address } = curve;
    const raw = values[valuesAt + address] as number;
    sum += stakePoints(curve, Math.min(chart.high[address] as number, Math.max(chart.low[address] as number, raw)));
  }
  return sum;
}
