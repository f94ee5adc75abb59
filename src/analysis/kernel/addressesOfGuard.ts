import type { CompiledChart } from '../../../machines/compile.ts';
import { TERM } from '../../domain/chartCodes.ts';

/** The addresses whose values a guard reads. */
export function addressesOfGuard(chart: CompiledChart, guard: number): readonly number[] {
  const { term, subject, bound, parts } = chart.guards;
  const kind = term[guard];
  if (kind === TERM.indicator) return [subject[guard] as number];
  if (kind !== TERM.all && kind !== TERM.any && kind !== TERM.not) return [];
  const first = subject[guard] as number;
  return [...parts.subarray(first, first + (bound[guard] as number))].flatMap((part) => addressesOfGuard(chart, part));
}
