import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countResults, forEachResult } from '../../../src/analysis/information/chanceResults.ts';
import { informationForOne } from '../../../src/analysis/information/informationForOne.ts';
import { partialInformation } from '../../../src/analysis/information/partialInformation.ts';
import { perfectInformation } from '../../../src/analysis/information/perfectInformation.ts';
import { solve, valueAt } from '../../../src/analysis/rollback/solve.ts';
import { type GameTree, NODE } from '../../../src/domain/gameTree.ts';
import type { Result } from '../../../src/domain/result.ts';
import { plainCost, plainInformation } from '../../support/plainInformation.ts';
import { plainRollback } from '../../support/plainRollback.ts';
import {
  chain,
  type PlainGame,
  type PlainNode,
  prefixOrder,
  randomGame,
  toGameTree,
} from '../../support/randomGameTree.ts';

function found<Value>(result: Result<Value, { readonly message: string }>): Value {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** What refuses to answer, by its code. */
const codeOf = (result: Result<unknown, { readonly code: string }>): string =>
  result.ok ? 'answered' : result.error.code;

const rational = (tree: GameTree) => found(solve(tree, { name: 'rational' }));
const chanceNodes = (tree: GameTree) => [...tree.kind.keys()].filter((node) => tree.kind[node] === NODE.chance);
const alone = randomGame({ actors: 1, depth: 3, bound: 9 });

test('EVPI and EVPPI are what going through every strategy and every joint result of chance finds', () => {
  let [worthKnowing, asked] = [0, 0];
  fc.assert(
    fc.property(
      alone.filter((game) => plainCost(game) <= 4000),
      (game) => {
        const tree = toGameTree(game);
        const plain = plainInformation(game);
        const perfect = found(perfectInformation(tree, 0));
        expect(perfect.without).toBeCloseTo(plain.without, 9);
        expect(perfect.value).toBeCloseTo(plain.evpi, 9);
        expect(perfect.value).toBeCloseTo(plain.leastExpectedRegret, 9);
        const partial = found(partialInformation(tree, 0));
        const order = prefixOrder(game.root);
        for (const { node, worth } of plain.partial) {
          asked += 1;
          if (worth > 1e-6) worthKnowing += 1;
          expect(partial[order.indexOf(node)]).toBeCloseTo(worth, 9);
        }
      },
    ),
    { seed: 1, numRuns: 400 },
  );
  expect(worthKnowing).toBeGreaterThan(30);
  expect(asked - worthKnowing).toBeGreaterThan(30);
});

test('EVPPI lies between 0 and EVPI, and is 0 for what is learned before every decision anyway', () => {
  fc.assert(
    fc.property(randomGame({ actors: 1, depth: 5, bound: 9 }), (game) => {
      const tree = toGameTree(game);
      const evpi = found(perfectInformation(tree, 0)).value;
      const partial = found(partialInformation(tree, 0));
      for (const node of chanceNodes(tree)) {
        expect(partial[node]).toBeGreaterThanOrEqual(0);
        expect(partial[node]).toBeLessThanOrEqual(evpi + 1e-9);
      }
      for (let node = 0; tree.kind[node] === NODE.chance; node = tree.child[tree.first[node] ?? 0] ?? -1) {
        expect(partial[node]).toBe(0);
      }
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('for one actor who decides everything, private and public value are both the EVPPI, and of all nodes together the EVPI', () => {
  fc.assert(
    fc.property(alone, (game) => {
      const tree = toGameTree(game);
      const solution = rational(tree);
      const partial = found(partialInformation(tree, 0));
      for (const node of chanceNodes(tree)) {
        const { privately, publicly } = found(informationForOne(tree, solution, 0, [[node]]));
        expect(privately.value).toBeCloseTo(partial[node] ?? Number.NaN, 9);
        expect(publicly.value).toBeCloseTo(partial[node] ?? Number.NaN, 9);
      }
      const all = chanceNodes(tree).map((node) => [node]);
      if (countResults(tree, all) > 300) return;
      const { privately } = found(informationForOne(tree, solution, 0, all));
      expect(privately.value).toBeCloseTo(found(perfectInformation(tree, 0)).value, 9);
    }),
    { seed: 3, numRuns: 200 },
  );
});

/** The drawn game in which one chance node comes out one way. */
const settled = (node: PlainNode, at: PlainNode, way: number): PlainNode => ({
  ...node,
  branches: node.branches.map((branch, index) => ({
    ...branch,
    odds: node === at ? (index === way ? 1 : 0) : branch.odds,
    to: settled(branch.to, at, way),
  })),
});

test('among several, the public value is the mean of the games that are solved with the result known, less the game as it is', () => {
  let negative = 0;
  const games = fc.integer({ min: 2, max: 3 }).chain((actors) => randomGame({ actors, bound: 60 }));
  fc.assert(
    fc.property(games, (game: PlainGame) => {
      const tree = toGameTree(game);
      const solution = rational(tree);
      const order = prefixOrder(game.root);
      for (const node of chanceNodes(tree).slice(0, 3)) {
        const at = order[node];
        if (at === undefined) continue;
        for (let actor = 0; actor < game.actors; actor += 1) {
          const { privately, publicly } = found(informationForOne(tree, solution, actor, [[node]]));
          const known = at.branches.map(({ odds }, way) => {
            const root = settled(game.root, at, way);
            return odds === 0
              ? 0
              : odds * (plainRollback({ ...game, root }, { name: 'rational' }).get(root)?.values[actor] ?? 0);
          });
          const mean = known.reduce((sum, value) => sum + value, 0);
          expect(publicly.value).toBeCloseTo(mean - valueAt(solution, actor), 6);
          expect(privately.value).toBeGreaterThanOrEqual(0);
          if (publicly.value < -1e-6) negative += 1;
        }
      }
    }),
    { seed: 4, numRuns: 300 },
  );
  expect(negative).toBeGreaterThan(5);
});

test('chance nodes that come out alike are gone through together, and EVPI is refused where one tells the other', () => {
  // Which branch to guess, asked in two places; the two urns are drawn the same way.
  const end = (paid: number): PlainNode => ({ paid: [paid], mover: 'end', branches: [], apart: -1 });
  const urn = (ifRed: number, ifBlue: number): PlainNode => ({
    paid: [0],
    mover: 'chance',
    branches: [
      { odds: 0.5, kin: 0, tendency: 1, to: end(ifRed) },
      { odds: 0.5, kin: 1, tendency: 1, to: end(ifBlue) },
    ],
    apart: -1,
  });
  const choice = (...ways: PlainNode[]): PlainNode => ({
    paid: [0],
    mover: [0],
    branches: ways.map((to, kin) => ({ odds: 0, kin, tendency: 1, to })),
    apart: 0,
  });
  const tree = toGameTree({ actors: 1, root: choice(urn(10, 0), urn(0, 10)) });
  // Drawn alike, the better guess always wins: 10, against 5. Drawn each for itself, both lose one time in four: 7.5.
  expect(found(perfectInformation(tree, 0, [[1, 4]])).value).toBe(5);
  expect(found(perfectInformation(tree, 0)).value).toBe(2.5);
  const twice: PlainNode = {
    ...urn(1, 2),
    branches: urn(1, 2).branches.map((branch) => ({ ...branch, to: urn(3, 4) })),
  };
  expect(codeOf(perfectInformation(toGameTree({ actors: 1, root: twice }), 0, [[0, 1]]))).toBe('seen-before');
});

test('refuses in words: several actors, no chance there, named twice, unlike odds, too many results, play that is not rational', () => {
  const two = chain(4, (step) => [step, -step]);
  expect(codeOf(perfectInformation(two, 0))).toBe('several-actors');
  expect(codeOf(partialInformation(two, 1))).toBe('several-actors');
  expect(codeOf(informationForOne(two, rational(two), 0, [[0]]))).toBe('no-chance');
  const bounded = found(solve(two, { name: 'bounded', lambda: 1 }));
  expect(codeOf(informationForOne(two, bounded, 0, []))).toBe('not-rational');
  const leaf: PlainNode = { paid: [1], mover: 'end', branches: [], apart: -1 };
  const coin = (odds: readonly number[], to: PlainNode): PlainNode => ({
    paid: [0],
    mover: 'chance',
    branches: odds.map((share, kin) => ({ odds: share, kin, tendency: 1, to: kin === 0 ? to : { ...leaf } })),
    apart: -1,
  });
  let root = leaf;
  for (let depth = 0; depth < 20; depth += 1) root = coin([0.5, 0.5], root);
  const coins = toGameTree({ actors: 1, root });
  expect(
    codeOf(
      forEachResult(
        coins,
        chanceNodes(coins).map((node) => [node]),
        () => {},
      ),
    ),
  ).toBe('too-many-results');
  expect(codeOf(forEachResult(coins, [[0], [0]], () => {}))).toBe('drawn-twice');
  const unlike = toGameTree({ actors: 1, root: coin([0.5, 0.5], coin([0.25, 0.75], leaf)) });
  expect(codeOf(forEachResult(unlike, [[0, 1]], () => {}))).toBe('unlike-draws');
});

test('joint results are each visited once, with probabilities that sum to 1', () => {
  fc.assert(
    fc.property(randomGame({ actors: 1, depth: 3 }), (game) => {
      const tree = toGameTree(game);
      const draws = chanceNodes(tree).map((node) => [node]);
      if (countResults(tree, draws) > 500) return;
      const seen = new Set<string>();
      let sum = 0;
      found(
        forEachResult(tree, draws, (fixed, probability) => {
          seen.add(fixed.odds.join());
          sum += probability;
        }),
      );
      expect(seen.size).toBe(countResults(tree, draws));
      expect(sum).toBeCloseTo(1, 12);
    }),
    { seed: 5, numRuns: 200 },
  );
});

test('a chain of 50,000 decisions is answered: nothing is drawn, so nothing is worth knowing', () => {
  expect(
    found(
      perfectInformation(
        chain(50_000, (step) => [step % 7]),
        0,
      ),
    ).value,
  ).toBe(0);
});

test('a distribution that grows beyond what can be carried is refused, not guessed', () => {
  // At each step a coin pays another amount or goes on: the distribution has one more point at each step.
  const tree = chain(10_000, (step) => [step]);
  const odds = Float64Array.from(tree.child, (_, branch) => (branch % 2 === 0 ? 1 / 1024 : 1023 / 1024));
  const kind = tree.kind.map((here) => (here === NODE.decision ? NODE.chance : here));
  expect(codeOf(perfectInformation({ ...tree, kind, odds }, 0))).toBe('too-many-points');
  expect(found(partialInformation({ ...tree, kind, odds }, 0))[0]).toBe(0);
});
