import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scenarioGame } from '../../cli/scenarioGame.ts';
import { negotiation } from '../../machines/negotiation.ts';
import { openingSnapshot } from '../../machines/stepping.ts';
import { unfold } from '../../machines/unfold.ts';
import { labelOf } from '../../src/domain/chart.ts';
import { NODE } from '../../src/domain/gameTree.ts';
import { type Scenario, toScenario } from '../../src/domain/scenario.ts';
import { gameTreeFaults } from '../support/gameTreeFaults.ts';
import { harbourLease } from '../support/harbourLease.ts';
import { type PlainGameNode, plainScenarioGame } from '../support/plainScenarioGame.ts';
import { randomScenarioFile } from '../support/randomScenario.ts';
import { templateWith } from '../support/template.ts';

/** Positions of a drawn scenario that is still compared: recursion over all of them is slow. */
const MOST = 3_000;

function isSmall(scenario: Scenario): boolean {
  let count = 0;
  const positions = unfold(scenario, negotiation(scenario), { from: openingSnapshot(negotiation(scenario)) });
  for (const { depth } of positions) {
    count += 1;
    if (count > MOST || depth > 200) return false;
  }
  return true;
}

/** Compares the flat game with the nested one, node by node, and gives how many there are. */
function compare(scenario: Scenario): number {
  const game = scenarioGame(scenario);
  if (game === undefined) throw new Error('the tree is too large');
  const { tree, labels } = game;
  expect(gameTreeFaults(tree)).toEqual([]);
  const walk = (node: number, plain: PlainGameNode): number => {
    const [begin = 0, end = 0] = [tree.first[node], tree.first[node + 1]];
    const kind = plain.kind === 'end' ? NODE.end : plain.kind === 'decision' ? NODE.decision : NODE.chance;
    expect(tree.kind[node]).toBe(kind);
    expect(labels.node(node)).toBe(plain.place);
    const deciders = tree.deciders[tree.decider[node] ?? -1] ?? [];
    expect(deciders.map((actor) => tree.actors[actor])).toEqual(plain.deciders);
    for (const [actor, id] of tree.actors.entries()) {
      expect(tree.payoffs[actor]?.[node]).toBeCloseTo(plain.payoffs[id] ?? 0, 9);
    }
    expect(end - begin).toBe(plain.moves.length);
    const without = plain.moves.findIndex(({ id }) => id === plain.noAgreement);
    expect(tree.noAgreement[node]).toBe(without < 0 ? -1 : begin + without);
    let count = 1;
    for (const [index, { id, odds, to }] of plain.moves.entries()) {
      expect(labels.branch(begin + index)).toBe(labelOf(scenario, id));
      expect(tree.odds[begin + index]).toBeCloseTo(odds, 12);
      const sameKind = plain.moves.flatMap(({ kin }, other) => (kin === plain.moves[index]?.kin ? [other] : []));
      const joined = plain.moves.flatMap((_, other) =>
        tree.kin[begin + other] === tree.kin[begin + index] ? [other] : [],
      );
      expect(joined).toEqual(sameKind);
      count += walk(tree.child[begin + index] ?? -1, to);
    }
    return count;
  };
  expect(walk(0, plainScenarioGame(scenario))).toBe(tree.kind.length);
  return tree.kind.length;
}

test('a scenario as a game is the game that its rules tell: who moves, odds that lean, joint decisions, payoffs at ends', async () => {
  expect(compare(await templateWith())).toBe(14);
  expect(compare(harbourLease())).toBeGreaterThan(10);
});

test('so is every drawn scenario', () => {
  const scenarios = fc.sample(randomScenarioFile, { seed: 20250314, numRuns: 60 }).map(toScenario).filter(isSmall);
  expect(scenarios.length).toBeGreaterThan(10);
  const nodes = scenarios.map(compare);
  expect(Math.max(...nodes)).toBeGreaterThan(50);
});

test('moves of a kind are one group of bounded play, where the file says so', async () => {
  const resembling = await templateWith(['label: Offer to close', 'kin: two\n          label: Offer to close']);
  const [before, after] = [scenarioGame(await templateWith()), scenarioGame(resembling)];
  expect(new Set(before?.tree.kin).size).toBe(before?.tree.kin.length);
  expect(new Set(after?.tree.kin).size).toBe((after?.tree.kin.length ?? 0) - 1);
});

test('one branch begins where it is entered; its game is the whole’s part below that move', async () => {
  const scenario = await templateWith();
  const [whole, part] = [scenarioGame(scenario), scenarioGame(scenario, 'evenings')];
  expect(part?.tree.kind).toEqual(whole?.tree.kind.slice(1));
  expect(part?.tree.payoffs.map((column) => [...column])).toEqual(
    whole?.tree.payoffs.map((column) => [...column.slice(1)]),
  );
  expect(part?.labels.node(0)).toBe('evenings.request');
});
