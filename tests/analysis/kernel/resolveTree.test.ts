import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kernelOf } from '../../../cli/scenarioGame.ts';
import type { CompiledChart } from '../../../machines/compile.ts';
import { negotiation } from '../../../machines/negotiation.ts';
import { openingSnapshot, standing } from '../../../machines/stepping.ts';
import type { SolvedTree } from '../../../src/analysis/kernel/keptTree.ts';
import { kernelGame } from '../../../src/analysis/kernel/kernelGame.ts';
import { kernelStart } from '../../../src/analysis/kernel/numbers.ts';
import { valuesOf } from '../../../src/analysis/kernel/positions.ts';
import { treeResolver } from '../../../src/analysis/kernel/resolveTree.ts';
import type { ScenarioKernel, UnfoldedGame } from '../../../src/analysis/kernel/scenarioKernel.ts';
import { numbersOf, type TreeNumbers } from '../../../src/analysis/kernel/treeNumbers.ts';
import { type KernelStart, type KernelTree, unfoldKernel } from '../../../src/analysis/kernel/unfoldKernel.ts';
import type { StakeCurve } from '../../../src/analysis/kernel/worths.ts';
import type { PlayModel } from '../../../src/analysis/rollback/playModel.ts';
import { solve } from '../../../src/analysis/rollback/solve.ts';
import { workspaceFor } from '../../../src/analysis/rollback/workspace.ts';
import { TERM } from '../../../src/domain/chartCodes.ts';
import { type Scenario, toScenario } from '../../../src/domain/scenario.ts';
import { harbourLease } from '../../support/harbourLease.ts';
import { randomScenarioFile } from '../../support/randomScenario.ts';

/** Positions of a drawn scenario that are compared. */
const LIMIT = 1_500;
const MODEL = { name: 'bounded', lambda: 0.1 } as const;

/** One number that changes: which kind, which of them, and by how much. */
const oneChange = fc.record({
  kind: fc.constantFrom('size', 'start', 'bound', 'weight', 'curve', 'odds', 'per', 'ref'),
  which: fc.nat(1_000),
  by: fc.integer({ min: -60, max: 60 }),
});
type OneChange = typeof oneChange extends fc.Arbitrary<infer Value> ? Value : never;

/** What changes from one solve to the next, or that all goes back to what it was some solves before; and by which model it is solved. */
const oneStep = fc.record({
  back: fc.option(fc.integer({ min: 1, max: 4 })),
  changes: fc.array(oneChange, { maxLength: 4 }),
  model: fc.constantFrom<PlayModel>(MODEL, { name: 'rational' }, { name: 'tendency' }),
});
type OneStep = typeof oneStep extends fc.Arbitrary<infer Value> ? Value : never;

const replaced = (column: Float64Array, which: number, change: (value: number) => number): Float64Array =>
  column.map((value, index) => (index === which % column.length ? change(value) : value));

/** A start value that lies exactly on what some guard asks, or beside it. */
function atBound({ guards }: CompiledChart, starts: Float64Array, which: number, by: number): Float64Array {
  const asked = [...guards.term.keys()].filter((guard) => guards.term[guard] === TERM.indicator);
  const guard = asked[which % Math.max(1, asked.length)];
  if (guard === undefined) return starts;
  const bounds = [guards.low[guard] as number, guards.high[guard] as number].filter(Number.isFinite);
  const bound = (bounds[Math.abs(by) % Math.max(1, bounds.length)] ?? 0) + (by % 3) * 1e-9;
  return starts.map((value, address) => (address === guards.subject[guard] ? bound : value));
}

function changedCurves({ curves }: TreeNumbers['stakes'], { kind, which, by }: OneChange) {
  return curves.map((own, actor) =>
    own.map((curve, index): StakeCurve => {
      if (actor !== which % curves.length || index !== which % own.length) return curve;
      if (kind === 'weight') return { ...curve, weight: Math.abs(curve.weight + by) };
      if (by < -20) return { ...curve, worth: curve.worth.map((worth) => 1 - worth) };
      const [low, high] = [curve.at[0] as number, curve.at.at(-1) as number];
      const middle = low + (high - low) * (0.5 + by / 150);
      return by < 20
        ? { ...curve, at: Float64Array.of(low, middle, high), worth: Float64Array.of(0, 0.5 + by / 100, 1) }
        : { ...curve, at: Float64Array.of(low, middle), worth: Float64Array.of(1, 0) };
    }),
  );
}

function changedNumbers(chart: CompiledChart, numbers: TreeNumbers, change: OneChange): TreeNumbers {
  const { starts, sizes, stakes, odds } = numbers;
  const { kind, which, by } = change;
  const times = by === 7 ? 0 : 1 + Math.abs(by);
  if (kind === 'size') return { ...numbers, sizes: replaced(sizes, which, (size) => (by === 0 ? -0 : size + by)) };
  if (kind === 'start') return { ...numbers, starts: replaced(starts, which, (value) => value + by) };
  if (kind === 'bound') return { ...numbers, starts: atBound(chart, starts, which, by) };
  if (kind === 'odds')
    return { ...numbers, odds: { ...odds, base: replaced(odds.base, which, (base) => base * times) } };
  if (kind === 'per')
    return { ...numbers, odds: { ...odds, per: replaced(odds.per, which, (per) => per + by / 1_000) } };
  if (kind === 'ref') return { ...numbers, odds: { ...odds, ref: replaced(odds.ref, which, (ref) => ref + by) } };
  return { ...numbers, stakes: { ...stakes, curves: changedCurves(stakes, change) } };
}

/** Where a tree begins, and how far it is unfolded. */
interface Beginning {
  readonly start: KernelStart;
  readonly limit: number;
  readonly rootMoves: ReadonlySet<number> | undefined;
}

const boundsOf = ({ limit, rootMoves }: Beginning) => ({ limit, ...(rootMoves === undefined ? {} : { rootMoves }) });

/** The same numbers, unfolded and solved from nothing. */
function afresh(kernel: ScenarioKernel, beginning: Beginning, numbers: TreeNumbers, model: PlayModel) {
  const { starts, sizes, stakes, odds } = numbers;
  const tree = unfoldKernel(kernel.chart, sizes, { ...beginning.start, values: starts }, boundsOf(beginning));
  if (tree === undefined) return undefined;
  const game = kernelGame({ ...kernel, stakes, odds }, tree);
  return { tree, game, solution: solve(game, model) };
}

/** A tree's structure, in words that are equal where it is. */
const structureOf = ({ state, move, child }: Pick<KernelTree, 'state' | 'move' | 'child'>): string =>
  [state, move, child].map((column) => column.join()).join(' ');

/** The first of several decides alone: in drawn scenarios the move that stands for no agreement may be shut, which is not solved. */
const alone = (kernel: ScenarioKernel): ScenarioKernel => ({
  ...kernel,
  deciders: { ...kernel.deciders, sets: kernel.deciders.sets.map((set) => set.slice(0, 1)) },
});

/** What is compared of a solved tree. */
function told({ tree, game, solution }: SolvedTree) {
  const { state, move, child, first } = tree;
  const columns = solution.ok ? solution.value.columns : undefined;
  return {
    columns: [state, move, child, first, ...game.payoffs, game.odds].map((column) => [...column]),
    refusal: solution.ok ? undefined : solution.error,
    solved: columns === undefined ? [] : [...columns.values, ...columns.paid].map((column) => [...column]),
    chosen: columns === undefined ? [] : [columns.share, columns.score, columns.reach].map((column) => [...column]),
    counted:
      columns === undefined
        ? []
        : [columns.gainers, columns.tied, columns.possible, columns.stuck].map((column) => [column].flat().join()),
    ...(solution.ok ? { ties: solution.value.ties, spans: solution.value.spans, scales: solution.value.scales } : {}),
  };
}

/** The values of a tree: a column per address. */
const valuesOver = ({ nodes, positions: { values, room } }: KernelTree, width: number) =>
  Array.from({ length: width }, (_, address) => [...values.subarray(address * room, address * room + nodes)]);

/** Changes the numbers of a tree one after another, each beside a fresh solve; how many were compared, were another tree, and one met before. */
function compare(kernel: ScenarioKernel, beginning: Beginning, steps: readonly OneStep[]) {
  const count = { compared: 0, newTrees: 0, takenUpAgain: 0, tooLarge: 0 };
  const { chart } = kernel;
  const tree = unfoldKernel(chart, kernel.sizes, beginning.start, boundsOf(beginning));
  if (tree === undefined) return count;
  const unfolded = { tree, game: kernelGame(kernel, tree) };
  const history = [numbersOf(kernel, unfolded)];
  let structure = structureOf(tree);
  const resolver = treeResolver(kernel, unfolded, boundsOf(beginning));
  const met = new Set<unknown>();
  for (const { changes, model, back } of steps) {
    const from = history.at(-1) as TreeNumbers;
    const next =
      history.at(-1 - (back ?? history.length)) ?? changes.reduce((all, one) => changedNumbers(chart, all, one), from);
    const fresh = afresh(kernel, beginning, next, model);
    const resolved = resolver.resolve(next, model);
    if (fresh === undefined) {
      expect(resolved).toBeUndefined();
      // The one before stands: the next change is made to it.
      count.tooLarge += 1;
      continue;
    }
    if (resolved === undefined) throw new Error('a tree within the limit was not unfolded');
    expect(told(resolved)).toEqual(told(fresh));
    if (model.name === 'tendency')
      expect([...(resolved.game.tendency ?? [])]).toEqual([...(fresh.game.tendency ?? [])]);
    expect(resolved.isNewTree).toBe(structureOf(fresh.tree) !== structure);
    structure = structureOf(fresh.tree);
    history.push(next);
    count.compared += 1;
    if (resolved.isNewTree) count.newTrees += 1;
    if (resolved.isNewTree && met.has(resolved.tree)) count.takenUpAgain += 1;
    met.add(resolved.tree);
  }
  return count;
}

/** The beginning of a scenario's talks, or the place after its first moves, with all or some of the moves there. */
function beginningOf(scenario: Scenario, kernel: ScenarioKernel, inward: number, limit: number): Beginning {
  const { chart } = kernel;
  const opening = openingSnapshot(negotiation(scenario));
  const start = kernelStart(chart, standing(opening), opening.context);
  const tree = unfoldKernel(chart, kernel.sizes, start, { limit: LIMIT });
  if (tree === undefined || inward === 0) return { start, limit, rootMoves: undefined };
  const node = inward % tree.nodes;
  const { memory, memoryWidth } = tree.positions;
  const state = tree.state[node] as number;
  const moves = Array.from(tree.move.subarray(tree.first[node], tree.first[node + 1]));
  return {
    start: {
      ...start,
      state,
      values: valuesOf(chart, tree.positions, node),
      memory: memory.slice(node * memoryWidth, (node + 1) * memoryWidth),
    },
    limit,
    rootMoves: inward % 3 === 0 ? new Set(moves.slice(0, 2)) : undefined,
  };
}

describe('a tree that is solved again as one number changes is that which is unfolded and solved afresh, to the last bit', () => {
  test('on drawn scenarios, where moves open and shut too', () => {
    const sum = { compared: 0, newTrees: 0, takenUpAgain: 0, tooLarge: 0 };
    fc.assert(
      fc.property(
        randomScenarioFile,
        fc.array(oneStep, { minLength: 3, maxLength: 10 }),
        fc.oneof(fc.constant(0), fc.nat(200)),
        fc.option(fc.nat(3)),
        (file, steps, inward, spare) => {
          const scenario = toScenario(file);
          const kernel = alone(kernelOf(scenario));
          const wide = beginningOf(scenario, kernel, inward, LIMIT);
          // Sometimes there is hardly more room than the tree needs.
          const size = unfoldKernel(kernel.chart, kernel.sizes, wide.start, boundsOf(wide))?.nodes ?? LIMIT;
          const beginning = spare === null ? wide : { ...wide, limit: size + 1 + spare };
          const found = compare(kernel, beginning, steps);
          for (const key of ['compared', 'newTrees', 'takenUpAgain', 'tooLarge'] as const) sum[key] += found[key];
        },
      ),
      { numRuns: 250, endOnFailure: true },
    );
    expect(sum.compared).toBeGreaterThan(250);
    expect(sum.newTrees).toBeGreaterThan(0);
    expect(sum.takenUpAgain).toBeGreaterThan(0);
    expect(sum.tooLarge).toBeGreaterThan(0);
  });

  test('on a scenario with every kind of effect', () => {
    const steps = fc.sample(oneStep, { seed: 3, numRuns: 60 });
    const scenario = harbourLease();
    const kernel = kernelOf(scenario);
    expect(compare(kernel, beginningOf(scenario, kernel, 0, LIMIT), steps).compared).toBeGreaterThan(30);
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
        const numbers = changedNumbers(kernel.chart, numbersOf(kernel, before), change);
        const fresh = afresh(kernel, { start, limit: LIMIT, rootMoves: undefined }, numbers, MODEL);
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
