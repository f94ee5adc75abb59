import { beforeAll, describe, expect, test } from 'vitest';
import { requireScenario } from '../../cli/loadScenario.ts';
import { negotiation } from '../../machines/negotiation.ts';
import { replay } from '../../machines/stepping.ts';
import { type HeldDraws, heldDraws, quantile, rangeOf } from '../../src/analysis/heldDraws.ts';
import { lineDraws } from '../../src/analysis/lineDraws.ts';
import { preview, stepFinding } from '../../src/analysis/lineFindings.ts';
import { traceOf } from '../../src/analysis/trace.ts';
import { quantities } from '../../src/domain/indicators.ts';
import { leverage, scoredActors } from '../../src/domain/leverage.ts';
import type { Position } from '../../src/domain/position.ts';
import type { Scenario } from '../../src/domain/scenario.ts';

const LINE = ['table.ceasefire', 'shock.usAid.frozen', 'ceasefire.reply.conditional', 'ceasefire.terms.refuse'];
let scenario: Scenario;
let draws: HeldDraws;
let positions: readonly Position[];

beforeAll(async () => {
  scenario = await requireScenario(new URL('../../scenarios/kursk-2025', import.meta.url).pathname);
  draws = heldDraws(scenario);
  const played = replay(negotiation(scenario), LINE);
  expect(played.dropped).toEqual([]);
  positions = played.snapshots.map(({ context }) => context);
});

describe('held draws along a line', () => {
  test('every draw starts inside the low and high of every estimate', () => {
    for (const { address, initial } of quantities(scenario).values()) {
      const { low, high } = typeof initial === 'number' ? { low: initial, high: initial } : initial;
      for (const value of draws.opening.column(address)) {
        expect(value).toBeGreaterThanOrEqual(low - 1e-9);
        expect(value).toBeLessThanOrEqual(high + 1e-9);
      }
    }
  });

  test('a line gives the same draws whether it is read at once or step by step', () => {
    const atOnce = lineDraws(draws)(LINE, positions);
    const stepwise = lineDraws(heldDraws(scenario));
    const last = LINE.map((_, index) => stepwise(LINE.slice(0, index + 1), positions)).at(-1);
    const rows = (steps: typeof last) => steps?.map((drawn) => drawn.map((values) => values));
    expect(rows(last)).toEqual(rows(atOnce));
  });

  test('the band holds the central value of leverage, and the step’s parts sum to its change', () => {
    const drawn = lineDraws(draws)(LINE, positions);
    for (const [index, position] of positions.entries()) {
      const [before, drawnBefore, drawnHere] = [
        positions[Math.max(0, index - 1)],
        drawn[Math.max(0, index - 1)],
        drawn[index],
      ];
      if (before === undefined || drawnBefore === undefined || drawnHere === undefined)
        throw new Error('draws and positions differ');
      const finding = stepFinding(
        scenario,
        LINE[index - 1],
        [before.values, position.values],
        [drawnBefore, drawnHere],
      );
      for (const actor of scoredActors(scenario)) {
        const found = finding.leverage[actor];
        expect(found?.range.low).toBeLessThan(found?.score ?? Number.NaN);
        expect(found?.range.high).toBeGreaterThan(found?.score ?? Number.NaN);
        const parts = found?.change.steps.reduce((sum, { points }) => sum + points, 0) ?? Number.NaN;
        expect(parts).toBeCloseTo(
          leverage(scenario, actor, position.values).score - leverage(scenario, actor, before.values).score,
          9,
        );
      }
    }
  });

  test('a preview says what the step then does', () => {
    const drawn = lineDraws(draws)(LINE, positions);
    const [before, after] = [positions.at(-2), positions.at(-1)];
    const [drawnBefore, drawnAfter] = [drawn.at(-2), drawn.at(-1)];
    const move = LINE.at(-1);
    if (
      before === undefined ||
      after === undefined ||
      drawnBefore === undefined ||
      drawnAfter === undefined ||
      move === undefined
    )
      throw new Error('too short a line');
    const promised = preview(scenario, draws, move, before, after.values, drawnBefore);
    const done = stepFinding(scenario, move, [before.values, after.values], [drawnBefore, drawnAfter]);
    for (const actor of scoredActors(scenario)) expect(promised.change[actor]).toEqual(done.leverage[actor]?.change);
  });

  test.each([
    ['a shock', LINE],
    ['a shock and back', ['shock.usAid.frozen', 'table.ceasefire', 'shock.usAid.resuming']],
    ['a shock from one state to the next', ['shock.usAid.frozen', 'shock.usAid.flowing', 'table.withdrawal']],
  ])('a number’s trace starts at its estimate and its changes sum to what it is now, over %s', (_, line) => {
    const { snapshots, dropped } = replay(negotiation(scenario), line);
    expect(dropped).toEqual([]);
    const along = snapshots.map(({ context }) => context);
    for (const address of quantities(scenario).keys()) {
      const { quantity, steps, value } = traceOf(scenario, address, line, along);
      const { initial } = quantity;
      const start = typeof initial === 'number' ? initial : (initial.low + 4 * initial.mode + initial.high) / 6;
      expect(start + steps.reduce((sum, { change }) => sum + change, 0)).toBeCloseTo(value, 9);
    }
  });

  test('a step out of a condition’s state names what it takes back, beside what it brings', () => {
    const line = ['shock.usAid.frozen', 'shock.usAid.flowing'];
    const along = replay(negotiation(scenario), line).snapshots.map(({ context }) => context);
    const [, second] = traceOf(scenario, 'UKR.backing', line, along).steps;
    expect(second?.effects.map(({ effect, takenBack }) => [effect.parameter, takenBack])).toEqual([
      ['usAid.flowing/UKR.backing', false],
      ['usAid.frozen/UKR.backing', true],
    ]);
  });
});

test('percentiles interpolate between order statistics', () => {
  expect(quantile([0, 10], 0.25)).toBe(2.5);
  expect(rangeOf([3, 1, 2, 5, 4, 0, 10, 9, 8, 7, 6])).toEqual({ low: 1, high: 9 });
});
