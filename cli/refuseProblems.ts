import type { LocatedProblem } from '../src/formats/locatedProblem.ts';
import { formatProblem } from './loadScenario.ts';
import { printLines } from './printLines.ts';

/** A problem of a whole file. */
export const fileProblem = (
  file: string,
  { code, message, path = '' }: { readonly code: string; readonly message: string; readonly path?: string },
): LocatedProblem => ({ code, severity: 'error', file, line: 1, column: 1, path, message });

/** Says why an answer cannot be given, as JSON on the output or in words on the error stream; the exit code is 1. */
export async function refuseProblems(problems: readonly LocatedProblem[], json: boolean): Promise<1> {
  if (json) await printLines([JSON.stringify({ ok: false, problems }, null, 2)]);
  else for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  return 1;
}
