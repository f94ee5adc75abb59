import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { gameReport } from '../src/analysis/rollback/gameReport.ts';
import { nodeOf } from '../src/analysis/rollback/lines.ts';
import type { PlayModel, Refusal } from '../src/analysis/rollback/playModel.ts';
import { branchesWhere, whatIfReport } from '../src/analysis/rollback/whatIfReport.ts';
import { moveAt, movesFrom, placedStates } from '../src/domain/chart.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { LocatedProblem } from '../src/formats/locatedProblem.ts';
import { branchesAsked } from './branchesAsked.ts';
import { formatProblem } from './loadScenario.ts';
import { openTreeGame } from './openDecisionTree.ts';
import { isGameFile, openGame } from './openGame.ts';
import { openScenario } from './openScenario.ts';
import { orMeant } from './orMeant.ts';
import { playModelOf } from './playModelOf.ts';
import { printLines } from './printLines.ts';
import { fileProblem, refuseProblems } from './refuseProblems.ts';
import type { ScenarioGame } from './scenarioGame.ts';
import { scenarioText, solveScenario } from './solveScenario.ts';
import { solveText } from './solveText.ts';
import { usage } from './usage.ts';
import { whatIfText } from './whatIfText.ts';

const USAGE =
  'parley solve FILE [--model rational|bounded|tendency] [--lambda X | --rationality X] [--from BRANCH] [--what-if MOVE] [--json]   FILE a scenario folder, an .efg game or a decision tree (.json); X a number: --lambda per payoff point, --rationality from 0 (chance) to 100; MOVE a move id (branch.state.move), of a game a node and a branch of it (n4:accept)';

interface Options {
  readonly model: PlayModel;
  readonly json: boolean;
  readonly from: string | undefined;
  readonly whatIf: string | undefined;
}

/** Branches of a game among which a misspelled one is looked for. */
const MOST_NAMES = 1000;

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

/** Every branch of a small game as `--what-if` names it; of one that is too large for a list, none. */
const branchNames = ({ tree, labels }: Pick<ScenarioGame, 'tree' | 'labels'>): readonly string[] =>
  tree.child.length > MOST_NAMES
    ? []
    : Array.from(tree.child, (_, branch) => `n${nodeOf(tree, branch)}:${labels.branch(branch)}`);

/** Every move of a scenario's branches. */
const moveIds = (scenario: Scenario): readonly string[] =>
  placedStates(scenario).flatMap(({ id }) => movesFrom(scenario, id).map((move) => move.id));

/** The branch of an .efg game that `nNODE:LABEL` names; none where there is no such one. */
function branchNamed({ tree, labels }: Pick<ScenarioGame, 'tree' | 'labels'>, asked: string): readonly number[] {
  const [, node, label] = /^n(\d+):(.*)$/s.exec(asked) ?? [];
  return branchesWhere(tree, (branch, at) => at === Number(node) && labels.branch(branch) === label);
}

async function solveGame(path: string, { model, json, whatIf: asked }: Options): Promise<number> {
  const reading = await (/\.json$/i.test(path) ? openTreeGame(path) : openGame(path));
  if ('fault' in reading) return usage.refuse(USAGE, reading.fault);
  const { game, problems } = reading;
  if (game === undefined) return refuseProblems(problems, json);
  const report = gameReport(game.tree, game.labels, model);
  if (!report.ok) return refuseProblems([...problems, problemOf(basename(path), report.error)], json);
  const forced = asked === undefined ? [] : branchNamed(game, asked);
  if (asked !== undefined && forced.length === 0)
    return usage.refuse(
      USAGE,
      `--what-if names a node and a branch of it, such as n4:accept; \`${asked}\` is not one${orMeant(asked, branchNames(game))}`,
    );
  const whatIf = forced.length === 0 ? undefined : whatIfReport(game.tree, game.labels, model, forced);
  if (whatIf?.ok === false) return usage.refuse(USAGE, `--what-if: ${whatIf.error.message}`);
  for (const problem of problems) if (!json) console.error(`${formatProblem(problem)}\n`);
  const found = { ...report.value, ...(whatIf && { whatIf: whatIf.value }) };
  if (json) await printLines([JSON.stringify({ ok: true, ...found, problems }, null, 2)]);
  else await printLines([...solveText(found), ...(whatIf === undefined ? [] : whatIfText(whatIf.value))]);
  return 0;
}

async function solveFolder(path: string, { model, json, from, whatIf }: Options): Promise<number> {
  const scenario = await openScenario(USAGE, { positionals: [path], json });
  if (typeof scenario === 'number') return scenario;
  const branches = branchesAsked(scenario, from);
  if (!branches.ok) return usage.refuse(USAGE, branches.error);
  const asked = branches.value;
  const move = whatIf === undefined ? undefined : moveAt(scenario, whatIf);
  if (whatIf !== undefined && move === undefined)
    return usage.refuse(
      USAGE,
      `--what-if is a move of the scenario (branch.state.move), not \`${whatIf}\`${orMeant(whatIf, moveIds(scenario))}`,
    );
  const report = solveScenario(scenario, { model, branches: asked, withNames: !json, whatIf });
  if (!report.ok) {
    const { place, message, isOfWhatIf } = report.error;
    if (isOfWhatIf === true) return usage.refuse(USAGE, `--what-if: ${message}`);
    return refuseProblems([fileProblem(basename(path), { ...report.error, path: place })], json);
  }
  if (whatIf !== undefined && !Object.values(report.value.branches).some((branch) => branch.whatIf !== undefined))
    return usage.refuse(
      USAGE,
      `--what-if: no position of ${asked.join(', ')} offers ${whatIf} at the default conditions`,
    );
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
        'what-if': { type: 'string' },
      },
      allowPositionals: true,
    }),
  );
  if (parsed === undefined) return 2;
  const { json, from, 'what-if': whatIf, ...options } = parsed.values;
  const model = playModelOf(options);
  if (!model.ok) return usage.refuse(USAGE, model.error);
  const [path, ...rest] = parsed.positionals;
  if (path === undefined || rest.length > 0) return usage.refuse(USAGE, 'name one scenario folder or .efg file');
  if (!(await isGameFile(path))) return solveFolder(path, { model: model.value, json, from, whatIf });
  return from === undefined
    ? solveGame(path, { model: model.value, json, from, whatIf })
    : usage.refuse(USAGE, '--from names a branch of a scenario, and an .efg game or a decision tree has none');
}
