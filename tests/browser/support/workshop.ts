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
export const button = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name });

/** Events in the console's log: it grows with every command that was done. */
export const written = async (page: Page): Promise<number> =>
  Number(await page.locator('main[data-seq]').getAttribute('data-seq'));

/** Opens a room from the start page by keyboard alone. */
export async function openRoom(page: Page): Promise<void> {
  const open = page.getByRole('button', { name: 'Open the room' });
  await open.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => phase(page)).toBe('lobby');
}

/** The projector's page of a browser profile, opened at 1080p. */
export async function openProjector(console: Page): Promise<Page> {
  const projector = await console.context().newPage();
  await projector.setViewportSize({ width: 1920, height: 1080 });
  await projector.goto(`${console.url().replace(/#.*/, '')}#/projector`);
  return projector;
}

/** A console in its lobby and a projector at 1080p beside it. */
export async function openWorkshop(opening: Opening = {}): Promise<Workshop> {
  const console = await openApp({ at: '#/present', viewport: { width: 1440, height: 900 }, ...opening });
  await openRoom(console);
  const projector = await openProjector(console);
  await expect.poll(() => scene(projector)).toBe('lobby');
  await console.bringToFront();
  return { console, projector };
}

/** Presses a key that a command answers to, and waits until that is written. */
export async function press(console: Page, key: string): Promise<void> {
  const before = await written(console);
  await console.keyboard.press(key);
  await expect.poll(() => written(console)).toBe(before + 1);
}

/** The facilitator's next key: the big button's, or the first choice where that waits for one. */
export async function pressOn(console: Page): Promise<void> {
  const waits = (await console.getByRole('button').filter({ hasText: 'Space' }).count()) === 0;
  await press(console, waits ? '1' : 'Space');
}

/** Presses on until both windows are in a phase. A vote is answered by one hand for the first option, entered when it is sealed. */
export async function pressTo({ console, projector }: Workshop, wanted: string): Promise<void> {
  for (let presses = 0; presses < 80 && (await phase(console)) !== wanted; presses += 1) await pressOn(console);
  await expect.poll(() => phase(console)).toBe(wanted);
  await expect.poll(() => scene(projector)).toBe(wanted);
}

/** Texts on a page in letters smaller than so many pixels, hidden ones left out. */
export const smallTexts = (page: Page, least: number): Promise<readonly string[]> =>
  page.evaluate((pixels) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? '';
      const element = walker.currentNode.parentElement;
      if (text === '' || element === null || element.closest('script, style, noscript') !== null) continue;
      const { width, height } = element.getBoundingClientRect();
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (width > 1 && height > 1 && size < pixels) found.push(`${size} px: ${text}`);
    }
    return found;
  }, least);

/** Texts of a projector that lie outside its window or over its foot. */
export const spilledTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const foot = document.querySelector('footer')?.getBoundingClientRect().top ?? window.innerHeight;
    const found: string[] = [];
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!walker.currentNode.textContent?.trim() || element === null || element.closest('footer') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const { bottom, right, width } = range.getBoundingClientRect();
      if (width > 1 && (bottom > foot + 1 || right > window.innerWidth)) found.push(walker.currentNode.textContent);
    }
    return found;
  });

/** Everything that the rooms' database holds, store by store. */
export const keptRooms = (page: Page): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('parley rooms');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const counts: Record<string, number> = {};
    for (const store of database.objectStoreNames)
      counts[store] = await new Promise<number>((resolve, reject) => {
        const request = database.transaction(store).objectStore(store).count();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    database.close();
    return counts;
  });
