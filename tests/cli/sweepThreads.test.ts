import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { branchStartOf } from '../../cli/branchStartOf.ts';
import { requireScenario } from '../../cli/loadScenario.ts';
import { kernelOf } from '../../cli/scenarioGame.ts';
import { sweeperOf } from '../../cli/sweepThreads.ts';
import { scenarioModel } from '../../src/analysis/sensitivity/scenarioModel.ts';
import { groupVariations } from '../../src/analysis/sensitivity/variations.ts';

test('threads sweep to the same figures as this one, to the last bit', async () => {
  const scenario = await requireScenario(fileURLToPath(new URL('../../scenarios/_template', import.meta.url)));
  const kernel = kernelOf(scenario);
  const start = branchStartOf(scenario, 'evenings', kernel);
  const model = start === undefined ? undefined : scenarioModel(start, 1);
  if (model?.ok !== true) throw new Error('the branch cannot be solved');
  const variations = groupVariations(kernel);
  const [here, apart] = [1, 2].map((threads) => sweeperOf(model.value, 'evenings', threads));
  if (here === undefined || apart === undefined) throw new Error('two sweepers were made');
  try {
    expect([here.width, apart.width]).toEqual([1, 2]);
    const sweeps = await Promise.all([here, apart].map(({ sweep }) => Promise.all(variations.map(sweep))));
    expect(sweeps[1]).toEqual(sweeps[0]);
    expect(await apart.swings(variations)).toEqual(await here.swings(variations));
  } finally {
    await apart.close();
  }
});
