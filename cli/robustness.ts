import { basename } from 'node:path';
import { didYouMean } from '../src/domain/problem.ts';
import { stakeholders } from '../src/domain/stakes.ts';
import { readMcda } from '../src/formats/mcdaTable.ts';
import { branchesAsked } from './branchesAsked.ts';
import { commonErrorWords } from './commonError.ts';
import { stampLines } from './exportScenario.ts';
import { type Answered, giveAnswer } from './giveAnswer.ts';
import { mcdaAnswer } from './mcdaAnswer.ts';
import { mcdaTable, mcdaText } from './mcdaText.ts';
import { isGameFile, readText } from './openGame.ts';
import { openScenario } from './openScenario.ts';
import { progressLine } from './progressLine.ts';
import { fileProblem, refuseProblems } from './refuseProblems.ts';
import { robustnessAnswer, robustnessTable } from './robustnessAnswer.ts';
import { type RobustnessOptions, robustnessOptions } from './robustnessOptions.ts';
import { robustnessOf } from './robustnessScenario.ts';
import { ROBUSTNESS_ASSUMPTIONS, robustnessText } from './robustnessText.ts';
import { usage } from './usage.ts';

const USAGE =
  'parley robustness FILE --of ACTOR [--from BRANCH] [--at DECISION] [--vary STAKE,…] [--alpha A] [--draws N] [--seed S] [--rho X] [--kappa=X] [--json] [--csv PATH [--force]]   FILE a scenario folder, or tables of alternatives (JSON, schema mcda-fixture/1; without --of)';

async function robustnessOfFile(options: RobustnessOptions): Promise<number> {
  const { path, json } = options;
  for (const [name, value] of Object.entries({
    of: options.of,
    from: options.from,
    at: options.at,
    vary: options.vary,
  }))
    if (value !== undefined) return usage.refuse(USAGE, `--${name} belongs to a scenario, not to a file of tables`);
  const read = await readText(path);
  if ('fault' in read) return usage.refuse(USAGE, read.fault);
  const { table, problems } = readMcda(read.text, basename(path));
  if (table === undefined) return refuseProblems(problems, json);
  const answer = mcdaAnswer(table, options);
  if (!answer.ok) {
    const problem = { code: 'weights', message: answer.error, path: 'smaa.weightConstraint' };
    return refuseProblems([fileProblem(basename(path), problem)], json);
  }
  const answered: Answered = {
    table: () => mcdaTable(table, options),
    remarks: [`${table.name || basename(path)}: shares of the weights are no probabilities.`],
    text: () => mcdaText(table, options),
    value: answer.value,
  };
  return giveAnswer(options, answered);
}

async function robustnessOfFolder(options: RobustnessOptions): Promise<number> {
  const { path, json, of, from, vary, draws, seed, alpha, at, commonError } = options;
  const scenario = await openScenario(USAGE, { positionals: [path], json, commonError });
  if (typeof scenario === 'number') return scenario;
  const actors = stakeholders(scenario);
  const those = `an actor with stakes (${actors.join(', ')})`;
  if (of === undefined) return usage.refuse(USAGE, `--of names ${those}`);
  if (!actors.includes(of))
    return usage.refuse(
      USAGE,
      `--of names ${those}, not \`${of}\`${didYouMean(of, actors) === undefined ? '' : `: ${didYouMean(of, actors)}`}`,
    );
  const stakes = Object.keys(scenario.stakes[of]?.items ?? {});
  const unknown = vary?.find((stake) => !stakes.includes(stake));
  if (unknown !== undefined)
    return usage.refuse(USAGE, `--vary names stakes of ${of} (${stakes.join(', ')}), not \`${unknown}\``);
  if (vary !== undefined && new Set(vary).size < 2)
    return usage.refuse(USAGE, '--vary names at least two stakes: with all others fixed, a single weight cannot vary');
  const branches = branchesAsked(scenario, from);
  if (!branches.ok) return usage.refuse(USAGE, branches.error);
  const place = at?.split('.')[0];
  const asked =
    at === undefined || from !== undefined || !branches.value.includes(place ?? '') ? branches.value : [place ?? ''];
  const progress = progressLine();
  const found = robustnessOf(scenario, asked, { actor: of, at, draws, seed, vary, onStep: progress.say });
  progress.clear();
  const answered = found.flatMap((each) => (each.found.ok ? [each.found.value] : []));
  if (answered.length === 0) {
    const problems = found.map((each) =>
      fileProblem(basename(path), {
        code: 'robustness',
        message: each.found.ok ? '' : each.found.error,
        path: each.branch,
      }),
    );
    return refuseProblems(problems, json);
  }
  const stamp = [...stampLines(scenario), `Draws of the numbers: seed ${seed}, ${commonErrorWords(scenario)}.`];
  return giveAnswer(options, {
    table: () => robustnessTable(answered),
    remarks: stamp,
    text: () =>
      robustnessText(
        scenario,
        stamp,
        found.map((each) => ({ branch: each.branch, found: each.found.ok ? each.found.value : each.found.error })),
        { draws, alpha },
      ),
    value: {
      title: scenario.title,
      stamp,
      of,
      draws,
      seed,
      assumptions: ROBUSTNESS_ASSUMPTIONS,
      branches: Object.fromEntries(answered.map((each) => [each.branch, robustnessAnswer(each, draws, alpha)])),
      refused: Object.fromEntries(found.flatMap((each) => (each.found.ok ? [] : [[each.branch, each.found.error]]))),
    },
  });
}

/** `parley robustness`: how sure an answer is over weights and cases; exit 0, 1 when it cannot be read or asked, 2 for usage. */
export async function robustness(args: readonly string[]): Promise<number> {
  const read = usage(USAGE, () => robustnessOptions(args));
  if (read === undefined) return 2;
  if (!read.ok) return usage.refuse(USAGE, read.error);
  return (await isGameFile(read.value.path)) ? robustnessOfFile(read.value) : robustnessOfFolder(read.value);
}
