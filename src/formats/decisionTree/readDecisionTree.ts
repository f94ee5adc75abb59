import type { DecisionTree, TreeParameter } from '../../domain/decisionTree.ts';
import { constantExpression, type Expression, isExpressionName, readExpression } from '../../domain/expression.ts';
import { NODE } from '../../domain/gameTree.ts';
import { didYouMean, error, formatPath, type Path, type Problem } from '../../domain/problem.ts';
import { sharedNames } from './sharedNames.ts';

/** A decision tree as read, with everything that is wrong with it; undefined where something is. */
export interface DecisionTreeReading {
  readonly tree: DecisionTree | undefined;
  readonly problems: readonly Problem[];
}

/** Nodes that a tree may have, and values of a parameter that are looked at. */
const MOST_NODES = 20_000;
const MOST_STEPS = 1000;
const MOST_PARAMETERS = 500;

/** Nodes times values that are looked at: some seconds of work. */
const MOST_WORK = 5_000_000;

type Record = { readonly [key: string]: unknown };
const isRecord = (value: unknown): value is Record =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const found = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? `the text \`${value.slice(0, 40)}\`` : `\`${String(value)}\``;
};

/** The parameters, and what is wrong with them. */
function readParameters(written: unknown, problems: Problem[]): readonly TreeParameter[] {
  if (!Array.isArray(written)) {
    problems.push(error('parameters', ['parameters'], `expected a list of parameters, found ${found(written)}`));
    return [];
  }
  if (written.length > MOST_PARAMETERS) {
    problems.push(error('parameters', ['parameters'], `a tree has at most ${MOST_PARAMETERS} parameters`));
    return [];
  }
  const names = new Set<string>();
  return written.map((entry: unknown, index): TreeParameter => {
    const path: Path = ['parameters', index];
    const { name, base, min, max, steps } = isRecord(entry) ? entry : {};
    if (!isRecord(entry)) problems.push(error('parameter', path, `expected a parameter, found ${found(entry)}`));
    else if (typeof name !== 'string' || !isExpressionName(name))
      problems.push(
        error(
          'parameter-name',
          [...path, 'name'],
          `expected a name that an expression can use, found ${found(name)}`,
          'use letters, digits and underscores, no digit first',
        ),
      );
    else if (names.has(name)) problems.push(error('parameter-name', [...path, 'name'], `\`${name}\` is named twice`));
    const called = typeof name === 'string' ? name : '';
    names.add(called);
    const number = (key: string, value: unknown): number => {
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      if (isRecord(entry)) problems.push(error('number', [...path, key], `expected a number, found ${found(value)}`));
      return Number.NaN;
    };
    const range = { base: number('base', base), min: number('min', min), max: number('max', max) };
    if (range.min > range.max)
      problems.push(error('parameter-range', [...path, 'min'], '`min` is above `max`', 'exchange them'));
    const count = number('steps', steps);
    if (!Number.isNaN(count) && !(Number.isInteger(count) && count >= 2 && count <= MOST_STEPS))
      problems.push(
        error('steps', [...path, 'steps'], `expected a whole number from 2 to ${MOST_STEPS}, found ${found(steps)}`),
      );
    return { name: called, ...range, steps: count };
  });
}

const TYPES: ReadonlyMap<unknown, number> = new Map([
  ['terminal', NODE.end],
  ['chance', NODE.chance],
  ['decision', NODE.decision],
]);

const NODE_KEYS: ReadonlySet<string> = new Set(['type', 'name', 'branches', 'label', 'note', 'notes', 'id']);
const BRANCH_KEYS: ReadonlySet<string> = new Set([
  'label',
  'payoff',
  'probability',
  'to',
  'note',
  'notes',
  'id',
  'name',
]);

/** A key that nothing reads may be a slip of the pen, and then what it says would count for nothing. */
function* unknownKeys(entry: Record, known: ReadonlySet<string>, path: Path): Generator<Problem> {
  for (const key of Object.keys(entry))
    if (!known.has(key))
      yield error('unknown-key', [...path, key], `nothing is read from \`${key}\` here`, didYouMean(key, known));
}

interface Flat {
  readonly kind: number[];
  readonly first: number[];
  readonly names: string[];
  readonly child: number[];
  readonly labels: string[];
  readonly payoff: Expression[];
  readonly probability: (Expression | undefined)[];
  readonly places: string[];
}

const ZERO = constantExpression(0);

function readNodes(root: unknown, names: readonly string[], problems: Problem[]): Flat {
  const flat: Flat = { kind: [], first: [], names: [], child: [], labels: [], payoff: [], probability: [], places: [] };
  const expression = (written: unknown, path: Path, what: string): Expression => {
    if (typeof written === 'number' && Number.isFinite(written)) return constantExpression(written);
    const read = typeof written === 'string' ? readExpression(written, names) : undefined;
    if (read?.ok === true) return read.value;
    const { message, suggestion } = read?.error ?? {
      message: `expected ${what} as a number or an expression, found ${found(written)}`,
    };
    problems.push(error('expression', path, message, suggestion));
    return ZERO;
  };
  // Depth first, in the order of the file, without recursion; a node's branches stand together, and children come after their parents.
  const waiting: { readonly node: unknown; readonly path: Path; readonly branch: number }[] = [
    { node: root, path: ['root'], branch: -1 },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, path, branch: arrival } = next;
    if (flat.kind.length >= MOST_NODES) {
      problems.push(error('too-large', path, `a tree has at most ${MOST_NODES.toLocaleString('en')} nodes`));
      return flat;
    }
    if (arrival >= 0) flat.child[arrival] = flat.kind.length;
    flat.first.push(flat.child.length);
    const entry = isRecord(node) ? node : {};
    const kind = TYPES.get(entry.type);
    flat.kind.push(kind ?? NODE.end);
    flat.names.push(typeof entry.name === 'string' ? entry.name : '');
    if (!isRecord(node)) {
      problems.push(error('node', path, `expected a node, found ${found(node)}`));
      continue;
    }
    problems.push(...unknownKeys(entry, NODE_KEYS, path));
    if (kind === undefined) {
      const message = `expected \`decision\`, \`chance\` or \`terminal\`, found ${found(entry.type)}`;
      problems.push(error('node-type', [...path, 'type'], message));
      continue;
    }
    const { branches } = entry;
    if (kind === NODE.end) {
      if (branches !== undefined && !(Array.isArray(branches) && branches.length === 0))
        problems.push(error('terminal-branches', [...path, 'branches'], 'nothing follows from a terminal node'));
      continue;
    }
    if (kind === NODE.decision && (typeof entry.name !== 'string' || entry.name === ''))
      problems.push(
        error('node-name', [...path, 'name'], 'a decision needs a name: a policy says what is chosen where'),
      );
    if (!Array.isArray(branches) || branches.length === 0) {
      problems.push(error('branches', [...path, 'branches'], `expected a list of branches, found ${found(branches)}`));
      continue;
    }
    const following: (typeof waiting)[number][] = [];
    for (const [index, branch] of branches.entries()) {
      const at: Path = [...path, 'branches', index];
      const part = isRecord(branch) ? branch : {};
      if (!isRecord(branch)) problems.push(error('branch', at, `expected a branch, found ${found(branch)}`));
      problems.push(...unknownKeys(part, BRANCH_KEYS, at));
      flat.labels.push(typeof part.label === 'string' ? part.label : '');
      flat.payoff.push(part.payoff === undefined ? ZERO : expression(part.payoff, [...at, 'payoff'], 'what it pays'));
      if (kind === NODE.chance)
        flat.probability.push(expression(part.probability, [...at, 'probability'], 'how likely it is'));
      else {
        flat.probability.push(undefined);
        if (part.probability !== undefined)
          problems.push(error('probability', [...at, 'probability'], 'the actor decides here, so nothing is likely'));
      }
      flat.places.push(formatPath(at));
      const to = isRecord(branch) ? part.to : { type: 'terminal' };
      following.push({ node: to, path: [...at, 'to'], branch: flat.child.push(-1) - 1 });
    }
    waiting.push(...following.reverse());
  }
  return flat;
}

/** Reads a decision tree of the format `decision-tree-fixture/1` from its JSON, and says everything that is wrong with it. */
export function readDecisionTree(written: unknown): DecisionTreeReading {
  const problems: Problem[] = [];
  if (!isRecord(written)) return { tree: undefined, problems: [error('tree', [], 'expected an object')] };
  const parameters = readParameters(written.parameters, problems);
  const flat = readNodes(
    written.root,
    parameters.map(({ name }) => name),
    problems,
  );
  const work = flat.kind.length * parameters.reduce((sum, { steps }) => sum + steps, 0);
  if (work > MOST_WORK)
    problems.push(
      error(
        'too-large',
        ['parameters'],
        `a tree of ${flat.kind.length} nodes is looked at in ${work / flat.kind.length} values: too many`,
        'lower the `steps` of its parameters',
      ),
    );
  if (problems.length > 0) return { tree: undefined, problems };
  const { kind, first, child, ...texts } = flat;
  const tree: DecisionTree = {
    title: typeof written.name === 'string' ? written.name : '',
    parameters,
    kind: Uint8Array.from(kind),
    first: Int32Array.from([...first, child.length]),
    child: Int32Array.from(child),
    ...texts,
  };
  const shared = sharedNames(tree);
  return shared.length === 0 ? { tree, problems } : { tree: undefined, problems: shared };
}
