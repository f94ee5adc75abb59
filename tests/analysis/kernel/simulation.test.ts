import { describe, expect, test } from 'vitest';
import { drawJob } from '../../../cli/simulateScenario.ts';
import { partDrawer } from '../../../src/analysis/kernel/drawTask.ts';
import { isKnown, simulationOf, wilsonInterval } from '../../../src/analysis/kernel/simulation.ts';
import { labelOf } from '../../../src/domain/chart.ts';
import { harbourLease } from '../../support/harbourLease.ts';

const PLAYS = ['rational', 'bounded', 'tendency', 'held'] as const;

function drawnLease(play: (typeof PLAYS)[number], count: number) {
  const asked = play === 'bounded' ? ({ name: play, rationality: 15 } as const) : ({ name: play } as const);
  const job = drawJob(harbourLease(), 'lease', asked, 3, true);
  if (!job.ok) throw new Error(job.error);
  const drawn = partDrawer(job.value)(0, count);
  if (drawn === undefined) throw new Error('nobody stopped it');
  return { drawn, told: simulationOf(job.value.plan, drawn, labelOf) };
}

describe('what draws come to', () => {
  test.each(PLAYS)(
    'payoffs at the ends, weighted by how often each is reached, are the value of every draw, %s',
    (play) => {
      const { drawn } = drawnLease(play, 70);
      for (const [actor, values] of drawn.values.entries()) {
        for (const [draw, value] of values.entries()) {
          const sum = [...drawn.paid.values()].reduce((total, paid) => total + (paid[actor]?.[draw] ?? Number.NaN), 0);
          expect(sum).toBeCloseTo(value, 9);
        }
      }
    },
  );

  test('an end is told over the draws in which play comes there, and over no other', () => {
    const { drawn, told } = drawnLease('rational', 200);
    for (const [index, [, reach]] of [...drawn.ends].entries()) {
      const { draws, values } = Object.values(told.payoffs)[index] ?? { draws: 0, values: {} };
      expect(draws).toBe(reach.filter((odds) => odds > 0).length);
      for (const { p10, mean, p90 } of Object.values(values)) {
        expect(p10).toBeLessThanOrEqual(p90);
        expect(mean).toBeGreaterThanOrEqual(0);
        expect(mean).toBeLessThanOrEqual(100);
      }
    }
  });

  test('which option is best more often is told only where its lead is twice its sampling error, and draws are many', () => {
    const leads = [4, 16, 64, 256].map((count) => drawnLease('rational', count).told);
    for (const { lead, options, draws } of leads) {
      const [first, second] = options.toSorted((a, b) => (b.best ?? 0) - (a.best ?? 0));
      expect(lead?.difference).toBeCloseTo((first?.best ?? 0) - (second?.best ?? 0), 12);
      const widths = [first, second].map((option) => {
        const { low, high } = option?.bestInterval ?? { low: 0, high: 1 };
        return high - low;
      });
      expect(lead?.isEnough).toBe(
        (lead?.difference ?? 0) > 1.96 * (lead?.error ?? 0) && widths.every((width) => width <= 0.2),
      );
      expect(lead?.error).toBeLessThanOrEqual(2 / Math.sqrt(draws - 1));
    }
    // Four draws that all say the same have a sampling error of 0, and are four draws.
    expect(leads[0]?.lead?.isEnough).toBe(false);
  });

  test('Wilson’s interval is that of the literature, and has a width where a share is 0 or 1', () => {
    // Newcombe 1998, Two-sided confidence intervals for the single proportion, table I, method 3.
    const published = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const;
    for (const [found, draws, low, high] of published) {
      const interval = wilsonInterval(found / draws, draws);
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
    }
    expect(wilsonInterval(1, 5)).toEqual({ low: expect.closeTo(5 / (5 + 1.96 ** 2), 12), high: 1 });
    expect(isKnown(wilsonInterval(1, 5))).toBe(false);
    expect(isKnown(wilsonInterval(1, 20))).toBe(true);
  });

  test.each(PLAYS)(
    'where an end is reached in part of a draw, what is told is a mean of odds and no share of draws, %s',
    (play) => {
      const { drawn, told } = drawnLease(play, 50);
      for (const [index, [, odds]] of [...drawn.ends].entries()) {
        const { interval, mean } = Object.values(told.ends)[index] ?? { interval: null, mean: Number.NaN };
        const isWhole = odds.every((share) => Math.abs(share - Math.round(share)) < 1e-9);
        expect(interval).toEqual(isWhole ? wilsonInterval(mean, 50) : null);
      }
      if (play === 'bounded') for (const { interval } of Object.values(told.ends)) expect(interval).toBeNull();
    },
  );
});
