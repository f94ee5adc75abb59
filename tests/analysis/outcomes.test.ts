import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requireScenario } from '../../cli/loadScenario.ts';
import { type NegotiationMachine, negotiation } from '../../machines/negotiation.ts';
import { replay, standing } from '../../machines/stepping.ts';
import { unfold } from '../../machines/unfold.ts';
import { cellCorner, endsOf, mergeOutcomes, type Outcomes, outcomeTally } from '../../src/analysis/outcomes.ts';
import type { Line } from '../../src/domain/identifier.ts';
import { type Scenario, toScenario } from '../../src/domain/scenario.ts';
import { harbourLease } from '../support/harbourLease.ts';
import { plainLines, plainOutcomes } from '../support/plainOutcomes.ts';
import { randomScenarioFile } from '../support/randomScenario.ts';

const SEED = 20250315;
/** Positions of a tree that is small enough to be written out and compared point against point. */
const SMALL = 600;

function tallied(scenario: Scenario, machine: NegotiationMachine, start: Line): Outcomes {
  const tally = outcomeTally(scenario, start);
  const from = replay(machine, start).snapshots.at(-1);
  if (from === undefined) throw new RangeError('a line stands somewhere');
  for (const position of unfold(scenario, machine, { from })) tally.add(position);
  return tally.read();
}

/** Equal frontiers, whatever the order of equal payoffs. */
const inOrder = ({ ends, frontier }: Outcomes): Outcomes => ({
  ends,
  frontier: [...frontier].sort(
    (a, b) => a.payoffs[0] - b.payoffs[0] || b.payoffs[1] - a.payoffs[1] || a.end.localeCompare(b.end),
  ),
});

const kursk = await requireScenario(fileURLToPath(new URL('../../scenarios/kursk-2025', import.meta.url)));

describe('a tally of outcomes', () => {
  test('finds what all lines, written out, show: random scenarios', () => {
    let compared = 0;
    for (const file of fc.sample(randomScenarioFile, { seed: SEED, numRuns: 80 })) {
      const scenario = toScenario(file);
      const machine = negotiation(scenario);
      const lines = plainLines(scenario, machine, [], SMALL);
      if (lines === undefined) continue;
      compared += 1;
      expect(inOrder(tallied(scenario, machine, []))).toEqual(inOrder(plainOutcomes(scenario, lines, 0)));
    }
    expect(compared).toBeGreaterThan(20);
  });

  test.each([[[]], [['shock.usAid.frozen']], [['shock.encirclement.partial', 'shock.usAid.flowing']]] as const)(
    'finds what all lines of Kursk’s smallest branch show, after %j',
    (shocks) => {
      const start = [...shocks, 'table.withdrawal'];
      const machine = negotiation(kursk);
      const lines = plainLines(kursk, machine, start, 10_000) ?? expect.unreachable();
      expect(lines.length).toBeGreaterThan(50);
      expect(inOrder(tallied(kursk, machine, start))).toEqual(inOrder(plainOutcomes(kursk, lines, start.length)));
    },
  );

  test('from two beginnings is what both show together', () => {
    const scenario = harbourLease();
    const machine = negotiation(scenario);
    const starts: readonly Line[] = [
      ['table.lease', 'lease.reply.accept'],
      ['table.lease', 'lease.reply.raise'],
    ];
    const merged = mergeOutcomes(
      scenario,
      starts.map((start) => tallied(scenario, machine, start)),
    );
    const whole = tallied(scenario, machine, ['table.lease']);
    const withoutBegun = ({ ends, frontier }: Outcomes) =>
      JSON.parse(JSON.stringify({ ends, frontier }, (key, value) => (key === 'begun' ? undefined : value)));
    expect(withoutBegun(inOrder(merged))).toEqual(withoutBegun(inOrder(whole)));
    expect(mergeOutcomes(scenario, [])).toEqual({ ends: [], frontier: [] });
  });

  test('shows the same however many lines lead to an outcome', () => {
    for (const file of fc.sample(randomScenarioFile, { seed: SEED + 1, numRuns: 30 })) {
      const scenario = toScenario(file);
      const [once, thrice] = [outcomeTally(scenario, []), outcomeTally(scenario, [])];
      let left = SMALL;
      for (const position of unfold(scenario, negotiation(scenario))) {
        once.add(position);
        for (let time = 0; time < 3; time += 1) thrice.add(position);
        left -= 1;
        if (left === 0) break;
      }
      expect(thrice.read()).toEqual(once.read());
    }
  });
});

test('a presence cell is named by its lower corner', () => {
  expect([cellCorner(0), cellCorner(9999), cellCorner(2561)]).toEqual([
    [0, 0],
    [99, 99],
    [25, 61],
  ]);
});

test('Kursk reaches all of its 16 ends at the opening conditions, and every line that stands for an end plays to it', () => {
  const machine = negotiation(kursk);
  const all = mergeOutcomes(
    kursk,
    Object.keys(kursk.table.on).map((move) => tallied(kursk, machine, [`table.${move}`])),
  );
  expect(endsOf(kursk)).toHaveLength(16);
  expect(all.ends.map(({ end }) => end)).toEqual(endsOf(kursk));
  for (const { end, shortest, best } of all.ends) {
    for (const { line } of [shortest, ...best]) {
      const { snapshots, dropped } = replay(machine, line);
      expect(dropped).toEqual([]);
      expect(standing(snapshots.at(-1) ?? snapshots[0])).toBe(end);
    }
  }
  expect(all.frontier.length).toBeGreaterThan(5);
  for (const { line, end } of all.frontier) {
    const { snapshots } = replay(machine, line);
    expect(standing(snapshots.at(-1) ?? snapshots[0])).toBe(end);
  }
});
