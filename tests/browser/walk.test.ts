import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openApp, screenshot } from './support/openApp.ts';

const PHONE = { width: 390, height: 844 };
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const line = (page: Page) => page.getByRole('complementary', { name: 'Your line' });
const leverage = (page: Page) => page.getByRole('complementary', { name: 'Leverage now' });
const step = (page: Page, label: string) => line(page).getByRole('button', { name: label });

const CEASEFIRE = 'The 30-day ceasefire';
const CONDITIONS = 'Accept with conditions';
const OTHER = 'Reject';

/** Plays the first open option until the line has ended, with number keys alone. */
async function playToEnd(page: Page, first: string): Promise<void> {
  await page.keyboard.press(first);
  for (let moves = 0; moves < 20; moves += 1) {
    if (await page.getByText('An end of this line').isVisible()) return;
    const before = page.url();
    const open = page.locator('ol > li:has(h3 button)').first();
    const number = await open.locator('.key').first().textContent();
    await page.keyboard.press(number ?? '');
    await expect.poll(() => page.url()).not.toBe(before);
  }
  throw new Error('twenty moves and no end');
}

describe('the first minute', () => {
  test.each([
    ['laptop', { width: 1280, height: 720 }],
    ['phone', PHONE],
  ])(
    'needs nothing below the fold: date, what it is, what it is not, and three cards of equal size (%s)',
    async (name, viewport) => {
      const page = await openApp({ viewport });
      await expect.poll(() => page.getByText('As of 14 March 2025', { exact: true }).isVisible()).toBe(true);
      expect(await page.getByText('Not a forecast').isVisible()).toBe(true);
      const cards = await page.locator('section[aria-label="You choose the branch"] li').all();
      expect(cards).toHaveLength(3);
      const boxes = await Promise.all(cards.map((card) => card.boundingBox()));
      for (const box of boxes) {
        expect(box).not.toBeNull();
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
        expect(Math.abs((box?.width ?? 0) - (boxes[0]?.width ?? 0))).toBeLessThan(2);
      }
      await screenshot(page, `table-${name}`);
    },
  );

  test('a card is played with one click; what moved, by how much and why is said on the same screen', async () => {
    const page = await openApp();
    await page.getByRole('button', { name: CEASEFIRE }).click();
    await expect.poll(() => heading(page).textContent()).toContain('How does Russia answer');
    await page.getByRole('button', { name: CONDITIONS, exact: true }).click();
    const said = page.getByRole('status').filter({ hasText: 'Russia' });
    await expect.poll(() => said.textContent()).toMatch(/Russia [+−]\d+: it .+\([+−]\d+\)/);
    expect(await said.textContent()).toMatch(/Ukraine/);
    await screenshot(page, 'decision-1280');
  });

  test('rewinding is one button, the other turn is kept, and both stand in the list', async () => {
    const page = await openApp();
    await page.getByRole('button', { name: CEASEFIRE }).click();
    await page.getByRole('button', { name: CONDITIONS, exact: true }).click();
    await page.getByRole('button', { name: 'Back, and try another' }).click();
    await expect.poll(() => heading(page).textContent()).toContain('How does Russia answer');
    await page.getByRole('button', { name: 'On along your line' }).click();
    await expect.poll(() => page.url()).toContain('ceasefire.reply.conditional');
    await page.getByRole('button', { name: 'Back, and try another' }).click();
    await expect.poll(() => heading(page).textContent()).toContain('How does Russia answer');
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Reject/ })
      .click();
    await expect.poll(() => step(page, OTHER).count()).toBe(1);
    expect(await step(page, CONDITIONS).count()).toBe(1);
    await step(page, CONDITIONS).click();
    await expect.poll(() => page.url()).toContain('ceasefire.reply.conditional');
  });

  test('the basis of any number is one tap away', async () => {
    const page = await openApp({ at: '#/walk/table.ceasefire,ceasefire.reply.conditional' });
    for (const name of ['Is believed', 'Something to give']) {
      await leverage(page).getByRole('button', { name }).first().click();
      const sheet = page.getByRole('dialog');
      await expect.poll(() => sheet.textContent()).toMatch(/Judgement|From facts/);
      expect(await sheet.textContent()).toContain('Scores are judgements by');
      await page.keyboard.press('Escape');
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    }
    await page
      .getByRole('button', { name: /^Why these numbers: / })
      .first()
      .click();
    await expect.poll(() => page.getByRole('dialog').textContent()).toMatch(/adds|sets to|multiplies by/);
  });
});

describe('keyboard alone', () => {
  test.each(['1', '2', '3'])('branch %s is walked to an end', async (branch) => {
    const page = await openApp();
    await heading(page).waitFor();
    await playToEnd(page, branch);
    await screenshot(page, `end-of-branch-${branch}`);
    expect(await page.getByText(/An end of this line · (An|No) agreement/).isVisible()).toBe(true);
  });

  test('stepping, varying, marking, deleting and undoing each have a key, and ? lists them', async () => {
    const page = await openApp();
    await heading(page).waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('2');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('3');
    await expect.poll(() => page.url()).toContain('ceasefire.reply.stall');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.url()).toContain('ceasefire.reply.conditional');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('m');
    await expect.poll(() => step(page, 'Study it further').textContent()).toContain('!');
    await page.keyboard.press('Delete');
    await expect.poll(() => step(page, 'Study it further').count()).toBe(0);
    await page.keyboard.press('z');
    await expect.poll(() => step(page, 'Study it further').count()).toBe(1);
    await page.keyboard.press('Home');
    await expect.poll(() => heading(page).textContent()).toBe('Where do you want to begin?');
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard' });
    await expect.poll(() => help.isVisible()).toBe(true);
    expect(await help.locator('dt').count()).toBeGreaterThan(12);
    await page.keyboard.press('1');
    await page.keyboard.press('Escape');
    await expect.poll(() => heading(page).textContent()).toBe('Where do you want to begin?');
  });

  test('a pause while writing keeps what was written, and neither moves the reader nor eats a space', async () => {
    const page = await openApp({ at: '#/walk/table.ceasefire' });
    const name = page.getByLabel('Name of this line');
    await name.click();
    await page.keyboard.type('Plan ');
    await expect.poll(() => page.getByRole('button', { name: /Plan/ }).count(), { timeout: 5000 }).toBe(1);
    await page.keyboard.type('B');
    expect(await name.inputValue()).toBe('Plan B');
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
  });

  test('a key that is pressed as soon as the page is seen is heard', async () => {
    const page = await openApp();
    await heading(page).waitFor();
    await page.addInitScript(() => {
      const seen = new MutationObserver(() => {
        if (document.querySelector('h1') === null) return;
        seen.disconnect();
        window.dispatchEvent(new KeyboardEvent('keydown', { key: 'o', bubbles: true }));
      });
      seen.observe(document, { subtree: true, childList: true });
    });
    await page.reload();
    await expect.poll(() => page.url()).toContain('/studies');
  });

  test('keys pause while somebody writes, and can be switched off', async () => {
    const page = await openApp({ at: '#/walk/table.ceasefire' });
    await page.getByLabel('Your note on this step').fill('1 or 2?');
    await page.keyboard.press('1');
    expect(page.url()).not.toContain('reply');
    await heading(page).click();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('Single-key shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await heading(page).click();
    await page.keyboard.press('1');
    expect(page.url()).not.toContain('reply');
  });
});

describe('a line is kept', () => {
  const LINK = '#/walk/table.ceasefire,ceasefire.reply.stall,ceasefire.mediation.deadline';

  test('a link alone rebuilds it, step by step', async () => {
    const page = await openApp({ at: LINK });
    await expect.poll(() => step(page, 'Study it further').count()).toBe(1);
    expect(await heading(page).textContent()).toContain('What does Russia do?');
  });

  test('a link made with another state of the scenario says so, and still leads there', async () => {
    const page = await openApp({ at: '#/kursk-2025@0.9.0.00000000/walk/table.ceasefire,ceasefire.reply.stall' });
    const alert = page.getByRole('alert');
    await expect.poll(() => alert.textContent()).toContain('kursk-2025@0.9.0.00000000');
    expect(await step(page, 'Study it further').count()).toBe(1);
    await alert.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.url()).toMatch(/#\/kursk-2025@\d+\.\d+\.\d+\.[0-9a-f]{8}\/walk\/table\.ceasefire$/);
    expect(await alert.count()).toBe(0);
  });

  test('what no longer fits the scenario is dropped and said', async () => {
    const page = await openApp({
      at: '#/walk/table.ceasefire,ceasefire.reply.stall,ceasefire.reply.gone,ceasefire.x.y',
    });
    const alert = page.getByRole('alert');
    await expect.poll(() => alert.textContent()).toContain('2 steps of this line no longer fit');
    expect(page.url()).toContain('ceasefire.reply.stall');
    await expect.poll(() => page.url()).not.toContain('gone');
    await alert.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => alert.count()).toBe(0);
  });

  test('variations, notes and marks survive a reload', async () => {
    const page = await openApp({ at: LINK });
    await heading(page).waitFor();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.url()).not.toContain('deadline');
    await page.keyboard.press('2');
    await expect.poll(() => step(page, 'Press Ukraine again').getAttribute('aria-current')).toBe('step');
    await page.getByLabel('Your note on this step').fill('Ask the group about this');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => line(page).getByRole('listitem').filter({ hasText: 'Press Ukraine again' }).last().textContent())
      .toContain('Ask the group about this');
    const written = await line(page).getByRole('listitem').allTextContents();
    await page.reload();
    await expect.poll(() => line(page).getByRole('listitem').allTextContents()).toEqual(written);
    await page.goto(page.url().replace(/#.*/, ''));
    await expect.poll(() => line(page).getByRole('listitem').count()).toBe(written.length);
  });

  test('two tabs write at once and neither loses a step', async () => {
    const page = await openApp({ at: '#/walk/table.ceasefire' });
    const second = await page.context().newPage();
    await second.goto(`${page.url().replace(/#.*/, '')}#/walk/table.ceasefire`);
    await heading(second).waitFor();
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Reject/ })
      .click();
    await second.getByRole('button', { name: 'Study it further', exact: true }).click();
    for (const tab of [page, second]) {
      await expect.poll(() => step(tab, OTHER).count()).toBe(1);
      await expect.poll(() => step(tab, 'Study it further').count()).toBe(1);
    }
    await second.reload();
    await expect.poll(() => step(second, OTHER).count()).toBe(1);
  });

  test('a newer Parley in another tab may change the store, and this tab then says that it keeps nothing', async () => {
    const page = await openApp({ at: '#/walk/table.ceasefire' });
    await page.getByText('Kept as you write').waitFor();
    const answer = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.open('parley', 99);
          request.onblocked = () => resolve('blocked');
          request.onsuccess = () => {
            request.result.close();
            resolve('opened');
          };
        }),
    );
    expect(answer).toBe('opened');
    await page.getByRole('button', { name: '! strong' }).click();
    await page.getByText('This browser keeps nothing').waitFor();
  });

  test('the browser’s Back and Forward step along the line', async () => {
    const page = await openApp();
    await page.getByRole('button', { name: CEASEFIRE }).click();
    await page.getByRole('button', { name: CONDITIONS, exact: true }).click();
    await expect.poll(() => page.url()).toContain('conditional');
    await page.goBack();
    await expect.poll(() => heading(page).textContent()).toContain('How does Russia answer');
    await page.goForward();
    await expect.poll(() => page.url()).toContain('conditional');
    await expect.poll(() => heading(page).textContent()).not.toContain('How does Russia answer');
  });
});

describe('shocks and closed options', () => {
  test('a shock joins the line, moves leverage and can be stepped back from', async () => {
    const page = await openApp({ at: '#/walk/table.ceasefire' });
    const before = await leverage(page)
      .getByRole('button', { name: /^Ukraine/ })
      .textContent();
    await page.getByRole('button', { name: 'Frozen again' }).click();
    await expect.poll(() => line(page).textContent()).toContain('Frozen again');
    expect(
      await leverage(page)
        .getByRole('button', { name: /^Ukraine/ })
        .textContent(),
    ).not.toBe(before);
    await page.keyboard.press('ArrowLeft');
    await expect
      .poll(() =>
        leverage(page)
          .getByRole('button', { name: /^Ukraine/ })
          .textContent(),
      )
      .toBe(before);
  });

  test('a closed option stays in sight and says why it is closed', async () => {
    const page = await openApp({ at: '#/walk/table.withdrawal,shock.kurskArea.none' });
    await expect.poll(() => page.getByText(/Closed: needs .+ of at least 5 km²; now 0 km²/).count()).toBeGreaterThan(0);
    await screenshot(page, 'closed-options');
  });
});

describe('access', () => {
  test.each(['light', 'dark'] as const)(
    'axe finds nothing on the table, a decision, an end and a sheet (%s)',
    async (colorScheme) => {
      const page = await openApp({ colorScheme });
      const clean = async () => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await heading(page).waitFor();
      await clean();
      await page.keyboard.press('1');
      await page.getByRole('button', { name: CONDITIONS, exact: true }).waitFor();
      await clean();
      await leverage(page).getByRole('button', { name: 'Is believed' }).first().click();
      await page.getByRole('dialog').waitFor();
      await clean();
      await page.keyboard.press('Escape');
      await playToEnd(page, '3');
      await clean();
      await screenshot(page, `end-${colorScheme}`);
    },
  );

  test.each([320, 390, 768, 1000, 1440, 1920])('nothing runs out of a page %i px wide', async (width) => {
    const page = await openApp({
      at: '#/walk/table.ceasefire,ceasefire.reply.conditional',
      viewport: { width, height: 844 },
    });
    await heading(page).waitFor();
    await page.locator('svg.recharts-surface').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await screenshot(page, `decision-${width}`);
  });

  test('the leverage chart has a name, a caption in words and a table beside it', async () => {
    const page = await openApp({ at: '#/walk/table.ceasefire,ceasefire.reply.conditional' });
    const chart = page.locator('svg.recharts-surface[role]').first();
    await chart.waitFor();
    const name = await chart.evaluate(
      (svg) => svg.querySelector('title')?.textContent ?? svg.getAttribute('aria-label'),
    );
    expect(name).toBeTruthy();
    const region = page.getByRole('region', { name: 'Leverage along this line' });
    expect(await region.locator('table tbody tr').count()).toBe(3);
  });

  test('the chart arrives without moving what is there', async () => {
    const page = await openApp();
    await page.locator('svg.recharts-surface').first().waitFor();
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let total = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) total += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(total), 300);
        }),
    );
    expect(shift).toBeLessThan(0.05);
  });
});
