import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { add, countLine, NOTHING, type Tally, tallyCheck, tallyVitest, type VitestReport } from './support/tally.ts';

/** A program of a library in node_modules, run with node itself: needs no shell, and never asks the network for it. */
type Program = {
  readonly library: string;
  readonly name: string;
  readonly args: readonly string[];
  /** Arguments that only say where the result goes, and are not printed. */
  readonly output?: readonly string[];
};

const CHECKS: readonly Program[] = [
  { library: 'typescript', name: 'tsc', args: ['--noEmit'] },
  { library: '@biomejs/biome', name: 'biome', args: ['check', '.'] },
  { library: 'knip', name: 'knip', args: [] },
];

/** One after the other: the browser tests wait for a page, and must not share the processor with the others. */
const PROJECTS = ['unit', 'browser'] as const;

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program and returns its exit code; null when a signal ended it. */
function run({ library, name, args, output = [] }: Program): number | null {
  console.log(`\n== ${[name, ...args].join(' ')}`);
  const folder = join(ROOT, 'node_modules', library);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: Record<string, string> };
  const script = bin[name];
  if (script === undefined) throw new Error(`${library} has no program called ${name}`);
  return spawnSync(process.execPath, [join(folder, script), ...args, ...output], { cwd: ROOT, stdio: 'inherit' })
    .status;
}

function runVitest(project: string, filter: readonly string[]): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'parley-tests-'));
  const file = join(folder, 'report.json');
  const part = filter.length > 0 ? ['--passWithNoTests', ...filter] : [];
  const exitCode = run({
    library: 'vitest',
    name: 'vitest',
    args: ['run', '--project', project, ...part],
    output: ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  });
  let report: VitestReport | undefined;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    // The tally says that there is none; Vitest has said why.
  }
  rmSync(folder, { recursive: true });
  const namesFiltered = filter.some((argument) => /^(-t|--testNamePattern)\b/.test(argument));
  return tallyVitest({ exitCode, report, namesFiltered });
}

const filter = process.argv.slice(2);
const whole = filter.length === 0;
const checks = whole ? CHECKS.map((check) => tallyCheck(run(check) === 0)) : [];
const tests = PROJECTS.map((project) => runVitest(project, filter));
const tally = [...checks, ...tests].reduce(add, NOTHING);

console.log('');
for (const remark of tally.remarks) console.log(remark);
if (!whole) console.log(`Only a part was run (${filter.join(' ')}). \`npm test\` runs everything that gates.`);
const nothing = tally.passed + tally.failed === 0;
if (nothing) console.log('No test matches, so nothing was tested.');
console.log(countLine(tally));
process.exitCode = tally.failed > 0 || nothing ? 1 : 0;
