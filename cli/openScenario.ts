import type { CommonError } from '../src/domain/parameters.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { formatProblem, loadScenario } from './loadScenario.ts';
import { usage } from './usage.ts';

/** What a command that needs a sound scenario was given. */
export interface ScenarioArguments {
  readonly positionals: readonly string[];
  readonly json: boolean;
  /** How its judgements are taken to err together, where that is asked for. */
  readonly commonError?: Partial<CommonError>;
}

/** The scenario that a command names; or, once the reason has been printed, the exit code with which the command ends. */
export async function openScenario(
  usageLine: string,
  { positionals, json, commonError = {} }: ScenarioArguments,
): Promise<Scenario | 1 | 2> {
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) return usage.refuse(usageLine, 'name one scenario folder');
  const reading = await loadScenario(path);
  if (reading === undefined) return usage.refuse(usageLine, `there is no scenario folder at ${path}`);
  if (reading.scenario !== undefined) return { ...reading.scenario, commonError };
  if (json) console.log(JSON.stringify({ ok: false, problems: reading.problems }, null, 2));
  else for (const problem of reading.problems) console.error(`${formatProblem(problem)}\n`);
  return 1;
}
