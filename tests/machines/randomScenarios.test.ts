import fc from 'fast-check';
import { expect, test } from 'vitest';
import { END_TAG } from '../../machines/branch.ts';
import { type NegotiationSnapshot, negotiation } from '../../machines/negotiation.ts';
import { step } from '../../machines/step.ts';
import { atEnd, openMoves, openShocks, replay, standing } from '../../machines/stepping.ts';
import { type TreePosition, unfold } from '../../machines/unfold.ts';
import { isDecision, placedStates } from '../../src/domain/chart.ts';
import type { Line } from '../../src/domain/identifier.ts';
import type { Values } from '../../src/domain/indicators.ts';
import { leverage, leverageChange, scoredActors } from '../../src/domain/leverage.ts';
import { type Scenario, toScenario } from '../../src/domain/scenario.ts';
import { payoff, stakeholders } from '../../src/domain/stakes.ts';
import { readTexts } from '../support/harbourLease.ts';
import { type PlainPosition, plainGame, plainMoves, plainShocks } from '../support/plainGame.ts';
import { randomLine } from '../support/randomLines.ts';
import { randomScenarioFile } from '../support/randomScenario.ts';

/** The same scenarios each time, so that a failure is found again. */
const SEED = 20250314;
const files = fc.sample(randomScenarioFile, { seed: SEED, numRuns: 100 });
const scenarios = files.map(toScenario);
/** Positions of a tree that are looked at. */
const POSITIONS = 100;
/** Scores are sums of a handful of products. */
const TINY = 1e-9;

/** Asks something of every scenario, and tells which of them it is not true of. */
function every(expectOf: (scenario: Scenario) => void, among: readonly Scenario[] = scenarios): void {
  for (const [index, scenario] of among.entries()) {
    try {
      expectOf(scenario);
    } catch (cause) {
      throw new Error(`scenario ${index} of seed ${SEED}: ${cause instanceof Error ? cause.message : ''}`, { cause });
    }
  }
}

function* positions(scenario: Scenario): Generator<TreePosition> {
  let left = POSITIONS;
  for (const position of unfold(scenario, negotiation(scenario))) {
    yield position;
    left -= 1;
    if (left === 0) return;
  }
}

function expectShare(points: number): void {
  expect(points).toBeGreaterThanOrEqual(-TINY);
  expect(points).toBeLessThanOrEqual(100 + TINY);
}

test('are sound as files: reading finds nothing wrong with them', () => {
  for (const file of files) {
    // JSON is YAML.
    const { problems, scenario } = readTexts({ 'scenario.yaml': JSON.stringify(file, null, 1) });
    // A drawn guard may shut the move for no agreement, which is warned of: such a scenario is played, not solved.
    expect(problems.filter(({ code }) => code !== 'no-agreement-guarded')).toEqual([]);
    expect(scenario).toEqual(toScenario(file));
  }
});

test('make various games: long and short, with loops, links, shocks and moves that are shut', () => {
  const seen = { ends: 0, limits: 0, links: 0, conditions: 0, shut: 0, rescued: 0 };
  every((scenario) => {
    const machine = negotiation(scenario);
    seen.conditions += Object.keys(scenario.conditions).length;
    for (const { state, snapshot, line, moves } of positions(scenario)) {
      const placed = placedStates(scenario).find(({ id }) => id === state);
      if (atEnd(snapshot)) seen.ends += 1;
      if (Object.keys(snapshot.context.visits).length > 0) seen.limits += 1;
      if (placed !== undefined && line[0] !== `table.${placed.branchId}`) seen.links += 1;
      if (placed === undefined || !isDecision(placed.state)) continue;
      if (moves.length < Object.keys(placed.state.on ?? {}).length) seen.shut += 1;
      if (moves.length === 1 && moves[0] === `${state}.${placed.state.meta.whenNoneOpen}`) seen.rescued += 1;
    }
    expect(machine.root.type).toBe('parallel');
  });
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50);
});

/** Nothing times a negative number is −0, which is 0 to everybody but a test. */
const withoutMinusZero = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([address, value]) => [address, value + 0]));

test('the machine plays by the rules as they are written: same open moves, same places, same values', () => {
  every((scenario) => {
    const machine = negotiation(scenario);
    const compare = (snapshot: NegotiationSnapshot, line: Line) => {
      const plain = plainGame(scenario, line);
      expect(standing(snapshot)).toBe(plain.place);
      expect(withoutMinusZero(snapshot.context.values)).toEqual(withoutMinusZero(plain.values));
      const idsOf = (next: readonly PlainPosition[]) => next.map((one) => one.line.at(-1));
      expect(openMoves(scenario, snapshot)).toEqual(idsOf(plainMoves(scenario, plain)));
      expect(openShocks(scenario, snapshot)).toEqual(idsOf(plainShocks(scenario, plain)));
    };
    for (const { snapshot, line } of positions(scenario)) compare(snapshot, line);
    // The tree has only the opening conditions; along lines they switch.
    for (const draw of [1, 2, 3]) {
      const { snapshots, line } = randomLine(scenario, machine, draw);
      for (const [index, snapshot] of snapshots.entries()) compare(snapshot, line.slice(0, index));
    }
  });
});

test('every position is an end, or has an open move, under every shock', () => {
  every((scenario) => {
    const machine = negotiation(scenario);
    for (const { end, moves, snapshot } of positions(scenario)) {
      expect(end || moves.length > 0).toBe(true);
      for (const shock of openShocks(scenario, snapshot)) {
        expect(openMoves(scenario, step(machine, snapshot, shock))).not.toEqual([]);
      }
    }
  });
});

test('scores and payoffs stay within 0 and 100 and are the sum of their parts', () => {
  every((scenario) => {
    for (const { snapshot } of positions(scenario)) {
      const { values } = snapshot.context;
      for (const actor of scoredActors(scenario)) {
        const { score, contributions } = leverage(scenario, actor, values);
        expectShare(score);
        expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 9);
        for (const { points } of contributions) expectShare(points);
      }
      for (const actor of stakeholders(scenario)) expectShare(payoff(scenario, actor, values).payoff);
    }
  });
});

test('along a line the steps of each waterfall sum to the change, shocks included', () => {
  every((scenario) => {
    const { snapshots } = randomLine(scenario, negotiation(scenario), 1);
    for (const [index, { context }] of snapshots.entries()) {
      const before = snapshots[index - 1]?.context.values;
      if (before === undefined) continue;
      for (const actor of scoredActors(scenario)) {
        const { change, steps } = leverageChange(scenario, actor, before, context.values);
        const apart = leverage(scenario, actor, context.values).score - leverage(scenario, actor, before).score;
        expect(change).toBeCloseTo(apart, 9);
        expect(steps.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(apart, 9);
      }
    }
  });
});

test('raw values are never clamped: some leave their range', () => {
  let beyond = 0;
  every((scenario) => {
    for (const { snapshot } of positions(scenario)) {
      for (const actor of scoredActors(scenario)) {
        for (const driver of Object.keys(scenario.drivers.labels)) {
          const raw = snapshot.context.values[`${actor}.${driver}`] ?? 0;
          if (raw < 0 || raw > 100) beyond += 1;
        }
      }
    }
  });
  expect(beyond).toBeGreaterThan(100);
});

test('a line that is replayed by its ids leads to the same position, shocks included', () => {
  every((scenario) => {
    const machine = negotiation(scenario);
    for (const draw of [1, 2, 3]) {
      const { line, snapshots } = randomLine(scenario, machine, draw);
      const again = replay(negotiation(scenario), line);
      expect(again.dropped).toEqual([]);
      const shown = ({ value, context, status }: NegotiationSnapshot) => ({ value, context, status });
      expect(again.snapshots.map(shown)).toEqual(snapshots.map(shown));
    }
  });
});

test('what guards read is what the chart shows: conditions, the end, limits', () => {
  every((scenario) => {
    for (const draw of [1, 2]) {
      for (const snapshot of randomLine(scenario, negotiation(scenario), draw).snapshots) {
        const { conditions, ended, visits } = snapshot.context;
        const value = snapshot.value as Record<string, unknown>;
        for (const id of Object.keys(scenario.conditions)) expect(value[`condition:${id}`]).toBe(conditions[id]);
        expect(ended).toBe(snapshot.hasTag(END_TAG));
        for (const { id, state } of placedStates(scenario)) {
          if (isDecision(state)) expect(visits[id] ?? 0).toBeLessThanOrEqual(state.meta.limit ?? 0);
        }
      }
    }
  });
});

test('the chart is pure: one guard, one action, no timers, no services, nothing of its own accord', () => {
  every(
    (scenario) => {
      const nodes = [negotiation(scenario).root];
      for (const node of nodes) nodes.push(...Object.values(node.states));
      for (const node of nodes) {
        const { after, invoke, entry, exit, always = [] } = node;
        expect([after, invoke, entry, exit, always]).toEqual([[], [], [], [], []]);
        for (const { guard, actions, target } of [...node.transitions.values()].flat()) {
          expect(target).toHaveLength(1);
          expect(actions).toMatchObject([{ type: 'apply' }]);
          if (guard !== undefined) expect(guard).toMatchObject({ type: 'holds' });
        }
      }
      // Stubs have vanished: every state of the chart is a decision or an end.
      expect(nodes.filter(({ key }) => key.startsWith('to_'))).toEqual([]);
    },
    scenarios.slice(0, 30),
  );
});
