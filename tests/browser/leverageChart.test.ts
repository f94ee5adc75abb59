import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openApp, screenshot } from './support/openApp.ts';

const TURN = '#/walk/table.ceasefire,ceasefire.reply.conditional';
/** Forty steps, as long as a line gets when somebody plays with shocks. */
const LONG = `#/walk/table.ceasefire,${Array.from({ length: 39 }, (_, at) => `shock.usAid.${['frozen', 'flowing'][at % 2]}`).join(',')}`;

const figure = (page: Page) => page.getByRole('figure');
const chart = (page: Page) => figure(page).getByRole('img');
const steps = (page: Page) => figure(page).getByRole('toolbar').getByRole('button');

describe('leverage along the line', () => {
  test('every chart on the page has a name and a description in words', async () => {
    const page = await openApp({ at: TURN });
    await chart(page).waitFor();
    const surfaces = page.locator('svg.recharts-surface');
    expect(await surfaces.count()).toBeGreaterThan(0);
    for (const surface of await surfaces.all()) {
      const { role, title, desc } = await surface.evaluate((svg) => ({
        role: svg.getAttribute('role'),
        title: svg.querySelector('title')?.textContent,
        desc: svg.querySelector('desc')?.textContent,
      }));
      expect(role).toBe('img');
      expect(title).toBe('Leverage along this line');
      expect(desc).toMatch(/^At step 2, .+ Start: Ukraine \d+, range \d+ to \d+; .+ Step 2, Accept with conditions: /);
    }
    expect(await page.getByRole('img', { name: 'Leverage along this line' }).count()).toBe(1);
  });

  test('its title is its finding, and its table holds the same numbers as its steps', async () => {
    const page = await openApp({ at: TURN });
    await chart(page).waitFor();
    expect(await figure(page).locator('figcaption').textContent()).toMatch(
      /^At step 2, \w+ stands \d+ points? above \w+ \(−?\d+ to \d+ on the same judgements\)(\.|: .+)$/,
    );
    await figure(page).locator('summary').click();
    const rows = await figure(page).locator('tbody tr').all();
    const names = await steps(page).evaluateAll((buttons) =>
      buttons.map((button) => button.getAttribute('aria-label')),
    );
    expect(names).toHaveLength(3);
    expect(rows).toHaveLength(3);
    for (const [index, row] of rows.entries()) {
      const [ukraine, russia] = (await row.locator('td').allTextContents()).map((cell) =>
        cell.replace(' ', ', range '),
      );
      expect(names[index]).toContain(`: Ukraine ${ukraine}; Russia ${russia}`);
    }
  });

  test('chart and list are one cursor: a click or Enter on a step goes there', async () => {
    const page = await openApp({ at: TURN });
    await chart(page).waitFor();
    await steps(page).nth(1).click();
    await expect.poll(() => page.url()).toMatch(/\/walk\/table\.ceasefire$/);
    await expect.poll(() => steps(page).nth(1).getAttribute('aria-current')).toBe('step');
    await steps(page).nth(1).focus();
    await page.keyboard.press('ArrowRight');
    expect(page.url()).toMatch(/\/walk\/table\.ceasefire$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('conditional');
    await steps(page).nth(2).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toMatch(/\/walk$/);
  });

  test('is one stop for Tab, however long the line', async () => {
    const page = await openApp({ at: LONG });
    await chart(page).waitFor();
    expect(await steps(page).count()).toBe(41);
    expect(await figure(page).locator('button[tabindex="0"]').count()).toBe(1);
    expect(await figure(page).locator('button[tabindex="0"]').getAttribute('aria-current')).toBe('step');
  });

  test('takes its colours from the theme as attributes, and changes with it', async () => {
    const page = await openApp({ at: TURN });
    await chart(page).waitFor();
    const strokes = () =>
      figure(page)
        .locator('path.recharts-line-curve')
        .evaluateAll((paths) => paths.map((path) => path.getAttribute('stroke')));
    const light = await strokes();
    expect(light).toHaveLength(2);
    for (const stroke of light) expect(stroke).toMatch(/^#[0-9a-f]{6}$/);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('checkbox', { name: 'Dark' }).check();
    await expect.poll(async () => (await strokes()).every((stroke, index) => stroke !== light[index])).toBe(true);
  });

  test.each([
    ['the start alone', 320, '#/walk'],
    ['the start alone', 1440, '#/walk'],
    ['a turn', 390, TURN],
    ['forty steps', 320, LONG],
    ['forty steps', 1440, LONG],
  ])('no word or line of %s is cut off in a page %i px wide', async (name, width, at) => {
    const page = await openApp({ at, viewport: { width, height: 900 } });
    await chart(page).waitFor();
    expect(await chart(page).locator('path.recharts-area-area').count()).toBe(2);
    const cut = await chart(page).evaluate((svg) => {
      const whole = svg.getBoundingClientRect();
      return [...svg.querySelectorAll('text, path')]
        .map((part) => ({ part: part.textContent || part.getAttribute('class'), box: part.getBoundingClientRect() }))
        .filter(
          ({ box }) =>
            box.width > 0 &&
            (box.left < whole.left - 1 ||
              box.right > whole.right + 1 ||
              box.top < whole.top - 1 ||
              box.bottom > whole.bottom + 1),
        )
        .map(({ part }) => part);
    });
    expect(cut).toEqual([]);
    await screenshot(page, `chart-${name.replaceAll(' ', '-')}-${width}`);
  });
});
