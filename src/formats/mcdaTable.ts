import type { Path } from '../domain/problem.ts';
import { distinctNames, readTable, type TableReader, type TableReading } from './jsonTable.ts';

/** Alternatives valued by criteria, whose weights are not known. */
export interface WeightedTable {
  readonly alternatives: readonly string[];
  readonly criteria: readonly string[];
  /** A row per alternative, a value per criterion; more is better, and the values of all criteria are on one scale, usually 0 to 1. */
  readonly values: readonly (readonly number[])[];
  /** What is known of the weights, as it was written; empty where nothing is. */
  readonly weightConstraint: string;
  /** The stated weights, where there are any, not negative and summing to 1. */
  readonly weights: readonly number[] | undefined;
}

/** Alternatives with a payoff per case. */
export interface CaseTable {
  readonly alternatives: readonly string[];
  readonly cases: readonly string[];
  readonly payoffs: readonly (readonly number[])[];
  /** Per case, how probable it is; undefined where nobody says. */
  readonly probabilities: readonly number[] | undefined;
}

/** A decision with many criteria or many cases: the format `mcda-fixture/1`. At least one of its two tables is there. */
export interface McdaFile {
  readonly name: string;
  readonly smaa: WeightedTable | undefined;
  readonly regret: CaseTable | undefined;
}

/** The schema's name in the files themselves. */
const MCDA_SCHEMA = 'mcda-fixture/1';

/** Sums of shares are 1 to this. */
const SUM_WITHIN = 1e-9;

/** A comparison of all with all: more alternatives would keep it busy without end. */
const MOST_ALTERNATIVES = 500;
const MOST_CRITERIA = 100;

function names(value: unknown, path: Path, what: string, reader: TableReader): readonly string[] {
  const read = reader.list(value, path).map((name, index) => {
    if (typeof name === 'string' || typeof name === 'number') return String(name);
    reader.wrong([...path, index], 'expected a name, a text');
    return '';
  });
  distinctNames(
    read.map((name, index) => ({ name, path: [...path, index] })),
    what,
    reader,
  );
  return read;
}

function rows(value: unknown, path: Path, [count, width]: readonly [number, number], per: string, reader: TableReader) {
  return reader
    .list(value, path, { is: count, why: 'there is a row per alternative' })
    .map((row, index) =>
      reader
        .list(row, [...path, index], { is: width, why: `every row has a number per ${per}` })
        .map((cell, at) => reader.number(cell, [...path, index, at])),
    );
}

function sharesIn(value: unknown, path: Path, width: number, per: string, reader: TableReader) {
  if (value === undefined || value === null) return undefined;
  const found = reader
    .list(value, path, { is: width, why: `there is a number per ${per}` })
    .map((share, index) => reader.number(share, [...path, index]));
  const sum = found.reduce((total, share) => total + share, 0);
  if (found.some((share) => share < 0)) reader.wrong(path, 'one of these is below 0');
  else if (Math.abs(sum - 1) > SUM_WITHIN) reader.wrong(path, `these sum to ${sum}`, 'they must sum to 1');
  return found;
}

function tooMany(count: number, most: number, path: Path, reader: TableReader): void {
  if (count > most) reader.wrong(path, `there are ${count} of these; at most ${most} are read`);
}

function readWeighted(value: unknown, reader: TableReader): WeightedTable | undefined {
  const table = reader.object(value, ['smaa']);
  if (table === undefined) return undefined;
  const alternatives = names(table.alternatives, ['smaa', 'alternatives'], 'alternatives', reader);
  const criteria = names(table.criteria, ['smaa', 'criteria'], 'criteria', reader);
  tooMany(alternatives.length, MOST_ALTERNATIVES, ['smaa', 'alternatives'], reader);
  tooMany(criteria.length, MOST_CRITERIA, ['smaa', 'criteria'], reader);
  if (alternatives.length === 0) reader.wrong(['smaa', 'alternatives'], 'expected at least one alternative');
  if (criteria.length === 0) reader.wrong(['smaa', 'criteria'], 'expected at least one criterion');
  const { weightConstraint = '' } = table;
  if (typeof weightConstraint !== 'string')
    reader.wrong(['smaa', 'weightConstraint'], 'expected a text', 'write it as "w1 >= w2", or "none"');
  return {
    alternatives,
    criteria,
    values: rows(table.values, ['smaa', 'values'], [alternatives.length, criteria.length], 'criterion', reader),
    weightConstraint: String(weightConstraint),
    weights: sharesIn(table.weights, ['smaa', 'weights'], criteria.length, 'criterion', reader),
  };
}

function readCases(value: unknown, reader: TableReader): CaseTable | undefined {
  const table = reader.object(value, ['regret']);
  if (table === undefined) return undefined;
  const alternatives = names(table.alternatives, ['regret', 'alternatives'], 'alternatives', reader);
  tooMany(alternatives.length, MOST_ALTERNATIVES, ['regret', 'alternatives'], reader);
  if (alternatives.length === 0) reader.wrong(['regret', 'alternatives'], 'expected at least one alternative');
  const first = Array.isArray(table.payoffs) ? (table.payoffs[0] as unknown) : undefined;
  const stated =
    table.scenarios === undefined ? undefined : names(table.scenarios, ['regret', 'scenarios'], 'scenarios', reader);
  const width = stated?.length ?? (Array.isArray(first) ? first.length : 0);
  if (width === 0) reader.wrong(['regret', 'payoffs'], 'expected a payoff for at least one case');
  return {
    alternatives,
    cases: stated ?? Array.from({ length: width }, (_, index) => `case ${index + 1}`),
    payoffs: rows(table.payoffs, ['regret', 'payoffs'], [alternatives.length, width], 'case', reader),
    probabilities: sharesIn(table.scenarioProbabilities, ['regret', 'scenarioProbabilities'], width, 'case', reader),
  };
}

function readFile(value: unknown, reader: TableReader): McdaFile | undefined {
  const root = reader.object(value, []);
  if (root === undefined) return undefined;
  if (root.schema !== undefined && root.schema !== MCDA_SCHEMA)
    reader.wrong(['schema'], `the schema is not \`${MCDA_SCHEMA}\``, 'is this another kind of file?');
  if (root.smaa === undefined && root.regret === undefined)
    reader.wrong([], 'there is neither a table `smaa` nor a table `regret`', 'give one of them');
  return {
    name: typeof root.name === 'string' ? root.name : '',
    smaa: root.smaa === undefined ? undefined : readWeighted(root.smaa, reader),
    regret: root.regret === undefined ? undefined : readCases(root.regret, reader),
  };
}

/** Reads tables of alternatives by criteria and by cases from JSON. What else the file states, as expected answers, is not read here. */
export const readMcda = (text: string, file: string): TableReading<McdaFile> => readTable(text, file, readFile);
