import { NODE } from '../../domain/gameTree.ts';
import { type Result, succeed } from '../../domain/result.ts';
import type { DecisionTreeModel, TreeFault, TreePolicy } from './decisionTreeModel.ts';
import { extremes } from './extremes.ts';
import { SPIDER_PERCENTS, spider } from './spider.ts';
import { type Bar, tornado } from './tornado.ts';
import { reducedPolicies } from './treePolicies.ts';
import { gridOf, type ParameterSweep, sweepParameter, variedParameter } from './treeSensitivity.ts';
import { twoWay } from './twoWay.ts';
import type { Played } from './varied.ts';

/** A policy by names: decision → index of the branch. */
export type NamedPolicy = Readonly<Record<string, number>>;

/** Where the tree has no value at some numbers, once per place. */
export interface Missing {
  readonly place: string;
  readonly message: string;
}

/** A value that is or is not there; JSON has no undefined. */
type OrNull<Value> = Value | null;

/** What a decision tree comes to and how sensitive that is, in the form in which a command prints it and a fixture states it. */
export interface TreeReport {
  readonly base: { readonly ev: number; readonly policy: NamedPolicy };
  /** Every reduced policy; null where there are too many to list. */
  readonly policies: OrNull<readonly { readonly policy: NamedPolicy; readonly ev: OrNull<number> }[]>;
  readonly maximin: number;
  readonly maximax: number;
  readonly oneWay: readonly {
    readonly parameter: string;
    readonly points: readonly {
      readonly x: number;
      readonly ev: OrNull<number>;
      readonly policy: OrNull<NamedPolicy>;
      /** Index of the branch that is taken at the root; null where the root is no decision. */
      readonly rootAction: OrNull<number>;
      readonly fixedPolicyEv: OrNull<number>;
    }[];
    readonly thresholds: readonly { readonly x: number; readonly from: NamedPolicy; readonly to: NamedPolicy }[];
  }[];
  readonly tornadoFixedPolicy: readonly ParameterBar[];
  readonly tornadoReoptimised: readonly ParameterBar[];
  readonly missing: readonly Missing[];
}

/** A bar of a tree's tornado: what one parameter does to the expected payoff over its range. */
export interface ParameterBar extends Omit<Bar, 'id'> {
  readonly parameter: string;
}

/** A policy by the names of its decisions. */
const named = ({ tree }: DecisionTreeModel, policy: TreePolicy): NamedPolicy =>
  Object.fromEntries(policy.map(([node, index]) => [tree.names[node] as string, index]));

/** The index of the branch that a policy takes at the root; null where the root is no decision. */
const rootAction = ({ tree }: DecisionTreeModel, policy: TreePolicy): OrNull<number> =>
  tree.kind[0] === NODE.decision ? (policy[0]?.[1] ?? null) : null;

const bars = (
  sweeps: readonly ParameterSweep[],
  value: (point: ParameterSweep['points'][number]) => number | undefined,
): readonly ParameterBar[] =>
  tornado(
    sweeps.map(({ parameter, points, flips }) => ({ id: parameter, values: points.map(value), flips: flips.length })),
  ).map(({ id, ...bar }) => ({ parameter: id, ...bar }));

/** Everything that follows from a decision tree and from varying its parameters one by one; fails where it has no value at its base. */
export function treeReport(model: DecisionTreeModel): Result<TreeReport, TreeFault> {
  const base = model.solve(model.base);
  if (!base.ok) return base;
  const { value, policy: held } = base.value;
  const { maximin, maximax } = extremes(model.game);
  const missing = new Map<string, Missing>();
  const onFault = (fault: TreeFault): void => {
    if (!missing.has(fault.place)) missing.set(fault.place, fault);
  };
  const policies = reducedPolicies(model.tree)?.map((policy) => {
    const ev = model.hold(policy, model.base);
    return { policy: named(model, policy), ev: ev.ok ? ev.value : null };
  });
  const sweeps = model.tree.parameters.map((_, parameter) => sweepParameter(model, held, parameter, onFault));
  const solvedNames = (played: Played<TreePolicy> | undefined) => ({
    ev: played?.value ?? null,
    policy: played === undefined ? null : named(model, played.policy),
    rootAction: played === undefined ? null : rootAction(model, played.policy),
  });
  return succeed({
    base: { ev: value, policy: named(model, held) },
    policies: policies ?? null,
    maximin,
    maximax,
    oneWay: sweeps.map(({ parameter, points, flips }) => ({
      parameter,
      points: points.map(({ x, solved, held: fixed }) => ({ x, ...solvedNames(solved), fixedPolicyEv: fixed ?? null })),
      thresholds: flips.map(({ x, from, to }) => ({ x, from: named(model, from), to: named(model, to) })),
    })),
    tornadoFixedPolicy: bars(sweeps, ({ held: fixed }) => fixed),
    tornadoReoptimised: bars(sweeps, ({ solved }) => solved?.value),
    missing: [...missing.values()],
  });
}

/** A two-way grid of a tree, as a fixture states it: value and index of the root's branch in each cell, rows are the first one's values. */
export interface TreeGrid {
  readonly x: string;
  readonly xs: readonly number[];
  readonly y: string;
  readonly ys: readonly number[];
  readonly evAndRootActionIndex: readonly (readonly (readonly [ev: OrNull<number>, root: OrNull<number>])[])[];
}

/** Nodes that are valued for one grid: a grid of more cells has no reader. */
const MOST_WORK = 20_000_000;

/** The two-way grid of two parameters, by their indexes; undefined where it has too many cells to be computed. */
export function treeGrid(model: DecisionTreeModel, first: number, second: number): TreeGrid | undefined {
  const [one, other] = [first, second].map((index) => model.tree.parameters[index]);
  if (one === undefined || other === undefined) throw new RangeError('a grid is of two parameters of the tree');
  if (one.steps * other.steps * model.tree.kind.length > MOST_WORK) return undefined;
  const found = twoWay(
    (x, y) => {
      const numbers = model.base.map((base, index) => (index === first ? x : index === second ? y : base));
      const solved = model.solve(numbers);
      return solved.ok ? solved.value : undefined;
    },
    gridOf(one),
    gridOf(other),
  );
  const cell = (played: Played<TreePolicy> | undefined) =>
    played === undefined ? ([null, null] as const) : ([played.value, rootAction(model, played.policy)] as const);
  return {
    x: one.name,
    xs: found.xs,
    y: other.name,
    ys: found.ys,
    evAndRootActionIndex: found.cells.map((row) => row.map(cell)),
  };
}

/** A leg of a tree's spider: its value with the base policy held and solved again, at changes of one parameter in percent. */
export interface TreeLeg {
  readonly parameter: string;
  readonly points: readonly {
    readonly percent: number;
    readonly ev: OrNull<number>;
    readonly reoptimisedEv: OrNull<number>;
  }[];
}

/** The leg of one parameter. */
export function treeLeg(
  model: DecisionTreeModel,
  held: TreePolicy,
  parameter: number,
  percents: readonly number[] = SPIDER_PERCENTS,
): TreeLeg {
  const varied = variedParameter(model, held, parameter);
  const { name, base } = model.tree.parameters[parameter] as (typeof model.tree.parameters)[number];
  return {
    parameter: name,
    points: spider(varied, base, percents).map(({ percent, held: fixed, solved }) => ({
      percent,
      ev: fixed ?? null,
      reoptimisedEv: solved?.value ?? null,
    })),
  };
}
