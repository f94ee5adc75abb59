import type { Conflict } from '../../domain/conflict.ts';
import { didYouMean, type Path } from '../../domain/problem.ts';
import { repeatedKeys } from '../jsonPlaces.ts';
import type { LocatedProblem } from '../locatedProblem.ts';
import { orderProblems } from '../locatedProblem.ts';
import { readJson } from '../readJson.ts';
import { textPlaces } from '../textPlaces.ts';
import { readNames, readOneWay } from './conflictFile.ts';
import { readMoves } from './conflictMoves.ts';
import { readPreferences } from './conflictPreferences.ts';
import { ConflictProblems, isMapping } from './conflictProblems.ts';

/** The format of a conflict file: what a graph model needs, and beside it anything that begins with `expected`. */
const CONFLICT_FORMAT = 'gmcr-fixture/1';

/** A file that is longer is not opened, and one that is nested deeper is not walked. */
const MOST_CONFLICT_BYTES = 64_000_000;
const DEEPEST = 64;

const KEYS = [
  'format',
  'id',
  'name',
  'decisionMakers',
  'optionOrder',
  'states',
  'statusQuo',
  'infeasible',
  'irreversible',
  'movesFromOptions',
  'moves',
  'preferenceStatements',
];

/** A conflict as read, with everything that is wrong with its file. */
export interface ConflictReading {
  readonly conflict: Conflict | undefined;
  readonly problems: readonly LocatedProblem[];
}

const refuse = (problem: LocatedProblem): ConflictReading => ({ conflict: undefined, problems: [problem] });

/** The order of options is theirs already; a file that states another says which it means by `optionOrder`. */
function checkOrder(order: unknown, optionOf: ReadonlyMap<string, number>, problems: ConflictProblems): void {
  if (order === undefined) return;
  const path: Path = ['optionOrder'];
  for (const [index, name] of (problems.list(order, path, 'a list of option ids') ?? []).entries())
    problems.known(name, [...path, index], 'option', optionOf);
}

function readFile(
  file: Readonly<Record<string, unknown>>,
  problems: ConflictProblems,
  fallback: string,
): Conflict | undefined {
  if (file.format !== CONFLICT_FORMAT) {
    const named =
      typeof file.format === 'string'
        ? `\`${file.format}\` is no format of a conflict`
        : 'the file does not say its `format`';
    problems.error(
      'unknown-format',
      file.format === undefined ? [] : ['format'],
      named,
      didYouMean(String(file.format), [CONFLICT_FORMAT]),
    );
  }
  problems.keys(file, [], KEYS);
  const names = readNames(file, problems);
  if (names === undefined) return undefined;
  checkOrder(file.optionOrder, names.optionOf, problems);
  const oneWay = readOneWay(file, names.optionOf, problems);
  const moves = readMoves(file, names, oneWay, problems);
  const preferences = readPreferences(file, names, problems);
  const statusQuo =
    file.statusQuo === undefined ? undefined : problems.known(file.statusQuo, ['statusQuo'], 'state', names.stateOf);
  const title = [file.name, file.id].find((name): name is string => typeof name === 'string' && name !== '');
  return {
    title: title ?? fallback,
    decisionMakers: names.makers,
    states: names.states,
    payoffs: preferences.map(({ payoffs }) => payoffs),
    tolerances: preferences.map(({ tolerance }) => tolerance),
    moves,
    statusQuo,
    options: names.options,
    taken: names.taken,
  };
}

/** Reads a conflict from a file in JSON. All that is wrong with it is told at once, each with its place. */
export function readConflict(text: string, file: string): ConflictReading {
  const json = readJson(text, file, { deepest: DEEPEST, mostBytes: MOST_CONFLICT_BYTES });
  if (!json.ok) return refuse(json.error);
  const { value } = json;
  if (!isMapping(value)) {
    const message = 'it is JSON, but no conflict: the whole is not an object';
    return refuse({ severity: 'error', path: '', file, line: 1, column: 1, code: 'wrong-type', message });
  }
  const content = text.replace(/^\uFEFF/, '');
  const problems = new ConflictProblems();
  const conflict = readFile(value, problems, file);
  const placeAt = textPlaces(content);
  const repeated = repeatedKeys(content, 10).map(
    ({ key, at }): LocatedProblem => ({
      code: 'duplicate-key',
      severity: 'error',
      file,
      ...placeAt(at),
      path: key,
      message: `the key \`${key}\` stands here twice`,
      suggestion: 'keep one of them',
    }),
  );
  const sound = !problems.hasErrors && repeated.length === 0;
  return {
    conflict: sound ? conflict : undefined,
    problems: orderProblems([...problems.located(content, file), ...repeated]),
  };
}
