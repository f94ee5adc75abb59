import { basename } from 'node:path';
import type { DrawJob, DrawRun } from '../src/analysis/kernel/drawTask.ts';
import type { DrawnTree } from '../src/analysis/kernel/drawTree.ts';
import { drawnFigure, simulationOf } from '../src/analysis/kernel/simulation.ts';
import { labelOf } from '../src/domain/chart.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { drawsCsv } from '../src/formats/drawsCsv.ts';
import { commonErrorWords } from './commonError.ts';
import { drawThreads } from './drawThreads.ts';
import { stampLines } from './exportScenario.ts';
import { isGameFile } from './openGame.ts';
import { openScenario } from './openScenario.ts';
import { printLines } from './printLines.ts';
import { entriesOf } from './scenarioGame.ts';
import { type SimulateAsk, simulateAsk } from './simulateAsk.ts';
import { drawJob } from './simulateScenario.ts';
import { simulationExtras } from './simulationExtras.ts';
import { type SimulationReport, simulationText } from './simulationText.ts';
import { usage } from './usage.ts';
import { printPieces } from './writeOut.ts';

const USAGE =
  'parley simulate FOLDER [--draws N] [--seed S] [--rho X] [--kappa=X] [--threads N] [--model rational|bounded|tendency|held] [--lambda X | --rationality X] [--from BRANCH] [--json | --csv]';

/** A branch with its draws. */
interface DrawnBranch {
  readonly branch: string;
  readonly job: DrawJob;
  readonly drawn: DrawnTree;
}

/** Tells on a terminal how far the draws are and what they come to so far; nothing where nobody looks. */
function progress(branch: string, job: DrawJob, count: number): DrawRun['onPart'] {
  if (!process.stderr.isTTY) return undefined;
  const { actors } = job.plan.kernel.stakes;
  return (done, soFar) => {
    const figures = soFar().values.map(drawnFigure);
    const told = figures
      .filter(({ standardError }) => Number.isFinite(standardError))
      .map(({ mean, standardError }, actor) => `${actors[actor]} ${mean.toFixed(1)} ± ${standardError.toFixed(1)}`);
    const line = `${branch}: ${done} of ${count} draws${told.length === 0 ? '' : `, so far ${told.join(', ')}`}; Ctrl C stops`;
    process.stderr.write(`\r\u001b[K${done === count ? '' : line}`);
  };
}

/** Draws the branches one after the other; undefined where somebody stopped it. */
async function drawAll(
  jobs: readonly (readonly [string, DrawJob])[],
  { draws, threads }: SimulateAsk,
): Promise<readonly DrawnBranch[] | undefined> {
  const pool = drawThreads(
    jobs.map(([, job]) => job),
    threads,
  );
  const stop = () => pool.stop();
  process.once('SIGINT', stop);
  try {
    const found: DrawnBranch[] = [];
    for (const [index, [branch, job]] of jobs.entries()) {
      const drawn = await pool.draw(index, draws, progress(branch, job, draws));
      if (drawn === undefined) return undefined;
      found.push({ branch, job, drawn });
    }
    return found;
  } finally {
    process.off('SIGINT', stop);
    await pool.close();
  }
}

/** The draws as columns: values of the branch and of its options per actor, and how often each end is reached. */
const columnsOf = ({ branch, job, drawn }: DrawnBranch) => {
  const { actors } = job.plan.kernel.stakes;
  const { chart } = job.plan.kernel;
  return [
    ...drawn.values.map((values, actor) => ({ name: `${branch}: value ${actors[actor]}`, values })),
    ...drawn.branches.flatMap((columns, option) =>
      columns.map((values, actor) => ({
        name: `${chart.moves[job.plan.walk.move[option] as number]}: value ${actors[actor]}`,
        values,
      })),
    ),
    ...[...drawn.ends].map(([end, values]) => ({ name: `${branch}: odds of ${chart.states[end]}`, values })),
    ...[...drawn.paid].flatMap(([end, sums]) =>
      sums.map((paid, actor) => ({
        name: `${branch}: payoff ${actors[actor]} at ${chart.states[end]}`,
        // No number where no play of the draw comes there.
        values: paid.map((sum, draw) => sum / (drawn.ends.get(end)?.[draw] ?? 0)),
      })),
    ),
  ];
};

async function print(scenario: Scenario, { draws, seed, play, format }: SimulateAsk, found: readonly DrawnBranch[]) {
  const stamp = [
    ...stampLines(scenario).slice(0, 1),
    `Numbers: ${draws} draws of every judgement within its range (seed ${seed}, ${commonErrorWords(scenario)}), at the default conditions.`,
    'Numbers are judgements, never forecasts. Points of different actors are not comparable.',
  ];
  if (format === 'csv') return printPieces(drawsCsv(found.flatMap(columnsOf), stamp));
  const report: SimulationReport = {
    title: scenario.title,
    stamp,
    draws,
    seed,
    model: play.name,
    branches: Object.fromEntries(
      found.map(({ branch, job, drawn }) => {
        const extras = simulationExtras(scenario, branch, job.plan.kernel, seed);
        return [branch, { ...simulationOf(job.plan, drawn, labelOf), ...extras }] as const;
      }),
    ),
  };
  return printLines(
    format === 'json' ? [JSON.stringify({ ok: true, ...report }, null, 2)] : simulationText(scenario, report),
  );
}

/** `parley simulate`: what a scenario comes to over draws of its numbers; exit 0, 1 when it cannot be done or was stopped, 2 for usage. */
export async function simulate(args: readonly string[]): Promise<number> {
  const read = usage(USAGE, () => simulateAsk(args));
  if (read === undefined) return 2;
  if (!read.ok) return usage.refuse(USAGE, read.error);
  const ask = read.value;
  if (await isGameFile(ask.path)) {
    const name = basename(ask.path);
    console.error(`parley: the numbers of ${name} are exact, so there is nothing to draw; parley solve answers for it`);
    return 1;
  }
  const scenario = await openScenario(USAGE, {
    positionals: [ask.path],
    json: ask.format === 'json',
    commonError: ask.commonError,
  });
  if (typeof scenario === 'number') return scenario;
  const all = Object.keys(scenario.branches).filter((branch) => entriesOf(scenario, branch).length > 0);
  const { from } = ask;
  if (from !== undefined && !all.includes(from))
    return usage.refuse(USAGE, `--from is a branch of the table (${all.join(', ')}), not \`${from}\``);
  const jobs: [string, DrawJob][] = [];
  for (const branch of from === undefined ? all : [from]) {
    const job = drawJob(scenario, branch, ask.play, ask.seed, true);
    if (!job.ok) {
      console.error(`parley: ${job.error}`);
      return 1;
    }
    jobs.push([branch, job.value]);
  }
  const found = await drawAll(jobs, ask);
  if (found === undefined) {
    console.error('\nStopped; nothing was printed.');
    return 1;
  }
  await print(scenario, ask, found);
  return 0;
}
