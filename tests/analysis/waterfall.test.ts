import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { requireScenario } from '../../cli/loadScenario.ts';
import { groupedBelow, lineWaterfall, stepWaterfall, type Waterfall } from '../../src/analysis/waterfall.ts';
import { leverage, scoredActors } from '../../src/domain/leverage.ts';
import { type Scenario, toScenario } from '../../src/domain/scenario.ts';
import { drawnAt, drawnLine, eachDraw, randomDrawnLine } from '../support/drawnLine.ts';
import { randomScenarioFile } from '../support/randomScenario.ts';

const LINE = ['table.ceasefire', 'shock.usAid.frozen', 'ceasefire.reply.conditional', 'ceasefire.terms.refuse'];
let kursk: Scenario;
const drawnFrom = fc.sample(randomScenarioFile, { seed: 20250314, numRuns: 25 }).map(toScenario);

beforeAll(async () => {
  kursk = await requireScenario(new URL('../../scenarios/kursk-2025', import.meta.url).pathname);
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The parts sum to the change, at central values and in every draw. */
function expectWhole({ start, end, change, parts }: Waterfall): void {
  expect(start.central + sum(parts.map(({ central }) => central))).toBeCloseTo(end.central, 9);
  expect(change.central).toBeCloseTo(end.central - start.central, 9);
  for (const { central, range } of [...parts, change]) {
    expect(range.low).toBeLessThanOrEqual(range.high);
    expect(Number.isFinite(central)).toBe(true);
  }
}

describe('a waterfall', () => {
  test('of a line, and of each of its steps, sums to the change of leverage on any line of any scenario', () => {
    for (const [seed, scenario] of [kursk, ...drawnFrom].entries()) {
      const { line, positions, drawn } = randomDrawnLine(scenario, seed);
      for (const actor of scoredActors(scenario)) {
        const whole = lineWaterfall(scenario, actor, line, positions, drawn);
        expectWhole(whole);
        expect(whole.parts).toHaveLength(line.length);
        expectWhole(groupedBelow(whole, 1));
        expectWhole(groupedBelow(whole, 101));
        for (const [index] of line.entries()) {
          const [before, after] = [index, index + 1].map((at) => ({
            values: positions[at]?.values ?? {},
            drawn: drawnAt(drawn, at),
          }));
          if (before === undefined || after === undefined) throw new Error('a step has two sides');
          const step = stepWaterfall(scenario, actor, before, after);
          expectWhole(step);
          expect(step.change.central).toBeCloseTo(whole.parts[index]?.central ?? Number.NaN, 9);
        }
      }
    }
  });

  test('sums in every draw too, so that its ranges are of the same judgements', () => {
    const { line, positions, drawn } = drawnLine(kursk, LINE);
    const { parts } = groupedBelow(lineWaterfall(kursk, 'UKR', line, positions, drawn), 1);
    const openings = eachDraw(drawnAt(drawn, 0));
    for (const [draw, values] of eachDraw(drawnAt(drawn)).entries()) {
      const opening = leverage(kursk, 'UKR', openings[draw] ?? {}).score;
      const added = sum(parts.map((part) => part.drawn[draw] ?? Number.NaN));
      expect(opening + added).toBeCloseTo(leverage(kursk, 'UKR', values).score, 9);
    }
  });

  test('names every step that moves a point, and puts the others together at the end', () => {
    const { line, positions, drawn } = drawnLine(kursk, LINE);
    const whole = lineWaterfall(kursk, 'UKR', line, positions, drawn);
    const small = whole.parts.filter(({ central }) => Math.round(Math.abs(central)) < 1);
    expect(small.length).toBeGreaterThan(1);
    const { parts } = groupedBelow(whole, 1);
    expect(parts).toHaveLength(LINE.length - small.length + 1);
    expect(parts.at(-1)?.subject).toEqual({ kind: 'others', steps: small.length });
    expect(parts.slice(0, -1).map(({ subject }) => subject.kind)).toEqual(
      Array.from({ length: LINE.length - small.length }, () => 'step'),
    );
  });

  test('keeps a single small step by its name', () => {
    const { line, positions, drawn } = drawnLine(kursk, ['table.ceasefire']);
    const whole = lineWaterfall(kursk, 'UKR', line, positions, drawn);
    expect(groupedBelow(whole, 1)).toBe(whole);
  });
});
