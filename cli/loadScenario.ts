import { refinementProblems } from '../machines/refinement.ts';
import { warning } from '../src/domain/problem.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { type LocatedProblem, orderProblems } from '../src/formats/locatedProblem.ts';
import { parseScenario, type ScenarioReading } from '../src/formats/parseScenario.ts';
import { visible } from '../src/formats/visible.ts';
import { folderName, readFolder } from './readFolder.ts';

/** Reads and checks the scenario in a folder, its branches against their instruments too. Undefined where there is no folder. */
export async function loadScenario(path: string): Promise<ScenarioReading | undefined> {
  const files = await readFolder(path);
  if (files === undefined) return undefined;
  const reading = parseScenario(files, { checks: [refinementProblems] });
  const { scenario } = reading;
  const name = folderName(path);
  if (scenario === undefined || scenario.id === name) return reading;
  const message = `the scenario calls itself \`${scenario.id}\`, and its folder is \`${name}\``;
  const misnamed = reading.place(warning('folder-name', ['id'], message, 'give both the same name'));
  return { ...reading, problems: orderProblems([...reading.problems, misnamed]) };
}

/** A problem as people read it in a terminal, on which nothing that a file says can work: its names and keys are quoted too. */
export function formatProblem({
  severity,
  code,
  file,
  line,
  column,
  path,
  message,
  suggestion,
}: LocatedProblem): string {
  const where = path === '' ? '' : `\n    at ${visible(path)}`;
  const help = suggestion === undefined ? '' : `\n    ${visible(suggestion)}`;
  return `${visible(file)}:${line}:${column}  ${severity}  ${visible(message)}  [${code}]${where}${help}`;
}

/** The scenario at a path, or an error that says everything that is wrong with it: for a build, which must stop. */
export async function requireScenario(path: string): Promise<Scenario> {
  const reading = await loadScenario(path);
  if (reading?.scenario !== undefined) return reading.scenario;
  const problems = (reading?.problems ?? []).map(formatProblem).join('\n');
  throw new Error(`the scenario at ${path} cannot be used\n${problems}`);
}
