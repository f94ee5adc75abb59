import type { CompiledChart } from '../../../machines/compile.ts';
import { holdsAt } from './holdsAt.ts';
import type { Positions } from './positions.ts';

/** The target that a move takes at a position: the first whose guard holds; −1 where the move is not open. */
export function takenTarget(chart: CompiledChart, move: number, positions: Positions, position: number): number {
  const end = chart.targetsOf[move + 1] as number;
  for (let target = chart.targetsOf[move] as number; target < end; target += 1) {
    const guard = chart.guard[target] as number;
    if (guard === -1 || holdsAt(chart, guard, positions, position)) return target;
  }
  return -1;
}
