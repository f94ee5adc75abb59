import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openApp, screenshot } from './support/openApp.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Find' });
const field = (page: Page) => palette(page).getByRole('combobox');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const chosen = (page: Page) => palette(page).locator('[aria-selected="true"]');
const DECISION = '#/walk/table.ceasefire';

async function openPalette(page: Page): Promise<void> {
  await heading(page).waitFor();
  await page.keyboard.press('Control+k');
  await palette(page).waitFor();
}

describe('the command palette', () => {
  test('opens by key, finds a decision by a few letters with a slip, and goes to a line that leads there', async () => {
    const page = await openApp();
    await openPalette(page);
    await field(page).fill('rusia answer');
    await expect
      .poll(() => palette(page).getByRole('group', { name: 'Decisions' }).getByRole('option').count())
      .toBeGreaterThan(0);
    await screenshot(page, 'palette-1280');
    const option = palette(page).getByRole('group', { name: 'Decisions' }).getByRole('option').first();
    const title = (await option.locator('span').first().textContent()) ?? '';
    await option.click();
    await expect.poll(() => heading(page).textContent()).toBe(title);
    await expect.poll(() => heading(page).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await palette(page).count()).toBe(0);
  });

  test('by keyboard alone: the focus stays in the field, arrows choose and go round, Enter goes there', async () => {
    const page = await openApp({ at: DECISION });
    await openPalette(page);
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
    const first = (await chosen(page).textContent()) ?? '';
    await page.keyboard.press('ArrowUp');
    const last = (await chosen(page).textContent()) ?? '';
    expect(last).not.toBe(first);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => chosen(page).textContent()).toBe(first);
    const active = await field(page).getAttribute('aria-activedescendant');
    expect(await chosen(page).getAttribute('id')).toBe(active);
    await page.keyboard.type('sources');
    await expect.poll(() => chosen(page).textContent()).toBe('Sources');
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page).textContent()).toBe('Sources');
    await expect.poll(() => heading(page).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('plays an option of the present decision, which can be undone', async () => {
    const page = await openApp({ at: DECISION });
    await openPalette(page);
    await page.keyboard.type('accept with conditions');
    await expect.poll(() => chosen(page).textContent()).toBe('Accept with conditions');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('ceasefire.reply.conditional');
    await page.keyboard.press('z');
    await expect.poll(() => page.url()).not.toContain('ceasefire.reply.conditional');
  });

  test('finds a fact by its number and shows it on Sources', async () => {
    const page = await openApp();
    await openPalette(page);
    await page.keyboard.type('f51');
    await expect.poll(() => chosen(page).textContent()).toContain('F51');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('#/sources/F51');
  });

  test('finds a line by the name that its reader gave it', async () => {
    const page = await openApp({ at: DECISION });
    await page.getByLabel('Name of this line').fill('The quiet week');
    await page.keyboard.press('Tab');
    await openPalette(page);
    await page.keyboard.type('quiet');
    await expect
      .poll(() => palette(page).getByRole('group', { name: 'Your named lines' }).getByRole('option').count())
      .toBe(1);
  });

  test('acts: dark and back, and Escape closes with the focus where it was', async () => {
    const page = await openApp();
    await heading(page).waitFor();
    const find = page.getByRole('banner').getByRole('button', { name: 'Find' });
    await find.click();
    await field(page).fill('dark');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await find.click();
    await palette(page).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => palette(page).count()).toBe(0);
    expect(await find.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('opens the list of keys and the About sheet, and these stay open', async () => {
    const page = await openApp();
    await openPalette(page);
    await page.keyboard.type('about');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'About Parley' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await openPalette(page);
    await page.keyboard.type('shortcuts');
    await page.keyboard.press('Enter');
    const keys = page.getByRole('dialog', { name: 'Keyboard' });
    await keys.waitFor();
    expect(await keys.getByText('Find a screen, a decision, an end or a fact').count()).toBe(1);
    for (const key of ['C', 'T', 'O', 'G', '/']) expect(await keys.locator(`kbd:text-is("${key}")`).count()).toBe(1);
  });

  test('says how many it found, and says so when nothing answers', async () => {
    const page = await openApp();
    await openPalette(page);
    const said = palette(page).getByRole('status');
    await field(page).fill('ceasefire');
    await expect.poll(() => said.textContent()).toMatch(/results/);
    expect(await palette(page).locator('mark').count()).toBeGreaterThan(0);
    await field(page).fill('xyzzyx');
    await expect.poll(() => said.textContent()).toBe('Nothing answers to this.');
    expect(await palette(page).getByText('Try fewer letters').isVisible()).toBe(true);
    expect(await field(page).getAttribute('aria-expanded')).toBe('false');
  });

  test('the key works while somebody types, a slash does not', async () => {
    const page = await openApp({ at: DECISION });
    const note = page.getByLabel('Your note on this step');
    await note.fill('and');
    await note.press('/');
    await expect.poll(() => note.inputValue()).toBe('and/');
    expect(await palette(page).count()).toBe(0);
    await note.press('Control+k');
    await palette(page).waitFor();
  });

  test('on Sources a slash leads to the search in facts', async () => {
    const page = await openApp({ at: '#/sources' });
    const search = page.getByRole('searchbox');
    await search.waitFor();
    await page.keyboard.press('/');
    await expect.poll(() => search.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await palette(page).count()).toBe(0);
    await page.keyboard.press('Control+k');
    await palette(page).waitFor();
  });

  test.each([
    ['laptop', { width: 1280, height: 800 }, 'light'],
    ['phone', { width: 390, height: 844 }, 'dark'],
    ['small phone', { width: 320, height: 568 }, 'light'],
  ] as const)('is clean for assistive technology and fits (%s)', async (name, viewport, colorScheme) => {
    const page = await openApp({ viewport, colorScheme });
    await heading(page).waitFor();
    await page.getByRole('banner').getByRole('button', { name: 'Find' }).click();
    for (const query of ['', 'kursk', 'xyzzyx']) {
      await field(page).fill(query);
      await palette(page)
        .getByRole('status')
        .filter({ hasText: query === 'xyzzyx' ? 'Nothing' : 'result' })
        .waitFor();
      const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      const box = await palette(page).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(viewport.width);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
      if (query === 'kursk') await screenshot(page, `palette-${name.replace(' ', '-')}`);
    }
  });
});
