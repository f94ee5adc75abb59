import type { TreeParameter } from '../../domain/decisionTree.ts';
import type { Result } from '../../domain/result.ts';
import type { DecisionTreeModel, TreeFault, TreePolicy } from './decisionTreeModel.ts';
import { evenGrid } from './evenGrid.ts';
import { type Flip, flipsOf } from './flips.ts';
import { type OneWayPoint, oneWay } from './oneWay.ts';
import type { Varied } from './varied.ts';

/** The values at which a parameter is looked at. */
export const gridOf = ({ min, max, steps }: TreeParameter): readonly number[] => evenGrid(min, max, steps);

/** Equal for policies that choose the same wherever they come. */
const policyKey = (policy: TreePolicy): string => policy.map(([node, index]) => `${node}:${index}`).join(' ');

/** Hears of numbers at which a tree has no value. */
export type OnFault = (fault: TreeFault) => void;

/** A tree of which one parameter varies, and the policy that is best at its base is the one that is held. */
export function variedParameter(
  model: DecisionTreeModel,
  held: TreePolicy,
  parameter: number,
  onFault: OnFault = () => undefined,
): Varied<TreePolicy> {
  const numbers = (x: number): readonly number[] => model.base.map((base, index) => (index === parameter ? x : base));
  const found = <Value>(result: Result<Value, TreeFault>): Value | undefined => {
    if (result.ok) return result.value;
    onFault(result.error);
    return undefined;
  };
  return {
    solve: (x) => found(model.solve(numbers(x))),
    hold: (x) => found(model.hold(held, numbers(x))),
    keyOf: policyKey,
  };
}

/** What one parameter does over its range, the others at their base. */
export interface ParameterSweep {
  readonly parameter: string;
  readonly points: readonly OneWayPoint<TreePolicy>[];
  readonly flips: readonly Flip<TreePolicy>[];
}

/** Looks inside each step of a grid: a tree is quickly solved. */
const LOOKS = 8;

/** How near a flip is to where it is told, as a part of the range. */
const WITHIN = 1e-11;

/** One-way analysis of a parameter, with every value at which the best policy changes. */
export function sweepParameter(
  model: DecisionTreeModel,
  held: TreePolicy,
  parameter: number,
  onFault?: OnFault,
): ParameterSweep {
  const described = model.tree.parameters[parameter] as TreeParameter;
  const grid = gridOf(described);
  const varied = variedParameter(model, held, parameter, onFault);
  const search = { within: WITHIN * (described.max - described.min), looks: LOOKS };
  return { parameter: described.name, points: oneWay(varied, grid), flips: flipsOf(varied, grid, search) };
}
