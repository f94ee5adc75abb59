import { describe, expect, test } from 'vitest';
import { drawJob } from '../../../cli/simulateScenario.ts';
import { partDrawer } from '../../../src/analysis/kernel/drawTask.ts';
import { simulationOf } from '../../../src/analysis/kernel/simulation.ts';
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

  test('which option is best more often is told only where its lead exceeds the sampling error', () => {
    const leads = [4, 16, 64, 256].map((count) => drawnLease('rational', count).told);
    for (const { lead, options, draws } of leads) {
      const [first, second] = options.toSorted((a, b) => (b.best ?? 0) - (a.best ?? 0));
      expect(lead?.difference).toBeCloseTo((first?.best ?? 0) - (second?.best ?? 0), 12);
      expect(lead?.isEnough).toBe(!((lead?.error ?? 0) > (lead?.difference ?? 0)));
      expect(lead?.error).toBeLessThanOrEqual(2 / Math.sqrt(draws - 1));
    }
  });
});
