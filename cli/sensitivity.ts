import { isGameFile } from './openGame.ts';
import { openScenario } from './openScenario.ts';
import { sensitivityAsk } from './sensitivityAsk.ts';
import { sensitivityOfScenario } from './sensitivityOfScenario.ts';
import { sensitivityOfTree } from './sensitivityOfTree.ts';
import { usage } from './usage.ts';

const USAGE =
  'parley sensitivity FILE --of ACTOR [--from BRANCH] [--policy held|reoptimised] [--two-way P,Q] [--spider] [--estimates] [--information] [--at STATE] [--draws N] [--seed S] [--rho X] [--kappa=X] [--json] [--csv PATH [--force]]   FILE a scenario folder, or a decision tree (.json), which has one actor';

/** `parley sensitivity`: what moves a value, and what would change the choice; exit 0, 1 when it cannot be read or was stopped, 2 for usage. */
export async function sensitivity(args: readonly string[]): Promise<number> {
  const read = usage(USAGE, () => sensitivityAsk(args));
  if (read === undefined) return 2;
  if (!read.ok) return usage.refuse(USAGE, read.error);
  const ask = read.value;
  if (/\.efg$/i.test(ask.path)) {
    console.error(
      'parley: the numbers of an .efg game are exact, so there is nothing to vary; parley solve answers for it',
    );
    return 1;
  }
  if (await isGameFile(ask.path)) return sensitivityOfTree(USAGE, ask);
  const scenario = await openScenario(USAGE, {
    positionals: [ask.path],
    json: ask.json,
    commonError: ask.commonError,
  });
  return typeof scenario === 'number' ? scenario : sensitivityOfScenario(USAGE, scenario, ask);
}
