import { describe, expect, test } from 'vitest';
import { effectsOfCondition, effectsOfMove, moveAt } from '../../src/domain/chart.ts';
import { applyEffects, type Effect, switchCondition } from '../../src/domain/effects.ts';
import { centralValue } from '../../src/domain/estimate.ts';
import type { GuardView } from '../../src/domain/guard.ts';
import { clippedValue, initialValues, isBeyondScale, type Values } from '../../src/domain/indicators.ts';
import { guardView, openingPosition } from '../../src/domain/position.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { edit, harbourLease } from '../support/harbourLease.ts';

const scenario = harbourLease();

/** The mean of a PERT distribution, by hand. */
const pert = (low: number, mode: number, high: number): number => (low + 4 * mode + high) / 6;
const [PLUS, MINUS, TWO_MINUS] = [pert(2, 5, 10), pert(-10, -5, -2), pert(-20, -12, -6)];

const viewOf = (of: Scenario, values: Values, conditions: Readonly<Record<string, string>> = {}): GuardView => {
  const opening = openingPosition(of, values);
  return guardView(of, { ...opening, conditions: { ...opening.conditions, ...conditions } });
};

function effectsOf(of: Scenario, id: string): readonly Effect[] {
  const move = moveAt(of, id);
  if (move === undefined) throw new Error(`no move is called ${id}`);
  return effectsOfMove(of, move);
}

describe('an estimate at its central value', () => {
  test('is the mean of its PERT distribution, not its mode', () => {
    expect(centralValue({ low: -20, mode: -12, high: -6 })).toBeCloseTo(TWO_MINUS, 12);
    expect(centralValue({ low: 7, mode: 7, high: 7 })).toBe(7);
    expect(centralValue(0.25)).toBe(0.25);
  });
});

describe('the effects of a move', () => {
  const values = initialValues(scenario);

  test('add, multiply and set, with the scale’s words at their central size', () => {
    const raised = applyEffects(values, viewOf(scenario, values), effectsOf(scenario, 'lease.reply.raise'));
    expect(raised.days).toBeCloseTo(80 + pert(-20, -10, -5), 12);
    expect(raised.access).toBeCloseTo(55 * pert(0.7, 0.9, 1), 12);
    const shared = applyEffects(values, viewOf(scenario, values), effectsOf(scenario, 'lease.together.share'));
    expect(shared.access).toBe(80);
    expect(shared.strain).toBeCloseTo(50 + PLUS, 12);
  });

  test.each([
    ['in proportion', 30, 0.5],
    ['at most twice', 600, 2],
    ['never the other way', -40, 0],
  ])('an add that is scaled counts %s', (_, days, factor) => {
    const at = { ...values, days };
    const raised = applyEffects(at, viewOf(scenario, at), effectsOf(scenario, 'lease.reply.raise'));
    expect(raised['CITY.time']).toBeCloseTo((values['CITY.time'] ?? Number.NaN) + MINUS * factor, 12);
  });

  test('`scaled` and `when` read the position before the move, whatever stands first in the file', () => {
    const moving = harbourLease(
      edit(
        'lease',
        'PORT.credibility: { add: "--", when: { condition: storm, is: early } }',
        'PORT.credibility: { add: "--", when: { indicator: days, atLeast: 80 } }',
      ),
    );
    // The move itself takes the days from 80 to below 70, and stands first.
    const raised = applyEffects(values, viewOf(moving, values), effectsOf(moving, 'lease.reply.raise'));
    expect(raised.days).toBeLessThan(70);
    expect(raised['CITY.time']).toBeCloseTo((values['CITY.time'] ?? Number.NaN) + (MINUS * 80) / 60, 12);
    expect(raised['PORT.credibility']).toBeCloseTo((values['PORT.credibility'] ?? Number.NaN) + TWO_MINUS, 12);
  });

  test('leave out an effect whose `when` does not hold', () => {
    const raise = effectsOf(scenario, 'lease.reply.raise');
    const before = values['PORT.credibility'] ?? Number.NaN;
    expect(applyEffects(values, viewOf(scenario, values), raise)['PORT.credibility']).toBe(before);
    const inStorm = viewOf(scenario, values, { storm: 'early' });
    expect(applyEffects(values, inStorm, raise)['PORT.credibility']).toBeCloseTo(before + TWO_MINUS, 12);
  });

  test('leave raw values as they are beyond a range, and whoever reads one reads it clipped', () => {
    const dredge = effectsOf(scenario, 'lease.waiting.dredged');
    const high = { ...values, access: 99 };
    const over = applyEffects(high, viewOf(scenario, high), dredge);
    expect(over.access).toBeCloseTo(99 + PLUS, 12);
    expect([clippedValue(scenario, over, 'access'), isBeyondScale(scenario, over, 'access')]).toEqual([100, true]);
    // What lies beyond the scale is not lost: the way back begins there.
    const silted = applyEffects(over, viewOf(scenario, over), effectsOf(scenario, 'lease.waiting.silted'));
    expect(silted.access).toBeCloseTo(99 + PLUS + TWO_MINUS, 12);
    expect(isBeyondScale(scenario, silted, 'access')).toBe(false);
  });
});

describe('a switch of condition', () => {
  const gale = harbourLease(
    edit(
      'scenario',
      '      early: { label: Storms come early, effects: { access: "--", PORT.time: "+" }',
      '      gale: { label: A gale, effects: { access: { scale: 0.5 }, strain: { set: 90 } }, basis: { judgement: Once. } }\n' +
        '      early: { label: Storms come early, effects: { access: "--", PORT.time: "+" }',
    ),
  );
  const values = initialValues(gale);
  const to = (state: string) => effectsOfCondition(gale, 'storm', state);
  const turn = (from: string, next: string, at: Values) =>
    switchCondition(at, viewOf(gale, at, { storm: from }), to(from), to(next));

  test('there and back again adds nothing', () => {
    const back = turn('early', 'calm', turn('calm', 'early', values));
    for (const address of Object.keys(values)) expect(back[address]).toBeCloseTo(values[address] ?? Number.NaN, 12);
  });

  test('takes back what the state that is left had added before it multiplies', () => {
    const early = turn('calm', 'early', values);
    expect(early.access).toBeCloseTo(55 + TWO_MINUS, 12);
    const blown = turn('early', 'gale', early);
    expect(blown.access).toBeCloseTo(55 * 0.5, 12);
    expect(blown['PORT.time']).toBeCloseTo(values['PORT.time'] ?? Number.NaN, 12);
  });

  test('does not undo what the state that is left had set or multiplied', () => {
    const after = turn('gale', 'calm', turn('calm', 'gale', values));
    expect([after.strain, after.access]).toEqual([90, 27.5]);
  });
});
