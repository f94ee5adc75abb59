import type { Scenario } from '../../domain/scenario.ts';

/** A branch's name: the choice at the table that leads there. */
export const branchLabel = (scenario: Scenario, branch: string): string =>
  Object.values(scenario.table.on).find(({ target }) => target === branch)?.meta.label ?? branch;
