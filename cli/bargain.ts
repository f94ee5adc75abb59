import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readBargainingSet } from '../src/formats/bargainingSet.ts';
import { bargainLists, bargainsAnswer, bargainsOf } from './bargainScenario.ts';
import { bargainingAnswer, bargainingTable, bargainingText } from './bargainSet.ts';
import { bargainScenarioTable, bargainScenarioText } from './bargainText.ts';
import { branchesAsked } from './branchesAsked.ts';
import { stampLines } from './exportScenario.ts';
import { type AnswerOptions, giveAnswer } from './giveAnswer.ts';
import { isGameFile, readText } from './openGame.ts';
import { openScenario } from './openScenario.ts';
import { progressLine } from './progressLine.ts';
import { fileProblem, refuseProblems } from './refuseProblems.ts';
import { usage } from './usage.ts';

const USAGE =
  'parley bargain FILE [--from BRANCH] [--comparable] [--json] [--csv PATH [--force]]   FILE a scenario folder, or a list of outcomes (JSON, schema bargaining-set/1)';

/** What is asked besides the file. */
interface Options extends AnswerOptions {
  /** Whether the rules that compare points of different actors are told in words. */
  readonly comparable: boolean;
  readonly from: string | undefined;
}

async function bargainFile(path: string, options: Options): Promise<number> {
  const read = await readText(path);
  if ('fault' in read) return usage.refuse(USAGE, read.fault);
  const { table: set, problems } = readBargainingSet(read.text, basename(path));
  if (set === undefined) return refuseProblems(problems, options.json);
  return giveAnswer(options, {
    table: () => bargainingTable(set),
    remarks: [`Bargaining set of ${set.name || basename(path)}.`],
    text: () => bargainingText(set),
    value: { name: set.name, ...bargainingAnswer(set) },
  });
}

async function bargainFolder(path: string, options: Options): Promise<number> {
  const scenario = await openScenario(USAGE, { positionals: [path], json: options.json });
  if (typeof scenario === 'number') return scenario;
  const branches = branchesAsked(scenario, options.from);
  if (!branches.ok) return usage.refuse(USAGE, branches.error);
  const progress = progressLine();
  const found = bargainsOf(scenario, branches.value, (branch) => progress.say(`${branch}: what could be agreed`));
  progress.clear();
  if (!found.ok) {
    const { branch, code, message } = found.error;
    return refuseProblems([fileProblem(basename(path), { code, message, path: branch })], options.json);
  }
  const stamp = stampLines(scenario);
  return giveAnswer(options, {
    table: () => bargainScenarioTable(found.value),
    remarks: stamp,
    text: () => bargainScenarioText(scenario, stamp, found.value, options.comparable),
    value: {
      title: scenario.title,
      stamp,
      // Of a single branch the lists stand in front too, as they do for a list of outcomes.
      ...(found.value.length === 1 ? bargainLists(found.value[0]) : {}),
      branches: Object.fromEntries(found.value.map((of) => [of.branch, bargainsAnswer(of)])),
    },
  });
}

/** `parley bargain`: the bargaining set of a scenario or of a list of outcomes; exit 0, 1 when it cannot be read or solved, 2 for usage. */
export async function bargain(args: readonly string[]): Promise<number> {
  const parsed = usage(USAGE, () =>
    parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        csv: { type: 'string' },
        force: { type: 'boolean', default: false },
        from: { type: 'string' },
        comparable: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    }),
  );
  if (parsed === undefined) return 2;
  const { json, csv, force, from, comparable } = parsed.values;
  const [path, ...rest] = parsed.positionals;
  if (path === undefined || rest.length > 0) return usage.refuse(USAGE, 'name one scenario folder or JSON file');
  if (csv === '') return usage.refuse(USAGE, '--csv names a file');
  const options = { json, csv, force, from, comparable };
  if (!(await isGameFile(path))) return bargainFolder(path, options);
  return from === undefined
    ? bargainFile(path, options)
    : usage.refuse(USAGE, '--from names a branch of a scenario, and a list of outcomes has none');
}
