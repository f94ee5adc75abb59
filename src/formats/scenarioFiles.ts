import { error, formatPath, type Path, type Problem, warning } from '../domain/problem.ts';
import { type Place, readYaml, type YamlText } from './yaml.ts';

/** A file of a scenario folder, by its path inside the folder. */
export interface ScenarioText {
  readonly file: string;
  readonly text: string;
}

/** A problem with its place in a file, as a person and an editor read it. */
export interface LocatedProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
  readonly suggestion?: string;
}

/** A scenario's files as one mapping, and the way back from a path to a place. */
export interface MergedFiles {
  readonly value: unknown;
  readonly problems: readonly LocatedProblem[];
  readonly place: (problem: Problem & Partial<Place>) => LocatedProblem;
}

export const MAIN_FILE = 'scenario.yaml';
const LEDGER_FILE = 'facts.yaml';
const LEDGER_KEYS = ['sources', 'facts', 'issues'];
const BRANCH_FILE = /^branches\/([^/]+)\.ya?ml$/;

interface ReadFile extends YamlText {
  readonly file: string;
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function locatedIn(read: ReadFile, problem: Problem & Partial<Place>, path: Path): LocatedProblem {
  const place = problem.line === undefined || problem.column === undefined ? read.locate(path, problem.atKey) : problem;
  return {
    code: problem.code,
    severity: problem.severity,
    file: read.file,
    line: place.line ?? 1,
    column: place.column ?? 1,
    path: formatPath(problem.path),
    message: problem.message,
    ...(problem.suggestion === undefined ? {} : { suggestion: problem.suggestion }),
  };
}

/**
 * Puts a folder's files together: scenario.yaml, facts.yaml (sources, facts, issues) and branches/<id>.yaml. A folder may also hold
 * everything in scenario.yaml. Nothing is overwritten: a section that stands in two files is a problem.
 */
export function mergeFiles(files: readonly ScenarioText[]): MergedFiles {
  const reads: readonly ReadFile[] = files
    .filter(({ file }) => file === MAIN_FILE || file === LEDGER_FILE || BRANCH_FILE.test(file))
    .map(({ file, text }) => ({ file, ...readYaml(text) }));
  const main = reads.find(({ file }) => file === MAIN_FILE);
  const missing: ReadFile = { file: MAIN_FILE, value: undefined, problems: [], locate: () => ({ line: 1, column: 1 }) };
  const home = main ?? missing;
  /** Prefix in the merged mapping → the file that holds it. */
  const owners: { readonly prefix: readonly string[]; readonly read: ReadFile }[] = [];
  const problems: LocatedProblem[] = reads.flatMap((read) =>
    read.problems.map((problem) => locatedIn(read, problem, problem.path)),
  );
  const report = (read: ReadFile, problem: Problem, path: Path) => problems.push(locatedIn(read, problem, path));
  if (main === undefined) {
    report(
      missing,
      error('file-missing', [], `there is no ${MAIN_FILE} here`, 'name a scenario folder, or copy scenarios/_template'),
      [],
    );
  }
  for (const read of reads) {
    if (read.problems.length === 0 && !isMapping(read.value)) {
      report(read, error('wrong-type', [], `${read.file} must be a mapping (key: value)`), []);
    }
  }
  const value: Record<string, unknown> = isMapping(home.value) ? { ...home.value } : {};

  const ledger = reads.find(({ file }) => file === LEDGER_FILE);
  if (ledger !== undefined && isMapping(ledger.value)) {
    for (const [key, section] of Object.entries(ledger.value)) {
      if (!LEDGER_KEYS.includes(key)) {
        report(
          ledger,
          {
            ...error(
              'unknown-key',
              [key],
              `the key \`${key}\` is not known in ${LEDGER_FILE}`,
              `use ${LEDGER_KEYS.join(', ')}`,
            ),
            atKey: true,
          },
          [key],
        );
      } else if (key in value) {
        report(ledger, error('duplicate-id', [key], `\`${key}\` stands in ${MAIN_FILE} too`, 'keep one of them'), [
          key,
        ]);
      } else {
        value[key] = section;
        owners.push({ prefix: [key], read: ledger });
      }
    }
  }

  const branchReads = reads.filter(({ file }) => BRANCH_FILE.test(file));
  if (branchReads.length > 0) {
    const inMain = isMapping(value.branches) ? value.branches : {};
    const branches: Record<string, unknown> = { ...inMain };
    for (const read of branchReads) {
      const name = BRANCH_FILE.exec(read.file)?.[1] ?? '';
      const id = isMapping(read.value) && typeof read.value.id === 'string' ? read.value.id : name;
      if (id in branches) {
        report(
          read,
          error(
            'duplicate-id',
            ['branches', id],
            `the branch \`${id}\` stands in another file too`,
            'keep one of them',
          ),
          ['id'],
        );
        continue;
      }
      if (id !== name) {
        report(
          read,
          warning(
            'file-name',
            ['branches', id, 'id'],
            `the branch \`${id}\` is in ${read.file}`,
            `rename the file to branches/${id}.yaml`,
          ),
          ['id'],
        );
      }
      if (read.value !== undefined) branches[id] = read.value;
      owners.push({ prefix: ['branches', id], read });
    }
    value.branches = branches;
  }

  const place = (problem: Problem & Partial<Place>): LocatedProblem => {
    const owner = owners.find(({ prefix }) => prefix.every((part, index) => problem.path[index] === part));
    const read = owner?.read ?? home;
    // A ledger section keeps its key in its own file; a branch file begins below its key.
    const path =
      owner !== undefined && owner.prefix[0] === 'branches' ? problem.path.slice(owner.prefix.length) : problem.path;
    return locatedIn(read, problem, path);
  };
  const readable =
    main !== undefined &&
    problems.every(({ code, severity }) => severity === 'warning' || code === 'unknown-key' || code === 'duplicate-id');
  return { value: readable ? value : undefined, problems, place };
}
