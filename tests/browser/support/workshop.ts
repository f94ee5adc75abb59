import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Opening, openApp } from './openApp.ts';

/** A console with its projector in a second window of the same browser. */
export interface Workshop {
  readonly console: Page;
  readonly projector: Page;
}

export const heading = (page: Page) => page.getByRole('heading', { level: 1 });
export const phase = (page: Page) => page.locator('main[data-phase]').getAttribute('data-phase');
export const scene = (page: Page) => page.locator('[data-window="true"]').getAttribute('data-phase');
/** Events of the room's log, which the console says on its page. */
export const events = (page: Page) => page.locator('main[data-seq]').getAttribute('data-seq');
/** What the room reads, as text. */
export const projected = (page: Page) => page.locator('[data-window="true"]').innerText();

/** Opens a room as the start page suggests it, by keyboard alone. */
export async function openRoom(page: Page): Promise<void> {
  const open = page.getByRole('button', { name: 'Open the room' });
  await open.waitFor();
  await open.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => phase(page)).toBe('lobby');
}

/** A projector of the same browser, at 1080p. */
export async function openProjector(console: Page): Promise<Page> {
  const projector = await console.context().newPage();
  await projector.setViewportSize({ width: 1920, height: 1080 });
  await projector.goto(console.url().replace(/#.*/, '#/projector'));
  return projector;
}

/** A console in its lobby and a projector beside it. */
export async function openWorkshop(opening: Opening = {}): Promise<Workshop> {
  const console = await openApp({ at: '#/present', viewport: { width: 1440, height: 900 }, ...opening });
  await openRoom(console);
  const projector = await openProjector(console);
  await expect.poll(() => scene(projector)).toBe('lobby');
  return { console, projector };
}

/** Presses a key and waits until the room has logged what it did. */
export async function pressed(console: Page, key: string): Promise<void> {
  const before = await events(console);
  await console.keyboard.press(key);
  await expect.poll(() => events(console)).not.toBe(before);
}

/** Whether the big button waits for something else than its own key. */
export const waits = async (console: Page): Promise<boolean> =>
  (await console.getByRole('region', { name: 'What comes next' }).getByRole('button').count()) === 0;

/** Presses the big button's key, and 1 where it waits, until both windows are in a phase. */
export async function pressTo({ console, projector }: Workshop, wanted: string): Promise<void> {
  for (let presses = 0; presses < 120 && (await phase(console)) !== wanted; presses += 1)
    await pressed(console, (await waits(console)) ? '1' : 'Space');
  await expect.poll(() => phase(console)).toBe(wanted);
  await expect.poll(() => scene(projector)).toBe(wanted);
}
