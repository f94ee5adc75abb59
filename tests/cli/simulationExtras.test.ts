import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { requireScenario } from '../../cli/loadScenario.ts';
import { kernelOf } from '../../cli/scenarioGame.ts';
import { GUARD_DRAWS, simulationExtras } from '../../cli/simulationExtras.ts';
import { negotiation } from '../../machines/negotiation.ts';
import { replay } from '../../machines/stepping.ts';
import { leverage, scoredActors } from '../../src/domain/leverage.ts';
import { runHere } from '../support/runHere.ts';

const KURSK = fileURLToPath(new URL('../../scenarios/kursk-2025', import.meta.url));
const kursk = await requireScenario(KURSK);

describe('what draws say besides values', () => {
  const extras = simulationExtras(kursk, 'withdrawal', kernelOf(kursk), 1);

  test('leverage along the played line is that of walking it, within its range', () => {
    const steps = extras?.leverage.steps ?? [];
    expect(steps.length).toBeGreaterThan(3);
    const line = steps.map(({ move }) => move ?? '');
    const { snapshots, dropped } = replay(negotiation(kursk), line);
    expect(dropped).toEqual([]);
    for (const [index, step] of steps.entries()) {
      const values = snapshots[index + 1]?.context.values ?? {};
      for (const actor of scoredActors(kursk)) {
        expect(step.leverage[actor]?.central).toBeCloseTo(leverage(kursk, actor, values).score, 9);
        const { low, high } = step.leverage[actor]?.range ?? { low: 0, high: 0 };
        expect(high).toBeGreaterThan(low);
      }
    }
  });

  test('guards on judged numbers are told by move, each in at most all of the draws', () => {
    expect(extras?.guards.draws).toBe(GUARD_DRAWS);
    const moves = extras?.guards.moves ?? [];
    expect(moves.map(({ move }) => move)).toContain('withdrawal.offer.people');
    for (const { failing, failingReached } of moves) {
      expect(failing).toBeLessThanOrEqual(GUARD_DRAWS);
      expect(failingReached).toBeLessThanOrEqual(failing);
    }
  });
});

test('parley simulate tells them, with payoffs at each end and sampling errors, in words and to a program', async () => {
  const ask = ['simulate', KURSK, '--from', 'withdrawal', '--draws', '60', '--threads', '1'];
  const { stdout, status } = await runHere(...ask);
  expect(status).toBe(0);
  expect(stdout).toMatch(/in \d+ of 20 redraws \((not enough draws yet: )?\d+\.\d to \d+\.\d\)/);
  expect(stdout).toMatch(/What each actor has where play ends.*\n.*draws +Ukraine +Russia +United States\n/);
  expect(stdout).toMatch(/\d+ of 60 +\d+\.\d, \d+\.\d to \d+\.\d/);
  expect(stdout).toMatch(/Leverage along the line .* of 200 draws\n/);
  expect(stdout).toMatch(/this guard fails in \d+ of 20 draws|guarded moves? stays? open in all 20/);
  const { branches } = JSON.parse((await runHere(...ask, '--json')).stdout);
  const { payoffs, lead, leverage: told, guards, ends } = branches.withdrawal;
  expect(Object.keys(payoffs)).toEqual(Object.keys(ends));
  expect(lead).toMatchObject({ isEnough: expect.any(Boolean), error: expect.any(Number) });
  expect(told.steps.length).toBeGreaterThan(0);
  expect(guards.draws).toBe(20);
});
