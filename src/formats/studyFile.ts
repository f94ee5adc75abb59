import { formatPath, type Path } from '../domain/problem.ts';
import { fail, type Result, succeed } from '../domain/result.ts';
import { type StudyEntry, stampKey } from '../domain/studyEntry.ts';
import { entryFault } from '../domain/studyEntryFault.ts';
import { isShallow } from './isShallow.ts';

/** What the file says it is. */
const FORMAT = 'parley-study';
const VERSION = 1;

/** How the name of a study's file ends. */
export const STUDY_FILE_ENDING = '.parley-study.json';

/** More than anybody writes by hand; a file beyond it is refused before it is read. In bytes, and in pieces. */
export const LARGEST_FILE = 5_000_000;
const MOST_STUDIES = 200;
const MOST_ENTRIES = 20_000;
const LONGEST_LINE = 1_000;
const LONGEST_TEXT = 20_000;
const DEEPEST_ENTRY = 8;
/** Far below where counters end, so that whoever writes on has room. */
const HIGHEST_COUNTER = 1_000_000_000_000;
/** A file may have the same thing wrong ten thousand times. */
const MOST_PROBLEMS = 20;

/** A study with all that was ever written to it, in no particular order. */
export interface StudyRecord {
  readonly id: string;
  /** For whoever reads the file; the entries hold it too. */
  readonly name: string;
  readonly entries: readonly StudyEntry[];
}

/** One or several studies of one scenario. */
export interface StudyFile {
  /** `id@version.hash` of the scenario that it was exported with. */
  readonly scenario: string;
  readonly studies: readonly StudyRecord[];
}

/** Something in a study file that cannot be read: where, and what to do. */
export interface StudyFileProblem {
  /** Such as `studies[0].entries[12].line[3]`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
}

type Mapping = Readonly<Record<string, unknown>>;
/** One small step from a file version to the next. A released step is never edited. */
export type StudyFileSteps = Readonly<Record<number, (file: Mapping) => Mapping>>;

/** Version → the step to the next one. Version 1 is the first, so there is none yet. */
const STEPS: StudyFileSteps = {};

/** Writes studies as a file: a head that a person reads, then an entry a line, oldest first. */
export function writeStudyFile({ scenario, studies }: StudyFile): string {
  const head = [
    `  "format": ${JSON.stringify(FORMAT)},`,
    `  "version": ${VERSION},`,
    `  "scenario": ${JSON.stringify(scenario)},`,
  ];
  const told = studies.map(({ id, name, entries }) => {
    const inOrder = [...entries].sort((a, b) => a.stamp.at - b.stamp.at || (a.stamp.by < b.stamp.by ? -1 : 1));
    const lines = inOrder.map((entry) => `        ${JSON.stringify(entry)}`).join(',\n');
    return `    {\n      "id": ${JSON.stringify(id)},\n      "name": ${JSON.stringify(name)},\n      "entries": [\n${lines}\n      ]\n    }`;
  });
  return `{\n${head.join('\n')}\n  "studies": [\n${told.join(',\n')}\n  ]\n}\n`;
}

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Collects what is wrong, up to a number that a person can read. */
class Problems {
  readonly found: StudyFileProblem[] = [];
  add(path: Path, message: string): undefined {
    if (this.found.length < MOST_PROBLEMS) this.found.push({ path: formatPath(path), message });
  }
}

const asExported = 'export the study again and leave the file as it is';

/** Longest texts and lines, for what the reader of an entry lets through. */
function sizeFault(entry: StudyEntry): Path | undefined {
  for (const [key, value] of Object.entries(entry)) {
    if (typeof value === 'string' && value.length > LONGEST_TEXT) return [key];
    if (Array.isArray(value) && value.length > LONGEST_LINE) return [key];
  }
  return undefined;
}

function readEntry(value: unknown, path: Path, problems: Problems): StudyEntry | undefined {
  if (!isShallow(value, DEEPEST_ENTRY))
    return problems.add(path, `this is nested deeper than an entry ever is: ${asExported}`);
  const fault = entryFault(value);
  if (fault !== undefined) return problems.add([...path, ...fault.path], `expected ${fault.expected}: ${asExported}`);
  const entry = value as StudyEntry;
  if (entry.stamp.at > HIGHEST_COUNTER)
    return problems.add([...path, 'stamp', 'at'], `expected at most ${HIGHEST_COUNTER}: ${asExported}`);
  const tooLong = sizeFault(entry);
  if (tooLong !== undefined) {
    const most = `a text has at most ${LONGEST_TEXT} characters and a line at most ${LONGEST_LINE} moves`;
    return problems.add([...path, ...tooLong], `${most}: shorten it where it was written, and export again`);
  }
  return entry;
}

function readEntries(values: readonly unknown[], path: Path, problems: Problems): readonly StudyEntry[] {
  const byStamp = new Map<string, StudyEntry>();
  values.forEach((value, index) => {
    const at = [...path, index];
    const entry = readEntry(value, at, problems);
    if (entry === undefined) return;
    const key = stampKey(entry.stamp);
    const twin = byStamp.get(key);
    if (twin === undefined) byStamp.set(key, entry);
    else if (JSON.stringify(twin) !== JSON.stringify(entry))
      problems.add([...at, 'stamp'], `another entry with this stamp says something else: ${asExported}`);
  });
  return [...byStamp.values()];
}

function readStudy(value: unknown, path: Path, problems: Problems): StudyRecord | undefined {
  if (!isMapping(value)) return problems.add(path, `expected a study, as { "id": "…", "entries": […] }: ${asExported}`);
  const { id, name, entries } = value;
  if (typeof id !== 'string' || id === '' || id.length > 100)
    return problems.add([...path, 'id'], `expected the study’s id, a text of 1 to 100 characters: ${asExported}`);
  if (!Array.isArray(entries) || entries.length === 0)
    return problems.add([...path, 'entries'], `expected a list of entries with at least one: ${asExported}`);
  return {
    id,
    name: typeof name === 'string' ? name.slice(0, LONGEST_TEXT) : '',
    entries: readEntries(entries, [...path, 'entries'], problems),
  };
}

/** Brings the file of an older Parley up to date, a step per version. */
function upgraded(file: Mapping, steps: StudyFileSteps, present: number, problems: Problems): Mapping | undefined {
  const { format, version } = file;
  if (format !== FORMAT)
    return problems.add(['format'], `expected "${FORMAT}": this is no study of Parley’s; choose another file`);
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return problems.add(['version'], `expected a whole number, 1 or more: ${asExported}`);
  if (version > present)
    return problems.add(
      ['version'],
      `the file has version ${version}, and this Parley reads up to ${present}: open it with a newer Parley`,
    );
  let current = file;
  for (let at = version; at < present; at += 1) {
    const step = steps[at];
    if (step === undefined) throw new RangeError(`there is no step from version ${at} to ${at + 1} of study files`);
    current = { ...step(current), version: at + 1 };
  }
  return current;
}

function parse(text: string, problems: Problems): Mapping | undefined {
  if (text.length > LARGEST_FILE)
    return problems.add([], `the file is larger than ${LARGEST_FILE / 1_000_000} MB: export fewer studies at a time`);
  try {
    const value: unknown = JSON.parse(text);
    return isMapping(value) ? value : problems.add([], `expected { "format": "${FORMAT}", … }: choose another file`);
  } catch (error) {
    const where = error instanceof Error ? ` (${error.message})` : '';
    return problems.add([], `this is not JSON${where}: the file may be cut short; export the study again`);
  }
}

/** Reads a study file, and says everything that is wrong with it at once. Nothing of a file with a problem is taken. */
export function readStudyFile(
  text: string,
  steps: StudyFileSteps = STEPS,
  present: number = VERSION,
): Result<StudyFile, readonly StudyFileProblem[]> {
  const problems = new Problems();
  const parsed = parse(text, problems);
  const file = parsed === undefined ? undefined : upgraded(parsed, steps, present, problems);
  if (file === undefined) return fail(problems.found);
  const { scenario, studies } = file;
  if (typeof scenario !== 'string' || !/^[^@]+@./.test(scenario))
    problems.add(['scenario'], `expected the scenario’s stamp, such as "id@1.0.0.0a1b2c3d": ${asExported}`);
  const listed = Array.isArray(studies) && studies.length > 0 ? studies : [];
  const count = listed.reduce<number>(
    (sum, study) => sum + (isMapping(study) && Array.isArray(study.entries) ? study.entries.length : 0),
    0,
  );
  if (listed.length === 0) problems.add(['studies'], `expected a list of studies with at least one: ${asExported}`);
  if (listed.length > MOST_STUDIES || count > MOST_ENTRIES) {
    const most = `at most ${MOST_STUDIES} studies and ${MOST_ENTRIES} entries`;
    problems.add(['studies'], `a file has ${most}: export fewer studies at a time`);
    return fail(problems.found);
  }
  const read = listed.flatMap((study, index) => readStudy(study, ['studies', index], problems) ?? []);
  const ids = new Set<string>();
  read.forEach(({ id }, index) => {
    if (ids.has(id)) problems.add(['studies', index, 'id'], `another study has this id: ${asExported}`);
    ids.add(id);
  });
  return problems.found.length > 0 ? fail(problems.found) : succeed({ scenario: String(scenario), studies: read });
}
