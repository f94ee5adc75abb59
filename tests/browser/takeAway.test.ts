import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openApp, screenshot } from './support/openApp.ts';

const TURN = '#/walk/table.ceasefire,ceasefire.reply.conditional';

const figure = (page: Page) => page.getByRole('region', { name: 'Leverage along this line' }).getByRole('figure');
const opener = (page: Page) => figure(page).getByRole('button', { name: /^Take “.+” away$/ });
const entry = (page: Page, name: string) => figure(page).getByRole('button', { name, exact: true });
const said = (page: Page) => figure(page).getByRole('status');
const finding = async (page: Page): Promise<string> =>
  (await figure(page).getByRole('heading', { level: 3 }).textContent()) ?? '';

async function openMenu(page: Page): Promise<void> {
  await figure(page).getByRole('img').waitFor();
  await opener(page).click();
  await entry(page, 'Picture (PNG)').waitFor();
}

async function taken(page: Page, name: string): Promise<Download> {
  await openMenu(page);
  const download = page.waitForEvent('download');
  await entry(page, name).click();
  return await download;
}

const textOf = async (download: Download): Promise<string> => await readFile(await download.path(), 'utf8');

/** A page of its own that shows a picture and nothing else. */
async function openedAlone(page: Page, address: string): Promise<Page> {
  const alone = await page.context().newPage();
  await alone.goto(address);
  return alone;
}

describe('a chart is taken away', () => {
  test.each(['light', 'dark'] as const)(
    'as a PNG at twice its size, drawn and on white paper (%s)',
    async (colorScheme) => {
      const page = await openApp({ at: TURN, colorScheme });
      const download = await taken(page, 'Picture (PNG)');
      expect(download.suggestedFilename()).toBe('kursk-2025-leverage-along-line.png');
      await expect.poll(() => said(page).textContent()).toBe('Saved as kursk-2025-leverage-along-line.png');
      const bytes = await readFile(await download.path());
      const found = await page.evaluate(
        async (data) => {
          const image = new Image();
          image.src = data;
          await image.decode();
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
          const context = canvas.getContext('2d');
          context?.drawImage(image, 0, 0);
          const pixels = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
          const colours = new Map<string, number>();
          for (let at = 0; at < pixels.length; at += 4) {
            const colour = `${pixels[at]},${pixels[at + 1]},${pixels[at + 2]}`;
            colours.set(colour, (colours.get(colour) ?? 0) + 1);
          }
          const share = (colour: string) => (colours.get(colour) ?? 0) / (pixels.length / 4);
          return {
            width: canvas.width,
            height: canvas.height,
            corner: [...pixels.slice(0, 3)],
            colours: colours.size,
            white: share('255,255,255'),
            ukraine: colours.get('0,114,178') ?? 0,
            russia: colours.get('148,64,122') ?? 0,
          };
        },
        `data:image/png;base64,${bytes.toString('base64')}`,
      );
      const drawn = await figure(page)
        .getByRole('img')
        .evaluate((svg) => svg.getBoundingClientRect().width);
      const growth = Math.min(1.5, Math.max(1, 512 / drawn));
      expect(found.width).toBe(2 * Math.ceil(growth * drawn + 48));
      expect(found.height).toBeGreaterThan(600);
      expect(found.corner).toEqual([255, 255, 255]);
      expect(found.white).toBeGreaterThan(0.5);
      expect(found.white).toBeLessThan(0.95);
      expect(found.colours).toBeGreaterThan(100);
      expect(found.ukraine).toBeGreaterThan(200);
      expect(found.russia).toBeGreaterThan(200);
      const alone = await openedAlone(page, `data:image/png;base64,${bytes.toString('base64')}`);
      await screenshot(alone, `take-away-png-${colorScheme}`);
    },
  );

  test('as an SVG that stands alone: well-formed, with its finding, its stamp, and nothing to fetch', async () => {
    const page = await openApp({ at: TURN });
    const sentence = await finding(page);
    const download = await taken(page, 'Picture (SVG)');
    expect(download.suggestedFilename()).toBe('kursk-2025-leverage-along-line.svg');
    const svg = await textOf(download);
    const read = await page.evaluate((markup) => {
      const parsed = new DOMParser().parseFromString(markup, 'image/svg+xml');
      const [picture] = parsed.querySelectorAll('svg svg');
      return {
        faults: parsed.querySelectorAll('parsererror').length,
        size: ['width', 'height'].map((name) => Number(parsed.documentElement.getAttribute(name))),
        title: parsed.querySelector('title')?.textContent,
        words: [...parsed.documentElement.children]
          .filter(({ tagName }) => tagName === 'text')
          .map(({ textContent }) => textContent)
          .join(' '),
        lines: picture?.querySelectorAll('path').length,
        names: [...(picture?.querySelectorAll('text') ?? [])].map(({ textContent }) => textContent),
        classes: parsed.querySelectorAll('[class], [tabindex]').length,
      };
    }, svg);
    expect(read.faults).toBe(0);
    expect(read.title).toBe(sentence);
    expect(read.words.startsWith(sentence)).toBe(true);
    expect(read.words).toMatch(/kursk-2025@\d+\.\d+\.\d+\.[0-9a-f]{8}/);
    expect(read.words).toContain('as of 14 March 2025');
    expect(read.words).toMatch(/Scores are judgements, shown with their range\. Not a forecast\.$/);
    expect(read.lines).toBeGreaterThan(5);
    expect(read.names).toEqual(expect.arrayContaining(['Ukraine', 'Russia', 'Start']));
    expect(read.classes).toBe(0);
    expect(svg).not.toMatch(/var\(|url\((?!#)|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    const alone = await openedAlone(page, `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
    const box = await alone.evaluate(() => document.documentElement.getBoundingClientRect().toJSON());
    expect([box.width, box.height]).toEqual(read.size);
    const outside = await alone.evaluate(() => {
      const whole = document.documentElement.getBoundingClientRect();
      return [...document.querySelectorAll('text')]
        .filter((text) => {
          const { left, right, bottom } = text.getBoundingClientRect();
          return left < whole.left - 1 || right > whole.right + 1 || bottom > whole.bottom + 1;
        })
        .map(({ textContent }) => textContent);
    });
    expect(outside).toEqual([]);
    const shown = await openedAlone(page, 'about:blank');
    await shown.setContent(`<img alt="" src="data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}">`);
    await screenshot(shown, 'take-away-svg');
  });

  test('as a CSV of the numbers that its table shows', async () => {
    const page = await openApp({ at: TURN });
    const download = await taken(page, 'Table (CSV)');
    expect(download.suggestedFilename()).toBe('kursk-2025-leverage-along-line.csv');
    const lines = (await textOf(download))
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n');
    expect(lines.join('\n')).toMatch(/kursk-2025@\d+\.\d+\.\d+\.[0-9a-f]{8}/);
    const head = lines.findIndex((line) => line.startsWith('Step,'));
    expect(lines[head]).toBe('Step,Played,Ukraine,"Ukraine, low","Ukraine, high",Russia,"Russia, low","Russia, high"');
    const numbers = lines.slice(head + 1).map((line) => line.split(',').slice(-6).map(Number));
    expect(numbers).toHaveLength(3);
    await figure(page).locator('summary').click();
    const rows = await figure(page).locator('tbody tr').all();
    const shown = await Promise.all(rows.map((row) => row.locator('td').allTextContents()));
    expect(shown).toEqual(
      numbers.map(([ukr, ukrLow, ukrHigh, rus, rusLow, rusHigh]) =>
        [
          [ukr, ukrLow, ukrHigh],
          [rus, rusLow, rusHigh],
        ].map((values) => {
          const [central, low, high] = values.map((value) => Math.round(value ?? Number.NaN));
          return `${central} ${low} to ${high}`;
        }),
      ),
    );
  });

  test('as a table on the clipboard, for a spreadsheet and for a document', async () => {
    const page = await openApp({ at: TURN, permissions: ['clipboard-read', 'clipboard-write'] });
    const sentence = await finding(page);
    await openMenu(page);
    await entry(page, 'Copy the table').click();
    await expect.poll(() => said(page).textContent()).toBe('Table copied');
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text();
      return { text: await read('text/plain'), html: await read('text/html') };
    });
    const lines = copied.text?.split('\n') ?? [];
    expect(lines[0]).toBe(sentence);
    expect(lines.filter((line) => line.split('\t').length === 8)).toHaveLength(4);
    expect(copied.html?.match(/<tr>/g)).toHaveLength(4);
  });
});

describe('where a browser will not', () => {
  test('a clipboard without tables takes the text', async () => {
    const page = await openApp({ at: TURN });
    await page.evaluate(() => {
      const writeText = async (text: string) => document.body.setAttribute('data-copied', text);
      Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
    });
    await openMenu(page);
    await entry(page, 'Copy the table').click();
    await expect.poll(() => said(page).textContent()).toBe('Table copied');
    expect(await page.locator('body').getAttribute('data-copied')).toContain('\tUkraine, low\t');
  });

  test('it is said, and the next attempt may succeed', async () => {
    const page = await openApp({ at: TURN });
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await openMenu(page);
    await entry(page, 'Copy the table').click();
    await expect.poll(() => said(page).textContent()).toBe('That did not work in this browser.');
    await taken(page, 'Table (CSV)');
    await expect.poll(() => said(page).textContent()).toContain('Saved as');
  });
});

describe('the menu', () => {
  test('opens by key beside its button, closes with Escape, and gives the focus back', async () => {
    const page = await openApp({ at: TURN });
    await figure(page).getByRole('img').waitFor();
    await opener(page).focus();
    await page.keyboard.press('Enter');
    await entry(page, 'Picture (PNG)').waitFor();
    await page.keyboard.press('Tab');
    await expect
      .poll(() => entry(page, 'Picture (PNG)').evaluate((element) => element === document.activeElement))
      .toBe(true);
    const [button, menu] = await Promise.all([opener(page).boundingBox(), entry(page, 'Copy the table').boundingBox()]);
    expect(Math.abs((button?.y ?? 0) - (menu?.y ?? 0))).toBeLessThan(200);
    expect(Math.abs((button?.x ?? 0) - (menu?.x ?? 0))).toBeLessThan(200);
    await screenshot(page, 'take-away-menu');
    await page.keyboard.press('Escape');
    await expect.poll(() => entry(page, 'Picture (PNG)').isVisible()).toBe(false);
    expect(await opener(page).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test.each([320, 390])('stays within a page %i px wide', async (width) => {
    const page = await openApp({ at: TURN, viewport: { width, height: 800 } });
    await openMenu(page);
    await screenshot(page, `take-away-menu-${width}`);
    const box = await entry(page, 'Picture (SVG)').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });
});
