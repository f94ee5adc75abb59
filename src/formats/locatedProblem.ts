import { formatPath, type Path, type Problem } from '../domain/problem.ts';
import type { YamlText } from './yaml.ts';
import type { Place } from './yamlPlaces.ts';

/** A problem with its place in a file, as a person and an editor read it. */
export interface LocatedProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** Line and column count from 1. */
  readonly line: number;
  readonly column: number;
  /** From the root of the whole scenario, as `branches.lease.states.reply`; empty for a whole file. */
  readonly path: string;
  readonly message: string;
  readonly suggestion?: string;
}

/** A file that was read, and the path in the whole scenario at which its content stands. */
export interface ReadFile extends YamlText {
  readonly file: string;
  readonly prefix: Path;
}

/** Gives a problem, whose path is counted from the root of the whole scenario, its place in a file. */
export function locatedIn({ file, prefix, locate }: ReadFile, problem: Problem & Partial<Place>): LocatedProblem {
  const { code, severity, path, message, suggestion, line, column } = problem;
  const place =
    line === undefined || column === undefined ? locate(path.slice(prefix.length), problem) : { line, column };
  return {
    code,
    severity,
    file,
    ...place,
    path: formatPath(path),
    message,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** The problems that a file had on its own, their paths counted from the root of the whole scenario. */
export const ownProblems = (read: ReadFile): readonly LocatedProblem[] =>
  read.problems.map((problem) => locatedIn(read, { ...problem, path: [...read.prefix, ...problem.path] }));

const byPlace = (a: LocatedProblem, b: LocatedProblem): number =>
  a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column || a.code.localeCompare(b.code);

/** In file order, each once. */
export function orderProblems(problems: readonly LocatedProblem[]): readonly LocatedProblem[] {
  const unique = new Map(
    problems.map((problem) => [JSON.stringify([problem.code, problem.file, problem.path, problem.message]), problem]),
  );
  return [...unique.values()].sort(byPlace);
}
