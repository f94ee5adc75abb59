import type {
  NamedPolicy,
  ParameterBar,
  TreeGrid,
  TreeLeg,
  TreeReport,
} from '../src/analysis/sensitivity/treeReport.ts';
import type { DecisionTree } from '../src/domain/decisionTree.ts';
import { NODE } from '../src/domain/gameTree.ts';
import { regionMap } from './regionMap.ts';
import { figure, textTable } from './textTable.ts';

/** What a decision tree comes to, and how sensitive it is, as a command tells it. */
export interface TreeSensitivity extends TreeReport {
  readonly name: string;
  readonly of: string;
  readonly twoWay: TreeGrid | null;
  readonly spider: readonly TreeLeg[] | null;
}

/** What each branch of each decision is called: `root: Settle now`. */
function policyWords(tree: DecisionTree): (policy: NamedPolicy) => string {
  const nodes = new Map<string, number[]>();
  for (const [node, kind] of tree.kind.entries())
    if (kind === NODE.decision) nodes.set(tree.names[node] ?? '', [...(nodes.get(tree.names[node] ?? '') ?? []), node]);
  return (policy) =>
    Object.entries(policy)
      .map(([name, index]) => {
        const labels = (nodes.get(name) ?? []).map((node) => tree.labels[(tree.first[node] as number) + index] ?? '');
        return `${name}: ${labels.find((label) => label !== '') ?? `branch ${index}`}`;
      })
      .join('; ');
}

const orDash = (value: number | null): string => (value === null ? '–' : figure(value));

function* barLines(title: string, bars: readonly ParameterBar[]): Generator<string> {
  yield '';
  yield title;
  yield* textTable([
    ['', 'least', 'most', 'swing', 'part of the spread', ''],
    ...bars.map(({ parameter, min, max, swing, varianceShare, crossesChange }) => [
      parameter,
      figure(min),
      figure(max),
      figure(swing),
      `${Math.round(100 * varianceShare)} %`,
      crossesChange ? 'the choice changes along it' : '',
    ]),
  ]);
}

function* gridLines({ x, xs, y, ys, evAndRootActionIndex }: TreeGrid, tree: DecisionTree): Generator<string> {
  yield '';
  yield `What is best at the root where ${x} (rows, ${figure(xs[0] ?? 0)} to ${figure(xs.at(-1) ?? 0)}) and ${y} (columns, ${figure(ys[0] ?? 0)} to ${figure(ys.at(-1) ?? 0)}) vary`;
  const start = tree.first[0] as number;
  const choices = evAndRootActionIndex.map((row) =>
    row.map(([ev, root]) =>
      ev === null ? undefined : root === null ? 'chance moves first' : tree.labels[start + root] || `branch ${root}`,
    ),
  );
  const { rows, legend } = regionMap(choices);
  for (const row of rows) yield `  ${row}`;
  for (const entry of legend) yield `  ${entry}`;
}

/** A decision tree's sensitivity as people read it in a terminal. */
export function* treeText(
  tree: DecisionTree,
  { name, of, base, maximin, maximax, policies, oneWay, missing, twoWay, spider, ...report }: TreeSensitivity,
  asked: readonly ('held' | 'reoptimised')[],
): Generator<string> {
  const words = policyWords(tree);
  yield `${name || 'Decision tree without a name'}: expected payoff for ${of} ${figure(base.ev)} at base values`;
  yield `  best: ${words(base.policy) || 'nothing is decided'}`;
  yield `  if chance comes out at its worst ${figure(maximin)}, at its best ${figure(maximax)}`;
  if (policies !== null && policies.length > 1) {
    yield '';
    yield 'Every policy and its expected payoff';
    yield* textTable(policies.slice(0, 30).map(({ policy, ev }) => [words(policy), orDash(ev)]));
    if (policies.length > 30) yield `  and ${policies.length - 30} more (--json has them all)`;
  }
  for (const policy of asked)
    yield* policy === 'held'
      ? barLines('What moves it, the base policy held', report.tornadoFixedPolicy)
      : barLines('What moves it, solved again at every value (re-optimised)', report.tornadoReoptimised);
  yield '';
  const flips = oneWay.flatMap(({ parameter, thresholds }) => thresholds.map((each) => ({ parameter, ...each })));
  yield flips.length === 0
    ? 'Within these ranges the best policy never changes.'
    : 'Where the best policy changes, the other parameters at their base';
  for (const { parameter, x, from, to } of flips) yield `  ${parameter} = ${figure(x)}: ${words(from)} → ${words(to)}`;
  if (twoWay !== null) yield* gridLines(twoWay, tree);
  if (spider !== null) {
    yield '';
    yield 'Spider: the base policy held, each parameter some percent from its base';
    yield* textTable([
      ['', ...(spider[0]?.points ?? []).map(({ percent }) => `${percent} %`)],
      ...spider.map(({ parameter, points }) => [parameter, ...points.map(({ ev }) => orDash(ev))]),
    ]);
  }
  for (const { place, message } of missing) yield `No value at some points: ${place}: ${message}`;
  yield '';
  yield 'What this rests on';
  yield '  One actor decides everything and cares about the expected payoff. Parameters vary one by one (two by two in the grid), the others at their base.';
  yield '  Ranges are those of the file; the least and the most are over its grid. Of equally good branches the first is taken.';
  yield '  Thresholds are found by bisection on the policy itself; nothing is interpolated.';
}
