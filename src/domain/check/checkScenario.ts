import type { Problem } from '../problem.ts';
import type { Scenario } from '../scenario.ts';
import { graphProblems } from './graph.ts';
import { basisProblems, completenessProblems, rangeProblems, sumProblems } from './numbers.ts';
import { factProblems, nameProblems, targetProblems } from './references.ts';
import { toldProblems } from './tone.ts';

const CHECKS: readonly ((scenario: Scenario) => readonly Problem[])[] = [
  targetProblems,
  nameProblems,
  factProblems,
  rangeProblems,
  sumProblems,
  basisProblems,
  completenessProblems,
  graphProblems,
  toldProblems,
];

/**
 * Everything that a well-formed scenario may still have wrong, all at once. `partial` is for a file that the schema refused: a check
 * that cannot read what is there says nothing.
 */
export function checkScenario(scenario: Scenario, { partial = false } = {}): readonly Problem[] {
  return CHECKS.flatMap((check) => {
    try {
      return check(scenario);
    } catch (cause) {
      if (partial) return [];
      throw cause;
    }
  });
}
