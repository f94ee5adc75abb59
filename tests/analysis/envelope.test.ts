import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { requireScenario } from '../../cli/loadScenario.ts';
import { envelopeAlong, leverageEnvelope, payoffEnvelope } from '../../src/analysis/envelope.ts';
import { rangeOf } from '../../src/analysis/heldDraws.ts';
import { toTriple } from '../../src/domain/estimate.ts';
import { quantities } from '../../src/domain/indicators.ts';
import { leverage, scoredActors } from '../../src/domain/leverage.ts';
import { type Scenario, toScenario } from '../../src/domain/scenario.ts';
import { payoff, stakeholders } from '../../src/domain/stakes.ts';
import { drawnAt, drawnLine, eachDraw, randomDrawnLine } from '../support/drawnLine.ts';
import { randomScenarioFile } from '../support/randomScenario.ts';

const TINY = 1e-9;
let kursk: Scenario;
const drawnFrom = fc.sample(randomScenarioFile, { seed: 20250314, numRuns: 60 }).map(toScenario);

beforeAll(async () => {
  kursk = await requireScenario(new URL('../../scenarios/kursk-2025', import.meta.url).pathname);
});

/** Each scenario with lines of its own: more of the one that ships. */
const cases = (): readonly (readonly [Scenario, number])[] => [
  ...Array.from({ length: 12 }, (_, seed): [Scenario, number] => [kursk, seed]),
  ...drawnFrom.map((scenario, seed): [Scenario, number] => [scenario, seed]),
];

describe('the envelope', () => {
  test('holds every draw of every number, at every step of any line of any scenario', () => {
    let wide = 0;
    for (const [scenario, seed] of cases()) {
      const { line, positions, drawn } = randomDrawnLine(scenario, seed);
      for (let played = 0; played <= line.length; played += 1) {
        const envelope = envelopeAlong(scenario, line.slice(0, played), positions);
        for (const address of quantities(scenario).keys()) {
          const { low, high } = envelope.get(address) ?? { low: Number.NaN, high: Number.NaN };
          if (high > low) wide += 1;
          const slack = TINY * (1 + Math.abs(low) + Math.abs(high));
          for (const values of [positions[played]?.values ?? {}, ...eachDraw(drawnAt(drawn, played))]) {
            expect(values[address], `${address} after ${line.slice(0, played)}`).toBeGreaterThanOrEqual(low - slack);
            expect(values[address], `${address} after ${line.slice(0, played)}`).toBeLessThanOrEqual(high + slack);
          }
        }
      }
    }
    expect(wide).toBeGreaterThan(1000);
  });

  test('of a score or a payoff holds its range, and stays between 0 and 100', () => {
    for (const [scenario, seed] of cases()) {
      const { line, positions, drawn } = randomDrawnLine(scenario, seed);
      const envelope = envelopeAlong(scenario, line, positions);
      const last = drawnAt(drawn);
      const found = [
        ...scoredActors(scenario).map((actor) => ({
          around: leverageEnvelope(scenario, actor, envelope),
          range: rangeOf(last.map((values) => leverage(scenario, actor, values).score)),
        })),
        ...stakeholders(scenario).map((actor) => ({
          around: payoffEnvelope(scenario, actor, envelope),
          range: rangeOf(last.map((values) => payoff(scenario, actor, values).payoff)),
        })),
      ];
      for (const { around, range } of found) {
        expect(around.low).toBeLessThanOrEqual(range.low + TINY);
        expect(around.high).toBeGreaterThanOrEqual(range.high - TINY);
        expect(around.low).toBeGreaterThanOrEqual(-TINY);
        expect(around.high).toBeLessThanOrEqual(100 + TINY);
      }
    }
  });

  test('at the opening is the weighted lows and highs of the estimates', () => {
    const { line, positions } = drawnLine(kursk, []);
    const found = leverageEnvelope(kursk, 'UKR', envelopeAlong(kursk, line, positions));
    const estimates = Object.values(kursk.drivers.initial.UKR ?? {}).map(toTriple);
    const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    expect(found.low).toBeCloseTo(mean(estimates.map(({ low }) => low)), 9);
    expect(found.high).toBeCloseTo(mean(estimates.map(({ high }) => high)), 9);
  });

  test('is no wider after a condition has come and gone again', () => {
    const there = drawnLine(kursk, ['shock.usAid.frozen', 'shock.usAid.flowing', 'shock.usAid.frozen']);
    const at = (moves: number) => envelopeAlong(kursk, there.line.slice(0, moves), there.positions).get('UKR.backing');
    expect(at(3)).toEqual(at(1));
    expect(at(1)).not.toEqual(at(0));
  });
});
