import { checkScenario } from '../domain/check/checkScenario.ts';
import type { Problem } from '../domain/problem.ts';
import { type Scenario, type ScenarioFile, scenarioFile, toScenario } from '../domain/scenario.ts';
import { upgrade } from '../domain/upgrade.ts';
import { type LocatedProblem, mergeFiles, type ScenarioText } from './scenarioFiles.ts';
import { schemaProblems } from './schemaProblems.ts';

/** A scenario as read, with everything that is wrong with it. */
export interface ScenarioReading {
  /** Present where nothing worse than a warning was found. */
  readonly scenario: Scenario | undefined;
  readonly problems: readonly LocatedProblem[];
  /** Gives a later proof's problems their places in the files. */
  readonly place: (problem: Problem) => LocatedProblem;
}

const byPlace = (a: LocatedProblem, b: LocatedProblem): number =>
  a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column || a.code.localeCompare(b.code);

/** In file order, each once. */
export function orderProblems(problems: readonly LocatedProblem[]): readonly LocatedProblem[] {
  const unique = new Map(
    problems.map((problem) => [JSON.stringify([problem.code, problem.file, problem.path, problem.message]), problem]),
  );
  return [...unique.values()].sort(byPlace);
}

const isError = ({ severity }: { readonly severity: string }): boolean => severity === 'error';

/** What the checks find in a file that the schema already refused: as much as can be read of it. */
function salvage(file: unknown): readonly Problem[] {
  try {
    return checkScenario(toScenario(file as ScenarioFile), { partial: true });
  } catch {
    return [];
  }
}

/** Reads a scenario's files and returns every problem at once: code, file, line, column, path, sentence and suggestion. */
export function parseScenario(files: readonly ScenarioText[]): ScenarioReading {
  const merged = mergeFiles(files);
  if (merged.value === undefined)
    return { scenario: undefined, problems: orderProblems(merged.problems), place: merged.place };
  const upgraded = upgrade(merged.value);
  if (!upgraded.ok) {
    return {
      scenario: undefined,
      problems: orderProblems([...merged.problems, merged.place(upgraded.error)]),
      place: merged.place,
    };
  }
  const misfits = schemaProblems(scenarioFile, upgraded.value);
  const found = misfits.length > 0 ? [...misfits, ...salvage(upgraded.value)] : [];
  if (found.length > 0) {
    return {
      scenario: undefined,
      problems: orderProblems([...merged.problems, ...found.map(merged.place)]),
      place: merged.place,
    };
  }
  const scenario = toScenario(scenarioFile.parse(upgraded.value));
  const problems = orderProblems([...merged.problems, ...checkScenario(scenario).map(merged.place)]);
  return { scenario: problems.some(isError) ? undefined : scenario, problems, place: merged.place };
}
