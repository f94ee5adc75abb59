import { describe, expect, test } from 'vitest';
import { negotiation } from '../../machines/negotiation.ts';
import { replay } from '../../machines/stepping.ts';
import { heldDraws, rangeOf } from '../../src/analysis/heldDraws.ts';
import { lineDraws } from '../../src/analysis/lineDraws.ts';
import { drawnWalkAway, lineValues } from '../../src/analysis/lineValues.ts';
import type { Line } from '../../src/domain/identifier.ts';
import { payoff } from '../../src/domain/stakes.ts';
import { walkAway } from '../../src/domain/walkAway.ts';
import { edit, harbourLease } from '../support/harbourLease.ts';

const scenario = harbourLease();
const LINE: Line = ['table.lease', 'lease.reply.accept'];

function placeOf(line: Line, of = scenario) {
  const positions = replay(negotiation(of), line).snapshots.map(({ context }) => context);
  const drawn = lineDraws(heldDraws(of))(line, positions).at(-1);
  const position = positions.at(-1);
  if (drawn === undefined || position === undefined) throw new RangeError('a line stands somewhere');
  return { position, values: position.values, drawn };
}

describe('what a line is worth', () => {
  const place = placeOf(LINE);
  const values = lineValues(scenario, place);

  test('is every stakeholder’s payoff with the range of its draws', () => {
    expect(Object.keys(values.payoffs)).toEqual(['CITY', 'PORT']);
    for (const [actor, { central, range }] of Object.entries(values.payoffs)) {
      expect(central).toBe(payoff(scenario, actor, place.values).payoff);
      expect(range).toEqual(rangeOf(place.drawn.map((at) => payoff(scenario, actor, at).payoff)));
      expect(range.high).toBeGreaterThan(range.low);
    }
  });

  test('is made of its stakes: weights times worths sum to the payoff', () => {
    for (const [actor, worths] of Object.entries(values.worths)) {
      const sum = Object.entries(worths).reduce(
        (total, [address, { central }]) => total + (scenario.stakes[actor]?.items[address]?.weight ?? 0) * central,
        0,
      );
      expect(sum).toBeCloseTo(values.payoffs[actor]?.central ?? Number.NaN, 9);
    }
  });

  test('comes with the principals’ payoffs in every draw, in draw order', () => {
    expect(values.drawn[0]).toHaveLength(place.drawn.length);
    expect(values.drawn[1][7]).toBe(place.drawn.map((at) => payoff(scenario, 'PORT', at).payoff)[7]);
  });
});

describe('walking away in the draws', () => {
  test('has its central value within its range, and differs from draw to draw', () => {
    const place = placeOf(['table.lease']);
    const drawn = drawnWalkAway(scenario, 'lease', place.position, place.drawn);
    const central = walkAway(scenario, 'lease', place.position).map(({ payoff: points }) => points);
    for (const principal of [0, 1] as const) {
      const { low, high } = rangeOf(drawn[principal]);
      expect(low).toBeLessThan(central[principal] ?? Number.NaN);
      expect(high).toBeGreaterThan(central[principal] ?? Number.NaN);
    }
  });

  test('without effects is the payoff of the position in each draw: what both share cancels', () => {
    const place = placeOf(['table.lease']);
    const drawn = drawnWalkAway(scenario, 'courts', place.position, place.drawn);
    expect(drawn).toEqual(lineValues(scenario, place).drawn);
  });

  test('is the alternative where that is more in a draw', () => {
    const able = harbourLease(edit('lease', 'effects: { days: { set: 0 } }', 'effects: { access: { set: 90 } }'));
    const place = placeOf(['table.lease'], able);
    const [city] = drawnWalkAway(able, 'lease', place.position, place.drawn);
    for (const points of city) expect(points).toBeCloseTo(92, 9);
  });
});
