import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openApp, screenshot } from './support/openApp.ts';

const LINE = '#/walk/table.ceasefire,ceasefire.reply.stall,ceasefire.mediation.deadline';
const OTHER = '#/walk/table.ceasefire,ceasefire.reply.conditional';

const said = (page: Page) => page.getByRole('main').getByRole('status').first();
const chapters = (page: Page) => page.locator('main ol > li:has(h4)');

/** Walks two lines and keeps each as a chapter, then goes to Studies. */
async function keepTwo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep as chapter' }).click();
  await page.goto(`${page.url().replace(/#.*/, '')}${OTHER}`);
  await expect.poll(() => page.getByRole('button', { name: 'Keep as chapter' }).count()).toBe(1);
  await page.keyboard.press('k');
  await page.getByRole('button', { name: 'This line is a chapter' }).waitFor();
  await page.keyboard.press('o');
  await expect.poll(() => chapters(page).count()).toBe(2);
}

describe('studies', () => {
  test('two lines are kept as chapters, named, ordered and walked', async () => {
    const page = await openApp({ at: LINE });
    await keepTwo(page);
    await screenshot(page, 'studies-two');
    expect(await said(page).textContent()).toBe('');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
});
