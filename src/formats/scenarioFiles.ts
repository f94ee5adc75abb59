import { IDENTIFIER } from '../domain/identifier.ts';
import { didYouMean, error, nearMiss, type Path, type Problem, warning } from '../domain/problem.ts';
import { scenarioShape } from '../domain/scenario.ts';
import { type LocatedProblem, locatedIn, ownProblems, type ReadFile } from './locatedProblem.ts';
import { describe } from './schemaIssues.ts';
import { readYaml, refusedText } from './yaml.ts';

/** A file of a scenario folder, by its path inside the folder. */
export interface ScenarioText {
  readonly file: string;
  readonly text: string;
  /** Why the text could not be had; the text is empty then. */
  readonly unreadable?: Problem;
}

/** A scenario's files as one mapping, and the way back from a path to a place. */
export interface MergedFiles {
  readonly value: Readonly<Record<string, unknown>>;
  /** The parts of the whole that could not be read. */
  readonly holes: readonly Path[];
  readonly problems: readonly LocatedProblem[];
  readonly place: (problem: Problem) => LocatedProblem;
}

const MAIN_FILE = 'scenario.yaml';
const LEDGER_FILE = 'facts.yaml';
const LEDGER_KEYS: readonly string[] = ['sources', 'facts', 'issues'];
const BRANCH_FILE = /^branches\/([^/]+)\.ya?ml$/;

type Mapping = Readonly<Record<string, unknown>>;
const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The mapping that stands at a place, or an empty one. */
function mappingAt(value: unknown, ...keys: readonly string[]): Mapping {
  const found = keys.reduce<unknown>((inner, key) => (isMapping(inner) ? inner[key] : undefined), value);
  return isMapping(found) ? found : {};
}

/** Reads one file; its value is undefined where it is no mapping. */
function readPart({ file, text, unreadable }: ScenarioText): ReadFile {
  const read = unreadable === undefined ? readYaml(text) : refusedText(unreadable);
  const { value } = read;
  if (value === undefined || isMapping(value)) return { file, prefix: [], ...read };
  const found = value === null ? 'it is empty' : `it holds ${describe(value)}`;
  const problem = error('wrong-type', [], `${file} must be a mapping (key: value); ${found}`);
  return { file, prefix: [], ...refusedText(problem), problems: [...read.problems, problem] };
}

const missingMain: ReadFile = {
  file: MAIN_FILE,
  prefix: [],
  ...refusedText(
    error('file-missing', [], `there is no ${MAIN_FILE} here`, 'name a scenario folder, or copy scenarios/_template'),
  ),
};

/** Files whose names are nearly one that is read: a slip that would otherwise show as a hundred missing facts. */
function misnamedFiles(files: readonly ScenarioText[]): readonly LocatedProblem[] {
  return files.flatMap(({ file }) => {
    if (file === MAIN_FILE || file === LEDGER_FILE || BRANCH_FILE.test(file)) return [];
    const meant = nearMiss(file, [MAIN_FILE, LEDGER_FILE]);
    if (meant === undefined) return [];
    const problem = warning('unknown-file', [], `${file} is not read`, `did you mean \`${meant}\`?`);
    return [locatedIn({ file, prefix: [], ...refusedText(problem) }, problem)];
  });
}

/** The whole as it grows, file by file. */
interface Merging {
  readonly value: Record<string, unknown>;
  readonly holes: Path[];
  readonly problems: LocatedProblem[];
  /** Section, or branch id, → the file that holds it; the others are in scenario.yaml. */
  readonly sections: Map<string, ReadFile>;
  readonly branches: Map<string, ReadFile>;
}

function addLedger({ value, holes, problems, sections }: Merging, ledger: ReadFile): void {
  problems.push(...ownProblems(ledger));
  if (ledger.value === undefined) holes.push(...LEDGER_KEYS.map((key) => [key]));
  for (const [key, section] of Object.entries(ledger.value ?? {})) {
    if (!LEDGER_KEYS.includes(key)) {
      const message = `the key \`${key}\` is not known in ${LEDGER_FILE}`;
      const help = didYouMean(key, LEDGER_KEYS);
      problems.push(locatedIn(ledger, { ...error('unknown-key', [key], message, help), atKey: true }));
    } else if (Object.hasOwn(value, key)) {
      const message = `\`${key}\` stands in ${MAIN_FILE} too`;
      problems.push(locatedIn(ledger, error('duplicate-id', [key], message, 'keep one of them')));
    } else {
      value[key] = section;
      sections.set(key, ledger);
    }
  }
}

const fileName = (file: string): string => BRANCH_FILE.exec(file)?.[1] ?? '';

/** The branches that the table and the stubs of other branches speak of. */
function mentionedBranches(main: unknown, reads: readonly ReadFile[]): ReadonlySet<string> {
  const moves = Object.values(mappingAt(main, 'table', 'on')).map((move) => mappingAt(move).target);
  const stubs = reads.flatMap(({ value }) =>
    Object.values(mappingAt(value, 'states')).map((state) => mappingAt(state, 'meta').continues),
  );
  return new Set([...moves, ...stubs].flatMap((name) => (typeof name === 'string' ? name.split('.').slice(0, 1) : [])));
}

/** A branch file under the id that it gives itself; under its name, where that id is none, or others know only the name. */
function branchPart(read: ReadFile, mentioned: ReadonlySet<string>): ReadFile & { readonly id: string } {
  const name = fileName(read.file);
  const written = mappingAt(read.value).id;
  const isOwn = typeof written === 'string' && IDENTIFIER.test(written);
  const id = isOwn && (mentioned.has(written) || !mentioned.has(name)) ? written : name;
  return { ...read, id, prefix: ['branches', id] };
}

function addBranches(
  { value, holes, problems, branches: owners }: Merging,
  main: ReadFile,
  reads: readonly ReadFile[],
): void {
  if (reads.length === 0) return;
  const branches: Record<string, unknown> = { ...mappingAt(value.branches) };
  if (value.branches !== undefined && !isMapping(value.branches)) {
    problems.push(
      locatedIn(main, error('wrong-type', ['branches'], `expected a mapping, found ${describe(value.branches)}`)),
    );
  }
  const mentioned = mentionedBranches(main.value, reads);
  const parts = reads.map((read) => branchPart(read, mentioned));
  // Where two files claim one id, the one that is named so has it.
  const inOrder = parts.toSorted((a, b) => Number(fileName(b.file) === b.id) - Number(fileName(a.file) === a.id));
  for (const part of inOrder) {
    const { id, file, prefix } = part;
    const at: Path = [...prefix, 'id'];
    problems.push(...ownProblems(part));
    if (part.value === undefined) holes.push(prefix);
    else if (Object.hasOwn(branches, id)) {
      const message = `the branch \`${id}\` stands in ${owners.get(id)?.file ?? MAIN_FILE} too`;
      problems.push(locatedIn(part, error('duplicate-id', at, message, 'keep one of them, or give one another id')));
      continue;
    } else if (fileName(file) !== id) {
      const help = `rename the file to branches/${id}.yaml`;
      problems.push(locatedIn(part, warning('file-name', at, `the branch \`${id}\` is in ${file}`, help)));
    }
    if (part.value !== undefined) branches[id] = part.value;
    owners.set(id, part);
  }
  value.branches = branches;
}

/**
 * Puts a folder's files together: scenario.yaml, facts.yaml (sources, facts, issues) and branches/<id>.yaml. A folder may also hold
 * everything in scenario.yaml. Nothing is overwritten: a section that stands in two files is a problem.
 */
export function mergeFiles(files: readonly ScenarioText[]): MergedFiles {
  const readAll = (test: (file: string) => boolean) => files.filter(({ file }) => test(file)).map(readPart);
  const [main = missingMain] = readAll((file) => file === MAIN_FILE);
  const [ledger] = readAll((file) => file === LEDGER_FILE);
  const merging: Merging = {
    value: { ...(main.value as Mapping | undefined) },
    holes: [],
    problems: [...ownProblems(main), ...misnamedFiles(files)],
    sections: new Map(),
    branches: new Map(),
  };
  if (ledger !== undefined) addLedger(merging, ledger);
  addBranches(
    merging,
    main,
    readAll((file) => BRANCH_FILE.test(file)),
  );
  const { value, holes, problems, sections, branches } = merging;
  if (main.value === undefined) {
    holes.push(...Object.keys(scenarioShape).flatMap((key) => (Object.hasOwn(value, key) ? [] : [[key]])));
  }
  const ownerOf = ([section, id]: Path): ReadFile =>
    (section === 'branches' ? branches.get(String(id)) : sections.get(String(section))) ?? main;
  return { value, holes, problems, place: (problem) => locatedIn(ownerOf(problem.path), problem) };
}
