import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginningOf, entriesOf, kernelOf, scenarioGame } from '../../../cli/scenarioGame.ts';
import { negotiation } from '../../../machines/negotiation.ts';
import { unfold } from '../../../machines/unfold.ts';
import { agreementEnds } from '../../../src/analysis/dependence/agreementEnds.ts';
import { type Dependence, dependence, type PrincipalPoints } from '../../../src/analysis/dependence/dependence.ts';
import { centralPoints, dependenceTree } from '../../../src/analysis/dependence/dependenceTree.ts';
import { walkAwayColumns } from '../../../src/analysis/dependence/walkAwayColumns.ts';
import { principals } from '../../../src/domain/actors.ts';
import { NODE } from '../../../src/domain/gameTree.ts';
import { type Scenario, type ScenarioFile, toScenario } from '../../../src/domain/scenario.ts';
import { readEfg } from '../../../src/formats/efg/readEfg.ts';
import { edit, harbourLease } from '../../support/harbourLease.ts';
import { allPlaces, plainDependence, plainPlaces } from '../../support/plainDependence.ts';
import { randomScenarioFile } from '../../support/randomScenario.ts';

/** Positions of a drawn scenario that is still compared: the plain version looks through all ends at every position. */
const MOST = 600;

function isSmall(scenario: Scenario): boolean {
  let count = 0;
  for (const { depth } of unfold(scenario, negotiation(scenario))) {
    count += 1;
    if (count > MOST || depth > 60) return false;
  }
  return true;
}

/** Whatever follows in a scenario, or in one branch of it. */
function laidOut(scenario: Scenario, branch?: string) {
  const kernel = kernelOf(scenario);
  const game = scenarioGame(scenario, branch, kernel);
  if (game === undefined) throw new Error('the tree is too large');
  return dependenceTree(kernel, { tree: game.unfolded, game: game.tree });
}

/** Compares every position of a tree with the plain version; gives how many have a balance, and how many that walk away have none. */
function compare(scenario: Scenario, branch?: string): readonly [number, number] {
  const of = laidOut(scenario, branch);
  const { kernel, tree, game, agreements } = of;
  const root = plainPlaces(scenario, beginningOf(scenario, branch).line);
  const places = allPlaces(root);
  expect(places.length).toBe(tree.nodes);
  const apart = walkAwayColumns({ ...kernel, tree });
  const found = dependence(game, agreements, centralPoints(of));
  const counts: [number, number] = [0, 0];
  for (const [node, place] of places.entries()) {
    expect(kernel.chart.states[tree.state[node] ?? -1]).toBe(place.position.state);
    for (const [actor, id] of kernel.stakes.actors.entries()) {
      const points = place.walkAway?.[id];
      if (points === undefined) expect(apart[actor]?.[node]).toBeNaN();
      else expect(apart[actor]?.[node]).toBeCloseTo(points, 9);
    }
    const plain = plainDependence(root, place, principals(scenario));
    if (plain === undefined) {
      expect(found.balance[node]).toBeNaN();
      expect(found.byPrincipal[0][node]).toBeNaN();
      if (place.walkAway !== undefined) counts[1] += 1;
      continue;
    }
    counts[0] += 1;
    expect(found.balance[node]).toBeCloseTo(plain.balance, 6);
    for (const principal of [0, 1] as const) {
      expect(found.byPrincipal[principal][node]).toBeCloseTo(plain.byPrincipal[principal], 8);
      expect(found.byPrincipal[principal][node]).toBeGreaterThanOrEqual(0);
      expect(found.byPrincipal[principal][node]).toBeLessThanOrEqual(1);
    }
  }
  return counts;
}

/** The first principal may, alone, do in each branch what ends another branch without a deal. */
function withAlternatives(file: ScenarioFile): ScenarioFile {
  const branches = Object.entries(file.branches);
  const others = branches.map((_, index) => branches[(index + 1) % branches.length]?.[1].meta.noDeal);
  return {
    ...file,
    branches: Object.fromEntries(
      branches.map(([id, branch], index) => {
        const own = others[index] ?? branch.meta.noDeal;
        return [id, { ...branch, meta: { ...branch.meta, alternative: { ANN: { ...own, end: 'apart' } } } }];
      }),
    ),
  };
}

const small = fc
  .sample(randomScenarioFile, { seed: 20250314, numRuns: 240 })
  .map((file, index) => toScenario(index % 2 === 0 ? file : withAlternatives(file)))
  .filter(isSmall);

describe('walking away and dependence at every position', () => {
  test('of the harbour lease are what the plain version says, with and without an alternative that is worth more', () => {
    const [numbered] = compare(harbourLease());
    expect(numbered).toBeGreaterThan(0);
    const able = harbourLease(edit('lease', 'effects: { days: { set: 0 } }', 'effects: { access: { set: 90 } }'));
    compare(able);
    const plain = walkAwayColumns({ ...laidOut(harbourLease()).kernel, tree: laidOut(harbourLease()).tree });
    const more = walkAwayColumns({ ...laidOut(able).kernel, tree: laidOut(able).tree });
    expect(more[0]?.[1]).toBeGreaterThan(plain[0]?.[1] ?? Number.NaN);
    expect(more[1]).toEqual(plain[1]);
  });

  test('of drawn scenarios are what the plain version says, as a whole and branch by branch', () => {
    let [numbered, without] = [0, 0];
    for (const scenario of small) {
      const branches = Object.keys(scenario.branches).filter((branch) => entriesOf(scenario, branch).length > 0);
      for (const branch of [undefined, ...branches]) {
        const [some, none] = compare(scenario, branch);
        numbered += some;
        without += none;
      }
    }
    // Both cases are met often, or the comparison would say little.
    expect(numbered).toBeGreaterThan(150);
    expect(without).toBeGreaterThan(300);
  });

  test('read what was played where a way out depends on it and no other guard does', () => {
    const when = '{ add: "--", when: { played: lease.waiting.dredged } }';
    const scenario = harbourLease(
      edit(
        'lease',
        'noDeal: { end: walkedAway, effects: { access: "-" }',
        `noDeal: { end: walkedAway, effects: { access: ${when} }`,
      ),
    );
    compare(scenario);
    const { kernel, tree } = laidOut(scenario);
    const flag = kernel.chart.flags.indexOf('lease.waiting.dredged');
    expect(flag).toBeGreaterThanOrEqual(0);
    const { memory, memoryWidth } = tree.positions;
    expect(Array.from({ length: tree.nodes }, (_, node) => memory[node * memoryWidth + flag])).toContain(1);
  });
});

describe('the balance', () => {
  /** Both columns of a principal in other units and from another zero. */
  const rescaled = ({ payoff, walkAway }: PrincipalPoints, times: number, plus: number): PrincipalPoints => ({
    payoff: payoff.map((points) => times * points + plus),
    walkAway: walkAway.map((points) => times * points + plus),
  });

  test('does not change when either principal counts in other units or from another zero', () => {
    const trees = small.slice(0, 25).map((scenario) => laidOut(scenario));
    fc.assert(
      fc.property(
        fc.constantFrom(...trees),
        fc.double({ min: 0.5, max: 100, noNaN: true }),
        fc.double({ min: -1000, max: 1000, noNaN: true }),
        fc.boolean(),
        (of, times, plus, isFirst) => {
          const points = centralPoints(of);
          const other = isFirst
            ? ([rescaled(points[0], times, plus), points[1]] as const)
            : ([points[0], rescaled(points[1], times, plus)] as const);
          const [before, after] = [points, other].map((each) => dependence(of.game, of.agreements, each)) as [
            Dependence,
            Dependence,
          ];
          for (const [node, balance] of before.balance.entries()) {
            if (Number.isNaN(balance)) expect(after.balance[node]).toBeNaN();
            else expect(after.balance[node]).toBeCloseTo(balance, 6);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('turns round when the principals change places', () => {
    const of = laidOut(harbourLease());
    const [one, other] = centralPoints(of);
    const there = dependence(of.game, of.agreements, [one, other]).balance;
    const back = dependence(of.game, of.agreements, [other, one]).balance;
    expect([...back]).toEqual(
      [...there].map((balance) => (Number.isNaN(balance) ? balance : expect.closeTo(100 - balance, 9))),
    );
  });

  const game = (odds: string) => {
    const text = `EFG 2 R "" { "A" "B" }
p "" 1 1 "" { "ask" "leave" } 0
c "" 1 "" { ${odds} } 0
t "" 1 "deal" { 10 6 }
p "" 2 1 "" { "sign" } 0
t "" 2 "late" { 7 9 }
t "" 3 "apart" { 0 0 }`;
    const { game: read } = readEfg(text, 'test.efg');
    if (read === undefined) throw new Error('a sound game');
    const { tree } = read;
    const of = agreementEnds(tree, (node) => tree.payoffs[0]?.[node] !== 0);
    const walkAway = Float64Array.from(tree.kind, (kind) => (kind === NODE.end ? Number.NaN : 4));
    const points = tree.payoffs.map((payoff) => ({ payoff, walkAway })) as [PrincipalPoints, PrincipalPoints];
    return { of, found: dependence(tree, of, points) };
  };

  test('is 50 + 50·(D of the other − D of the one), from the best that each could still have', () => {
    const { found } = game('"soon" 1/2 "later" 1/2');
    // (10 − 4)/(10 − 0) and (9 − 4)/(9 − 0).
    expect(found.byPrincipal.map((column) => column[0])).toEqual([0.6, 5 / 9]);
    expect(found.balance[0]).toBeCloseTo(50 + 50 * (5 / 9 - 0.6), 12);
  });

  test('leaves out what chance reaches with probability 0, except for who stands behind it', () => {
    const { found, of } = game('"soon" 1 "later" 0');
    expect([...of.possible]).toEqual([1, 1, 1, 0, 0, 1]);
    // (6 − 4)/(6 − 0) for B at the root; behind the impossible result, at n3, only the later deal.
    expect(found.byPrincipal[1][0]).toBeCloseTo(1 / 3, 12);
    expect(found.byPrincipal[0][3]).toBeCloseTo(3 / 7, 12);
  });

  test('has no number where no agreement is better for both than walking away', () => {
    const of = laidOut(harbourLease());
    const [one, other] = centralPoints(of);
    const never = { ...other, payoff: other.payoff.map(() => -1) };
    expect([...dependence(of.game, of.agreements, [one, never]).balance].every(Number.isNaN)).toBe(true);
  });
});
