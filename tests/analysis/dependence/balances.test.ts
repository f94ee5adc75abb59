import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginningOf, entriesOf, kernelOf, scenarioGame } from '../../../cli/scenarioGame.ts';
import { negotiation } from '../../../machines/negotiation.ts';
import { replay } from '../../../machines/stepping.ts';
import { type TreePosition, unfold } from '../../../machines/unfold.ts';
import {
  BALANCE_DRAWS,
  type Balances,
  balancesAt,
  countDraws,
  type DrawnBalances,
  drawnBalances,
  drawnSizes,
} from '../../../src/analysis/dependence/balances.ts';
import { dependenceSentence, walkAwayReport } from '../../../src/analysis/dependence/dependenceReport.ts';
import { dependenceTree, nodeAfter } from '../../../src/analysis/dependence/dependenceTree.ts';
import { heldDraws } from '../../../src/analysis/heldDraws.ts';
import { lineDraws } from '../../../src/analysis/lineDraws.ts';
import { principals } from '../../../src/domain/actors.ts';
import type { SizeOf } from '../../../src/domain/effects.ts';
import { drawColumn } from '../../../src/domain/errorModel.ts';
import type { Line } from '../../../src/domain/identifier.ts';
import { effectParameter, errorModelOf } from '../../../src/domain/parameters.ts';
import { type Scenario, toScenario } from '../../../src/domain/scenario.ts';
import { drawnAt } from '../../support/drawnLine.ts';
import { harbourLease } from '../../support/harbourLease.ts';
import { allPlaces, plainDependence, plainPlaces, plainScoreBalance } from '../../support/plainDependence.ts';
import { type PlainDraws, plainDraws } from '../../support/plainDraws.ts';
import { randomScenarioFile } from '../../support/randomScenario.ts';

const SEED = 7;
const DRAWS = 6;

/** What is asked of `balancesAt` at the position that some moves from a branch's beginning lead to. */
function asked(scenario: Scenario, branch: string, moves: Line = [], count = DRAWS) {
  const kernel = kernelOf(scenario);
  const game = scenarioGame(scenario, branch, kernel);
  if (game === undefined) throw new Error('the tree is too large');
  const { line, before, position } = game.beginning;
  const of = dependenceTree(kernel, { tree: game.unfolded, game: game.tree });
  const node = nodeAfter(of, moves);
  if (node === undefined) throw new Error('a move is not open');
  const drawn = drawnAt(lineDraws(heldDraws(scenario, count, SEED))(line, [...before, position]));
  return { of, node, drawn, sizes: drawnSizes(kernel, count, SEED), seed: SEED };
}

/** Both balances at every position of a branch in one draw, draw by draw and by recursion. */
function plainBalances(scenario: Scenario, branch: string, draw: number) {
  const { line } = beginningOf(scenario, branch);
  const pair = principals(scenario);
  const plain = plainDraws(scenario, DRAWS, SEED);
  const machine = negotiation(scenario);
  const { snapshots } = replay(machine, line);
  let start = plain.opening;
  for (const [index, move] of line.entries()) {
    const position = snapshots[index]?.context;
    if (position !== undefined) start = plain.after(start, position, move);
  }
  // The draws at every position, from those of the position before it.
  const kept = new Map<string, PlainDraws>([['', start]]);
  const contexts = new Map<string, TreePosition>();
  const from = snapshots.at(-1);
  if (from === undefined) throw new Error('a line stands somewhere');
  for (const position of unfold(scenario, machine, { from })) {
    const own = position.line;
    contexts.set(own.join(), position);
    const earlier = own.slice(0, -1).join();
    const [before, at, move] = [kept.get(earlier), contexts.get(earlier), own.at(-1)];
    if (move !== undefined && before !== undefined && at !== undefined)
      kept.set(own.join(), plain.after(before, at.snapshot.context, move));
  }
  const sizeOf: SizeOf = (effect) =>
    drawColumn(effectParameter(scenario, effect), errorModelOf(scenario), SEED, DRAWS)[draw] ?? Number.NaN;
  const values = (position: TreePosition) => kept.get(position.line.join())?.[draw] ?? {};
  const root = plainPlaces(scenario, line, { values, sizeOf });
  return allPlaces(root).map((place) => ({
    line: place.position.line,
    dependence: plainDependence(root, place, pair)?.balance,
    score: plainScoreBalance(scenario, pair, values(place.position)),
  }));
}

function compare(scenario: Scenario, branch: string): number {
  let numbered = 0;
  const ask = asked(scenario, branch);
  const found = new Map<string, DrawnBalances>();
  for (let draw = 0; draw < DRAWS; draw += 1) {
    for (const { line, dependence, score } of plainBalances(scenario, branch, draw)) {
      const node = nodeAfter(ask.of, line);
      if (node === undefined) throw new Error('the trees differ');
      const here = found.get(line.join()) ?? drawnBalances({ ...ask, node });
      found.set(line.join(), here);
      expect(here.score[draw]).toBeCloseTo(score, 9);
      if (dependence === undefined) expect(here.dependence[draw]).toBeNaN();
      else {
        numbered += 1;
        expect(here.dependence[draw]).toBeCloseTo(dependence, 6);
      }
    }
  }
  return numbered;
}

const size = (scenario: Scenario): number => {
  let count = 0;
  for (const _ of unfold(scenario, negotiation(scenario))) {
    count += 1;
    if (count > 100) break;
  }
  return count;
};

describe('the two balances in draws', () => {
  test('of the harbour lease are those of the plain version, at every position', () => {
    expect(compare(harbourLease(), 'lease')).toBeGreaterThan(0);
  });

  test('of small drawn scenarios, too', () => {
    const small = fc
      .sample(randomScenarioFile, { seed: 4, numRuns: 150 })
      .map(toScenario)
      .filter((scenario) => size(scenario) <= 100);
    let numbered = 0;
    for (const scenario of small.slice(0, 40)) {
      const branch = Object.keys(scenario.branches).find((id) => entriesOf(scenario, id).length === 1);
      if (branch !== undefined) numbered += compare(scenario, branch);
    }
    expect(numbered).toBeGreaterThan(50);
  });

  test('differ from seed to seed, and are the same for the same', () => {
    const ask = asked(harbourLease(), 'lease');
    expect(drawnBalances(asked(harbourLease(), 'lease'))).toEqual(drawnBalances(ask));
    const others = drawnSizes(ask.of.kernel, DRAWS, SEED + 1);
    expect(drawnBalances({ ...ask, sizes: others }).dependence).not.toEqual(drawnBalances(ask).dependence);
  });
});

describe('a disagreement', () => {
  const drawn = (gaps: readonly number[]) => ({
    dependence: Float64Array.from(gaps, (gap) => 50 + gap),
    score: new Float64Array(gaps.length).fill(50),
  });

  test('counts draws that differ by more than 15 either way, and none without a number', () => {
    expect(countDraws(drawn([15, 15.01, -15.01, -15, 0, Number.NaN]))).toEqual({ differing: 2, numbered: 5 });
  });

  test('is claimed from 16 of 20 draws on, where there is a central number', () => {
    const ask = asked(harbourLease(), 'lease', [], BALANCE_DRAWS);
    const found = balancesAt(ask);
    expect(found.draws).toMatchObject({ count: 20, seed: SEED, ...countDraws(drawnBalances(ask)) });
    expect(found.disagrees).toBe(found.draws.differing >= 16);
    // The port scored as strong as can be, and certain to be: then the score is far from what the game says in every draw.
    const certain = harbourLease();
    const initial = { ...certain.drivers.initial, CITY: {}, PORT: {} };
    const zero = Object.fromEntries(Object.keys(certain.drivers.initial.CITY ?? {}).map((driver) => [driver, 0]));
    const full = Object.fromEntries(Object.keys(zero).map((driver) => [driver, 100]));
    const leaning: Scenario = {
      ...certain,
      drivers: { ...certain.drivers, initial: { ...initial, CITY: zero, PORT: full } },
    };
    const apart = balancesAt(asked(leaning, 'lease', [], BALANCE_DRAWS));
    expect(apart.score).toBeLessThan(10);
    expect(apart.disagrees).toBe(apart.draws.differing >= 16);
    expect(apart.draws.differing).toBeGreaterThan(15);
  });

  const balances = (change: Partial<Balances>): Balances => ({
    byPrincipal: [0.2, 0.7],
    dependence: 75,
    score: 42.45,
    draws: { count: 20, seed: 1, differing: 18, numbered: 20 },
    disagrees: true,
    ...change,
  });

  test('is told in words, and so is none, and why there is no number', () => {
    const names = ['The city', 'the port'] as const;
    expect(dependenceSentence(names, balances({}), true)).toBe(
      'The score and the game disagree: by the score the balance of The city over the port is 42, by dependence 75 (50 is even). They differ by more than 15 in 18 of 20 draws.',
    );
    expect(dependenceSentence(names, balances({ disagrees: false }), true)).toContain('No disagreement is claimed');
    expect(dependenceSentence(names, balances({ dependence: undefined, byPrincipal: undefined }), true)).toBe(
      'No balance by dependence: no reachable end both prefer to walking away.',
    );
    expect(dependenceSentence(names, balances({}), false)).toContain('nothing to walk away from');
  });
});

describe('a report', () => {
  const solved = [60, 30];
  const report = (moves: Line) => {
    const ask = asked(harbourLease(), 'lease', moves);
    return walkAwayReport({ ...ask, moves, solved, nameOf: (actor) => actor });
  };

  test('tells W, the solved gain over it and dependence at a position by its line', () => {
    const { walkAway, solvedGain, dependence } = report(['lease.reply.raise']);
    expect(Object.keys(walkAway ?? {})).toEqual(['CITY', 'PORT']);
    for (const [index, actor] of ['CITY', 'PORT'].entries()) {
      expect(solvedGain?.[actor]).toBeCloseTo((solved[index] ?? 0) - (walkAway?.[actor] ?? 0), 12);
    }
    expect(Object.keys(dependence.byActor ?? {})).toEqual(['CITY', 'PORT']);
    expect(dependence.balance).toBeCloseTo(
      50 + 50 * ((dependence.byActor?.PORT ?? 0) - (dependence.byActor?.CITY ?? 0)),
      12,
    );
  });

  test('has no numbers at an end, and refuses a move that is not open', () => {
    const { walkAway, solvedGain, dependence } = report(['lease.reply.accept']);
    expect({ walkAway, solvedGain, byActor: dependence.byActor, balance: dependence.balance }).toEqual({
      walkAway: null,
      solvedGain: null,
      byActor: null,
      balance: null,
    });
    const ask = asked(harbourLease(), 'lease');
    const shut = () => walkAwayReport({ ...ask, moves: ['lease.together.share'], solved, nameOf: (actor) => actor });
    expect(shut).toThrow('not every move is open: lease.together.share');
  });
});
