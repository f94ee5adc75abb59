import type { Path } from '../domain/problem.ts';
import { formatPath } from '../domain/problem.ts';
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

/** A branch as read from JSON, with everything that is wrong with it. */
export interface BranchReading {
  readonly branch: Branch | undefined;
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

/** Reads a branch back from an XState config in JSON, checked by the schema of a branch file. A `description` is left out. */
export function readXstateJson(text: string, file: string): BranchReading {
  const read = readJson(text, file, { deepest: MAX_DEPTH });
  return read.ok ? readConfig(read.value, text, file) : { branch: undefined, problems: [read.error] };
}

function readConfig(written: unknown, text: string, file: string): BranchReading {
  const value = withoutDescription(written);
  // JSON is YAML but for tabs between its parts, and YAML's reader knows places.
  const read = { file, prefix: [] as Path, ...readYaml(text.replaceAll('\t', ' ')) };
  const repeated = read.problems.filter(({ code }) => KEY_PROBLEMS.has(code));
  const found = [...repeated, ...notFiniteNumbers(structuredClone(value)), ...schemaProblems(branch, value)];
  const problems = orderProblems(
    found.map((problem) => ({ ...locatedIn(read, problem), path: formatPath(problem.path) })),
  );
  const parsed = branch.safeParse(value);
  const sound = parsed.success && problems.every(({ severity }) => severity === 'warning');
  return { branch: sound ? parsed.data : undefined, problems };
}

/** XState’s own remark on a state or a chart; a branch keeps what it has to say in `meta`. */
function withoutDescription(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'description'));
}
