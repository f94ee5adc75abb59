import type { Problem } from '../problem.ts';
import type { Scenario } from '../scenario.ts';
import { basisProblems } from './bases.ts';
import { completenessProblems } from './completeness.ts';
import { factProblems } from './facts.ts';
import { graphProblems } from './graph.ts';
import { idProblems } from './ids.ts';
import { nameProblems } from './names.ts';
import { oddsProblems } from './odds.ts';
import { postureProblems } from './postures.ts';
import { rangeProblems } from './ranges.ts';
import { targetProblems } from './targets.ts';
import { toldProblems } from './tone.ts';

/** Looks for one sort of problem in a scenario whose parts all have the right form. */
export type Check = (scenario: Scenario) => readonly Problem[];

const CHECKS: readonly Check[] = [
  targetProblems,
  nameProblems,
  idProblems,
  factProblems,
  rangeProblems,
  oddsProblems,
  basisProblems,
  completenessProblems,
  postureProblems,
  graphProblems,
  toldProblems,
];

/** Everything that a well-formed scenario may still have wrong, all at once. */
export const checkScenario: Check = (scenario) => CHECKS.flatMap((check) => check(scenario));
