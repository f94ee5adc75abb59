import { fail, type Result, succeed } from '../src/domain/result.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { orMeant } from './orMeant.ts';
import { entriesOf } from './scenarioGame.ts';

/** The branch that was asked for, or all that the table opens; else what is wrong with the name. */
export function branchesAsked(scenario: Scenario, from: string | undefined): Result<readonly string[], string> {
  const branches = Object.keys(scenario.branches).filter((branch) => entriesOf(scenario, branch).length > 0);
  if (from === undefined) return succeed(branches);
  return branches.includes(from)
    ? succeed([from])
    : fail(`--from is a branch of the table (${branches.join(', ')}), not \`${from}\`${orMeant(from, branches)}`);
}
