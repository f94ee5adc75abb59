import type { DecisionTree } from '../../domain/decisionTree.ts';
import { error, formatPath, type Path } from '../../domain/problem.ts';
import { type LocatedProblem, locatedIn, orderProblems } from '../locatedProblem.ts';
import { readJson } from '../readJson.ts';
import { readYaml } from '../yaml.ts';
import { readDecisionTree } from './readDecisionTree.ts';

/** Nesting that a tree may have: three levels of JSON for each of its own. */
const MAX_DEPTH = 3000;

/** The schema that a file names which holds such a tree. */
const DECISION_TREE_SCHEMA = 'decision-tree-fixture/1';

/** A tree as read from a text, with everything that is wrong with it. */
export interface DecisionTreeTextReading {
  readonly tree: DecisionTree | undefined;
  readonly problems: readonly LocatedProblem[];
}

/** Reads a decision tree from the text of its file, and says where in it something is wrong. */
export function decisionTreeText(text: string, file: string): DecisionTreeTextReading {
  const json = readJson(text, file, { deepest: MAX_DEPTH });
  if (!json.ok) return { tree: undefined, problems: [json.error] };
  const { value } = json;
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  if (schema !== DECISION_TREE_SCHEMA)
    return {
      tree: undefined,
      problems: [
        {
          severity: 'error',
          file,
          line: 1,
          column: 1,
          path: '',
          code: 'schema',
          message: `expected a decision tree, whose \`schema\` is \`${DECISION_TREE_SCHEMA}\`, found ${typeof schema === 'string' ? `\`${schema}\`` : 'none'}`,
        },
      ],
    };
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
