import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requireScenario } from '../../../cli/loadScenario.ts';
import { compile } from '../../../machines/compile.ts';
import { negotiation } from '../../../machines/negotiation.ts';
import { openingSnapshot, openShocks, play, standing } from '../../../machines/stepping.ts';
import { unfold } from '../../../machines/unfold.ts';
import { centralSizes, kernelStart } from '../../../src/analysis/kernel/numbers.ts';
import { unfoldKernel } from '../../../src/analysis/kernel/unfoldKernel.ts';
import { type Scenario, toScenario } from '../../../src/domain/scenario.ts';
import { randomScenarioFile } from '../../support/randomScenario.ts';
import { scenarioFolders } from '../../support/scenarioFolders.ts';

/** Positions of a drawn scenario that are compared; larger ones are passed over, and of a shipped one under a shock these are the first. */
const MOST = 2_000;

/**
 * Walks the tree through XState and the kernel's beside it, position by position: place, open moves, and every value exactly.
 * Gives how many positions were the same, and where a first one was not.
 */
function compare(scenario: Scenario, shocks: readonly string[] = [], most = Number.POSITIVE_INFINITY, limit = 200_000) {
  const machine = negotiation(scenario);
  const chart = compile(scenario, machine);
  const from = shocks.reduce((at, shock) => play(machine, at, shock) ?? at, openingSnapshot(machine));
  const tree = unfoldKernel(chart, centralSizes(chart), kernelStart(chart, standing(from), from.context), { limit });
  if (tree === undefined) return { same: 0, differs: undefined, nodes: undefined };
  const width = chart.addresses.length;
  let node = 0;
  for (const { state, snapshot, moves } of unfold(scenario, machine, { from })) {
    if (node === most) break;
    const open = [...tree.move.subarray(tree.first[node], tree.first[node + 1])].map((move) => chart.moves[move]);
    const { values } = snapshot.context;
    const isSame =
      chart.states[tree.state[node] as number] === state &&
      open.join() === moves.join() &&
      chart.addresses.every((address, index) => tree.rows.values[node * width + index] === values[address]);
    if (!isSame) return { same: node, differs: state, nodes: tree.nodes };
    node += 1;
  }
  return { same: node, differs: undefined, nodes: tree.nodes };
}

describe('the kernel’s tree is XState’s', () => {
  test.each(scenarioFolders)('on every position of $name at the default conditions', async ({ path }) => {
    const scenario = await requireScenario(path);
    const { same, differs, nodes } = compare(scenario);
    expect(differs).toBeUndefined();
    expect(same).toBe(nodes);
  });

  test.each(scenarioFolders)(
    'on the first thousands of positions of $name under every other condition',
    async ({ path }) => {
      const scenario = await requireScenario(path);
      const machine = negotiation(scenario);
      for (const shock of openShocks(scenario, openingSnapshot(machine))) {
        const { same, differs } = compare(scenario, [shock], MOST);
        expect([shock, differs]).toEqual([shock, undefined]);
        expect(same).toBeGreaterThan(1);
      }
    },
  );

  test('on drawn scenarios: guards, scaled and conditional effects, loops, links, conditions, joint decisions', () => {
    let compared = 0;
    fc.assert(
      fc.property(randomScenarioFile, (file) => {
        const { same, differs } = compare(toScenario(file), [], MOST, MOST);
        compared += same;
        return differs === undefined;
      }),
      { numRuns: 1_500, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(10_000);
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
