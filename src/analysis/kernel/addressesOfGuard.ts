import type { CompiledChart } from '../../../machines/compile.ts';

/** The kinds of term, as machines/compileGuards.ts numbers them. */
const [ALL, ANY, NOT, INDICATOR] = [0, 1, 2, 3];

/** The addresses whose values a guard reads. */
export function addressesOfGuard(chart: CompiledChart, guard: number): readonly number[] {
  const { term, subject, bound, parts } = chart.guards;
  const kind = term[guard];
  if (kind === INDICATOR) return [subject[guard] as number];
  if (kind !== ALL && kind !== ANY && kind !== NOT) return [];
  const first = subject[guard] as number;
  return [...parts.subarray(first, first + (bound[guard] as number))].flatMap((part) => addressesOfGuard(chart, part));
}
