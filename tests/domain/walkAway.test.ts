import { describe, expect, test } from 'vitest';
import { negotiation } from '../../machines/negotiation.ts';
import { replay } from '../../machines/stepping.ts';
import type { Position } from '../../src/domain/position.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { walkAway } from '../../src/domain/walkAway.ts';
import { edit, harbourLease } from '../support/harbourLease.ts';

/** The position after the city's offer: access 55, days 80, strain 50 at central values. */
function offered(scenario: Scenario): Position {
  return replay(negotiation(scenario), ['table.lease']).snapshots[1]?.context ?? expect.unreachable();
}

describe('walking away from the lease', () => {
  const scenario = harbourLease();

  test('is the payoff after the effects of no deal, worked out by hand', () => {
    const [city, port] = walkAway(scenario, 'lease', offered(scenario));
    // Access falls by (10 + 4·5 + 2) / 6 = 16/3, from 55 to 149/3; days stay 80, strain 50.
    const access = 149 / 3;
    expect(city?.payoff).toBeCloseTo(100 * (0.6 * ((access - 20) / 70) + 0.2 * 1 + 0.2 * 0.6), 10);
    // The port's curve falls from 1 at 20 to 0.6 at 50; with 80 days left, waiting is worth nothing to it.
    expect(port?.payoff).toBeCloseTo(100 * 0.2 * (1 - 0.4 * ((access - 20) / 30)), 10);
    expect([city?.end, port?.end]).toEqual(['lease.walkedAway', 'lease.walkedAway']);
    expect([city?.alone, port?.alone]).toEqual([false, false]);
  });

  test('moves along the line: the same effects on another position', () => {
    const later = replay(negotiation(scenario), ['table.lease', 'lease.reply.raise']).snapshots[2]?.context;
    const [city] = walkAway(scenario, 'lease', later ?? expect.unreachable());
    // Access is scaled by (0.7 + 4·0.9 + 1) / 6 before it falls; days have fallen by (20 + 4·10 + 5) / 6.
    const [access, days] = [(55 * 5.3) / 6 - 16 / 3, 80 - 65 / 6];
    expect(city?.payoff).toBeCloseTo(100 * (0.6 * ((access - 20) / 70) + 0.2 * (days / 80) + 0.2 * 0.6), 10);
  });

  test('is what an actor can bring about alone where that is more, for this actor only', () => {
    const able = harbourLease(edit('lease', 'effects: { days: { set: 0 } }', 'effects: { access: { set: 90 } }'));
    const [city, port] = walkAway(able, 'lease', offered(able));
    expect(city).toEqual({ actor: 'CITY', payoff: expect.closeTo(92, 10), end: 'courts.ruled', alone: true });
    expect(port).toEqual(walkAway(scenario, 'lease', offered(scenario))[1]);
  });

  test('without effects is the payoff of the position itself', () => {
    const [city] = walkAway(scenario, 'courts', offered(scenario));
    expect(city?.payoff).toBeCloseTo(100 * (0.6 * 0.5 + 0.2 + 0.12), 10);
    expect(city?.end).toBe('courts.ruled');
  });

  test('takes the sizes of a draw', () => {
    const [city] = walkAway(scenario, 'lease', offered(scenario), () => 0);
    expect(city?.payoff).toBeCloseTo(62, 10);
  });

  test('from a branch that is not there is our own mistake', () => {
    expect(() => walkAway(scenario, 'nowhere', offered(scenario))).toThrow(RangeError);
  });
});
