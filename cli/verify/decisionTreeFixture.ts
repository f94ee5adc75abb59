import { type DecisionTreeModel, decisionTreeModel } from '../../src/analysis/sensitivity/decisionTreeModel.ts';
import {
  type NamedPolicy,
  type TreeReport,
  treeGrid,
  treeLeg,
  treeReport,
} from '../../src/analysis/sensitivity/treeReport.ts';
import { formatPath } from '../../src/domain/problem.ts';
import { readDecisionTree } from '../../src/formats/decisionTree/readDecisionTree.ts';
import { type Answer, FixtureFault, GIVEN, isObject, type Json, type JsonObject } from './fixture.ts';

/** The tree in a fixture, laid out to be valued. */
function modelOf(fixture: JsonObject): DecisionTreeModel {
  const { tree, problems } = readDecisionTree(fixture);
  if (tree !== undefined) return decisionTreeModel(tree);
  const told = problems.slice(0, 5).map(({ path, message, suggestion }) =>
    [formatPath(path), message]
      .filter((part) => part !== '')
      .join(': ')
      .concat(suggestion ? ` (${suggestion})` : ''),
  );
  const more = problems.length > told.length ? `; and ${problems.length - told.length} more` : '';
  throw new FixtureFault(`the tree is refused: ${told.join('; ')}${more}`);
}

const entriesOf = (list: Json | undefined): readonly JsonObject[] | undefined =>
  Array.isArray(list) ? list.map((entry: Json) => (isObject(entry) ? entry : {})) : undefined;

/** A policy, which is the expected one only if it says the same and nothing more. */
function policyAnswer(policy: NamedPolicy | null, expected: Json | undefined): Answer {
  if (policy === null || !isObject(expected)) return policy ?? undefined;
  const isAsLong = Object.keys(policy).length === Object.keys(expected).length;
  return isAsLong ? policy : JSON.stringify(policy);
}

const orNone = (value: number | null): Answer => value ?? undefined;

function parameterAnswer(model: DecisionTreeModel, name: Json | undefined): number {
  const index = model.tree.parameters.findIndex((parameter) => parameter.name === name);
  if (index < 0) throw new FixtureFault(`no parameter is called ${JSON.stringify(name ?? null)}`);
  return index;
}

function oneWayAnswer(report: TreeReport, expected: Json | undefined): Answer {
  return entriesOf(expected)?.map((entry): Answer => {
    const sweep = report.oneWay.find(({ parameter }) => parameter === entry.parameter);
    if (sweep === undefined) return { parameter: 'no parameter of this tree' };
    const [points, thresholds] = [entriesOf(entry.points), entriesOf(entry.thresholds)];
    return {
      parameter: sweep.parameter,
      points: sweep.points.map(({ x, ev, policy, rootAction, fixedPolicyEv }, index) => ({
        x,
        ev: orNone(ev),
        policy: policyAnswer(policy, points?.[index]?.policy),
        rootAction: orNone(rootAction),
        fixedPolicyEv: orNone(fixedPolicyEv),
      })),
      thresholds: sweep.thresholds.map(({ x, from, to }, index) => ({
        x,
        from: policyAnswer(from, thresholds?.[index]?.from),
        to: policyAnswer(to, thresholds?.[index]?.to),
      })),
    };
  });
}

/** The policies in the order in which the fixture lists them; those that it does not list come after. */
function policiesAnswer({ policies }: TreeReport, expected: Json | undefined): Answer {
  if (policies === null) return undefined;
  const key = (policy: Json | undefined | NamedPolicy) =>
    JSON.stringify(Object.entries(isObject(policy as Json) ? (policy as JsonObject) : {}).sort());
  const left = new Map(policies.map((each) => [key(each.policy), each]));
  const listed = (entriesOf(expected) ?? []).map(({ policy }): Answer => {
    const found = left.get(key(policy));
    left.delete(key(policy));
    return found === undefined ? 'no policy of this tree' : { policy: found.policy, ev: orNone(found.ev) };
  });
  return [...listed, ...[...left.values()].map(({ policy, ev }): Answer => ({ policy, ev: orNone(ev) }))];
}

function gridAnswer(model: DecisionTreeModel, expected: Json | undefined): Answer {
  if (!isObject(expected)) return undefined;
  const grid = treeGrid(model, parameterAnswer(model, expected.x), parameterAnswer(model, expected.y));
  if (grid === undefined) throw new FixtureFault('the grid of `expected.twoWay` has too many cells');
  return {
    ...grid,
    x: GIVEN,
    y: GIVEN,
    evAndRootActionIndex: grid.evAndRootActionIndex.map((row) => row.map(([ev, root]) => [orNone(ev), orNone(root)])),
  };
}

function spiderAnswer(model: DecisionTreeModel, expected: Json | undefined): Answer {
  const base = model.solve(model.base);
  if (!base.ok) return undefined;
  return entriesOf(expected)?.map((entry): Answer => {
    const percents = (entriesOf(entry.points) ?? []).map(({ percent }) =>
      typeof percent === 'number' ? percent : Number.NaN,
    );
    const leg = treeLeg(model, base.value.policy, parameterAnswer(model, entry.parameter), percents);
    return { parameter: GIVEN, points: leg.points.map(({ ev }) => ({ percent: GIVEN, ev: orNone(ev) })) };
  });
}

/** Answers a fixture of the schema `decision-tree-fixture/1`: a tree of one actor with parameters, and how sensitive it is to them. */
export function decisionTreeAnswers(fixture: JsonObject): Answer {
  const model = modelOf(fixture);
  const expected = isObject(fixture.expected) ? fixture.expected : {};
  const found = treeReport(model);
  if (!found.ok) throw new FixtureFault(`${found.error.place}: ${found.error.message}`);
  const report = found.value;
  const base = isObject(expected.base) ? expected.base : {};
  return {
    expected: {
      base: { ev: report.base.ev, policy: policyAnswer(report.base.policy, base.policy) },
      policies: policiesAnswer(report, expected.policies),
      maximin: report.maximin,
      maximax: report.maximax,
      oneWay: oneWayAnswer(report, expected.oneWay),
      tornadoFixedPolicy: report.tornadoFixedPolicy.map((bar) => ({ ...bar })),
      tornadoReoptimised: report.tornadoReoptimised.map((bar) => ({ ...bar })),
      twoWay: gridAnswer(model, expected.twoWay),
      spiderFixedPolicy: spiderAnswer(model, expected.spiderFixedPolicy),
    },
  };
}
