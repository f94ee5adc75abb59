import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestCase, priceOfConflict, securityLevel, teamOptimum } from '../../../src/analysis/rollback/bounds.ts';
import { oddsOfOutcomes, payoffDistribution } from '../../../src/analysis/rollback/ends.ts';
import { evaluate } from '../../../src/analysis/rollback/evaluate.ts';
import { lineTo, mostLikelyLine } from '../../../src/analysis/rollback/lines.ts';
import { optionsAt } from '../../../src/analysis/rollback/options.ts';
import { incentiveGaps, smallestGap } from '../../../src/analysis/rollback/regret.ts';
import { solve, valueAt } from '../../../src/analysis/rollback/solve.ts';
import { announced, surprise } from '../../../src/analysis/rollback/whatIf.ts';
import { type GameTree, NODE } from '../../../src/domain/gameTree.ts';
import type { Result } from '../../../src/domain/result.ts';
import { plainFold, plainRollback } from '../../support/plainRollback.ts';
import { type PlainGame, type PlainNode, prefixOrder, randomGame, toGameTree } from '../../support/randomGameTree.ts';

function found<Value>(result: Result<Value, { readonly message: string }>): Value {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
const rational = (tree: GameTree) => found(solve(tree, { name: 'rational' }));
const games = fc.integer({ min: 1, max: 3 }).chain((actors) => randomGame({ actors }));

test('security level, best case and team optimum are the plain rollbacks of their definitions', () => {
  fc.assert(
    fc.property(games, (game) => {
      const tree = toGameTree(game);
      const paidTo = (actor: number) => (node: PlainNode) => node.paid[actor] ?? 0;
      for (let actor = 0; actor < game.actors; actor += 1) {
        const sure = plainFold(game, paidTo(actor), ({ mover, apart }, after) => {
          if (!Array.isArray(mover) || !mover.includes(actor)) return Math.min(...after);
          return mover.length === 1 ? Math.max(...after) : (after[apart] ?? Number.NaN);
        });
        expect(securityLevel(tree, actor).values[0]).toBeCloseTo(sure, 9);
        const best = plainFold(game, paidTo(actor), (_, after) => Math.max(...after));
        expect(bestCase(tree, actor).values[0]).toBeCloseTo(best, 9);
        const value = valueAt(rational(tree), actor);
        expect(value).toBeGreaterThanOrEqual(sure - 1e-9);
        expect(value).toBeLessThanOrEqual(best + 1e-9);
      }
      const all = plainFold(
        game,
        ({ paid }) => paid.reduce((sum, amount) => sum + amount, 0),
        (_, after) => Math.max(...after),
      );
      expect(teamOptimum(tree).values[0]).toBeCloseTo(all, 9);
      const { values } = rational(tree).columns;
      expect(priceOfConflict(tree, values).values[0]).toBeCloseTo(
        all - values.reduce((sum, own) => sum + (own[0] ?? 0), 0),
        9,
      );
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('a sum of payoffs says what it assumes', () => {
  const tree = toGameTree({ actors: 2, root: { paid: [1, 2], mover: 'end', branches: [], apart: -1 } });
  expect(teamOptimum(tree).assumptions.join(' ')).toContain('assumes that a point means the same to both');
});

test('where two actors’ payoffs always add up to the same, each gets its security level', () => {
  fc.assert(
    fc.property(
      randomGame({ actors: 1, joint: false }),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
      (game, turns) => {
        let turn = 0;
        const opposed = (node: PlainNode): PlainNode => ({
          ...node,
          paid: [node.paid[0] ?? 0, -(node.paid[0] ?? 0)],
          mover: Array.isArray(node.mover) ? [turns[turn++ % turns.length] === true ? 1 : 0] : node.mover,
          branches: node.branches.map((branch) => ({ ...branch, to: opposed(branch.to) })),
        });
        const tree = toGameTree({ actors: 2, root: opposed(game.root) });
        const solution = rational(tree);
        for (const actor of [0, 1]) {
          expect(valueAt(solution, actor)).toBeCloseTo(securityLevel(tree, actor).values[0] ?? Number.NaN, 9);
        }
      },
    ),
    { seed: 2, numRuns: 300 },
  );
});

test('a profile is worth what its own play is worth; shares that are none are refused', () => {
  fc.assert(
    fc.property(games, (game) => {
      const tree = toGameTree(game);
      const { columns } = found(solve(tree, { name: 'bounded', lambda: 0.7 }));
      const valued = found(evaluate(tree, columns.share)).columns;
      expect(valued.values).toEqual(columns.values);
      expect(valued.reach).toEqual(columns.reach);
      const wrong = columns.share.map((share) => share / 2);
      const refused = evaluate(tree, wrong);
      expect(refused.ok).toBe(!tree.kind.includes(NODE.decision));
    }),
    { seed: 3, numRuns: 200 },
  );
});

test('a surprise leaves what was chosen before; what is announced is solved again with that move alone', () => {
  let differs = 0;
  fc.assert(
    fc.property(games, fc.nat(), (game: PlainGame, pick) => {
      const tree = toGameTree(game);
      const solution = rational(tree);
      const order = prefixOrder(game.root);
      const nodes = [...tree.kind.keys()].filter((node) => tree.kind[node] === NODE.decision);
      const node = nodes[pick % Math.max(1, nodes.length)];
      if (node === undefined) return;
      const way = pick % ((tree.first[node + 1] ?? 0) - (tree.first[node] ?? 0));
      const branch = (tree.first[node] ?? 0) + way;
      const sudden = found(surprise(tree, solution, branch));
      expect(sudden.node).toBe(tree.child[branch]);
      const ends = [...tree.kind.keys()].filter((end) => tree.kind[end] === NODE.end);
      expect(ends.reduce((sum, end) => sum + (sudden.reach[end] ?? 0), 0)).toBeCloseTo(1, 9);
      const known = found(announced(tree, solution, [branch]));
      const cut = (at: PlainNode): PlainNode => {
        const branches = at.branches.map((each) => ({ ...each, to: cut(each.to) }));
        const kept = branches[way];
        return at === order[node] && kept !== undefined ? { ...at, branches: [kept], apart: 0 } : { ...at, branches };
      };
      const root = cut(game.root);
      const plain = plainRollback({ ...game, root }, { name: 'rational' }).get(root);
      for (let actor = 0; actor < game.actors; actor += 1) {
        expect(sudden.values[actor]).toBe(valueAt(solution, actor, sudden.node));
        expect(valueAt(known, actor)).toBeCloseTo(plain?.values[actor] ?? Number.NaN, 6);
        if (Math.abs(valueAt(known, actor) - valueAt(solution, actor)) > 1e-6) differs += 1;
      }
    }),
    { seed: 4, numRuns: 400 },
  );
  expect(differs).toBeGreaterThan(50);
});

test('λ per point stays as it was when a move is announced, and chance cannot be made to move', () => {
  const end = (paid: readonly number[]): PlainNode => ({ paid, mover: 'end', branches: [], apart: -1 });
  const ways = (mover: PlainNode['mover'], ...to: PlainNode[]): PlainNode => ({
    paid: [0],
    mover,
    branches: to.map((each, kin) => ({ odds: 1 / to.length, kin, tendency: 1, to: each })),
    apart: 0,
  });
  const tree = toGameTree({
    actors: 1,
    root: ways([0], ways('chance', end([0]), end([1])), ways([0], end([0]), end([9]))),
  });
  const solution = found(solve(tree, { name: 'bounded', rationality: 18 }));
  expect(solution.lambdas).toEqual([2]);
  expect(found(announced(tree, solution, [0])).lambdas).toEqual([2]);
  const chance = surprise(tree, solution, tree.first[1] ?? -1);
  expect(!chance.ok && chance.error.code).toBe('forced-chance');
  const twice = announced(tree, solution, [0, 1]);
  expect(!twice.ok && twice.error.code).toBe('forced-twice');
});

test('odds of outcomes sum to 1, and ends of one name are one outcome', () => {
  fc.assert(
    fc.property(games, (game) => {
      const tree = toGameTree(game);
      const { columns } = rational(tree);
      const odds = oddsOfOutcomes(tree, (node) => (node % 2 === 0 ? 'even' : 'odd'), columns.reach);
      expect(odds.size).toBeLessThanOrEqual(2);
      expect([...odds.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    }),
    { seed: 5, numRuns: 200 },
  );
});

test('an actor’s distribution has the solved value as its mean, and its quantiles are the generalised inverse', () => {
  fc.assert(
    fc.property(games, fc.double({ min: 0.001, max: 1, noNaN: true }), (game, q) => {
      const tree = toGameTree(game);
      const { columns } = found(solve(tree, { name: 'bounded', lambda: 0.3 }));
      const paid = columns.paid[0] ?? new Float64Array();
      const spread = payoffDistribution(tree, paid, columns.reach);
      expect(spread.mean).toBeCloseTo(columns.values[0]?.[0] ?? Number.NaN, 9);
      const square = spread.points.reduce((sum, { payoff, odds }) => sum + odds * payoff * payoff, 0);
      expect(spread.deviation ** 2).toBeCloseTo(square - spread.mean ** 2, 6);
      const at = spread.quantile(q);
      const atMost = 1 - spread.atLeast(at) + (spread.points.find(({ payoff }) => payoff === at)?.odds ?? 0);
      expect(atMost).toBeGreaterThanOrEqual(q - 1e-9);
      expect(1 - spread.atLeast(at)).toBeLessThan(q + 1e-9);
    }),
    { seed: 6, numRuns: 300 },
  );
});

test('the incentive gap is 0 exactly at ties, and the likeliest line is the likeliest', () => {
  fc.assert(
    fc.property(randomGame({ actors: 2, joint: false }), (game) => {
      const tree = toGameTree(game);
      const solution = rational(tree);
      const gaps = incentiveGaps(tree, solution);
      for (const [node, gap] of gaps.entries()) {
        if (!Number.isNaN(gap)) expect(gap < 1e-8).toBe((solution.columns.tied[node] ?? 0) > 1);
      }
      const known = [...gaps].filter((gap) => !Number.isNaN(gap));
      expect(smallestGap(tree, solution)?.gap).toBe(known.length === 0 ? undefined : Math.min(...known));
      const { node, odds, branches } = mostLikelyLine(tree, solution);
      const ends = [...solution.columns.reach].filter((_, each) => tree.kind[each] === NODE.end);
      expect(odds).toBe(Math.max(...ends));
      expect(branches).toEqual(lineTo(solution.columns, node));
      expect(branches.reduce((product, branch) => product * (solution.columns.share[branch] ?? 0), 1)).toBeCloseTo(
        odds,
        9,
      );
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('the options of a decision are weighed by their shares what the decision is worth, and each leads to its own ends', () => {
  fc.assert(
    fc.property(games, (game) => {
      const tree = toGameTree(game);
      const solution = found(solve(tree, { name: 'bounded', rationality: 7 }));
      for (const [node, kind] of tree.kind.entries()) {
        const options = optionsAt(tree, (end) => `n${end}`, solution, node);
        if (kind !== NODE.decision) {
          expect(options).toEqual([]);
          continue;
        }
        for (let actor = 0; actor < game.actors; actor += 1) {
          const mean = options.reduce((sum, { share, values }) => sum + share * (values[actor] ?? 0), 0);
          expect(mean).toBeCloseTo(valueAt(solution, actor, node) - (tree.payoffs[actor]?.[node] ?? 0), 9);
        }
        expect(Math.min(...options.map(({ regret }) => regret))).toBe(0);
        const ends = options.map(({ odds }) => new Set([...odds].flatMap(([end, share]) => (share > 0 ? [end] : []))));
        for (const { odds } of options)
          expect([...odds.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(new Set(ends.flatMap((own) => [...own])).size).toBe(ends.reduce((sum, { size }) => sum + size, 0));
      }
    }),
    { seed: 8, numRuns: 100 },
  );
});
