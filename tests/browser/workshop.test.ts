import { expect, test } from 'vitest';
import { screenshot } from './support/openApp.ts';
import { openWorkshop, pressTo } from './support/workshop.ts';

test('shots of every phase', async () => {
  const workshop = await openWorkshop();
  const { console, projector } = workshop;
  for (const at of [
    'briefing',
    'present',
    'discuss',
    'vote',
    'sealed',
    'reveal',
    'consequence',
    'compare',
    'debrief',
    'closed',
  ]) {
    await pressTo(workshop, at);
    await projector.waitForTimeout(150);
    await projector.screenshot({ path: `tests/browser/shots/p-${at}.png` });
    await screenshot(console, `c-${at}`);
  }
  expect(1).toBe(1);
});
