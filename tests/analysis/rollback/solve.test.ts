import fc from 'fast-check';
import { expect, test } from 'vitest';
import { playedLine } from '../../../src/analysis/rollback/lines.ts';
import type { PlayModel } from '../../../src/analysis/rollback/playModel.ts';
import { regrets } from '../../../src/analysis/rollback/regret.ts';
import { solve, valueAt } from '../../../src/analysis/rollback/solve.ts';
import { tieBounds } from '../../../src/analysis/rollback/tieBounds.ts';
import { workspaceFor } from '../../../src/analysis/rollback/workspace.ts';
import { type GameTree, NODE } from '../../../src/domain/gameTree.ts';
import { plainEnds, plainRollback } from '../../support/plainRollback.ts';
import {
  chain,
  type PlainGame,
  type PlainNode,
  prefixOrder,
  randomGame,
  toGameTree,
} from '../../support/randomGameTree.ts';

const games = fc.integer({ min: 1, max: 4 }).chain((actors) => randomGame({ actors }));
const models: fc.Arbitrary<PlayModel> = fc.oneof(
  fc.constant({ name: 'rational' as const }),
  fc.constant({ name: 'tendency' as const }),
  fc.double({ min: 0, max: 8, noNaN: true }).map((lambda) => ({ name: 'bounded' as const, lambda })),
  fc.double({ min: 0, max: 100, noNaN: true }).map((rationality) => ({ name: 'bounded' as const, rationality })),
  fc
    .array(fc.double({ min: 0, max: 8, noNaN: true }), { minLength: 4, maxLength: 4 })
    .map((lambda) => ({ name: 'bounded' as const, lambda })),
);

/** λ for each actor and no more. */
const fitting = (game: PlainGame, model: PlayModel): PlayModel =>
  model.name === 'bounded' && 'lambda' in model && typeof model.lambda !== 'number'
    ? { ...model, lambda: model.lambda.slice(0, game.actors) }
    : model;

function solved(tree: GameTree, model: PlayModel) {
  const solution = solve(tree, model);
  if (!solution.ok) throw new Error(solution.error.message);
  return solution.value;
}
const RATIONAL: PlayModel = { name: 'rational' };

test('agrees with plain recursion on values, shares and ties, under every model', () => {
  fc.assert(
    fc.property(games, models, (game, written) => {
      const model = fitting(game, written);
      const solution = solved(toGameTree(game), model);
      const plain = plainRollback(game, model);
      const tree = toGameTree(game);
      for (const [index, node] of prefixOrder(game.root).entries()) {
        const there = plain.get(node);
        for (const [actor, value] of (there?.values ?? []).entries()) {
          expect(valueAt(solution, actor, index)).toBeCloseTo(value, 9);
        }
        for (const [offset, share] of (there?.shares ?? []).entries()) {
          expect(solution.columns.share[(tree.first[index] ?? 0) + offset]).toBeCloseTo(share, 9);
        }
        expect((solution.columns.tied[index] ?? 0) > 1, `tie at n${index}`).toBe(there?.isTied);
      }
      const tied = prefixOrder(game.root).flatMap((node, index) => (plain.get(node)?.isTied === true ? [index] : []));
      const isPlayed = (node: number) => (solution.columns.reach[node] ?? 0) > 0;
      expect(solution.ties).toEqual(tied.filter(isPlayed));
      expect(solution.tiesOffPath).toBe(tied.filter((node) => !isPlayed(node)).length);
    }),
    { seed: 1, numRuns: 1500 },
  );
});

test('bounds are what plain recursion finds when each tie is resolved against and for an actor, and hold the even mix', () => {
  let withTies = 0;
  fc.assert(
    fc.property(games, (game) => {
      const tree = toGameTree(game);
      const solution = solved(tree, RATIONAL);
      if (solution.ties.length + solution.tiesOffPath > 0) withTies += 1;
      for (const [actor, { least, most }] of tieBounds(tree, solution).entries()) {
        const resolved = ([-1, 1] as const).map(
          (sign) => plainRollback(game, RATIONAL, { actor, sign }).get(game.root)?.values[actor] ?? Number.NaN,
        );
        const even = valueAt(solution, actor);
        expect(least).toBeCloseTo(Math.min(even, ...resolved), 9);
        expect(most).toBeCloseTo(Math.max(even, ...resolved), 9);
      }
    }),
    { seed: 2, numRuns: 500 },
  );
  expect(withTies).toBeGreaterThan(100);
});

test('reach of the ends sums to 1, and payoffs weighted by it are the value of the start', () => {
  fc.assert(
    fc.property(games, models, (game, written) => {
      const tree = toGameTree(game);
      const { columns } = solved(tree, fitting(game, written));
      const ends = [...tree.kind.keys()].filter((node) => tree.kind[node] === NODE.end);
      const total = (read: (node: number) => number) => ends.reduce((sum, node) => sum + read(node), 0);
      expect(total((node) => columns.reach[node] ?? 0)).toBeCloseTo(1, 9);
      for (let actor = 0; actor < game.actors; actor += 1) {
        const paid = total((node) => (columns.reach[node] ?? 0) * (columns.paid[actor]?.[node] ?? 0));
        expect(paid).toBeCloseTo(columns.values[actor]?.[0] ?? Number.NaN, 9);
      }
    }),
    { seed: 3, numRuns: 500 },
  );
});

test('nobody who decides alone gains by one other move where play is rational', () => {
  fc.assert(
    fc.property(games, (game) => {
      const tree = toGameTree(game);
      const solution = solved(tree, RATIONAL);
      const regret = regrets(tree, solution);
      for (const [branch, share] of solution.columns.share.entries()) {
        if (share > 0 && !Number.isNaN(regret[branch])) expect(regret[branch]).toBeLessThan(1e-6);
        if (!Number.isNaN(regret[branch])) expect(regret[branch]).toBeGreaterThanOrEqual(0);
      }
      for (const [node, decider] of tree.decider.entries()) {
        const [actor, ...others] = tree.deciders[decider] ?? [];
        if (actor === undefined || others.length > 0) continue;
        const after = [...tree.child.subarray(tree.first[node], tree.first[node + 1])].map((to) =>
          valueAt(solution, actor, to),
        );
        const here = valueAt(solution, actor, node) - (tree.payoffs[actor]?.[node] ?? 0);
        expect(here).toBeGreaterThanOrEqual(Math.max(...after) - 1e-6);
      }
    }),
    { seed: 4, numRuns: 500 },
  );
});

/** The same game with every number of one actor in other units. */
const inUnits = (tree: GameTree, actor: number, scale: number, shift: number): GameTree => ({
  ...tree,
  payoffs: tree.payoffs.map((paid, index) =>
    index === actor ? paid.map((amount, node) => scale * amount + (node === 0 ? shift : 0)) : paid,
  ),
});

test('choices do not depend on an actor’s unit or zero: u → αu + β', () => {
  const scales = fc.constantFrom(0.25, 0.5, 2, 8, 1024);
  fc.assert(
    fc.property(games, scales, fc.integer({ min: -50, max: 50 }), fc.nat(3), (game, scale, shift, index) => {
      const tree = toGameTree(game);
      const other = inUnits(tree, index % game.actors, scale, shift);
      const shares = solved(tree, RATIONAL).columns.share;
      expect([...solved(other, RATIONAL).columns.share]).toEqual([...shares]);
    }),
    { seed: 5, numRuns: 500 },
  );
});

test('bounded play does not depend on the unit at a given Λ, nor on λ·c with u ÷ c', () => {
  fc.assert(
    fc.property(
      games,
      fc.constantFrom(0.25, 4, 64),
      fc.double({ min: 0, max: 3, noNaN: true }),
      (game, scale, lambda) => {
        const tree = toGameTree(game);
        const all = tree.actors.reduce((other, _, actor) => inUnits(other, actor, scale, 7), tree);
        const [one, two] = [
          solved(tree, { name: 'bounded', lambda }).columns.share,
          solved(all, { name: 'bounded', lambda: lambda / scale }).columns.share,
        ];
        for (const [branch, share] of one.entries()) expect(two[branch]).toBeCloseTo(share, 9);
        const [three, four] = [tree, all].map(
          (game) => solved(game, { name: 'bounded', rationality: 10 }).columns.share,
        );
        for (const [branch, share] of (three ?? []).entries()) expect(four?.[branch]).toBeCloseTo(share, 9);
      },
    ),
    { seed: 6, numRuns: 300 },
  );
});

test('λ = 0 is uniform over groups of kin, and uniform within each', () => {
  fc.assert(
    fc.property(games, (game) => {
      const tree = toGameTree(game);
      const { share } = solved(tree, { name: 'bounded', lambda: 0 }).columns;
      for (let node = 0; node < tree.kind.length; node += 1) {
        if (tree.kind[node] !== NODE.decision) continue;
        const kin = [...tree.kin.subarray(tree.first[node], tree.first[node + 1])];
        const groups = new Set(kin).size;
        for (const [offset, group] of kin.entries()) {
          const size = kin.filter((other) => other === group).length;
          expect(share[(tree.first[node] ?? 0) + offset]).toBeCloseTo(1 / groups / size, 12);
        }
      }
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('rational is the limit of bounded play without kin, and the even mix at ties', () => {
  let ties = 0;
  fc.assert(
    fc.property(randomGame({ actors: 2, kin: false, joint: false, stages: false }), (game) => {
      const tree = toGameTree(game);
      const rational = solved(tree, RATIONAL);
      // Where a mix leads to, exact ties upstream become near ones: a limit is approached as fast as the exponential of the gap.
      const bounded = solved(tree, { name: 'bounded', lambda: 1e7 });
      const after = (node: number) => [...tree.child.subarray(tree.first[node], tree.first[node + 1])];
      const isDecided = [...tree.kind.keys()].every((node) => {
        const own = rational.columns.values[tree.deciders[tree.decider[node] ?? -1]?.[0] ?? -1];
        const values = after(node).map((to) => own?.[to] ?? 0);
        return values.every((a) => values.every((b) => a === b || Math.abs(a - b) > 1e-5));
      });
      if (!isDecided) return;
      ties += rational.ties.length;
      for (const [branch, share] of rational.columns.share.entries()) {
        expect(bounded.columns.share[branch]).toBeCloseTo(share, 6);
      }
    }),
    { seed: 8, numRuns: 500 },
  );
  expect(ties).toBeGreaterThan(50);
});

/** The same game with each node's branches the other way round. */
const turned = (node: PlainNode): PlainNode => ({
  ...node,
  branches: [...node.branches].reverse().map((branch) => ({ ...branch, to: turned(branch.to) })),
  apart: node.branches.length - 1 - node.apart,
});

test('the order of branches changes no value and only permutes the shares', () => {
  fc.assert(
    fc.property(games, models, (game, written) => {
      const model = fitting(game, written);
      const [one, two] = [game, { ...game, root: turned(game.root) }].map((each) => solved(toGameTree(each), model));
      for (let actor = 0; actor < game.actors; actor += 1) {
        expect(two && valueAt(two, actor)).toBeCloseTo(one ? valueAt(one, actor) : Number.NaN, 9);
      }
    }),
    { seed: 9, numRuns: 500 },
  );
});

test('an end behind probability 0 changes nothing, however much it pays', () => {
  const never: PlainNode = { paid: [1e6, -1e6, 1e6], mover: 'end', branches: [], apart: -1 };
  const withNever = (node: PlainNode): PlainNode => ({
    ...node,
    branches: [
      ...node.branches.map((branch) => ({ ...branch, to: withNever(branch.to) })),
      ...(node.mover === 'chance' ? [{ odds: 0, kin: 9, tendency: Number.NaN, to: never }] : []),
    ],
  });
  fc.assert(
    fc.property(randomGame({ actors: 3 }), models, (game, written) => {
      const model = fitting(game, written);
      const [one, two] = [game, { ...game, root: withNever(game.root) }].map((each) => solved(toGameTree(each), model));
      for (let actor = 0; actor < game.actors; actor += 1) {
        expect(two && valueAt(two, actor)).toBe(one && valueAt(one, actor));
      }
    }),
    { seed: 10, numRuns: 300 },
  );
});

test('a strictly dominated move changes no value where play is rational', () => {
  const worse: PlainNode = { paid: [-100, -100, -100], mover: 'end', branches: [], apart: -1 };
  const withWorse = (node: PlainNode): PlainNode => ({
    ...node,
    branches: [
      ...node.branches.map((branch) => ({ ...branch, to: withWorse(branch.to) })),
      ...(Array.isArray(node.mover) ? [{ odds: 0, kin: 9, tendency: 1, to: worse }] : []),
    ],
  });
  fc.assert(
    fc.property(randomGame({ actors: 3 }), (game) => {
      const [one, two] = [game, { ...game, root: withWorse(game.root) }].map((each) =>
        solved(toGameTree(each), RATIONAL),
      );
      for (let actor = 0; actor < game.actors; actor += 1) {
        expect(two && valueAt(two, actor)).toBe(one && valueAt(one, actor));
      }
    }),
    { seed: 11, numRuns: 300 },
  );
});

/** The same game with every draw of chance made in two steps: the first result or one of the others, then which. */
function inTwoSteps(node: PlainNode): PlainNode {
  const branches = node.branches.map((branch) => ({ ...branch, to: inTwoSteps(branch.to) }));
  const [head, ...rest] = branches;
  const left = rest.reduce((sum, { odds }) => sum + odds, 0);
  if (node.mover !== 'chance' || head === undefined || left === 0) return { ...node, branches };
  const others: PlainNode = {
    paid: node.paid.map(() => 0),
    mover: 'chance',
    branches: rest.map((branch) => ({ ...branch, odds: branch.odds / left })),
    apart: -1,
  };
  return { ...node, branches: [head, { ...head, odds: left, to: others }] };
}

test('a draw of chance that is made in two steps changes no value', () => {
  fc.assert(
    fc.property(games, models, (game, written) => {
      const model = fitting(game, written);
      const [one, two] = [game, { ...game, root: inTwoSteps(game.root) }].map((each) =>
        solved(toGameTree(each), model),
      );
      for (let actor = 0; actor < game.actors; actor += 1) {
        expect(two && valueAt(two, actor)).toBeCloseTo(one ? valueAt(one, actor) : Number.NaN, 9);
      }
    }),
    { seed: 12, numRuns: 300 },
  );
});

test('a solve with a used workspace reads the numbers that were rewritten in place', () => {
  fc.assert(
    fc.property(games, models, fc.integer({ min: -9, max: 9 }), (game, written, amount) => {
      const model = fitting(game, written);
      const tree = toGameTree(game);
      const columns = workspaceFor(tree);
      solve(tree, model, columns);
      tree.payoffs[0]?.fill(amount, tree.kind.length >> 1);
      solve(tree, model, columns);
      const fresh = solved(tree, model).columns;
      expect(columns).toEqual(fresh);
    }),
    { seed: 13, numRuns: 200 },
  );
});

test('a workspace of another structure is a fault of ours', () => {
  const [one, two] = [chain(2, () => [1]), chain(3, () => [1])];
  expect(() => solve(one, RATIONAL, workspaceFor(two))).toThrow('made for');
});

test('the line goes by what is taken most often, stops at chance and marks ties', () => {
  fc.assert(
    fc.property(games, models, (game, written) => {
      const tree = toGameTree(game);
      const solution = solved(tree, fitting(game, written));
      const { branches, tied, node } = playedLine(tree, solution);
      let at = 0;
      for (const [index, branch] of branches.entries()) {
        const [start, end] = [tree.first[at] ?? 0, tree.first[at + 1] ?? 0];
        expect(branch).toBeGreaterThanOrEqual(start);
        expect(branch).toBeLessThan(end);
        const shares = [...solution.columns.share.subarray(start, end)];
        const most = Math.max(...shares);
        expect(branch - start).toBe(shares.findIndex((share) => share >= most - 2e-9));
        expect(tied[index]).toBe(shares.filter((share) => share >= most - 2e-9).length > 1);
        at = tree.child[branch] ?? -1;
      }
      expect(at).toBe(node);
      expect(tree.kind[node]).not.toBe(NODE.decision);
    }),
    { seed: 14, numRuns: 300 },
  );
});

test('a gain that is only rounding is none: two drafts that leave one side where it was are a tie', () => {
  const end = (...paid: number[]): PlainNode => ({ paid, mover: 'end', branches: [], apart: -1 });
  const first = end(6, 0.1 + 0.2);
  expect(0.1 + 0.2 === 0.3).toBe(false);
  const branches = [first, end(5, 0.3), end(1, 0.3)].map((to, kin) => ({ odds: 0, kin, tendency: 1, to }));
  const tree = toGameTree({ actors: 2, root: { paid: [0, 0], mover: [0, 1], branches, apart: 2 } });
  expect([...solved(tree, RATIONAL).columns.share]).toEqual([0.5, 0.5, 0]);
});

test('a chain of 50,000 decisions is solved, and the centipede ends at once', () => {
  const tree = chain(50_000, (step) => (step % 2 === 0 ? [step + 2, step] : [step, step + 2]));
  const solution = solved(tree, RATIONAL);
  expect(playedLine(tree, solution).node).toBe(1);
  expect(solution.columns.values.map((values) => values[0])).toEqual([2, 0]);
});

test('refuses in words: no tendency, λ below 0 or not one per actor, payoffs beyond numbers', () => {
  const tree = chain(3, (step) => [step, -step]);
  const code = (model: PlayModel, game = tree) => {
    const solution = solve(game, model);
    return solution.ok ? 'solved' : solution.error.code;
  };
  expect(code({ name: 'tendency' })).toBe('no-tendency');
  const some = Float64Array.from([1, 1, Number.NaN, 1, 1, 1]);
  const refused = solve({ ...tree, tendency: some }, { name: 'tendency' });
  expect(!refused.ok && refused.error.node).toBe(2);
  expect(code({ name: 'tendency' }, { ...tree, tendency: new Float64Array(6) })).toBe('no-tendency');
  expect(code({ name: 'tendency' }, { ...tree, tendency: Float64Array.from([0, 1, 0, 1, 0, 1]) })).toBe('solved');
  for (const lambda of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(code({ name: 'bounded', lambda })).toBe('lambda-range');
    expect(code({ name: 'bounded', rationality: lambda })).toBe('lambda-range');
  }
  expect(code({ name: 'bounded', lambda: [1] })).toBe('lambda-count');
  expect(code({ name: 'bounded', lambda: 1e300 })).toBe('solved');
  const huge = { ...tree, payoffs: tree.payoffs.map((paid) => paid.map((amount) => amount * 1e308)) };
  expect(code(RATIONAL, huge)).toBe('payoff-range');
});

test('every sentence of what it rests on belongs to the game: joint play, ties, kin', () => {
  fc.assert(
    fc.property(games, models, (game, written) => {
      const tree = toGameTree(game);
      const solution = solved(tree, fitting(game, written));
      const told = solution.assumptions().join(' ');
      const hasJoint = prefixOrder(game.root).some(
        ({ mover, branches }) => Array.isArray(mover) && mover.length > 1 && branches.length > 1,
      );
      expect(told.includes('Several who must agree')).toBe(hasJoint);
      expect(told.includes('Equally good')).toBe(solution.columns.tied.some((count) => count > 1));
    }),
    { seed: 15, numRuns: 200 },
  );
});

test('the least and most that an actor may end with are those of the ends that may happen', () => {
  fc.assert(
    fc.property(games, (game) => {
      const { spans } = solved(toGameTree(game), RATIONAL);
      for (const [actor, { least, most }] of spans.entries()) {
        const all = plainEnds(game).map((row) => row[actor] ?? Number.NaN);
        expect([least, most]).toEqual([Math.min(...all), Math.max(...all)]);
      }
    }),
    { seed: 16, numRuns: 200 },
  );
});

/** One actor chooses between two ends; the second pays in two steps. */
const twoSteps = (payoffs: readonly [number, number, number]): GameTree => ({
  actors: ['A'],
  kind: Uint8Array.of(NODE.decision, NODE.end, NODE.decision, NODE.end),
  decider: Int32Array.of(0, -1, 0, -1),
  deciders: [[0]],
  first: Int32Array.of(0, 2, 2, 3, 3),
  child: Int32Array.of(1, 2, 3),
  odds: new Float64Array(3),
  payoffs: [Float64Array.of(0, payoffs[0], payoffs[1], payoffs[2])],
  noAgreement: new Int32Array(4).fill(-1),
  kin: Int32Array.of(0, 1, 2),
  tendency: undefined,
});

test('what rounding makes of equal values is no preference, however large λ is', () => {
  // 0.1 + 0.2 is not 0.3 in binary.
  for (const lambda of [1, 1e6, 1e17, 1e300]) {
    const { columns } = solved(twoSteps([0.3, 0.1, 0.2]), { name: 'bounded', lambda });
    expect([...columns.share.subarray(0, 2)]).toEqual([0.5, 0.5]);
  }
  const { columns } = solved(twoSteps([0.3, 0.1, 0.2 + 1e-9]), { name: 'bounded', lambda: 1e12 });
  expect(columns.share[1]).toBeCloseTo(1, 9);
});

test('bounded play is refused where payoffs differ by too little to be computed with, and no NaN is an answer', () => {
  const solution = solve(twoSteps([1e-310, 1e-310, 1e-310]), { name: 'bounded', rationality: 5 });
  expect(solution.ok ? undefined : solution.error.code).toBe('payoff-range');
  expect(solved(twoSteps([1e-310, 1e-310, 1e-310]), RATIONAL).columns.share[1]).toBe(0.5);
});

test('sums keep what rounding would lose: large payoffs that cancel leave the small one', () => {
  const odds = Float64Array.of(1 / 3, 1 / 3, 1 / 3);
  const lottery: GameTree = {
    actors: ['A'],
    kind: Uint8Array.of(NODE.chance, NODE.end, NODE.end, NODE.end),
    decider: new Int32Array(4).fill(-1),
    deciders: [],
    first: Int32Array.of(0, 3, 3, 3, 3),
    child: Int32Array.of(1, 2, 3),
    odds,
    payoffs: [Float64Array.of(0, 1e17, 6, -1e17)],
    noAgreement: new Int32Array(4).fill(-1),
    kin: Int32Array.of(0, 1, 2),
    tendency: undefined,
  };
  expect(valueAt(solved(lottery, RATIONAL), 0)).toBe(2);
});
