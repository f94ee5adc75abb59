import { parseArgs } from 'node:util';
import { contentProblems } from '../src/analysis/contentProblems.ts';
import { type LocatedProblem, orderProblems } from '../src/formats/locatedProblem.ts';
import { formatProblem, loadScenario } from './loadScenario.ts';
import { printLines } from './printLines.ts';
import { type Counts, proveScenario } from './proveScenario.ts';
import { usage } from './usage.ts';

const USAGE = 'parley check PATH [--json]   PATH is a scenario folder';

const counted = (count: number, singular: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? singular : `${singular}s`}`;

const formatCounts = (counts: Counts): string =>
  Object.entries(counts)
    .map(([name, count]) => counted(count, name.replace(/s$/, '')))
    .join(' · ');

function* report(problems: readonly LocatedProblem[], counts: Counts | undefined): Generator<string> {
  for (const problem of problems) yield `${formatProblem(problem)}\n`;
  if (counts !== undefined) yield formatCounts(counts);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  yield `${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}`;
}

/** `parley check`: exit 0 with counts, 1 with problems, 2 for usage. */
export async function check(args: readonly string[]): Promise<number> {
  const parsed = usage(USAGE, () =>
    parseArgs({ args: [...args], options: { json: { type: 'boolean' } }, allowPositionals: true }),
  );
  if (parsed === undefined) return 2;
  const [path, ...rest] = parsed.positionals;
  if (path === undefined || rest.length > 0) return usage.refuse(USAGE, 'name one scenario folder');
  const reading = await loadScenario(path);
  if (reading === undefined) return usage.refuse(USAGE, `there is no scenario folder at ${path}`);
  const proof = reading.scenario === undefined ? undefined : proveScenario(reading.scenario);
  const content = reading.scenario === undefined ? [] : contentProblems(reading.scenario);
  const problems = orderProblems([...reading.problems, ...[...(proof?.problems ?? []), ...content].map(reading.place)]);
  const ok = proof !== undefined && problems.every(({ severity }) => severity === 'warning');
  const counts = proof?.counts;
  const json = parsed.values.json === true;
  await printLines(json ? [JSON.stringify({ ok, counts, problems }, null, 2)] : report(problems, counts));
  return ok ? 0 : 1;
}
