import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bargainPlan } from '../../../src/analysis/bargaining/bargainPlan.ts';
import { bargainReport } from '../../../src/analysis/bargaining/bargainReport.ts';
import { type Pair, reachableBargains } from '../../../src/analysis/bargaining/reachableBargains.ts';
import { type Solution, solve } from '../../../src/analysis/rollback/solve.ts';
import { type GameTree, NODE } from '../../../src/domain/gameTree.ts';
import { plainAgreements, plainFrontier } from '../../support/plainBargaining.ts';
import { plainRollback } from '../../support/plainRollback.ts';
import { chain, randomGame, toGameTree } from '../../support/randomGameTree.ts';

function rational(tree: GameTree): Solution {
  const solved = solve(tree, { name: 'rational' });
  if (!solved.ok) throw new Error(solved.error.message);
  return solved.value;
}

const PAIR: Pair = [0, 1];
const games = fc.integer({ min: 2, max: 3 }).chain((actors) => randomGame({ actors, depth: 3, bound: 9 }));

/** Distinct points in order, to six decimals. */
const distinct = (points: readonly (readonly number[])[]): readonly string[] =>
  [
    ...new Set(points.map((pair) => pair.map((value) => (value + 0).toFixed(6).replace(/^-(0\.0+)$/, '$1')).join())),
  ].sort();

test('the points of the root are the frontier of all plans, tried one by one, and each plan comes to its point', () => {
  fc.assert(
    fc.property(games, (game) => {
      const tree = toGameTree(game);
      const { columns } = rational(tree);
      const plain = plainRollback(game, { name: 'rational' });
      const all = plainAgreements(game, (node) => plain.get(node)?.shares ?? [], PAIR);
      const rounded = all.map((pair) => pair.map((value) => Math.round(value * 1e6) / 1e6));
      const reachable = reachableBargains(tree, columns.share, PAIR);
      const root = reachable.nodes[0];
      const points = [...(root?.one ?? [])].map((one, index) => [one, root?.other[index] ?? Number.NaN]);
      expect(distinct(points)).toEqual(distinct(plainFrontier(rounded).map((index) => rounded[index] ?? [])));
      for (const [index, point] of points.entries()) {
        const { ends, steps } = bargainPlan(tree, columns.share, reachable, index);
        const odds = [...ends.values()];
        expect(odds.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        const worth = PAIR.map((actor) =>
          [...ends].reduce((sum, [node, share]) => sum + share * (columns.paid[actor]?.[node] ?? 0), 0),
        );
        expect(worth[0]).toBeCloseTo(point[0] ?? Number.NaN, 9);
        expect(worth[1]).toBeCloseTo(point[1] ?? Number.NaN, 9);
        expect(steps.filter(({ isAgreed }) => isAgreed).every(({ share }) => share === 1)).toBe(true);
      }
    }),
    { seed: 4, numRuns: 120 },
  );
});

test('without ties, some agreement is at least as good for both as solved play, and nothing is left where solved play is on the frontier', () => {
  let dominated = 0;
  fc.assert(
    fc.property(games, (game) => {
      const tree = toGameTree(game);
      const solution = rational(tree);
      fc.pre(solution.ties.length + solution.tiesOffPath === 0);
      const endOf = (node: number) => `end ${node}`;
      const { leftOnTable, bargains } = bargainReport({ tree, solution, pair: PAIR, reservation: [null, null], endOf });
      const { solved, gains, distance } = leftOnTable;
      expect(bargains.some(({ points }) => points.every((own, party) => own >= (solved[party] ?? 0) - 1e-9))).toBe(
        true,
      );
      const isOnFrontier = bargains.some(({ isSolvedPlay }) => isSolvedPlay);
      expect(Math.max(...gains) < 1e-6).toBe(isOnFrontier);
      if (isOnFrontier) expect(distance ?? 0).toBeLessThan(1e-6);
      else dominated += 1;
    }),
    { seed: 5, numRuns: 200 },
  );
  expect(dominated).toBeGreaterThan(10);
});

test('where more points stand than are kept, those that are kept are real, and the first and last stay', () => {
  let thinned = 0;
  fc.assert(
    fc.property(randomGame({ actors: 2, depth: 3, bound: 20 }), (game) => {
      const tree = toGameTree(game);
      const { columns } = rational(tree);
      const whole = reachableBargains(tree, columns.share, PAIR);
      const few = reachableBargains(tree, columns.share, PAIR, { mostPoints: 3, grain: 0.5 });
      expect(whole.thinned).toEqual({ nodes: 0, grain: 0 });
      const [all, kept] = [whole.nodes[0], few.nodes[0]];
      expect(kept?.one.length).toBeLessThanOrEqual(3);
      if (few.thinned.nodes === 0) expect(kept?.one).toEqual(all?.one);
      else thinned += 1;
      for (const [index, one] of (kept?.one ?? []).entries()) {
        const { ends } = bargainPlan(tree, columns.share, few, index);
        const worth = [...ends].reduce((sum, [node, share]) => sum + share * (columns.paid[0]?.[node] ?? 0), 0);
        expect(worth).toBeCloseTo(one, 9);
      }
      expect(kept?.one[0]).toBeCloseTo(all?.one[0] ?? Number.NaN, 9);
      expect(kept?.other.at(-1)).toBeCloseTo(all?.other.at(-1) ?? Number.NaN, 9);
    }),
    { seed: 6, numRuns: 80 },
  );
  expect(thinned).toBeGreaterThan(5);
});

test('a line of twenty thousand decisions is no burden', () => {
  const tree = chain(20_000, (step) => [step % 7, (step * 3) % 11]);
  const { columns } = rational(tree);
  const reachable = reachableBargains(tree, columns.share, PAIR);
  const best = Math.max(...[...(tree.payoffs[0] ?? [])]);
  expect(reachable.nodes[0]?.one[0]).toBe(best);
  expect(bargainPlan(tree, columns.share, reachable, 0).ends.size).toBe(1);
});

test('all ends are another set: what chance alone may bring counts there, and no agreement reaches it', () => {
  // Chance decides between (9, 9) and (0, 0): an agreement reaches only the mean.
  const end = (one: number, other: number) => ({ paid: [one, other], mover: 'end' as const, branches: [], apart: -1 });
  const branch = (odds: number, to: ReturnType<typeof end>) => ({ odds, kin: 0, tendency: Number.NaN, to });
  const root = {
    paid: [0, 0],
    mover: 'chance' as const,
    branches: [branch(0.5, end(9, 9)), branch(0.5, end(0, 0))],
    apart: -1,
  };
  const tree = toGameTree({ actors: 2, root });
  const solution = rational(tree);
  const report = bargainReport({ tree, solution, pair: PAIR, reservation: [1, 1], endOf: (node) => `e${node}` });
  expect(report.bargains.map(({ points }) => points)).toEqual([[4.5, 4.5]]);
  expect(report.ofEnds.nash.map((index) => report.ends[index]?.points)).toEqual([[9, 9]]);
  expect(report.ends.every(({ node }) => tree.kind[node] === NODE.end)).toBe(true);
});

test('a plan that comes to what walking away is worth, to the last digit but rounding, is in the zone', () => {
  const end = (one: number, other: number) => ({ paid: [one, other], mover: 'end' as const, branches: [], apart: -1 });
  const branch = (odds: number, to: ReturnType<typeof end>) => ({ odds, kin: 0, tendency: Number.NaN, to });
  const thirds = [branch(0.1, end(0.3, 1)), branch(0.2, end(0.3, 1)), branch(0.7, end(0.3, 1))];
  const tree = toGameTree({ actors: 2, root: { paid: [0, 0], mover: 'chance' as const, branches: thirds, apart: -1 } });
  const solution = rational(tree);
  const sum = 0.1 * 0.3 + 0.2 * 0.3 + 0.7 * 0.3;
  const reservation = [sum + 2e-16, 1 + 2e-16] as const;
  expect(sum).toBeLessThan(reservation[0]);
  expect(bargainReport({ tree, solution, pair: PAIR, reservation, endOf: String }).of.zopa).toEqual([0]);
});
