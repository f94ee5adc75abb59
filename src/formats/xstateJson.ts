import { error, type Path } from '../domain/problem.ts';
import { type Branch, branch } from '../domain/schema/branch.ts';
import { type LocatedProblem, locatedIn, orderProblems } from './locatedProblem.ts';
import { notFiniteNumbers } from './notFinite.ts';
import { readJson } from './readJson.ts';
import { schemaProblems } from './schemaProblems.ts';
import { readYaml } from './yaml.ts';

/** Deeper than any branch is; a guard may be nested, and nothing else is for long. */
const MAX_DEPTH = 60;

/** What the reader of places says of keys; the rest is said by JSON’s own grammar and the schema. */
const KEY_PROBLEMS: ReadonlySet<string> = new Set(['duplicate-id', 'prototype-key']);

/** Branches as read from JSON, with everything that is wrong with them. */
export interface BranchesReading {
  /** One, or as many as a mapping holds; undefined where anything worse than a warning was found. */
  readonly branches: readonly Branch[] | undefined;
  readonly problems: readonly LocatedProblem[];
}

/**
 * A branch as an XState config in JSON. A branch is such a config as it stands: states, moves (`on`), guards (`holds`, with its terms as
 * params), ends (`type: final`), and what only Parley reads in `meta`. `remarks`, where it comes from, become its `description`.
 */
export function writeXstateJson(config: Branch, remarks: readonly string[] = []): string {
  const { id, ...rest } = config;
  const described = remarks.length === 0 ? {} : { description: remarks.join('\n') };
  return `${JSON.stringify({ id, ...described, ...rest }, null, 2)}\n`;
}

/**
 * Reads branches back from XState configs in JSON, checked by the schema of a branch file: one config, or a mapping of them by id, as an
 * export of a whole scenario prints it. A `description` is left out.
 */
export function readXstateJson(text: string, file: string): BranchesReading {
  const read = readJson(text, file, { deepest: MAX_DEPTH });
  return read.ok ? readConfigs(read.value, text, file) : { branches: undefined, problems: [read.error] };
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value holds configs rather than being one: all its parts are mappings then, and its id would be none. */
function isMappingOfConfigs(value: unknown): value is Readonly<Record<string, unknown>> {
  const parts = isMapping(value) ? Object.values(value) : [];
  return parts.every(isMapping) && parts.some((part) => Object.hasOwn(part, 'states'));
}

function readConfigs(written: unknown, text: string, file: string): BranchesReading {
  // JSON is YAML but for tabs between its parts, and YAML's reader knows places.
  const read = { file, prefix: [] as Path, ...readYaml(text.replaceAll('\t', ' ')) };
  const found: Parameters<typeof locatedIn>[1][] = read.problems.filter(({ code }) => KEY_PROBLEMS.has(code));
  const branches: Branch[] = [];
  const examine = (config: unknown, path: Path): void => {
    const value = withoutDescription(config);
    const own = [...notFiniteNumbers(structuredClone(value)), ...schemaProblems(branch, value)];
    found.push(...own.map((problem) => ({ ...problem, path: [...path, ...problem.path] })));
    const parsed = branch.safeParse(value);
    if (!parsed.success) return;
    const [key] = path;
    if (key !== undefined && key !== parsed.data.id) {
      const message = `this branch stands under the key \`${key}\` but calls itself \`${parsed.data.id}\``;
      found.push(error('branch-id', [...path, 'id'], message, 'give both the same name'));
    }
    branches.push(parsed.data);
  };
  const configs = isMappingOfConfigs(written) ? Object.entries(written) : undefined;
  if (configs === undefined) examine(written, []);
  for (const [id, config] of configs ?? []) examine(config, [id]);
  const problems = orderProblems(found.map((problem) => locatedIn(read, problem)));
  const isSound =
    branches.length === (configs?.length ?? 1) && problems.every(({ severity }) => severity === 'warning');
  return { branches: isSound ? branches : undefined, problems };
}

/** XState’s own remark on a state or a chart; a branch keeps what it has to say in `meta`. */
function withoutDescription(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'description'));
}
