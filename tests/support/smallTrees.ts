import { beginningOf, entriesOf, kernelOf } from '../../cli/scenarioGame.ts';
import { kernelStart } from '../../src/analysis/kernel/numbers.ts';
import { unfoldKernel } from '../../src/analysis/kernel/unfoldKernel.ts';
import type { Scenario } from '../../src/domain/scenario.ts';

/** The branches that the table opens, of a scenario whose trees have at most so many positions: the slow versions compare no more. */
export function smallBranches(scenario: Scenario, most: number): readonly string[] {
  const { chart, sizes } = kernelOf(scenario);
  return Object.keys(scenario.branches).filter((branch) => {
    if (entriesOf(scenario, branch).length === 0) return false;
    const { state, position } = beginningOf(scenario, branch);
    return unfoldKernel(chart, sizes, kernelStart(chart, state, position), { limit: most }) !== undefined;
  });
}
