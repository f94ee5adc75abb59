import type { CompiledChart } from '../../../machines/compile.ts';
import { TERM } from '../../domain/chartCodes.ts';

/** Where a guard reads: rows of flat arrays, and where the position's row begins in each. */
export interface GuardRows {
  /** Raw values; a row has one per address. */
  readonly values: Float64Array;
  /** Flags of moves played, then counts of visits. */
  readonly memory: Uint8Array;
  /** Per condition, the index of its state. Conditions are fixed in an unfolding. */
  readonly conditions: Int32Array;
}

/** Whether a compiled guard holds at a position: the same rule as `holds` of src/domain/guard.ts, over flat arrays. */
export function holdsAt(
  chart: CompiledChart,
  guard: number,
  rows: GuardRows,
  valuesAt: number,
  memoryAt: number,
): boolean {
  const { guards } = chart;
  const subject = guards.subject[guard] as number;
  const bound = guards.bound[guard] as number;
  switch (guards.term[guard]) {
    case TERM.all:
    case TERM.any: {
      const wanted = guards.term[guard] === TERM.any;
      for (let part = subject; part < subject + bound; part += 1)
        if (holdsAt(chart, guards.parts[part] as number, rows, valuesAt, memoryAt) === wanted) return wanted;
      return !wanted;
    }
    case TERM.not:
      return !holdsAt(chart, guards.parts[subject] as number, rows, valuesAt, memoryAt);
    case TERM.indicator: {
      const raw = rows.values[valuesAt + subject] as number;
      const value = Math.min(chart.high[subject] as number, Math.max(chart.low[subject] as number, raw));
      return value >= (guards.low[guard] as number) && value <= (guards.high[guard] as number);
    }
    case TERM.condition:
      return rows.conditions[subject] === bound;
    case TERM.played:
      return rows.memory[memoryAt + subject] === 1;
    case TERM.entered:
      return (rows.memory[memoryAt + chart.flags.length + subject] as number) < bound;
    default:
      return true;
  }
}
