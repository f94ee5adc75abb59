import { describe, expect, test } from 'vitest';
import { requireScenario } from '../../cli/loadScenario.ts';
import { negotiation } from '../../machines/negotiation.ts';
import { atEnd, replay } from '../../machines/stepping.ts';
import { renderPlay } from '../support/renderPlay.ts';
import { scenarioFolders } from '../support/scenarioFolders.ts';
import { GOLDEN_LINES } from './lines.ts';

/** A recorded play is read by people when it changes. */
const LONGEST = 60;

describe.each(scenarioFolders)('the recorded play of $name', ({ name, path }) => {
  test('goes as it went: a changed number or move shows as a changed line', async () => {
    const line = GOLDEN_LINES[name];
    if (line === undefined) throw new Error(`tests/golden/lines.ts has no line for ${name}: choose one that ends`);
    const scenario = await requireScenario(path);
    const { snapshots, dropped } = replay(negotiation(scenario), line);
    expect(dropped, 'moves that are no longer open').toEqual([]);
    expect(atEnd(snapshots.at(-1) ?? snapshots[0]), 'the line ends').toBe(true);
    const text = renderPlay(scenario, line, snapshots);
    expect(text.split('\n').length).toBeLessThan(LONGEST);
    await expect(text).toMatchFileSnapshot(`./${name}.txt`);
  });
});
