import type { DecisionTree } from '../../domain/decisionTree.ts';
import { error, formatPath, type Path } from '../../domain/problem.ts';
import { isShallow } from '../isShallow.ts';
import { jsonFault } from '../jsonSyntax.ts';
import { type LocatedProblem, locatedIn, orderProblems } from '../locatedProblem.ts';
import { textPlaces } from '../textPlaces.ts';
import { MAX_BYTES, readYaml, tooLarge } from '../yaml.ts';
import { readDecisionTree } from './readDecisionTree.ts';

/** Nesting that a tree may have: three levels of JSON for each of its own. */
const MAX_DEPTH = 600;

/** The schema that a file names which holds such a tree. */
const DECISION_TREE_SCHEMA = 'decision-tree-fixture/1';

/** A tree as read from a text, with everything that is wrong with it. */
export interface DecisionTreeTextReading {
  readonly tree: DecisionTree | undefined;
  readonly problems: readonly LocatedProblem[];
}

const refuse = (problem: Omit<LocatedProblem, 'severity' | 'path'>): DecisionTreeTextReading => ({
  tree: undefined,
  problems: [{ severity: 'error', path: '', ...problem }],
});

/** Reads a decision tree from the text of its file, and says where in it something is wrong. */
export function decisionTreeText(text: string, file: string): DecisionTreeTextReading {
  const first = { file, line: 1, column: 1 };
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MAX_BYTES) {
    const { code, message } = tooLarge(bytes);
    return refuse({ ...first, code, message });
  }
  const fault = jsonFault(text.replace(/^\uFEFF/, ''));
  if (fault !== undefined) {
    const found = fault.at >= text.length ? 'the end of the file' : `\`${text.slice(fault.at, fault.at + 10)}\``;
    const message = `expected ${fault.expected}, found ${found}`;
    return refuse({ file, ...textPlaces(text)(fault.at), code: 'json-syntax', message });
  }
  const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  if (!isShallow(value, MAX_DEPTH))
    return refuse({ ...first, code: 'nesting-too-deep', message: `the file nests more than ${MAX_DEPTH} levels deep` });
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  if (schema !== DECISION_TREE_SCHEMA)
    return refuse({
      ...first,
      code: 'schema',
      message: `expected a decision tree, whose \`schema\` is \`${DECISION_TREE_SCHEMA}\`, found ${typeof schema === 'string' ? `\`${schema}\`` : 'none'}`,
    });
  const { tree, problems } = readDecisionTree(value);
  if (tree !== undefined) return { tree, problems: [] };
  // JSON is YAML but for tabs between its parts, and YAML's reader knows places.
  const read = { file, prefix: [] as Path, ...readYaml(text.replaceAll('\t', ' ')) };
  return {
    tree: undefined,
    problems: orderProblems(
      problems.map((problem) => ({ ...locatedIn(read, problem), path: formatPath(problem.path) })),
    ),
  };
}

/** A place of a tree that has no value at some numbers, told like anything else that is wrong in its file. */
export function valueProblem(file: string, place: string, message: string): LocatedProblem {
  const { code, severity } = error('no-value', [], message);
  return { code, severity, file, line: 1, column: 1, path: place, message };
}
