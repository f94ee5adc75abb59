import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openApp } from './openApp.ts';

/** A console with its projector in a second window of the same browser. */
export interface Workshop {
  readonly console: Page;
  readonly projector: Page;
}

export const heading = (page: Page) => page.getByRole('heading', { level: 1 });
export const phase = (page: Page) => page.locator('main[data-phase]').getAttribute('data-phase');
export const scene = (page: Page) => page.locator('[data-window="true"]').getAttribute('data-phase');

/** Opens the start page, then a room with the short plan, by keyboard alone. */
export async function openRoom(page: Page): Promise<void> {
  const open = page.getByRole('button', { name: 'Open the room' });
  await open.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => phase(page)).toBe('lobby');
}

/** A console in its lobby and a projector at 1080p beside it. */
export async function openWorkshop(): Promise<Workshop> {
  const console = await openApp({ at: '#/present', viewport: { width: 1440, height: 900 } });
  await openRoom(console);
  const projector = await console.context().newPage();
  await projector.setViewportSize({ width: 1920, height: 1080 });
  await projector.goto(`${console.url().replace(/#.*/, '')}#/projector`);
  await expect.poll(() => scene(projector)).toBe('lobby');
  return { console, projector };
}

/** Presses the big button by its key until both windows are in a phase; counts hands, and plays what is not put to the room. */
export async function pressTo({ console, projector }: Workshop, wanted: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    const at = await phase(console);
    if (at === wanted) break;
    const before = await console.locator('main[data-seq]').getAttribute('data-seq');
    const waits = (await console.getByRole('button').filter({ hasText: 'Space' }).count()) === 0;
    await console.keyboard.press(waits ? '1' : 'Space');
    await expect.poll(() => console.locator('main[data-seq]').getAttribute('data-seq')).not.toBe(before);
  }
  await expect.poll(() => phase(console)).toBe(wanted);
  await expect.poll(() => scene(projector)).toBe(wanted);
}
