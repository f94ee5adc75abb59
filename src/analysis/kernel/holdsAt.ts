import type { CompiledChart } from '../../../machines/compile.ts';
import { TERM } from '../../domain/chartCodes.ts';
import type { Positions } from './positions.ts';

/** Whether a compiled guard holds at a position: the same rule as `holds` of src/domain/guard.ts, over flat arrays. */
export function holdsAt(chart: CompiledChart, guard: number, positions: Positions, position: number): boolean {
  const { guards } = chart;
  const subject = guards.subject[guard] as number;
  const bound = guards.bound[guard] as number;
  switch (guards.term[guard]) {
    case TERM.all:
    case TERM.any: {
      const wanted = guards.term[guard] === TERM.any;
      for (let part = subject; part < subject + bound; part += 1)
        if (holdsAt(chart, guards.parts[part] as number, positions, position) === wanted) return wanted;
      return !wanted;
    }
    case TERM.not:
      return !holdsAt(chart, guards.parts[subject] as number, positions, position);
    case TERM.indicator: {
      const raw = positions.values[subject * positions.room + position] as number;
      const value = Math.min(chart.high[subject] as number, Math.max(chart.low[subject] as number, raw));
      return value >= (guards.low[guard] as number) && value <= (guards.high[guard] as number);
    }
    case TERM.condition:
      return positions.conditions[subject] === bound;
    case TERM.played:
      return positions.memory[position * positions.memoryWidth + subject] === 1;
    case TERM.entered:
      return (positions.memory[position * positions.memoryWidth + chart.flags.length + subject] as number) < bound;
    default:
      return true;
  }
}
