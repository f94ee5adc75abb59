import { basename } from 'node:path';
import type { DrawJob, DrawRun } from '../src/analysis/kernel/drawTask.ts';
import type { DrawnTree } from '../src/analysis/kernel/drawTree.ts';
import { drawnFigure, simulationOf } from '../src/analysis/kernel/simulation.ts';
import { labelOf, moveAt } from '../src/domain/chart.ts';
import { errorModelOf } from '../src/domain/parameters.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { drawsCsv } from '../src/formats/drawsCsv.ts';
import { branchesAsked } from './branchesAsked.ts';
import { commonErrorWords } from './commonError.ts';
import { drawThreads } from './drawThreads.ts';
import { stampLines } from './exportScenario.ts';
import { isGameFile } from './openGame.ts';
import { openScenario } from './openScenario.ts';
import { statedPlay } from './playModelOf.ts';
import { printLines } from './printLines.ts';
import { fileProblem, refuseProblems } from './refuseProblems.ts';
import { type SimulateAsk, simulateAsk } from './simulateAsk.ts';
import { drawJob, type PlannedDraws } from './simulateScenario.ts';
import { simulationExtras } from './simulationExtras.ts';
import { playSentence, simulationAssumptions, simulationMethod, simulationSource } from './simulationRestsOn.ts';
import { type SimulationReport, simulationText } from './simulationText.ts';
import { usage } from './usage.ts';
import { withoutStakes } from './withoutStakes.ts';
import { printPieces } from './writeOut.ts';

const USAGE =
  'parley simulate FOLDER [--draws N] [--seed S] [--rho X] [--kappa=X] [--threads N] [--model rational|bounded|tendency|held] [--lambda X | --rationality X] [--from BRANCH] [--json | --csv]';

/** A branch with its draws. */
interface DrawnBranch {
  readonly branch: string;
  readonly job: PlannedDraws;
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
    const line = `${branch}: ${done.toLocaleString('en')} of ${count.toLocaleString('en')} draws${told.length === 0 ? '' : `, so far ${told.join(', ')}`}; Ctrl C stops`;
    process.stderr.write(`\r\u001b[K${done === count ? '' : line}`);
  };
}

/** Draws the branches one after the other; undefined where somebody stopped it. */
async function drawAll(
  jobs: readonly (readonly [string, PlannedDraws])[],
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
    `Numbers: ${draws.toLocaleString('en')} draws of every judgement within its range (seed ${seed}, ${commonErrorWords(scenario)}), at the default conditions.`,
    playSentence(play),
    'Numbers are judgements, never forecasts. Points of different actors are not comparable.',
  ];
  if (format === 'csv') return printPieces(drawsCsv(found.flatMap(columnsOf), stamp));
  const { rho, kappa } = errorModelOf(scenario);
  const methods = found.map(({ job }) => job.method);
  const report: SimulationReport = {
    title: scenario.title,
    stamp,
    draws,
    seed,
    rho,
    kappa,
    model: play.name,
    ...statedPlay(play),
    assumptions: simulationAssumptions(
      play.name,
      found.map(({ job }) => job.assumptions),
    ),
    method: simulationMethod(methods.map(({ name }) => name)),
    source: simulationSource(methods.map(({ source }) => source)),
    branches: Object.fromEntries(
      found.map(({ branch, job, drawn }) => {
        const extras = simulationExtras(scenario, branch, job.plan.kernel, seed);
        const simulation = simulationOf(job.plan, drawn, labelOf);
        const first = moveAt(scenario, simulation.options[0]?.move ?? '')?.from;
        const others = first === undefined ? [] : withoutStakes(scenario, first);
        return [branch, { ...simulation, decidesWithoutStakes: others, ...extras }] as const;
      }),
    ),
  };
  return printLines(
    format === 'json' ? [JSON.stringify({ ok: true, ...report }, null, 2)] : simulationText(scenario, report),
  );
}

/** Says why there is no answer, to a program as JSON; the exit code is 1. */
async function refuse({ path, format }: SimulateAsk, code: string, message: string): Promise<1> {
  if (format === 'json') return refuseProblems([fileProblem(basename(path), { code, message })], true);
  console.error(`parley: ${message}`);
  return 1;
}

/** The exit code of what Ctrl C stopped: 128 and the number of the signal, as shells have it. */
const INTERRUPTED = 130;

/** `parley simulate`: what a scenario comes to over draws of its numbers; exit 0, 1 when it cannot be done, 2 for usage, 130 when it was stopped. */
export async function simulate(args: readonly string[]): Promise<number> {
  const read = usage(USAGE, () => simulateAsk(args));
  if (read === undefined) return 2;
  if (!read.ok) return usage.refuse(USAGE, read.error);
  const ask = read.value;
  if (await isGameFile(ask.path)) {
    const name = basename(ask.path);
    const message = `the numbers of ${name} are exact, so there is nothing to draw; parley solve answers for it`;
    return refuse(ask, 'exact-numbers', message);
  }
  const scenario = await openScenario(USAGE, {
    positionals: [ask.path],
    json: ask.format === 'json',
    commonError: ask.commonError,
  });
  if (typeof scenario === 'number') return scenario;
  const branches = branchesAsked(scenario, ask.from);
  if (!branches.ok) return usage.refuse(USAGE, branches.error);
  const jobs: [string, PlannedDraws][] = [];
  for (const branch of branches.value) {
    const job = drawJob(scenario, branch, ask.play, ask.seed, true, branches.value.length > 1);
    if (!job.ok) return refuse(ask, 'not-solved', job.error);
    jobs.push([branch, job.value]);
  }
  const found = await drawAll(jobs, ask);
  if (found === undefined) {
    if (process.stderr.isTTY) process.stderr.write('\n');
    await refuse(ask, 'interrupted', 'stopped by Ctrl C; there is no answer');
    return INTERRUPTED;
  }
  await print(scenario, ask, found);
  return 0;
}
