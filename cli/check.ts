import { parseArgs } from 'node:util';
import { orderProblems } from '../src/formats/locatedProblem.ts';
import { formatProblem, loadScenario } from './loadScenario.ts';
import { type Counts, proveScenario } from './proveScenario.ts';
import { usage } from './usage.ts';

const USAGE = 'parley check PATH [--json]   PATH is a scenario folder';

const formatCounts = (counts: Counts): string =>
  Object.entries(counts)
    .map(([name, count]) => `${count.toLocaleString('en')} ${name}`)
    .join(' · ');

/** `parley check`: exit 0 with counts, 1 with problems, 2 for usage. */
export async function check(args: readonly string[]): Promise<number> {
  const parsed = usage(USAGE, () =>
    parseArgs({ args: [...args], options: { json: { type: 'boolean' } }, allowPositionals: true }),
  );
  const [path, ...rest] = parsed?.positionals ?? [];
  if (parsed === undefined) return 2;
  if (path === undefined || rest.length > 0) return usage.refuse(USAGE, 'name one scenario folder');
  const reading = await loadScenario(path);
  if (reading === undefined) return usage.refuse(USAGE, `there is nothing at ${path}`);
  const proof = reading.scenario === undefined ? undefined : proveScenario(reading.scenario);
  const problems = orderProblems([...reading.problems, ...(proof?.problems ?? []).map(reading.place)]);
  const ok = proof !== undefined && problems.every(({ severity }) => severity === 'warning');
  if (parsed.values.json === true) {
    console.log(
      JSON.stringify(proof === undefined ? { ok, problems } : { ok, counts: proof.counts, problems }, null, 2),
    );
    return ok ? 0 : 1;
  }
  for (const problem of problems) console.log(`${formatProblem(problem)}\n`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const found = `${errors} errors, ${problems.length - errors} warnings`;
  console.log(proof === undefined ? found : `${formatCounts(proof.counts)}\n${found}`);
  return ok ? 0 : 1;
}
