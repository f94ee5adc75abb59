import type { CompiledChart } from '../../../machines/compile.ts';
import type { Positions } from './positions.ts';
import { type StakeCurve, stakePoints } from './worths.ts';

/** What an actor has at a position: the sum over its stakes, each read at the clipped value. */
export function payoffAt(
  chart: CompiledChart,
  curves: readonly StakeCurve[],
  { values, room }: Positions,
  position: number,
): number {
  let sum = 0;
  for (const curve of curves) {
    const { address } = curve;
    const raw = values[address * room + position] as number;
    sum += stakePoints(curve, Math.min(chart.high[address] as number, Math.max(chart.low[address] as number, raw)));
  }
  return sum;
}
