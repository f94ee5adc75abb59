import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requireScenario } from '../../../cli/loadScenario.ts';
import { compile } from '../../../machines/compile.ts';
import { negotiation } from '../../../machines/negotiation.ts';
import { step } from '../../../machines/step.ts';
import { openingSnapshot, openMoves, openShocks, play, standing } from '../../../machines/stepping.ts';
import { unfold } from '../../../machines/unfold.ts';
import { centralSizes, kernelStart } from '../../../src/analysis/kernel/numbers.ts';
import { type KernelTree, unfoldKernel } from '../../../src/analysis/kernel/unfoldKernel.ts';
import type { MoveId } from '../../../src/domain/identifier.ts';
import { uniform } from '../../../src/domain/random.ts';
import { type Scenario, toScenario } from '../../../src/domain/scenario.ts';
import { edit, harbourLease } from '../../support/harbourLease.ts';
import { randomScenarioFile } from '../../support/randomScenario.ts';
import { scenarioFolders } from '../../support/scenarioFolders.ts';

/** Positions of a drawn scenario that are compared; larger ones are passed over. */
const MOST = 2_000;

/** Lines that are walked under each other condition, and under pairs of them. */
const LINES = 150;

/** The machine after shocks at the table, and the kernel's tree of the same position. */
function opened(scenario: Scenario, shocks: readonly string[], limit = 200_000) {
  const machine = negotiation(scenario);
  const chart = compile(scenario, machine);
  const from = shocks.reduce((at, shock) => play(machine, at, shock) ?? at, openingSnapshot(machine));
  const tree = unfoldKernel(chart, centralSizes(chart), kernelStart(chart, standing(from), from.context), { limit });
  return { machine, chart, from, tree };
}

type Opened = ReturnType<typeof opened>;

/** Whether a node of the kernel's tree is a position of XState's: the place, the open moves, and every value exactly. */
function isSame(
  { chart }: Opened,
  tree: KernelTree,
  node: number,
  state: string,
  moves: readonly string[],
  values: Readonly<Record<string, number>>,
): boolean {
  const open = [...tree.move.subarray(tree.first[node], tree.first[node + 1])].map((move) => chart.moves[move]);
  const { values: raw, room } = tree.positions;
  return (
    chart.states[tree.state[node] as number] === state &&
    open.join() === moves.join() &&
    chart.addresses.every((address, index) => raw[index * room + node] === values[address])
  );
}

/** Compares every position in order. Gives how many were the same, and where a first one was not. */
function compare(scenario: Scenario, limit?: number) {
  const both = opened(scenario, [], limit);
  const { machine, from, tree } = both;
  if (tree === undefined) return { same: 0, differs: undefined, nodes: undefined };
  let node = 0;
  for (const { state, snapshot, moves } of unfold(scenario, machine, { from })) {
    if (!isSame(both, tree, node, state, moves, snapshot.context.values))
      return { same: node, differs: state, nodes: tree.nodes };
    node += 1;
  }
  return { same: node, differs: undefined, nodes: tree.nodes };
}

/** Compares the positions of lines that are walked at random to their ends. Gives those compared, each once, and where a first one differs. */
function compareSample(scenario: Scenario, shocks: readonly string[]) {
  const both = opened(scenario, shocks);
  const { machine, from, tree } = both;
  if (tree === undefined) throw new RangeError(`${shocks.join()}: more than 200,000 positions`);
  const seen = new Set<number>();
  for (let line = 0; line < LINES; line += 1) {
    let snapshot = from;
    for (let node = 0, depth = 0; ; depth += 1) {
      const moves = openMoves(scenario, snapshot);
      if (!seen.has(node) && !isSame(both, tree, node, standing(snapshot), moves, snapshot.context.values))
        return { compared: seen.size, differs: standing(snapshot) };
      seen.add(node);
      if (moves.length === 0) break;
      const taken = Math.floor(uniform(line, `${shocks.join()} step ${depth}`, 0) * moves.length);
      snapshot = step(machine, snapshot, moves[taken] as MoveId);
      node = tree.child[(tree.first[node] as number) + taken] as number;
    }
  }
  return { compared: seen.size, differs: undefined };
}

describe('the kernel’s tree is XState’s', () => {
  test.each(scenarioFolders)('on every position of $name at the default conditions', async ({ path }) => {
    const scenario = await requireScenario(path);
    const { same, differs, nodes } = compare(scenario);
    expect(differs).toBeUndefined();
    expect(same).toBe(nodes);
  });

  test.each(scenarioFolders)(
    'on a sample of the positions of $name under every other condition, and two at once',
    async ({ path }) => {
      const scenario = await requireScenario(path);
      const shocks = openShocks(scenario, openingSnapshot(negotiation(scenario)));
      const pairs = shocks.slice(1).map((shock, index) => [shocks[index] as string, shock]);
      for (const played of [...shocks.map((shock) => [shock]), ...pairs]) {
        const { compared, differs } = compareSample(scenario, played);
        expect([played, differs]).toEqual([played, undefined]);
        expect(compared).toBeGreaterThan(1);
      }
    },
  );

  test('on drawn scenarios: guards, scaled and conditional effects, loops, links, conditions, joint decisions', () => {
    let compared = 0;
    fc.assert(
      fc.property(randomScenarioFile, (file) => {
        const { same, differs } = compare(toScenario(file), MOST);
        compared += same;
        return differs === undefined;
      }),
      { numRuns: 2_000, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(10_000);
  });

  test('a state with many moves finds room, however little was expected', () => {
    const many = Array.from(
      { length: 40 },
      (_, index) =>
        `      m${index}: { target: ruled, meta: { label: Move ${index}, tendency: 0.5, basis: { judgement: Even. } } }\n`,
    );
    const scenario = harbourLease(edit('courts', '      sue: {', `${many.join('')}      sue: {`));
    const machine = negotiation(scenario);
    const chart = compile(scenario, machine);
    const opening = openingSnapshot(machine);
    const start = kernelStart(chart, 'courts.filed', opening.context);
    const narrow = unfoldKernel(chart, centralSizes(chart), start, { expected: 1 });
    expect(narrow?.nodes).toBe(42);
    expect([...(narrow?.child ?? [])]).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
  });

  test('a tree that does not end within the limit is told, not walked', () => {
    const [file] = fc.sample(randomScenarioFile, { seed: 7, numRuns: 1 });
    const scenario = toScenario(file as Parameters<typeof toScenario>[0]);
    const machine = negotiation(scenario);
    const chart = compile(scenario, machine);
    const opening = openingSnapshot(machine);
    const start = kernelStart(chart, standing(opening), opening.context);
    expect(unfoldKernel(chart, centralSizes(chart), start, { limit: 2 })).toBeUndefined();
  });
});
