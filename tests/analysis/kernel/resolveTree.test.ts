import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kernelOf } from '../../../cli/scenarioGame.ts';
import { negotiation } from '../../../machines/negotiation.ts';
import { openingSnapshot, standing } from '../../../machines/stepping.ts';
import { kernelGame } from '../../../src/analysis/kernel/kernelGame.ts';
import { kernelStart } from '../../../src/analysis/kernel/numbers.ts';
import {
  numbersOf,
  type ResolvedTree,
  type TreeNumbers,
  treeResolver,
} from '../../../src/analysis/kernel/resolveTree.ts';
import type { ScenarioKernel, UnfoldedGame } from '../../../src/analysis/kernel/scenarioKernel.ts';
import { type KernelStart, type KernelTree, unfoldKernel } from '../../../src/analysis/kernel/unfoldKernel.ts';
import type { PlayModel } from '../../../src/analysis/rollback/playModel.ts';
import { solve } from '../../../src/analysis/rollback/solve.ts';
import { workspaceFor } from '../../../src/analysis/rollback/workspace.ts';
import { type Scenario, toScenario } from '../../../src/domain/scenario.ts';
import { harbourLease } from '../../support/harbourLease.ts';
import { randomScenarioFile } from '../../support/randomScenario.ts';

/** Positions of a drawn scenario that are compared. */
const LIMIT = 1_500;
const MODEL = { name: 'bounded', lambda: 0.1 } as const;

/** One number that changes: which kind, which of them, and by how much. */
const oneChange = fc.record({
  kind: fc.constantFrom('size', 'start', 'weight', 'odds'),
  which: fc.nat(1_000),
  by: fc.integer({ min: -60, max: 60 }),
});
type OneChange = typeof oneChange extends fc.Arbitrary<infer Value> ? Value : never;

/** What changes from one solve to the next, or that all goes back to what it was before the last; and by which model it is solved. */
const oneStep = fc.record({
  isBack: fc.boolean(),
  changes: fc.array(oneChange, { minLength: 1, maxLength: 2 }),
  model: fc.constantFrom<PlayModel>(MODEL, { name: 'rational' }, { name: 'tendency' }),
});
type OneStep = typeof oneStep extends fc.Arbitrary<infer Value> ? Value : never;

const replaced = (column: Float64Array, which: number, change: (value: number) => number): Float64Array =>
  column.map((value, index) => (index === which % column.length ? change(value) : value));

function changedNumbers(numbers: TreeNumbers, { kind, which, by }: OneChange): TreeNumbers {
  const { starts, sizes, stakes, odds } = numbers;
  if (kind === 'size') return { ...numbers, sizes: replaced(sizes, which, (size) => size + by) };
  if (kind === 'start') return { ...numbers, starts: replaced(starts, which, (value) => value + by) };
  if (kind === 'odds')
    return { ...numbers, odds: { ...odds, base: replaced(odds.base, which, (base) => base * (1 + Math.abs(by))) } };
  const curves = stakes.curves.map((own, actor) =>
    own.map((curve, index) =>
      actor === which % stakes.curves.length && index === which % own.length
        ? { ...curve, weight: Math.abs(curve.weight + by) }
        : curve,
    ),
  );
  return { ...numbers, stakes: { ...stakes, curves } };
}

/** The same numbers, unfolded and solved from nothing. */
function afresh(
  kernel: ScenarioKernel,
  start: KernelStart,
  { starts, sizes, stakes, odds }: TreeNumbers,
  model: PlayModel,
) {
  const tree = unfoldKernel(kernel.chart, sizes, { ...start, values: starts }, { limit: LIMIT });
  if (tree === undefined) return undefined;
  const game = kernelGame({ ...kernel, stakes, odds }, tree);
  return { tree, game, solution: solve(game, model) };
}

/** The first of several decides alone: in drawn scenarios the move that stands for no agreement may be shut, which is not solved. */
const alone = (kernel: ScenarioKernel): ScenarioKernel => ({
  ...kernel,
  deciders: { ...kernel.deciders, sets: kernel.deciders.sets.map((set) => set.slice(0, 1)) },
});

/** What is compared of a solved tree. */
function told({ tree, game, solution }: Omit<ResolvedTree, 'isNewTree'>) {
  const { state, move, child, first } = tree;
  const { values, share, reach } = solution.ok ? solution.value.columns : { values: [], share: [], reach: [] };
  return {
    state: [...state],
    move: [...move],
    child: [...child],
    first: [...first],
    payoffs: game.payoffs.map((column) => [...column]),
    odds: [...game.odds],
    refusal: solution.ok ? undefined : solution.error,
    ties: solution.ok ? solution.value.ties : undefined,
    values: values.map((column) => [...column]),
    share: [...share],
    reach: [...reach],
  };
}

/** The values of a tree: a column per address. */
const valuesOver = ({ nodes, positions: { values, room } }: KernelTree, width: number) =>
  Array.from({ length: width }, (_, address) => [...values.subarray(address * room, address * room + nodes)]);

/** Changes the numbers of a scenario's tree one after another, each beside a fresh solve; how many were compared, were another tree, and one that was met before. */
function compare(scenario: Scenario, kernel: ScenarioKernel, steps: readonly OneStep[]) {
  const machine = negotiation(scenario);
  const opening = openingSnapshot(machine);
  const start = kernelStart(kernel.chart, standing(opening), opening.context);
  const tree = unfoldKernel(kernel.chart, kernel.sizes, start, { limit: LIMIT });
  const count = { compared: 0, newTrees: 0, takenUpAgain: 0 };
  if (tree === undefined) return count;
  const unfolded = { tree, game: kernelGame(kernel, tree) };
  const resolver = treeResolver(kernel, unfolded, { limit: LIMIT });
  let numbers = numbersOf(kernel, unfolded);
  let before = numbers;
  const met = new Set<unknown>();
  for (const { changes, model, isBack } of steps) {
    const next = isBack ? before : changes.reduce(changedNumbers, numbers);
    const fresh = afresh(kernel, start, next, model);
    const resolved = resolver.resolve(next, model);
    if (fresh === undefined) {
      expect(resolved).toBeUndefined();
      // The one before stands: the next change is made to it.
      continue;
    }
    if (resolved === undefined) throw new Error('a tree within the limit was not unfolded');
    expect(told(resolved)).toEqual(told(fresh));
    if (model.name === 'tendency')
      expect([...(resolved.game.tendency ?? [])]).toEqual([...(fresh.game.tendency ?? [])]);
    [before, numbers] = [numbers, next];
    count.compared += 1;
    if (resolved.isNewTree) count.newTrees += 1;
    if (resolved.isNewTree && met.has(resolved.tree)) count.takenUpAgain += 1;
    met.add(resolved.tree);
  }
  return count;
}

describe('a tree that is solved again as one number changes is that which is unfolded and solved afresh, to the last bit', () => {
  test('on drawn scenarios, where moves open and shut too', () => {
    const sum = { compared: 0, newTrees: 0, takenUpAgain: 0 };
    fc.assert(
      fc.property(randomScenarioFile, fc.array(oneStep, { minLength: 3, maxLength: 8 }), (file, steps) => {
        const scenario = toScenario(file);
        const { compared, newTrees, takenUpAgain } = compare(scenario, alone(kernelOf(scenario)), steps);
        sum.compared += compared;
        sum.newTrees += newTrees;
        sum.takenUpAgain += takenUpAgain;
      }),
      { numRuns: 150, endOnFailure: true },
    );
    expect(sum.compared).toBeGreaterThan(150);
    expect(sum.newTrees).toBeGreaterThan(0);
    expect(sum.takenUpAgain).toBeGreaterThan(0);
  });

  test('on a scenario with every kind of effect', () => {
    const steps = fc.sample(oneStep, { seed: 3, numRuns: 40 });
    const scenario = harbourLease();
    expect(compare(scenario, kernelOf(scenario), steps).compared).toBeGreaterThan(20);
  });
});

test('a tree that is unfolded, laid out and solved over one that is no longer needed is the same as in new memory', () => {
  let compared = 0;
  fc.assert(
    fc.property(randomScenarioFile, fc.array(oneChange, { minLength: 2, maxLength: 4 }), (file, changes) => {
      const scenario = toScenario(file);
      const kernel = alone(kernelOf(scenario));
      const opening = openingSnapshot(negotiation(scenario));
      const start = kernelStart(kernel.chart, standing(opening), opening.context);
      const first = unfoldKernel(kernel.chart, kernel.sizes, start, { limit: LIMIT });
      if (first === undefined) return;
      let before: UnfoldedGame = { tree: first, game: kernelGame(kernel, first) };
      let columns = workspaceFor(before.game);
      for (const change of changes) {
        const numbers = changedNumbers(numbersOf(kernel, before), change);
        const fresh = afresh(kernel, start, numbers, MODEL);
        if (fresh === undefined) return;
        const { starts, sizes, stakes, odds } = numbers;
        const at = { ...start, values: starts };
        const tree = unfoldKernel(kernel.chart, sizes, at, { limit: LIMIT, over: before.tree });
        if (tree === undefined) throw new Error('a tree within the limit was not unfolded');
        const game = kernelGame({ ...kernel, stakes, odds }, tree, before.game);
        columns = workspaceFor(game, columns);
        const width = kernel.chart.addresses.length;
        expect(told({ tree, game, solution: solve(game, MODEL, columns) })).toEqual(told(fresh));
        expect(valuesOver(tree, width)).toEqual(valuesOver(fresh.tree, width));
        expect(game.tendency).toEqual(fresh.game.tendency);
        before = { tree, game };
        compared += 1;
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
  expect(compared).toBeGreaterThan(60);
});
