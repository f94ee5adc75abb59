import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requireScenario } from '../../../cli/loadScenario.ts';
import { namedCases, valuesInCases } from '../../../cli/namedCases.ts';
import { robustnessAnswer, robustnessTable } from '../../../cli/robustnessAnswer.ts';
import { type RobustnessAsk, robustnessOf } from '../../../cli/robustnessScenario.ts';
import { robustnessText } from '../../../cli/robustnessText.ts';
import { beginningOf, entriesOf, kernelOf, scenarioGame } from '../../../cli/scenarioGame.ts';
import { partDrawer } from '../../../src/analysis/kernel/drawTask.ts';
import { drawPlan } from '../../../src/analysis/kernel/drawTree.ts';
import { kernelGame } from '../../../src/analysis/kernel/kernelGame.ts';
import type { ScenarioKernel } from '../../../src/analysis/kernel/scenarioKernel.ts';
import {
  criteriaKernel,
  criteriaOf,
  heldCriteria,
  statedOrder,
  type WeightView,
  weightSpaceOf,
} from '../../../src/analysis/robustness/criteria.ts';
import { robustPath } from '../../../src/analysis/robustness/robustPath.ts';
import { weightSolver } from '../../../src/analysis/robustness/weightBlocks.ts';
import { type Solution, solve, valueAt } from '../../../src/analysis/rollback/solve.ts';
import { weighted } from '../../../src/analysis/smaa/acceptability.ts';
import { weightDraws } from '../../../src/analysis/smaa/weightDraws.ts';
import { type GameTree, NODE } from '../../../src/domain/gameTree.ts';
import { type Scenario, toScenario } from '../../../src/domain/scenario.ts';
import { harbourLease } from '../../support/harbourLease.ts';
import { plainGame } from '../../support/plainGame.ts';
import { plainRollback } from '../../support/plainRollback.ts';
import { type PlainGameNode, plainScenarioGame } from '../../support/plainScenarioGame.ts';
import type { PlainNode } from '../../support/randomGameTree.ts';
import { randomScenarioFile } from '../../support/randomScenario.ts';

const KURSK = fileURLToPath(new URL('../../../scenarios/kursk-2025', import.meta.url));

function rational(tree: GameTree): Solution | undefined {
  const solved = solve(tree, { name: 'rational' });
  return solved.ok ? solved.value : undefined;
}

/** A branch of a scenario that can be solved, as a game with its solution; undefined where there is none. */
function solvable(scenario: Scenario) {
  const kernel = kernelOf(scenario);
  for (const branch of Object.keys(scenario.branches)) {
    if (entriesOf(scenario, branch).length === 0) continue;
    const game = scenarioGame(scenario, branch, kernel);
    const solution = game === undefined ? undefined : rational(game.tree);
    if (game !== undefined && solution !== undefined) return { kernel, game, solution };
  }
  return undefined;
}

/** The same stakes with other weights, for the plain version: the game made anew. */
function gameAt(
  kernel: ScenarioKernel,
  game: { unfolded: Parameters<typeof kernelGame>[1] },
  weights: readonly ArrayLike<number>[],
) {
  const curves = kernel.stakes.curves.map((own, actor) =>
    own.map((curve, index) => ({ ...curve, weight: 100 * (weights[actor]?.[index] ?? Number.NaN) })),
  );
  return kernelGame({ ...kernel, stakes: { ...kernel.stakes, curves } }, game.unfolded);
}

const scenarios = randomScenarioFile.map(toScenario);

test('a move is worth the sum of what its stakes are worth, weighed as they are stated', () => {
  let seen = 0;
  fc.assert(
    fc.property(scenarios, (scenario) => {
      const found = solvable(scenario);
      fc.pre(found !== undefined && found.game.tree.kind[0] !== NODE.end);
      const { kernel, game, solution } = found as NonNullable<typeof found>;
      for (const actor of kernel.stakes.actors.keys()) {
        const { weights } = criteriaOf(kernel, actor);
        const rows = heldCriteria(kernel, { tree: game.unfolded, game: game.tree }, solution.columns.share, actor);
        const whole = (kernel.stakes.curves[actor] ?? []).reduce((sum, { weight }) => sum + weight, 0);
        for (const [index, row] of rows.entries()) {
          seen += 1;
          const value = valueAt(solution, actor, game.tree.child[index]);
          expect(whole * weighted(row, weights)).toBeCloseTo(value, 7);
        }
      }
    }),
    { seed: 1, numRuns: 25 },
  );
  expect(seen).toBeGreaterThan(30);
});

/** Compares the blocks with games made anew; gives how many shares are other than at the stated weights. */
function compareBlocks({ kernel, game, solution }: NonNullable<ReturnType<typeof solvable>>, seed: number): number {
  let different = 0;
  const solver = weightSolver(kernel, { tree: game.unfolded, game: game.tree }, solution.scales);
  const drawn = solver.criteria.map((criteria) => {
    const rows = weightDraws(weightSpaceOf(criteria, 'all'), { seed, count: 40, scope: `${criteria.actor}` });
    if (!rows.ok) throw new Error(rows.error);
    return rows.value;
  });
  const all = Array.from({ length: 40 }, (_, draw) =>
    drawn.map(({ rows, width }) => rows.slice(draw * width, (draw + 1) * width)),
  );
  for (const { at, count, draws, branchShares } of solver.solve(all)) {
    for (let draw = 0; draw < count; draw += 7) {
      const plain = rational(gameAt(kernel, game, all[at + draw] ?? []));
      if (plain === undefined) throw new Error('what can be solved at one set of weights can be at another');
      for (const [branch, share] of plain.columns.share.entries()) {
        if (Math.abs((branchShares[branch * draws + draw] ?? Number.NaN) - share) > 1e-9)
          expect.fail(`branch ${branch}: ${branchShares[branch * draws + draw]} in the block, ${share} anew`);
        if (Math.abs(share - (solution.columns.share[branch] ?? 0)) > 0.1) different += 1;
      }
    }
  }
  return different;
}

test('solving many weights in blocks chooses as solving the game anew at each of them does', async () => {
  fc.assert(
    fc.property(scenarios, fc.integer({ min: 0, max: 1000 }), (scenario, seed) => {
      const found = solvable(scenario);
      fc.pre(found !== undefined);
      compareBlocks(found as NonNullable<typeof found>, seed);
    }),
    { seed: 2, numRuns: 12 },
  );
  const kursk = await requireScenario(KURSK);
  const kernel = kernelOf(kursk);
  const game = scenarioGame(kursk, 'withdrawal', kernel);
  const solution = game === undefined ? undefined : rational(game.tree);
  if (game === undefined || solution === undefined) throw new Error('the withdrawal cannot be solved');
  expect(compareBlocks({ kernel, game, solution }, 5)).toBeGreaterThan(20);
});

test.each(['all', 'near'] as const)(
  'shares of redraws (%s) are the plain mean over games solved one by one',
  (view: WeightView) => {
    const scenario = harbourLease();
    const found = solvable(scenario);
    if (found === undefined) throw new Error('the lease cannot be solved');
    const { kernel, game, solution } = found;
    const solver = weightSolver(kernel, { tree: game.unfolded, game: game.tree }, solution.scales);
    const first = [game.tree.first[0] as number, game.tree.first[1] as number] as const;
    const draws = 45;
    const ask = { actors: game.tree.actors, draws, seed: 7, view, decisions: [first] };
    const path = robustPath(solver, ask);
    if (!path.ok) throw new Error(path.error);
    const drawn = solver.criteria.map((criteria) => {
      const rows = weightDraws(weightSpaceOf(criteria, view), {
        seed: 7,
        count: draws,
        scope: game.tree.actors[criteria.actor] ?? '',
      });
      if (!rows.ok) throw new Error(rows.error);
      return rows.value;
    });
    const shares = Array.from({ length: first[1] - first[0] }, () => 0);
    const ends = new Map<number, number>();
    for (let draw = 0; draw < draws; draw += 1) {
      const plain = rational(
        gameAt(
          kernel,
          game,
          drawn.map(({ rows, width }) => rows.slice(draw * width, (draw + 1) * width)),
        ),
      );
      for (const index of shares.keys())
        shares[index] = (shares[index] ?? 0) + (plain?.columns.share[index] ?? Number.NaN) / draws;
      for (const [node, reach] of (plain?.columns.reach ?? []).entries())
        if (game.tree.kind[node] === NODE.end && reach > 0) {
          const end = game.unfolded.state[node] ?? -1;
          ends.set(end, (ends.get(end) ?? 0) + reach / draws);
        }
    }
    expect(path.value.choices[0]).toHaveLength(shares.length);
    for (const [index, share] of shares.entries()) expect(path.value.choices[0]?.[index]).toBeCloseTo(share, 9);
    expect([...path.value.ends.keys()].sort()).toEqual([...ends.keys()].sort());
    for (const [end, share] of ends) expect(path.value.ends.get(end)).toBeCloseTo(share, 9);
  },
);

test('draws read stake by stake add up to the actor’s own held values in each draw', () => {
  const found = solvable(harbourLease());
  if (found === undefined) throw new Error('the lease cannot be solved');
  const { kernel, game, solution } = found;
  const { line, before } = game.beginning;
  const job = (of: ScenarioKernel) => ({
    plan: drawPlan(of, game.unfolded),
    play: { name: 'held' as const, shares: solution.columns.share.slice() },
    seed: 5,
    withEnds: false,
    line,
    before,
  });
  const whole = partDrawer(job(kernel))(0, 30);
  for (const actor of kernel.stakes.actors.keys()) {
    const { weights } = criteriaOf(kernel, actor);
    const parts = partDrawer(job(criteriaKernel(kernel, actor)))(0, 30);
    for (const [branch, columns] of (parts?.branches ?? []).entries())
      for (let draw = 0; draw < 30; draw += 1) {
        const sum = columns.reduce(
          (total, column, index) => total + 100 * (weights[index] ?? 0) * (column[draw] ?? 0),
          0,
        );
        expect(sum).toBeCloseTo(whole?.branches[branch]?.[actor]?.[draw] ?? Number.NaN, 8);
      }
  }
  expect(whole?.branches.length).toBeGreaterThan(1);
});

/** A scenario’s game from a position as a person would draw it, in the shape of the slow solver. */
function drawnOut(node: PlainGameNode, actors: readonly string[]): PlainNode {
  const even = 1 / node.moves.length;
  return {
    paid: actors.map((actor) => node.payoffs[actor] ?? 0),
    mover:
      node.kind === 'end'
        ? 'end'
        : node.kind === 'decision'
          ? node.deciders.map((actor) => actors.indexOf(actor))
          : 'chance',
    branches: node.moves.map(({ odds, to }, kin) => ({
      odds: node.kind === 'table' ? even : odds,
      kin,
      tendency: Number.NaN,
      to: drawnOut(to, actors),
    })),
    apart: node.moves.findIndex(({ id }) => id === node.noAgreement),
  };
}

test('a move in a named case is worth what the slow solver finds after the same shocks', () => {
  const scenario = harbourLease();
  const kernel = kernelOf(scenario);
  const { actors } = kernel.stakes;
  let compared = 0;
  for (const branch of Object.keys(scenario.branches)) {
    if (entriesOf(scenario, branch).length !== 1) continue;
    const beginning = beginningOf(scenario, branch);
    for (const actor of actors.keys()) {
      const cases = valuesInCases(scenario, kernel, beginning, actor, () => undefined);
      expect(cases.length).toBe(namedCases(scenario).length);
      for (const [index, { shocks }] of namedCases(scenario).entries()) {
        const game = {
          actors: actors.length,
          root: drawnOut(plainScenarioGame(scenario, plainGame(scenario, [...shocks, ...beginning.line])), actors),
        };
        const plain = plainRollback(game, { name: 'rational' });
        for (const [move, value] of cases[index]?.values ?? []) {
          const at = plainScenarioGame(scenario, plainGame(scenario, [...shocks, ...beginning.line])).moves.findIndex(
            ({ id }) => id === move,
          );
          const to = game.root.branches[at]?.to;
          expect(value).toBeCloseTo((to === undefined ? undefined : plain.get(to)?.values[actor]) ?? Number.NaN, 8);
          compared += 1;
        }
      }
    }
  }
  expect(compared).toBeGreaterThanOrEqual(8);
});

describe('the weights that vary', () => {
  const criteria = { actor: 0, names: ['a', 'b', 'c', 'd'], weights: [0.4, 0.2, 0, 0.4] };

  test('keep the stated order, with equal ones in one level, and what is stated as 0 stays 0', () => {
    expect(statedOrder(criteria)).toEqual([[0, 3], [1]]);
    const rows = weightDraws(weightSpaceOf(criteria, 'order'), { seed: 1, count: 300, scope: '' });
    if (!rows.ok) throw new Error(rows.error);
    let crossed = 0;
    for (let draw = 0; draw < 300; draw += 1) {
      const [a = 0, b = 0, c = 0, d = 0] = rows.value.rows.slice(4 * draw, 4 * draw + 4);
      expect(Math.min(a, d)).toBeGreaterThanOrEqual(b);
      expect(c).toBe(0);
      if (a > d) crossed += 1;
    }
    // Of two that are stated alike neither is the heavier one more often.
    expect(Math.abs(crossed - 150)).toBeLessThan(40);
  });

  test('are those that are named; the others stay as they are stated', () => {
    const { fixed } = weightSpaceOf(criteria, 'all', ['a', 'b', 'c']);
    expect(fixed).toEqual([undefined, undefined, 0, 0.4]);
  });
});

describe('a whole answer', () => {
  const ask = (actor: string, more: Partial<RobustnessAsk> = {}): RobustnessAsk => ({
    actor,
    at: undefined,
    draws: 200,
    seed: 1,
    vary: undefined,
    onStep: () => undefined,
    ...more,
  });
  const scenario = harbourLease();
  const actors = Object.keys(scenario.stakes);
  const branches = Object.keys(scenario.branches).filter((branch) => entriesOf(scenario, branch).length > 0);

  test('tells for every actor its decision, ranks that sum to 1, and what would change it', () => {
    let answered = 0;
    for (const actor of actors) {
      for (const { found } of robustnessOf(scenario, branches, ask(actor))) {
        if (!found.ok) {
          expect(found.error).toMatch(/no decision|more positions/);
          continue;
        }
        answered += 1;
        const answer = robustnessAnswer(found.value, 200, 0.5);
        expect(answer.decides).toContain(actor);
        for (const view of Object.values(answer.views))
          for (const row of Object.values(view.rankAcceptability))
            expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        for (const path of Object.values(answer.robustPath)) {
          expect(Object.values(path.ends).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          expect(Object.values(path.here).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        }
        const text = [
          ...robustnessText(scenario, ['stamp'], [{ branch: '', found: found.value }], { draws: 200, alpha: 0.5 }),
        ].join('\n');
        expect(text).toContain('What this rests on');
        expect(text).not.toMatch(/NaN|undefined/);
        expect(robustnessTable([found.value]).rows.length).toBeGreaterThan(10);
      }
    }
    expect(answered).toBeGreaterThan(0);
  });

  test('is the same for the same seed, and other for another one', () => {
    const [actor = ''] = actors;
    const told = (seed: number) =>
      JSON.stringify(
        robustnessOf(scenario, branches, ask(actor, { seed })).map(({ found }) =>
          found.ok ? robustnessAnswer(found.value, 200, 0.5) : found,
        ),
      );
    expect(told(3)).toBe(told(3));
    expect(told(3)).not.toBe(told(4));
  });

  test('a decision that is not there is refused in words', () => {
    const [actor = ''] = actors;
    const found = robustnessOf(scenario, branches, ask(actor, { at: `${branches[0]}.nowhere` }));
    expect(
      found.every((each) => !each.found.ok && each.found.error.includes('no position of this branch stands at')),
    ).toBe(true);
  });
});
