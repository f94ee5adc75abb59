import { error, formatPath, type Path, type Problem } from '../domain/problem.ts';
import { readRational, toNumber } from '../domain/rational.ts';
import { type LocatedProblem, locatedIn, orderProblems } from './locatedProblem.ts';
import { readJson } from './readJson.ts';
import { visible } from './visible.ts';
import { readYaml } from './yaml.ts';

/** A table of ours is a few levels deep. */
const MAX_DEPTH = 32;

/** Larger numbers cannot be multiplied and added without leaving the range of a double. */
const LARGEST = 1e100;

/** A list that is written out of hand would keep a method busy without end. */
const MOST_ROWS = 10_000;

/** Reads the parts of a table that somebody wrote as JSON, and gathers what is wrong with it. */
export interface TableReader {
  readonly problems: readonly Problem[];
  readonly wrong: (path: Path, message: string, suggestion?: string) => void;
  readonly object: (value: unknown, path: Path) => Readonly<Record<string, unknown>> | undefined;
  /** A list; of a certain length where one is named. */
  readonly list: (
    value: unknown,
    path: Path,
    length?: { readonly is: number; readonly why: string },
  ) => readonly unknown[];
  /** A number, or a text that is one: `17/19`, `-3.5`. NaN where it is none. */
  readonly number: (value: unknown, path: Path) => number;
}

const described = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  const written = JSON.stringify(value);
  return visible(written.length > 40 ? `${written.slice(0, 40)}…` : written);
};

function tableReader(): TableReader {
  const problems: Problem[] = [];
  const wrong: TableReader['wrong'] = (path, message, suggestion) => {
    problems.push(error('table', path, message, suggestion));
  };
  return {
    problems,
    wrong,
    object: (value, path) => {
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
      wrong(path, `expected an object, found ${described(value)}`);
      return undefined;
    },
    list: (value, path, length) => {
      if (!Array.isArray(value)) {
        wrong(path, `expected a list, found ${described(value)}`);
        return [];
      }
      if (value.length > MOST_ROWS) {
        wrong(path, `the list has ${value.length} entries; at most ${MOST_ROWS} are read`);
        return [];
      }
      if (length !== undefined && value.length !== length.is)
        wrong(path, `expected a list of ${length.is}, found one of ${value.length}`, length.why);
      return value;
    },
    number: (value, path) => {
      const exact = typeof value === 'string' ? readRational(value) : undefined;
      const number = typeof value === 'number' ? value : exact === undefined ? Number.NaN : toNumber(exact);
      if (Number.isNaN(number))
        wrong(path, `expected a number, found ${described(value)}`, 'write it as 3.5, or as "7/2"');
      else if (Math.abs(number) > LARGEST) {
        wrong(path, `found ${described(value)}, which is too large to compute with`, `at most ${LARGEST} is read`);
        return Number.NaN;
      }
      return number;
    },
  };
}

/** A table as it was read, with everything that is wrong with it; undefined where something is. */
export interface TableReading<Table> {
  readonly table: Table | undefined;
  readonly problems: readonly LocatedProblem[];
}

/** Reads a table from JSON by `read`, and gives each problem its line and column. */
export function readTable<Table>(
  text: string,
  file: string,
  read: (value: unknown, reader: TableReader) => Table | undefined,
): TableReading<Table> {
  const json = readJson(text, file, { deepest: MAX_DEPTH });
  if (!json.ok) return { table: undefined, problems: [json.error] };
  const reader = tableReader();
  const table = read(json.value, reader);
  // JSON is YAML but for tabs between its parts, and YAML's reader knows places and repeated keys.
  const yaml = readYaml(text.replaceAll('\t', ' '));
  const places = { file, prefix: [] as Path, ...yaml };
  const repeated = yaml.problems.filter(({ code }) => code === 'duplicate-id' || code === 'prototype-key');
  const problems = orderProblems(
    [...repeated, ...reader.problems].map((problem) => ({
      ...locatedIn(places, problem),
      path: formatPath(problem.path),
    })),
  );
  return { table: problems.length === 0 ? table : undefined, problems };
}

/** Names that must differ, as they are written. */
export function distinctNames(
  names: readonly { readonly name: string; readonly path: Path }[],
  what: string,
  { wrong }: TableReader,
): void {
  const seen = new Set<string>();
  for (const { name, path } of names) {
    if (seen.has(name)) wrong(path, `there are two ${what} called \`${name}\``, 'give each a name of its own');
    seen.add(name);
  }
}
