import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openApp, screenshot } from './support/openApp.ts';
import { openWorkshop, pressTo } from './support/workshop.ts';

/** The page as it would print, kept beside the screenshots to be looked at. */
async function printed(page: Page, name: string): Promise<{ readonly pages: number }> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  writeFileSync(fileURLToPath(new URL(`./shots/${name}.pdf`, import.meta.url)), pdf);
  return { pages: pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0 };
}

const sheets = (page: Page) => page.getByRole('region', { name: 'Preview of the sheets' }).getByRole('article');
const announced = async (page: Page): Promise<number> =>
  Number.parseInt((await page.getByText(/^\d+ sheets? to print\.$/).textContent()) ?? '', 10);

describe('the print pack', () => {
  test('prints each sheet on one page, as many as it announced, without anything of the app', async () => {
    const page = await openApp({ at: '#/present/print' });
    await sheets(page).first().waitFor();
    await screenshot(page, 'print-pack');
    const said = await announced(page);
    expect(said).toBe(await sheets(page).count());
    expect((await printed(page, 'print-pack')).pages).toBe(said);
    await page.emulateMedia({ media: 'print' });
    for (const control of [page.getByRole('banner'), page.getByRole('button'), page.getByRole('checkbox')])
      for (const one of await control.all()) expect(await one.isVisible()).toBe(false);
    // Each sheet says where it comes from.
    expect(await sheets(page).filter({ hasText: 'kursk-2025@' }).count()).toBe(said);
  });

  test('prints every branch and every vantage point, one sheet a page', async () => {
    const page = await openApp({ at: '#/present/print' });
    await sheets(page).first().waitFor();
    for (const box of await page.getByRole('group', { name: 'Vantage points' }).getByRole('checkbox').all()) {
      await box.check();
    }
    const branch = page.getByLabel('Where the negotiation begins');
    for (const option of await branch.getByRole('option').all()) {
      await branch.selectOption((await option.getAttribute('value')) ?? '');
      const said = await announced(page);
      expect(said).toBe(await sheets(page).count());
      expect((await printed(page, `print-pack-${(await option.getAttribute('value')) ?? ''}`)).pages).toBe(said);
    }
  });

  test('prints what is ticked alone, says so where nothing is, and needs only a keyboard', async () => {
    const page = await openApp({ at: '#/present/print' });
    await sheets(page).first().waitFor();
    const parts = page.getByRole('group', { name: 'What to print' }).getByRole('checkbox');
    for (const part of await parts.all()) {
      await part.focus();
      await page.keyboard.press('Space');
    }
    expect(await page.getByText('Nothing is chosen.').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Print' }).count()).toBe(0);
    await page.getByRole('checkbox', { name: 'Ballots' }).check();
    const copies = page.getByRole('spinbutton', { name: 'Ballots of each decision' });
    await copies.fill('3');
    await copies.press('Enter');
    // Five decisions of the short cut, three slips of each on one sheet.
    await expect.poll(() => announced(page)).toBe(5);
    const slips = sheets(page).first().locator('section');
    expect(await slips.count()).toBe(3);
    expect(await slips.first().textContent()).toContain('Accept without conditions');
    expect(await slips.first().textContent()).toContain('Cannot say');
    expect((await printed(page, 'ballots')).pages).toBe(5);
  });

  test('has no accessibility fault, and no sideways scrolling on a phone', async () => {
    const page = await openApp({ at: '#/present/print', viewport: { width: 390, height: 844 } });
    await sheets(page).first().waitFor();
    await screenshot(page, 'print-pack-390');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
});

describe('the debrief sheet', () => {
  test('says where it will stand while no room is open', async () => {
    const page = await openApp({ at: '#/present/debrief' });
    await page.getByText('No room is open.').waitFor();
    expect(await page.getByRole('button', { name: 'Print' }).count()).toBe(0);
  });

  test('of a room of twenty minutes prints on one page and tells what was played, said and drawn', async () => {
    const workshop = await openWorkshop();
    const { console: page } = workshop;
    await pressTo(workshop, 'debrief');
    await page.keyboard.press('n');
    await page.keyboard.type('A room of twelve spoke for a while about who would check it. '.repeat(6));
    await page.keyboard.press('Escape');
    await page.goto(`${page.url().replace(/#.*/, '')}#/present/debrief`);
    const sheet = page.getByRole('article');
    await sheet.waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await screenshot(page, 'debrief-sheet');
    const told = (await sheet.textContent()) ?? '';
    for (const part of [
      'Round 1',
      'about who would check it',
      'Ukraine’s leverage at that point',
      'What was said',
      'Planned',
      'kursk-2025@',
    ])
      expect(told).toContain(part);
    // The Markdown holds every line of the sheet's lists.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Debrief (Markdown)' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
    const markdown = Buffer.concat(chunks).toString('utf8').replaceAll('\\', '').replaceAll('**', '');
    for (const item of await sheet.getByRole('listitem').allTextContents()) expect(markdown).toContain(item);
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    expect((await printed(page, 'debrief-sheet')).pages).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Print' }).count()).toBe(0);
    expect(await page.getByRole('banner').count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });
});
