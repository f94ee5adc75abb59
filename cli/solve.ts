import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { gameReport } from '../src/analysis/rollback/gameReport.ts';
import type { PlayModel, Refusal } from '../src/analysis/rollback/playModel.ts';
import type { LocatedProblem } from '../src/formats/locatedProblem.ts';
import { formatProblem } from './loadScenario.ts';
import { openGame } from './openGame.ts';
import { playModelOf } from './playModelOf.ts';
import { printLines } from './printLines.ts';
import { solveText } from './solveText.ts';
import { usage } from './usage.ts';

const USAGE =
  'parley solve FILE.efg [--model rational|bounded|tendency] [--lambda X | --rationality X] [--json]   X a number; --lambda per payoff point, --rationality from 0 (chance) to 100';

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

/** `parley solve`: what follows from a game; exit 0, 1 when it cannot be read or solved, 2 for usage. */
export async function solve(args: readonly string[]): Promise<number> {
  const parsed = usage(USAGE, () =>
    parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        model: { type: 'string' },
        lambda: { type: 'string' },
        rationality: { type: 'string' },
      },
      allowPositionals: true,
    }),
  );
  if (parsed === undefined) return 2;
  const { json, ...options } = parsed.values;
  const model = playModelOf(options);
  if (!model.ok) return usage.refuse(USAGE, model.error);
  const [path, ...rest] = parsed.positionals;
  if (path === undefined || rest.length > 0) return usage.refuse(USAGE, 'name one .efg file');
  return solveEfg(path, model.value, json);
}
