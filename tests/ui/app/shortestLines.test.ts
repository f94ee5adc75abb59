import { describe, expect, test } from 'vitest';
import { requireScenario } from '../../../cli/loadScenario.ts';
import { negotiation } from '../../../machines/negotiation.ts';
import { replay, standing } from '../../../machines/stepping.ts';
import { isDecision, placedStates } from '../../../src/domain/chart.ts';
import { shortestLines } from '../../../src/ui/app/shortestLines.ts';
import { scenarioFolders } from '../../support/scenarioFolders.ts';

const noPause = async () => {};

describe.each(scenarioFolders)('in $name', ({ path }) => {
  test('every line leads to its place by open moves, and every decision has one', async () => {
    const scenario = await requireScenario(path);
    const machine = negotiation(scenario);
    const lines = await shortestLines(scenario, machine, noPause);
    for (const [place, line] of lines) {
      const { snapshots, dropped } = replay(machine, line);
      expect({ place: snapshots.map(standing).at(-1), dropped }).toEqual({ place, dropped: [] });
    }
    const decisions = placedStates(scenario).filter(({ state }) => isDecision(state));
    expect(decisions.map(({ id }) => id).filter((id) => !lines.has(id))).toEqual([]);
  });
});
