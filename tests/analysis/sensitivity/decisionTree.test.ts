import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DecisionTreeModel, decisionTreeModel } from '../../../src/analysis/sensitivity/decisionTreeModel.ts';
import { type TreeReport, treeGrid, treeLeg, treeReport } from '../../../src/analysis/sensitivity/treeReport.ts';
import { readDecisionTree } from '../../../src/formats/decisionTree/readDecisionTree.ts';
import { plainBest, plainExtreme, plainPolicies, plainValue } from '../../support/plainDecisionTree.ts';
import { type DrawnTreeFile, randomDecisionTree, writtenTree } from '../../support/randomDecisionTree.ts';

function modelOf(file: unknown): DecisionTreeModel {
  const { tree, problems } = readDecisionTree(file);
  if (tree === undefined) throw new Error(JSON.stringify(problems));
  return decisionTreeModel(tree);
}

function reportOf(file: unknown): TreeReport {
  const found = treeReport(modelOf(file));
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

const BASE = [0.45, 12, 5, 3];
const at = (parameter: number, x: number): readonly number[] =>
  BASE.map((base, index) => (index === parameter ? x : base));
const near = (one: number, other: number) =>
  expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(other)));

describe('a decision tree against the plain version, which tries every policy', () => {
  test('values, policies, one-way points, extremes, grids and legs agree', () => {
    fc.assert(
      fc.property(randomDecisionTree(), (drawn) => {
        fc.pre(plainPolicies(drawn.root).length <= 300);
        const { root } = drawn;
        const model = modelOf(writtenTree(drawn));
        const report = reportOf(writtenTree(drawn));
        near(report.base.ev, plainBest(root, BASE));
        near(plainValue(root, report.base.policy, BASE), report.base.ev);
        near(report.maximin, plainExtreme(root, BASE, 'worst'));
        near(report.maximax, plainExtreme(root, BASE, 'best'));
        expect(report.policies?.map(({ policy }) => policy)).toEqual(plainPolicies(root));
        for (const { policy, ev } of report.policies ?? []) near(ev ?? Number.NaN, plainValue(root, policy, BASE));
        for (const [parameter, { points }] of report.oneWay.entries()) {
          for (const { x, ev, policy, fixedPolicyEv } of points) {
            const numbers = at(parameter, x);
            near(ev ?? Number.NaN, plainBest(root, numbers));
            near(plainValue(root, policy ?? {}, numbers), ev ?? Number.NaN);
            near(fixedPolicyEv ?? Number.NaN, plainValue(root, report.base.policy, numbers));
          }
        }
        const grid = treeGrid(model, 0, 1);
        if (grid === undefined) throw new Error('the grid is small');
        for (const [row, cells] of grid.evAndRootActionIndex.entries())
          for (const [column, [ev]] of cells.entries())
            near(ev ?? Number.NaN, plainBest(root, [grid.xs[row] ?? 0, grid.ys[column] ?? 0, 5, 3]));
        const base = model.solve(model.base);
        if (!base.ok) throw new Error(base.error.message);
        for (const { percent, ev } of treeLeg(model, base.value.policy, 1).points)
          near(ev ?? Number.NaN, plainValue(root, report.base.policy, at(1, 12 * (1 + percent / 100))));
      }),
      { numRuns: 60 },
    );
  });

  test('on either side of a threshold the policy told is the best, and between thresholds none is passed over', () => {
    fc.assert(
      fc.property(
        randomDecisionTree(),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
        (drawn, places) => {
          fc.pre(plainPolicies(drawn.root).length <= 100);
          const report = reportOf(writtenTree(drawn));
          for (const [parameter, { thresholds, points }] of report.oneWay.entries()) {
            const { min, max } = drawn.parameters[parameter] ?? { min: 0, max: 0 };
            for (const { x, from, to } of thresholds) {
              const value = (policy: Readonly<Record<string, number>>) =>
                plainValue(drawn.root, policy, at(parameter, x));
              expect(from).not.toEqual(to);
              // Where one policy takes over from the other, both are the best there is.
              const best = plainBest(drawn.root, at(parameter, x));
              const slack = 1e-6 * Math.max(1, Math.abs(best));
              expect(value(from)).toBeGreaterThanOrEqual(best - slack);
              expect(value(to)).toBeGreaterThanOrEqual(best - slack);
            }
            for (const place of places) {
              const x = min + place * (max - min);
              const before = thresholds.filter((threshold) => threshold.x < x).at(-1)?.to ?? points[0]?.policy ?? {};
              const best = plainBest(drawn.root, at(parameter, x));
              // The policy that stands between two thresholds is the best everywhere between them.
              const slack = 1e-3 * Math.max(1, Math.abs(best));
              expect(plainValue(drawn.root, before, at(parameter, x))).toBeGreaterThanOrEqual(best - slack);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** The same tree with every amount multiplied and one paid at the start. */
const rescaled = (drawn: DrawnTreeFile, factor: number, more: number) => {
  const file = writtenTree(drawn) as { root: Node };
  const scale = (node: Node): Node => ({
    ...node,
    ...(node.branches === undefined
      ? {}
      : {
          branches: node.branches.map((branch) => ({
            ...branch,
            payoff: `${factor}*(${branch.payoff})`,
            to: scale(branch.to),
          })),
        }),
  });
  const root: Node = {
    type: 'chance',
    name: 'start',
    branches: [{ probability: 1, payoff: String(more), to: scale(file.root) }],
  };
  return { ...file, root };
};
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly branches?: readonly { readonly payoff: string; readonly probability?: number; readonly to: Node }[];
}

describe('laws', () => {
  test('what stands in no expression has swing 0 and no threshold', () => {
    fc.assert(
      fc.property(randomDecisionTree(), (drawn) => {
        const report = reportOf(writtenTree(drawn));
        for (const bars of [report.tornadoFixedPolicy, report.tornadoReoptimised]) {
          expect(bars.find(({ parameter }) => parameter === 'idle')).toMatchObject({
            swing: 0,
            varianceShare: 0,
            crossesChange: false,
          });
        }
        expect(report.oneWay.find(({ parameter }) => parameter === 'idle')?.thresholds).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('choices and thresholds are the same in other units of payoff (αu + β), and swings are α times as large', () => {
    fc.assert(
      fc.property(
        randomDecisionTree(),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: -9, max: 9 }),
        (drawn, power, more) => {
          const factor = 2 ** power;
          const [one, other] = [reportOf(writtenTree(drawn)), reportOf(rescaled(drawn, factor, more))];
          expect(other.base.policy).toEqual(one.base.policy);
          near(other.base.ev, factor * one.base.ev + more);
          for (const [index, { thresholds }] of one.oneWay.entries()) {
            const same = other.oneWay[index]?.thresholds ?? [];
            expect(same.map(({ from, to }) => [from, to])).toEqual(thresholds.map(({ from, to }) => [from, to]));
            for (const [place, { x }] of thresholds.entries()) expect(same[place]?.x).toBeCloseTo(x, 6);
          }
          for (const bar of one.tornadoReoptimised)
            expect(other.tornadoReoptimised.find(({ parameter }) => parameter === bar.parameter)?.swing).toBeCloseTo(
              factor * bar.swing,
              5,
            );
        },
      ),
      { numRuns: 40 },
    );
  });

  test('solving again is never worse than holding the policy, and equal at the base', () => {
    fc.assert(
      fc.property(randomDecisionTree(), (drawn) => {
        for (const { points } of reportOf(writtenTree(drawn)).oneWay)
          for (const { ev, fixedPolicyEv } of points)
            expect(ev ?? Number.NaN).toBeGreaterThanOrEqual(
              (fixedPolicyEv ?? Number.NaN) - 1e-9 * Math.max(1, Math.abs(ev ?? 0)),
            );
      }),
      { numRuns: 40 },
    );
  });
});

describe('by hand', () => {
  const parameters = [{ name: 'x', base: 5, min: 0, max: 10, steps: 3 }];
  const choice = (...payoffs: readonly string[]) => ({
    schema: 'decision-tree-fixture/1',
    parameters,
    root: { type: 'decision', name: 'root', branches: payoffs.map((payoff) => ({ payoff, to: { type: 'terminal' } })) },
  });

  test('several switches inside one step of the grid are all found, and so is a policy that comes and goes between two points', () => {
    const inOneStep = reportOf(choice('4 - x', 'x - 1', '2*x - 4.5'));
    expect(inOneStep.oneWay[0]?.thresholds.map(({ x, from, to }) => [x.toFixed(9), from.root, to.root])).toEqual([
      ['2.500000000', 0, 1],
      ['3.500000000', 1, 2],
    ]);
    const between = reportOf(choice('3', '4 - (x-2)*(x-2)'));
    expect(between.oneWay[0]?.thresholds.map(({ x }) => x.toFixed(9))).toEqual(['1.000000000', '3.000000000']);
    expect(between.oneWay[0]?.points.map(({ rootAction }) => rootAction)).toEqual([0, 0, 0]);
  });

  test('at equally good branches the first is taken, and a threshold on a point of the grid is told once', () => {
    const tied = reportOf(choice('5', 'x'));
    expect(tied.base.policy).toEqual({ root: 0 });
    expect(tied.oneWay[0]?.thresholds.map(({ x, from, to }) => [x.toFixed(9), from.root, to.root])).toEqual([
      ['5.000000000', 0, 1],
    ]);
  });

  test('a result of probability 0 changes nothing, whatever it would pay', () => {
    const luck = (...more: readonly object[]) => ({
      ...choice(),
      root: {
        type: 'chance',
        name: 'luck',
        branches: [
          { probability: '0.5', payoff: 'x', to: { type: 'terminal' } },
          { probability: '0.5', payoff: '1', to: { type: 'terminal' } },
          ...more,
        ],
      },
    });
    const never = { probability: 'x - 5', payoff: '-1000', to: { type: 'terminal' } };
    const balance = { probability: '5 - x', payoff: '1000', to: { type: 'terminal' } };
    const [one, other] = [reportOf(luck()), reportOf(luck(never, balance))];
    expect([other.base, other.maximin, other.maximax]).toEqual([one.base, 1, 5]);
  });

  test('where a probability leaves 0 to 1 there is no value, the place is named, and the rest stands', () => {
    const file = {
      ...choice(),
      root: {
        type: 'chance',
        name: 'luck',
        branches: [
          { probability: 'x/8', payoff: '10', to: { type: 'terminal' } },
          { probability: '1-x/8', payoff: '0', to: { type: 'terminal' } },
        ],
      },
    };
    const { oneWay, missing, tornadoReoptimised } = reportOf(file);
    expect(oneWay[0]?.points.map(({ ev }) => ev)).toEqual([0, 6.25, null]);
    expect(missing).toEqual([
      {
        place: 'root.branches[0].probability',
        message: 'a probability is from 0 to 1, and `x/8` is 1.25 (where x = 10)',
      },
    ]);
    expect(tornadoReoptimised[0]).toMatchObject({ min: 0, max: 6.25, missing: 1 });
  });
});
