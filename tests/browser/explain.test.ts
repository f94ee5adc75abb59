import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { openApp, screenshot } from './support/openApp.ts';

const LINE = '#/walk/table.ceasefire,ceasefire.reply.conditional,shock.usAid.frozen,ceasefire.terms.refuse';
const PHONE = { width: 390, height: 844 };

const leverage = (page: Page) => page.getByRole('complementary', { name: 'Leverage now' });
const sheet = (page: Page) => page.getByRole('dialog').last();
const clean = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);

/** Every number in a text, with its sign. */
const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/[−+]?\d+/g)].map(([number]) => Number(number.replace('−', '-')));

/** Plays the first open option until the line has ended. */
async function toEnd(page: Page, first: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press(first);
  for (let moves = 0; moves < 20; moves += 1) {
    if (await page.getByText('An end of this line').isVisible()) return;
    const before = page.url();
    const number = await page.locator('ol > li:has(h3 button)').first().locator('.key').first().textContent();
    await page.keyboard.press(number ?? '');
    await expect.poll(() => page.url()).not.toBe(before);
  }
  throw new Error('twenty moves and no end');
}

describe('a waterfall', () => {
  test('opens by key from the last step, driver by driver, and gives the focus back', async () => {
    const page = await openApp({ at: LINE });
    const opener = page.getByRole('button', { name: 'Driver by driver' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const figure = sheet(page).getByRole('figure');
    await figure.getByRole('img').waitFor();
    expect(await figure.getByRole('heading', { level: 3 }).textContent()).toMatch(/^Ukraine’s leverage .+ at “Refuse/);
    expect(await figure.getByRole('toolbar').getByRole('button').count()).toBe(7);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('of the whole line begins and ends where leverage does, and its table names every step', async () => {
    const page = await openApp({ at: LINE });
    await leverage(page).getByRole('button', { name: 'How did it get here?' }).click();
    const figure = sheet(page).getByRole('figure');
    await figure.getByRole('img').waitFor();
    for (const name of ['Ukraine', 'Russia', 'United States']) {
      await sheet(page).getByRole('button', { name, exact: true }).click();
      await expect.poll(() => figure.getByRole('heading', { level: 3 }).textContent()).toContain(`${name}’s leverage`);
      await figure.locator('details').evaluate((details) => details.setAttribute('open', ''));
      const cells = await figure.locator('tbody td').allTextContents();
      expect(cells).toHaveLength(6);
      const [start = Number.NaN, ...rest] = cells.map((cell) => numbersIn(cell)[0] ?? Number.NaN);
      const end = rest.pop() ?? Number.NaN;
      // Each is rounded to a whole point.
      const sum = rest.reduce((total, change) => total + change, start);
      expect(Math.abs(sum - end)).toBeLessThanOrEqual(3);
      const shown = leverage(page).getByRole('button', { name: new RegExp(`^${name} `), includeHidden: true });
      expect(await shown.first().textContent()).toMatch(
        new RegExp(`${end}\\D+${(numbersIn(cells.at(-1) ?? '').slice(1)).join(' to ')}$`),
      );
    }
  });

  test('switches between the step and the line by key, and each row opens its own basis over it', async () => {
    const page = await openApp({ at: LINE });
    await page.getByRole('button', { name: 'Driver by driver' }).click();
    await sheet(page).getByRole('img').waitFor();
    await sheet(page).getByRole('button', { name: 'The whole line' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => sheet(page).getByRole('heading', { level: 3 }).textContent()).toContain('over 4 steps');
    const rows = sheet(page).getByRole('toolbar').getByRole('button');
    await rows.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(2);
    expect(await sheet(page).getByRole('heading', { level: 2 }).textContent()).toContain('Frozen again');
    await expect.poll(() => sheet(page).textContent()).toMatch(/adds −\d/);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(1);
    expect(await rows.nth(2).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test.each([
    ['light', { width: 1280, height: 800 }],
    ['dark', PHONE],
  ] as const)('axe finds nothing in it (%s)', async (colorScheme, viewport) => {
    const page = await openApp({ at: LINE, colorScheme, viewport });
    await leverage(page).getByRole('button', { name: 'How did it get here?' }).click();
    await sheet(page).getByRole('img').waitFor();
    await clean(page);
    await screenshot(page, `waterfall-${colorScheme}`);
  });
});

describe('the basis of a number', () => {
  test('of a score holds its range within its envelope, which is shown when asked for', async () => {
    const page = await openApp({ at: LINE });
    await leverage(page)
      .getByRole('button', { name: /^Ukraine/ })
      .click();
    await sheet(page).getByText('The envelope').waitFor();
    expect(await sheet(page).textContent()).not.toContain('No draw lies outside');
    const [, low = Number.NaN, high = Number.NaN] = numbersIn(
      (await sheet(page)
        .getByText(/^Now: \d+, range/)
        .first()
        .textContent()) ?? '',
    );
    await sheet(page).getByText('The envelope').click();
    const said = sheet(page).getByText(/^If every estimate/);
    await said.waitFor();
    const [least = Number.NaN, most = Number.NaN] = numbersIn((await said.textContent()) ?? '');
    expect(least).toBeLessThan(low);
    expect(most).toBeGreaterThan(high);
  });

  test('every score, driver and moved indicator on Walk opens one in a single tap, the others’ too', async () => {
    const page = await openApp({ at: LINE });
    for (const name of [/^United States 5\d/, /^Ukraine/, 'Hurt less by delay']) {
      await leverage(page).getByRole('button', { name }).first().click();
      await expect.poll(() => sheet(page).textContent()).toMatch(/Now: \d+, range/);
      await page.keyboard.press('Escape');
    }
    const moved = page.getByRole('main').locator('p').filter({ hasText: 'Also moved' }).getByRole('button');
    expect(await moved.count()).toBeGreaterThan(2);
    await moved.first().click();
    await expect.poll(() => sheet(page).textContent()).toContain('At the reading date');
  });

  test('a closed option’s number opens its own', async () => {
    const page = await openApp({ at: '#/walk/table.withdrawal,shock.kurskArea.none' });
    await page
      .getByRole('button', { name: 'Where this number comes from: Kursk area held by Ukraine' })
      .first()
      .click();
    await expect.poll(() => sheet(page).textContent()).toMatch(/Now: 0 km²/);
  });
});

describe('what would change a decision', () => {
  test('stands under its options, with how firm its numbers are for whoever asks', async () => {
    const page = await openApp({ at: '#/walk/table.ceasefire' });
    await page.getByRole('heading', { name: 'What would change this' }).waitFor();
    const firm = page.locator('details').filter({ hasText: 'How firm are these numbers?' });
    expect(await firm.getByRole('listitem').count()).toBe(0);
    await firm.locator('summary').click();
    await expect.poll(() => firm.getByRole('listitem').count()).toBe(2);
    expect(await firm.getByRole('listitem').first().textContent()).toMatch(/the open options lie \d+ points? apart/);
    await firm.getByRole('button', { name: 'Why these numbers' }).click();
    await expect.poll(() => sheet(page).textContent()).toMatch(/adds|sets to/);
  });

  test('names closed options that wait for the same together', async () => {
    const page = await openApp({ at: '#/walk/table.withdrawal,shock.kurskArea.none' });
    await page.getByText('How firm are these numbers?').click();
    await page
      .getByText(/^“Hold the line”, .+ and “Reinforce” are open only where Kursk area .+ at least 5 km²\.$/)
      .waitFor();
    await clean(page);
  });
});

describe('an end', () => {
  test.each([
    ['light', { width: 1440, height: 900 }],
    ['dark', PHONE],
  ] as const)(
    'shows twelve indicators as ranges, each with its basis, and axe finds nothing (%s)',
    async (colorScheme, viewport) => {
      const page = await openApp({ colorScheme, viewport });
      await toEnd(page, '2');
      const section = page
        .getByRole('main')
        .locator('section')
        .filter({ has: page.getByRole('heading', { name: 'Where things stand at this end' }) })
        .last();
      await section.getByRole('img').waitFor();
      const rows = section.getByRole('toolbar').getByRole('button');
      expect(await rows.count()).toBe(12);
      for (const row of await rows.all()) {
        expect(await row.getAttribute('aria-label')).toMatch(
          /^.+: [\d,]+.* at the start, [\d,]+.* here, range (about )?[\d,]+/,
        );
      }
      await rows.nth(8).click();
      await expect.poll(() => sheet(page).textContent()).toContain('Process seen as fair');
      await page.keyboard.press('Escape');
      await clean(page);
      await fits(page);
      await screenshot(page, `end-page-${colorScheme}`);
    },
  );

  test('shows what it is worth to each, says that the scales differ, and opens each stake', async () => {
    const page = await openApp();
    await toEnd(page, '1');
    const section = page
      .getByRole('main')
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'What it is worth to each' }) })
      .last();
    await section.getByRole('img').waitFor();
    expect(await section.textContent()).toContain('cannot be compared or added');
    expect(await section.getByRole('heading', { level: 3 }).textContent()).not.toMatch(/\d/);
    await section.getByRole('button', { name: /^Russia: / }).click();
    await expect.poll(() => sheet(page).textContent()).toContain('Points of different actors are not comparable');
    const points = (await sheet(page).locator('tbody td:last-child').allTextContents()).map(Number);
    const [total = Number.NaN] = (await sheet(page).locator('tfoot td:last-child').allTextContents()).map(Number);
    expect(points).toHaveLength(9);
    expect(Math.abs(points.reduce((sum, each) => sum + each, 0) - total)).toBeLessThanOrEqual(4);
    await sheet(page).getByRole('button', { name: 'Kursk area held by Ukraine' }).click();
    await expect.poll(() => sheet(page).textContent()).toMatch(/Worth 0 % at 200 km², .+It makes up|It makes up 20 %/);
    await sheet(page).getByRole('button', { name: 'Back' }).click();
    await expect
      .poll(() => sheet(page).getByRole('heading', { level: 2 }).textContent())
      .toContain('Russia, what this is worth');
  });

  test('says what it does not say, shows durability as twenty cases, and leads to a comparison of its line', async () => {
    const page = await openApp();
    await toEnd(page, '1');
    await page.getByRole('heading', { name: 'What this does not say' }).waitFor();
    const main = page.getByRole('main');
    for (const sentence of ['Nobody has forecast anything', 'Ends are not ranked', 'no verdict is given'])
      expect(await main.textContent()).toContain(sentence);
    const cases = main
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'An opinion shown as 20 cases' }) })
      .last();
    expect(await cases.getByRole('img').locator('circle').count()).toBe(20);
    const line = new URL(page.url()).hash.replace(/^#\/[^/]+\/walk\//, '');
    const href = await main.getByRole('link', { name: 'Compare with another line' }).getAttribute('href');
    expect(href).toMatch(/^#\/kursk-2025@[^/]+\/compare\//);
    expect(href?.endsWith(`/compare/${line}`)).toBe(true);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => main.getByText('What this does not say').count()).toBe(0);
  });
});

describe('what happened next', () => {
  /** Words of what happened next that stand nowhere else, not among the facts either. */
  const AFTER = 'No separate announcement was made';
  const summary = (page: Page) => page.locator('summary').filter({ hasText: 'What happened next' });

  test('is neither on the page nor fetched before somebody asks, and then stands in order with its facts', async () => {
    const page = await openApp();
    const fetched: string[] = [];
    page.on('response', async (response) => {
      if (/\.js$/.test(response.url())) fetched.push(await response.text().catch(() => ''));
    });
    await page.reload();
    await toEnd(page, '3');
    await summary(page).waitFor();
    await page.waitForLoadState('networkidle');
    await expect.poll(() => fetched.length).toBeGreaterThan(5);
    expect(fetched.filter((script) => script.includes(AFTER))).toHaveLength(0);
    expect(await page.locator('body').textContent()).not.toContain(AFTER);
    await summary(page).focus();
    await page.keyboard.press('Enter');
    const rows = page
      .locator('details')
      .filter({ has: summary(page) })
      .getByRole('listitem');
    await expect.poll(() => rows.count()).toBeGreaterThan(5);
    await expect.poll(() => fetched.some((script) => script.includes(AFTER))).toBe(true);
    const days = await rows
      .locator('time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    expect(days).toEqual([...days].sort());
    for (const day of days) expect(day > '2025-03-14').toBe(true);
    for (const row of await rows.all())
      expect(await row.getByRole('link', { name: /^Fact/ }).count()).toBeGreaterThan(0);
    expect(await page.getByText(/could know this on 14 March 2025.+proves no line right or wrong/).count()).toBe(1);
    await clean(page);
    await rows.getByRole('link', { name: /^Fact X16,/ }).click();
    await page.getByRole('button', { name: 'Show it all the same' }).click();
    const entry = page.getByRole('article').filter({ hasText: 'X16' });
    await expect.poll(() => entry.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.goBack();
    await summary(page).waitFor();
  });

  test('is not offered before an end', async () => {
    const page = await openApp({ at: LINE });
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await summary(page).count()).toBe(0);
  });

  test('that cannot be loaded is told, and can be asked for again', async () => {
    const watched = await openApp();
    // A profile of its own: that a file is missing is what this is about, and no fault.
    const context = await watched
      .context()
      .browser()
      ?.newContext({ baseURL: inject('appUrl') });
    const page = await context?.newPage();
    if (page === undefined) throw new Error('the browser opened no profile');
    await page.route(/\/afterwards-[^/]+\.js$/, (route) => route.abort());
    await page.goto(inject('appUrl'));
    await toEnd(page, '3');
    await summary(page).click();
    const part = page.locator('details').filter({ has: summary(page) });
    await part.getByText('What happened next could not be loaded').waitFor();
    await page.unroute(/\/afterwards-[^/]+\.js$/);
    await part.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => part.getByRole('listitem').count()).toBeGreaterThan(5);
    await context?.close();
  });
});
