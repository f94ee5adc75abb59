import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp, screenshot } from './support/openApp.ts';
import { openWorkshop, pressTo } from './support/workshop.ts';

/** Pages of a PDF: the dictionaries that call themselves one. */
async function printed(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

const sheetsOf = (page: Page) => page.locator('[data-print-page] section');

test('role sheets have one page each, the same parts for each side, and nothing of the page around them', async () => {
  const page = await openApp({ at: '#/present/print', colorScheme: 'dark' });
  await page.getByRole('region', { name: 'Ukraine’s table' }).waitFor();
  for (const kind of ['Ballots', 'Decision cards', 'Comparison sheet'])
    await page.getByRole('checkbox', { name: kind }).uncheck();
  await expect.poll(() => sheetsOf(page).count()).toBe(2);
  expect(await printed(page)).toBe(2);
  const [one, other] = await Promise.all(
    ['Ukraine’s table', 'Russia’s table'].map((name) => page.getByRole('region', { name }).innerText()),
  );
  const parts = (text = '') => text.split('\n').filter((line) => /^(What|Where|As each|Facts to|How we)/.test(line));
  expect(parts(one).map((line) => line.replaceAll('Ukraine', 'X'))).toEqual(
    parts(other).map((line) => line.replaceAll('Russia', 'X')),
  );
  const words = (text = '') => text.split(/\s+/).length;
  expect(Math.abs(words(one) - words(other)) / words(one)).toBeLessThan(0.2);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('banner').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Print' }).count()).toBe(0);
  const inks = await sheetsOf(page)
    .first()
    .evaluate((sheet) => getComputedStyle(sheet).color);
  expect(inks).toBe('rgb(28, 27, 24)');
});

test('every actor can have a sheet, and each stays on one page', async () => {
  const page = await openApp({ at: '#/present/print' });
  await page.getByRole('region', { name: 'Ukraine’s table' }).waitFor();
  for (const kind of ['Ballots', 'Decision cards', 'Comparison sheet'])
    await page.getByRole('checkbox', { name: kind }).uncheck();
  const actors = await page.getByRole('group', { name: 'Role sheets for' }).getByRole('checkbox').all();
  for (const actor of actors) await actor.check();
  for (const branch of ['ceasefire', 'surrender-demand', 'withdrawal']) {
    await page.getByRole('combobox').selectOption(branch);
    await expect.poll(() => page.getByText('Loading the texts').count()).toBe(0);
    await expect.poll(() => sheetsOf(page).count()).toBe(actors.length);
    expect(await printed(page), branch).toBe(actors.length);
  }
});

test('ballots carry every option, “cannot say” and a prediction; with cards and the comparison each keeps to its pages', async () => {
  const page = await openApp({ at: '#/present/print' });
  await page.getByRole('region', { name: 'Ukraine’s table' }).waitFor();
  await page.getByRole('checkbox', { name: 'Role sheets' }).uncheck();
  const ballot = page.getByRole('region', { name: 'How does Russia answer the 30-day proposal?' });
  expect(await ballot.getByText('Cannot say').count()).toBe(4);
  expect(await ballot.getByText('Offer a narrower ceasefire').count()).toBe(4);
  expect(await ballot.getByText('I think they will play:').count()).toBe(4);
  for (const branch of ['ceasefire', 'surrender-demand', 'withdrawal']) {
    await page.getByRole('combobox').selectOption(branch);
    await expect.poll(() => page.getByText('Loading the texts').count()).toBe(0);
    await expect.poll(async () => (await printed(page)) === (await sheetsOf(page).count())).toBe(true);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-print-page] section [class*="card"] > *')]
        .filter(
          (part) => part.getBoundingClientRect().bottom > (part.parentElement?.getBoundingClientRect().bottom ?? 0),
        )
        .map((part) => part.textContent),
    );
    expect(cut, branch).toEqual([]);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await screenshot(page, 'print-pack');
});

test('the debrief is one page; without a room its page says what to do', async () => {
  const workshop = await openWorkshop();
  const { console } = workshop;
  await pressTo(workshop, 'debrief');
  await console.keyboard.press('n');
  await console.keyboard.type('A room of twelve spoke for a while about who would check it. '.repeat(6));
  await console.keyboard.press('Escape');
  await console.goto(console.url().replace(/#.*/, '#/present/debrief'));
  await expect.poll(() => console.getByRole('article').innerText()).toContain('about who would check it');
  expect(await printed(console)).toBe(1);
  const empty = await openApp({ at: '#/present/debrief' });
  await expect.poll(() => empty.getByText('No room is open.').count()).toBe(1);
  await empty.getByRole('link', { name: 'Back to the console' }).click();
  await empty.getByRole('button', { name: 'Open the room' }).waitFor();
});
