import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockKernel } from '../../../cli/blockKernel.ts';
import { requireScenario } from '../../../cli/loadScenario.ts';
import { scenarioGame } from '../../../cli/scenarioGame.ts';
import { drawJob } from '../../../cli/simulateScenario.ts';
import { drawInParts, joinParts, partDrawer } from '../../../src/analysis/kernel/drawTask.ts';
import type { DrawnTree } from '../../../src/analysis/kernel/drawTree.ts';
import { typedBlocks } from '../../../src/analysis/kernel/treeBlocks.ts';
import { solve } from '../../../src/analysis/rollback/solve.ts';
import { type Scenario, toScenario } from '../../../src/domain/scenario.ts';
import { harbourLease } from '../../support/harbourLease.ts';
import { type HeldProfile, type PlainDraw, plainDrawnTree } from '../../support/plainDrawnTree.ts';
import { randomScenarioFile } from '../../support/randomScenario.ts';
import { scenarioFolders } from '../../support/scenarioFolders.ts';
import { smallBranches } from '../../support/smallTrees.ts';

const SEED = 11;
const wasmBlocks = blockKernel();
const PLAYS = ['rational', 'bounded', 'tendency', 'held'] as const;
type Play = (typeof PLAYS)[number];

/** Positions of a drawn scenario that are compared: the plain version is slow. */
const MOST = 400;

function jobOf(scenario: Scenario, branch: string, play: Play, seed = SEED) {
  const asked = play === 'bounded' ? ({ name: play, rationality: 15 } as const) : ({ name: play } as const);
  const job = drawJob(scenario, branch, asked, seed, true);
  if (!job.ok) throw new Error(job.error);
  return job.value;
}

function isSolvable(scenario: Scenario, branch: string): boolean {
  const game = scenarioGame(scenario, branch);
  return game !== undefined && solve(game.tree, { name: 'rational' }).ok;
}

/** The plain version’s model for the same question: what is equally good, and λ, are those of the central solution. */
function plainAsk(scenario: Scenario, branch: string, play: Play) {
  const game = scenarioGame(scenario, branch);
  if (game === undefined) throw new Error('the tree is too large');
  const central = solve(game.tree, play === 'bounded' ? { name: play, rationality: 15 } : { name: 'rational' });
  if (!central.ok) throw new Error(central.error.message);
  if (play === 'held') return { name: 'held', shares: central.value.columns.share } satisfies HeldProfile;
  if (play !== 'bounded') return { name: play };
  // An actor to whom all ends are the same has no λ; it does not matter which it is given.
  const lambda = (central.value.lambdas ?? []).map((one) => (Number.isNaN(one) ? 0 : one));
  return { name: play, lambda };
}

function differences(drawn: DrawnTree, plain: readonly PlainDraw[], stateOf: (end: number) => string): number {
  let most = 0;
  const compare = (one: number | undefined, other: number | undefined) => {
    most = Math.max(most, Math.abs((one ?? Number.NaN) - (other ?? Number.NaN)));
    if (Number.isNaN(most)) throw new Error('a figure is missing');
  };
  for (const [draw, { values, branches, ends, paid }] of plain.entries()) {
    for (const [actor, value] of values.entries()) compare(drawn.values[actor]?.[draw], value);
    for (const [branch, actors] of branches.entries())
      for (const [actor, value] of actors.entries()) compare(drawn.branches[branch]?.[actor]?.[draw], value);
    const found = new Map([...drawn.ends].map(([end, column]) => [stateOf(end), column[draw]]));
    for (const [end, reach] of ends) compare(found.get(end) ?? 0, reach);
    const had = new Map([...drawn.paid].map(([end, actors]) => [stateOf(end), actors]));
    for (const [end, payoffs] of paid)
      for (const [actor, sum] of payoffs.entries()) compare(had.get(end)?.[actor]?.[draw] ?? 0, sum);
  }
  return most;
}

function gap(scenario: Scenario, branch: string, play: Play, count: number): number {
  const job = jobOf(scenario, branch, play);
  const drawn = partDrawer(job)(0, count);
  if (drawn === undefined) throw new Error('nobody stopped it');
  expect(partDrawer(job, wasmBlocks)(0, count)).toEqual(drawn);
  const plain = plainDrawnTree(scenario, branch, count, SEED, plainAsk(scenario, branch, play));
  return differences(drawn, plain, (end) => job.plan.kernel.chart.states[end] ?? '');
}

describe('draws of a whole tree are, draw by draw, what a walk and a solve of each comes to', () => {
  test.each(PLAYS)('on a branch of every scenario that ships, %s', async (play) => {
    for (const { path } of scenarioFolders) {
      const scenario = await requireScenario(path);
      const branch = smallBranches(scenario, MOST)[0] ?? '';
      expect([path, gap(scenario, branch, play, 5)]).toEqual([path, expect.closeTo(0, 9)]);
    }
  });

  test.each(PLAYS)('on a scenario with every kind of effect, %s', (play) => {
    const scenario = harbourLease();
    for (const branch of smallBranches(scenario, MOST)) expect(gap(scenario, branch, play, 7)).toBeCloseTo(0, 9);
  });

  test.each(PLAYS)('on drawn scenarios, %s', (play) => {
    let compared = 0;
    fc.assert(
      fc.property(randomScenarioFile, (file) => {
        const scenario = toScenario(file);
        for (const branch of smallBranches(scenario, MOST)) {
          // A joint decision whose move for no agreement is closed is refused, in words, by both.
          if (!isSolvable(scenario, branch)) continue;
          compared += 1;
          expect(gap(scenario, branch, play, 3)).toBeCloseTo(0, 9);
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(20);
  });
});

describe('a draw depends on its number alone', () => {
  test('however the draws are cut into parts, and wherever a block ends', () => {
    const scenario = harbourLease();
    const branch = smallBranches(scenario, MOST)[0] ?? '';
    const job = jobOf(scenario, branch, 'rational');
    const whole = partDrawer(job)(0, 53);
    for (const blocksOf of [typedBlocks, wasmBlocks]) {
      const drawer = partDrawer(job, blocksOf);
      const cuts = [0, 1, 17, 50].map((first, index, all) => drawer(first, (all[index + 1] ?? 53) - first));
      expect(joinParts(cuts.filter((part) => part !== undefined))).toEqual(whole);
    }
  });

  test('parts may come in any order; what is told on the way has no gap', async () => {
    const scenario = harbourLease();
    const job = jobOf(scenario, smallBranches(scenario, MOST)[0] ?? '', 'rational');
    const told: number[] = [];
    const late = new Map([[0, 30]]);
    const drawn = await drawInParts(300, {
      part: async (first, count) => {
        await new Promise((resolve) => setTimeout(resolve, late.get(first) ?? 1));
        return partDrawer(job)(first, count);
      },
      onPart: (_, soFar) => told.push(soFar().count),
    });
    expect(told).toEqual([0, 0, 300]);
    expect(drawn).toEqual(partDrawer(job)(0, 300));
  });

  test('another seed is another draw', () => {
    const scenario = harbourLease();
    const branch = smallBranches(scenario, MOST)[0] ?? '';
    const values = [1, 2].map((seed) => partDrawer(jobOf(scenario, branch, 'rational', seed))(0, 4)?.values);
    expect(values[0]).not.toEqual(values[1]);
  });
});

test('the WebAssembly kernel draws a tree of tens of thousands of positions as typed arrays do, to the last bit', async () => {
  const kursk = scenarioFolders.find(({ name }) => name === 'kursk-2025');
  const job = jobOf(await requireScenario(kursk?.path ?? ''), 'surrender-demand', 'rational');
  expect(job.plan.walk.kind.length).toBeGreaterThan(30_000);
  const [typed, wasm] = [typedBlocks, wasmBlocks].map((blocksOf) => partDrawer(job, blocksOf)(0, 32));
  expect(wasm).toEqual(typed);
}, 60_000);

test('draws end where they are told to', async () => {
  const scenario = harbourLease();
  const job = jobOf(scenario, smallBranches(scenario, MOST)[0] ?? '', 'rational');
  let asked = 0;
  const stop = () => {
    asked += 1;
    return asked > 3;
  };
  expect(partDrawer(job)(0, 200, stop)).toBeUndefined();
  expect(asked).toBe(4);
  expect(await drawInParts(500, { part: async () => undefined })).toBeUndefined();
});
