import { type Check, checkScenario } from '../domain/check/checkScenario.ts';
import { unreadParts } from '../domain/check/unread.ts';
import type { Path, Problem } from '../domain/problem.ts';
import { type Scenario, type ScenarioFile, scenarioFile, toScenario } from '../domain/scenario.ts';
import { upgrade } from '../domain/upgrade.ts';
import { type LocatedProblem, orderProblems } from './locatedProblem.ts';
import { readOn } from './readOn.ts';
import { mergeFiles, type ScenarioText } from './scenarioFiles.ts';

/** A scenario as read, with everything that is wrong with it. */
export interface ScenarioReading {
  /** Present where nothing worse than a warning was found. */
  readonly scenario: Scenario | undefined;
  readonly problems: readonly LocatedProblem[];
  /** Gives a later proof's problems their places in the files. */
  readonly place: (problem: Problem) => LocatedProblem;
}

/** What else is looked for beside the domain's own checks: that branches refine their instruments, where machines are at hand. */
export interface ParseOptions {
  readonly checks?: readonly Check[];
}

interface Findings {
  /** Present where every part has the right form. */
  readonly scenario: Scenario | undefined;
  readonly problems: readonly Problem[];
}

/** Everything that is wrong with a file; where a part has the wrong form or could not be read, what can be said of the others. */
function examine(file: unknown, unread: readonly Path[], check: Check): Findings {
  const sound = scenarioFile.safeParse(file);
  if (sound.success && unread.length === 0) {
    const scenario = toScenario(sound.data);
    return { scenario, problems: check(scenario) };
  }
  const { misfits, value, holes } = readOn(scenarioFile, file, unread);
  const found = value === undefined ? [] : check(toScenario(value as ScenarioFile));
  return { scenario: undefined, problems: [...misfits, ...found.filter(unreadParts(holes).spares)] };
}

/** Reads a scenario's files and returns every problem at once: code, file, line, column, path, sentence and suggestion. */
export function parseScenario(files: readonly ScenarioText[], { checks = [] }: ParseOptions = {}): ScenarioReading {
  const merged = mergeFiles(files);
  const { place } = merged;
  const upgraded = upgrade(merged.value);
  if (!upgraded.ok) {
    return { scenario: undefined, problems: orderProblems([...merged.problems, place(upgraded.error)]), place };
  }
  const check: Check = (scenario) => [checkScenario, ...checks].flatMap((each) => each(scenario));
  const { scenario, problems: found } = examine(upgraded.value, merged.holes, check);
  const problems = orderProblems([...merged.problems, ...found.map(place)]);
  const sound = problems.every(({ severity }) => severity === 'warning');
  return { scenario: sound ? scenario : undefined, problems, place };
}
