import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { informationOf } from '../../cli/informationOf.ts';
import { requireScenario } from '../../cli/loadScenario.ts';
import { kernelOf } from '../../cli/scenarioGame.ts';
import { drawJob } from '../../cli/simulateScenario.ts';
import { partDrawer } from '../../src/analysis/kernel/drawTask.ts';

const kursk = await requireScenario(fileURLToPath(new URL('../../scenarios/kursk-2025', import.meta.url)));
const kernel = kernelOf(kursk);
const ask = { draws: 150, seed: 9 };

function answer(at?: string) {
  const found = informationOf(kernel, 'withdrawal', 0, { ...ask, ...(at === undefined ? {} : { at }) });
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

/** What the branch is worth over the same draws, everybody choosing as at central values. */
function heldMean(): number {
  const job = drawJob(kursk, 'withdrawal', { name: 'held' }, ask.seed, false);
  const drawn = job.ok ? partDrawer(job.value)(0, ask.draws) : undefined;
  if (drawn === undefined) throw new Error('the branch cannot be drawn');
  return (drawn.values[0] as Float64Array).reduce((sum, value) => sum + value, 0) / ask.draws;
}

describe('what knowing more is worth at a decision of a scenario', () => {
  test.each([undefined, 'withdrawal.offer'])(
    'the option that play takes is worth there what the branch is (at %s)',
    (at) => {
      const { options, decision, after } = answer(at);
      expect(decision).toBe(at ?? 'withdrawal.posture');
      expect(after.length).toBe(at === undefined ? 1 : 3);
      // Play leads there without chance, so the draws are the same ones.
      expect(options.some(({ mean }) => Math.abs(mean - heldMean()) < 1e-9)).toBe(true);
    },
  );

  test('numbers are told once each, the most worth knowing first, none worth more than all together', () => {
    const { numbers, evpi, noise } = answer('withdrawal.offer');
    expect(new Set(numbers.map(({ id }) => id)).size).toBe(numbers.length);
    const values = numbers.map(({ value }) => value);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(Math.max(...values)).toBeLessThanOrEqual(evpi.value + 1e-9);
    for (const { value, isAboveNoise } of numbers) expect(isAboveNoise).toBe(value > noise.most);
  });

  test('the same draws give the same figures, and another seed others', () => {
    expect(answer()).toEqual(answer());
    const other = informationOf(kernel, 'withdrawal', 0, { ...ask, seed: 10 });
    expect(other.ok && other.value.options).not.toEqual(answer().options);
  });
});
