import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { killableBrowser } from './support/killableBrowser.ts';
import { events, heading, openRoom, phase, pressed, waits } from './support/workshop.ts';

test('a browser that is killed in the middle of a vote loses nothing that the console had shown', {
  timeout: 180_000,
}, async () => {
  const profile = mkdtempSync(join(tmpdir(), 'parley-profile-'));
  const address = `${inject('appUrl')}#/present`;
  const first = await killableBrowser(profile, address);
  onTestFinished(async () => {
    // Helpers of a killed browser may hold a file for a moment longer.
    await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  });
  const console = first.page;
  await openRoom(console);
  while ((await phase(console)) !== 'vote') await pressed(console, (await waits(console)) ? '1' : 'Space');
  for (const key of ['1', '2', '2', '4']) await pressed(console, key);
  await expect.poll(() => console.getByText('4 of 12 hands counted').count()).toBe(1);
  const [acknowledged, question] = [await events(console), await heading(console).textContent()];
  await first.kill();

  const second = await killableBrowser(profile, address);
  try {
    await expect.poll(() => phase(second.page), { timeout: 20_000 }).toBe('vote');
    expect(await events(second.page)).toBe(acknowledged);
    expect(await heading(second.page).textContent()).toBe(question);
    expect(await second.page.getByText('4 of 12 hands counted').count()).toBe(1);
    expect(await second.page.getByRole('spinbutton', { name: 'Accept with conditions: Choose it' }).inputValue()).toBe(
      '2',
    );
    // And the room goes on.
    await pressed(second.page, 'Space');
    await pressed(second.page, 'Space');
    await expect.poll(() => phase(second.page)).toBe('reveal');
  } finally {
    await second.kill();
  }
});
