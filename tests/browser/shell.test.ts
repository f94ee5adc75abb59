import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openApp, screenshot } from './support/openApp.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const tabs = (page: Page) => page.getByRole('navigation', { name: 'Parley' });
const DECISION = '#/walk/table.ceasefire';
const SCREENS = ['Walk', 'Compare', 'Tradeoffs', 'Sources', 'Studies'] as const;

const WIDTHS = [
  [1440, 900],
  [1280, 720],
  [1024, 768],
  [768, 1024],
  [390, 844],
  [320, 568],
] as const;

/** What of the bar is cut off, runs out of the page, or lies on something else of it. */
const barFaults = (page: Page) =>
  page.evaluate(() => {
    const faults: string[] = [];
    const items = [...document.querySelectorAll<HTMLElement>('header p, header a, header button')].filter((item) =>
      item.checkVisibility(),
    );
    const inMenu = (item: HTMLElement) => item.closest('[popover]') !== null;
    for (const item of items.filter((one) => !inMenu(one))) {
      const box = item.getBoundingClientRect();
      const name = item.textContent;
      if (box.left < 0 || box.right > document.documentElement.clientWidth) faults.push(`${name} runs out of the page`);
      if (item.scrollWidth > item.clientWidth + 1 && item.clientWidth > 0) faults.push(`${name} is cut off`);
      for (const other of items) {
        if (other === item || inMenu(other)) continue;
        const its = other.getBoundingClientRect();
        const across = Math.min(box.right, its.right) - Math.max(box.left, its.left);
        const down = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
        if (across > 1 && down > 1) faults.push(`${name} lies on ${other.textContent}`);
      }
    }
    return faults;
  });

describe('the bar', () => {
  test.each(WIDTHS)('holds all of it without a cut or an overlap at %i × %i', async (width, height) => {
    const page = await openApp({ viewport: { width, height }, at: DECISION });
    await heading(page).waitFor();
    await expect.poll(() => tabs(page).getByRole('link').count()).toBe(5);
    expect(await barFaults(page)).toEqual([]);
    const bar = await page.getByRole('banner').boundingBox();
    expect(bar?.height, 'rows of the bar').toBeLessThanOrEqual(width < 400 ? 170 : width < 1184 ? 100 : 64);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.screenshot({ path: `tests/browser/shots/bar-${width}.png` });
  });

  test.each([
    [1024, 768],
    [1280, 720],
    [1920, 1080],
  ])('also in the size for a room, at %i × %i', async (width, height) => {
    const page = await openApp({ viewport: { width, height }, at: DECISION });
    await heading(page).waitFor();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('Large, for a room').check();
    await page.keyboard.press('Escape');
    await expect.poll(() => barFaults(page)).toEqual([]);
    await page.screenshot({ path: `tests/browser/shots/bar-room-${width}.png` });
  });

  test.each([1440, 1024, 390])('stays where it is from screen to screen at %i px', async (width) => {
    const page = await openApp({ viewport: { width, height: 900 }, at: DECISION });
    const places = new Set<string>();
    for (const name of SCREENS) {
      await tabs(page).getByRole('link', { name, exact: true }).click();
      await expect.poll(() => tabs(page).locator('[aria-current="page"]').textContent()).toBe(name);
      await heading(page).waitFor();
      const boxes = await tabs(page)
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().toJSON()));
      places.add(JSON.stringify(boxes));
    }
    expect([...places]).toHaveLength(1);
  });

  test('is gone from paper', async () => {
    const page = await openApp({ at: DECISION });
    await heading(page).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('banner').isVisible()).toBe(false);
  });
});

describe('coming to a screen', () => {
  test.each([
    ['c', 'Compare'],
    ['t', 'Tradeoffs'],
    ['s', 'Sources'],
    ['o', 'Studies'],
    ['g', 'Run a workshop'],
  ])('by the key %s: its heading has the focus, its top is in view, its name is the title', async (key, name) => {
    const page = await openApp({ at: DECISION, viewport: { width: 1024, height: 600 } });
    await heading(page).waitFor();
    await page.evaluate(() => window.scrollTo(0, 500));
    await page.keyboard.press(key);
    await expect.poll(() => page.title()).toMatch(new RegExp(`^${name} · .+ · Parley$`));
    await expect.poll(() => heading(page).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await page.keyboard.press('w');
    await expect.poll(() => heading(page).textContent()).toContain('How does Russia answer');
    await expect.poll(() => heading(page).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('by its tab: the tab keeps the focus', async () => {
    const page = await openApp();
    await heading(page).waitFor();
    const tab = tabs(page).getByRole('link', { name: 'Studies' });
    await tab.press('Enter');
    await expect.poll(() => page.title()).toMatch(/^Studies/);
    expect(await tab.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('going back', () => {
  test('onto a deleted step shows it, says so, and does not bring it back', async () => {
    const page = await openApp({ at: DECISION });
    await heading(page).waitFor();
    await page.keyboard.press('1');
    await expect.poll(() => page.url()).toContain('ceasefire.reply.');
    const list = page.getByRole('complementary', { name: 'Your line' }).getByRole('listitem');
    await expect.poll(() => list.count()).toBe(3);
    await page.keyboard.press('Delete');
    await expect.poll(() => list.count()).toBe(2);
    // The list is drawn a moment before the address is written.
    await expect.poll(() => page.url()).not.toContain('ceasefire.reply.');
    await page.goBack();
    await expect.poll(() => page.url()).toContain('ceasefire.reply.');
    const said = page.getByRole('complementary', { name: 'Your line' }).getByText('it was deleted');
    await said.waitFor();
    expect(await list.count()).toBe(2);
    await page.reload();
    await said.waitFor();
    expect(await list.count()).toBe(2);
    const open = page.locator('ol > li:has(h3 button) h3 button').first();
    await open.click();
    await expect.poll(() => list.count()).toBe(4);
    expect(await said.count()).toBe(0);
  });
});

describe('the About sheet', () => {
  test.each([...SCREENS])('is reached from %s, is clean, and gives the focus back', async (name) => {
    const page = await openApp();
    await tabs(page).getByRole('link', { name, exact: true }).click();
    await heading(page).waitFor();
    const settings = page.getByRole('button', { name: 'Settings' });
    await settings.click();
    await page.getByRole('button', { name: 'About Parley' }).click();
    const sheet = page.getByRole('dialog', { name: 'About Parley' });
    await sheet.waitFor();
    expect(await sheet.getByText('ES-11/1').count()).toBeGreaterThan(0);
    if (name === 'Walk') {
      const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      await screenshot(page, 'about');
    }
    await page.keyboard.press('Escape');
    await expect.poll(() => sheet.count()).toBe(0);
    expect(await settings.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
