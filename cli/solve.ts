import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { gameReport } from '../src/analysis/rollback/gameReport.ts';
import type { PlayModel, Refusal } from '../src/analysis/rollback/playModel.ts';
import { decisionTreeGame } from '../src/analysis/sensitivity/decisionTreeGame.ts';
import { decisionTreeModel } from '../src/analysis/sensitivity/decisionTreeModel.ts';
import { valueProblem } from '../src/formats/decisionTree/decisionTreeText.ts';
import type { LocatedProblem } from '../src/formats/locatedProblem.ts';
import { formatProblem } from './loadScenario.ts';
import { openDecisionTree } from './openDecisionTree.ts';
import { isGameFile, openGame } from './openGame.ts';
import { openScenario } from './openScenario.ts';
import { playModelOf } from './playModelOf.ts';
import { printLines } from './printLines.ts';
import { entriesOf } from './scenarioGame.ts';
import { scenarioText, solveScenario } from './solveScenario.ts';
import { solveText } from './solveText.ts';
import { usage } from './usage.ts';

const USAGE =
  'parley solve FILE [--model rational|bounded|tendency] [--lambda X | --rationality X] [--from BRANCH] [--json]   FILE a scenario folder, an .efg game or a decision tree (.json); X a number: --lambda per payoff point, --rationality from 0 (chance) to 100';

/** A refusal as a problem of the file that was to be solved. */
const problemOf = (file: string, { code, message, node }: Refusal): LocatedProblem => ({
  code,
  severity: 'error',
  file,
  line: 1,
  column: 1,
  path: node === undefined ? '' : `node n${node}`,
  message,
});

async function refuse(problems: readonly LocatedProblem[], json: boolean): Promise<1> {
  if (json) await printLines([JSON.stringify({ ok: false, problems }, null, 2)]);
  else for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  return 1;
}

async function solveEfg(path: string, model: PlayModel, json: boolean): Promise<number> {
  const reading = await openGame(path);
  if ('fault' in reading) return usage.refuse(USAGE, reading.fault);
  const { game, problems } = reading;
  if (game === undefined) return refuse(problems, json);
  const report = gameReport(game.tree, game.labels, model);
  if (!report.ok) return refuse([...problems, problemOf(basename(path), report.error)], json);
  for (const problem of problems) if (!json) console.error(`${formatProblem(problem)}\n`);
  await printLines(json ? [JSON.stringify({ ok: true, ...report.value, problems }, null, 2)] : solveText(report.value));
  return 0;
}

async function solveDecisionTree(path: string, model: PlayModel, json: boolean): Promise<number> {
  const reading = await openDecisionTree(path);
  if ('fault' in reading) return usage.refuse(USAGE, reading.fault);
  if (reading.tree === undefined) return refuse(reading.problems, json);
  const named = decisionTreeGame(decisionTreeModel(reading.tree));
  if (!named.ok) return refuse([valueProblem(basename(path), named.error.place, named.error.message)], json);
  const report = gameReport(named.value.game, named.value.labels, model);
  if (!report.ok) return refuse([problemOf(basename(path), report.error)], json);
  await printLines(json ? [JSON.stringify({ ok: true, ...report.value }, null, 2)] : solveText(report.value));
  return 0;
}

async function solveFolder(path: string, model: PlayModel, json: boolean, from: string | undefined): Promise<number> {
  const scenario = await openScenario(USAGE, { positionals: [path], json });
  if (typeof scenario === 'number') return scenario;
  const branches = Object.keys(scenario.branches).filter((branch) => entriesOf(scenario, branch).length > 0);
  if (from !== undefined && !branches.includes(from))
    return usage.refuse(USAGE, `--from is a branch of the table (${branches.join(', ')}), not \`${from}\``);
  const asked = from === undefined ? branches : [from];
  const report = solveScenario(scenario, model, asked, !json);
  if (!report.ok) {
    const { branch, message } = report.error;
    return refuse([{ ...problemOf(basename(path), report.error), path: branch, message }], json);
  }
  await printLines(json ? [JSON.stringify({ ok: true, ...report.value }, null, 2)] : scenarioText(report.value));
  return 0;
}

/** `parley solve`: what follows from a scenario or a game; exit 0, 1 when it cannot be read or solved, 2 for usage. */
export async function solve(args: readonly string[]): Promise<number> {
  const parsed = usage(USAGE, () =>
    parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        model: { type: 'string' },
        lambda: { type: 'string' },
        rationality: { type: 'string' },
        from: { type: 'string' },
      },
      allowPositionals: true,
    }),
  );
  if (parsed === undefined) return 2;
  const { json, from, ...options } = parsed.values;
  const model = playModelOf(options);
  if (!model.ok) return usage.refuse(USAGE, model.error);
  const [path, ...rest] = parsed.positionals;
  if (path === undefined || rest.length > 0) return usage.refuse(USAGE, 'name one scenario folder or .efg file');
  if (!(await isGameFile(path))) return solveFolder(path, model.value, json, from);
  if (from !== undefined)
    return usage.refuse(USAGE, '--from names a branch of a scenario, and an .efg game or a decision tree has none');
  return /\.json$/i.test(path) ? solveDecisionTree(path, model.value, json) : solveEfg(path, model.value, json);
}
