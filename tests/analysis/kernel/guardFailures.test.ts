import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kernelOf, scenarioGame } from '../../../cli/scenarioGame.ts';
import { drawnSizes } from '../../../src/analysis/dependence/balances.ts';
import { heldDraws } from '../../../src/analysis/heldDraws.ts';
import { addressesOfGuard } from '../../../src/analysis/kernel/addressesOfGuard.ts';
import { guardFailures } from '../../../src/analysis/kernel/guardFailures.ts';
import { takenTarget } from '../../../src/analysis/kernel/takenTarget.ts';
import { lineDraws } from '../../../src/analysis/lineDraws.ts';
import { solve } from '../../../src/analysis/rollback/solve.ts';
import { type Scenario, toScenario } from '../../../src/domain/scenario.ts';
import { edit, harbourLease } from '../../support/harbourLease.ts';
import { randomScenarioFile } from '../../support/randomScenario.ts';
import { smallBranches } from '../../support/smallTrees.ts';
import { writeEveryValue } from '../../support/writeEveryValue.ts';

const DRAWS = 6;
const SEED = 4;

/** The branch's tree with draws of its numbers, and how often rational play comes to each of its nodes. */
function drawnBranch(scenario: Scenario, branch: string) {
  const kernel = kernelOf(scenario);
  const game = scenarioGame(scenario, branch, kernel);
  const solved = game === undefined ? undefined : solve(game.tree, { name: 'rational' });
  if (game === undefined || solved?.ok !== true) return undefined;
  const { line, before, position } = game.beginning;
  const drawn = lineDraws(heldDraws(scenario, DRAWS, SEED))(line, [...before, position]).at(-1);
  const starts = Array.from({ length: DRAWS }, (_, draw) =>
    Float64Array.from(kernel.chart.addresses, (address) => drawn?.column(address)[draw] ?? Number.NaN),
  );
  const { reach } = solved.value.columns;
  return { chart: kernel.chart, tree: game.unfolded, reach, starts, sizes: drawnSizes(kernel, DRAWS, SEED) };
}

/** Per move, the draws in which it fails somewhere, and where play comes: every value of every position is written, every move asked. */
function plain({ chart, tree, reach, starts, sizes }: NonNullable<ReturnType<typeof drawnBranch>>) {
  const failing = new Map<number, readonly [Set<number>, Set<number>]>();
  for (const [draw, start] of starts.entries()) {
    const positions = writeEveryValue(chart, tree, sizes[draw] as Float64Array, start);
    for (let node = 0; node < tree.nodes; node += 1) {
      for (let branch = tree.first[node] as number; branch < (tree.first[node + 1] as number); branch += 1) {
        const move = tree.move[branch] as number;
        const guards = [...chart.guard.subarray(chart.targetsOf[move], chart.targetsOf[move + 1])];
        if (!guards.some((guard) => guard !== -1 && addressesOfGuard(chart, guard).length > 0)) continue;
        const sets = failing.get(move) ?? ([new Set(), new Set()] as const);
        failing.set(move, sets);
        const target = takenTarget(chart, move, positions, node);
        if (target !== -1 && chart.target[target] === tree.state[tree.child[branch] as number]) continue;
        sets[0].add(draw);
        if ((reach[node] as number) > 0) sets[1].add(draw);
      }
    }
  }
  return failing;
}

function compare(scenario: Scenario, branch: string): { readonly guarded: number; readonly failing: number } {
  const drawn = drawnBranch(scenario, branch);
  if (drawn === undefined) return { guarded: 0, failing: 0 };
  const { chart, tree, reach, starts, sizes } = drawn;
  const found = guardFailures(chart, tree, reach, starts, sizes);
  const expected = plain(drawn);
  for (const { move, positions, reached, failing, failingReached } of found) {
    expect([failing, failingReached]).toEqual(expected.get(move)?.map(({ size }) => size));
    expect(reached).toBeLessThanOrEqual(positions);
  }
  const told = new Set(found.map(({ move }) => move));
  for (const [move, [failing]] of expected) if (failing.size > 0) expect(told.has(move)).toBe(true);
  return { guarded: found.length, failing: found.filter(({ failing }) => failing > 0).length };
}

describe('how often a guard of the central tree would fail in draws', () => {
  test('is what asking every move at every position in every draw comes to, on drawn scenarios', () => {
    const sum = { guarded: 0, failing: 0 };
    fc.assert(
      fc.property(randomScenarioFile, (file) => {
        const scenario = toScenario(file);
        for (const branch of smallBranches(scenario, 400)) {
          const { guarded, failing } = compare(scenario, branch);
          sum.guarded += guarded;
          sum.failing += failing;
        }
      }),
      { numRuns: 80, endOnFailure: true },
    );
    expect(sum.guarded).toBeGreaterThan(20);
    expect(sum.failing).toBeGreaterThan(0);
  });

  test('a guard at the middle of a range fails in some draws, and one far from it in none', () => {
    const guarded = (atLeast: number) =>
      harbourLease(edit('lease', 'indicator: days, atLeast: 30', `indicator: access, atLeast: ${atLeast}`));
    const failing = (atLeast: number) => {
      const drawn = drawnBranch(guarded(atLeast), 'lease');
      if (drawn === undefined) throw new Error('the lease cannot be solved');
      return guardFailures(drawn.chart, drawn.tree, drawn.reach, drawn.starts, drawn.sizes).map(
        ({ failing: count }) => count,
      );
    };
    expect(Math.max(...failing(55))).toBeGreaterThan(0);
    expect(Math.max(...failing(0))).toBe(0);
  });
});
