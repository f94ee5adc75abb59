import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openApp, screenshot } from './support/openApp.ts';
import { rowsOf } from './support/studyStorage.ts';

const LINE = '#/walk/table.ceasefire,ceasefire.reply.stall,ceasefire.mediation.deadline';
const OTHER = '#/walk/table.ceasefire,ceasefire.reply.conditional';

const main = (page: Page) => page.getByRole('main');
const said = (page: Page) => main(page).getByRole('status').first();
const list = (page: Page) => page.getByRole('navigation', { name: 'Your studies' });
const chapters = (page: Page) => page.locator('main ol > li:has(h4)');
const names = (page: Page) => page.locator('main h4').allTextContents();
const button = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name });

/** Keeps two lines as chapters, one by button and one by key, and goes to Studies. */
async function keepTwo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep as chapter' }).click();
  await page.goto(`${page.url().replace(/#.*/, '')}${OTHER}`);
  await page.getByRole('button', { name: 'Keep as chapter' }).waitFor();
  await page.keyboard.press('k');
  await page.getByRole('button', { name: 'This line is a chapter' }).waitFor();
  await page.keyboard.press('o');
  await expect.poll(() => chapters(page).count()).toBe(2);
}

/** Names the chapters of `keepTwo`. */
async function nameTwo(page: Page): Promise<void> {
  await page.getByLabel('Name of the chapter').first().fill('Stall');
  await page.getByLabel('Name of the chapter').last().fill('Conditions');
  await page.keyboard.press('Tab');
  await expect.poll(() => names(page)).toEqual(['1. Stall', '2. Conditions']);
}

describe('studies', () => {
  test('a first visit finds one empty study that says what to do', async () => {
    const page = await openApp({ at: '#/studies' });
    await expect.poll(() => main(page).textContent()).toContain('Nothing in this study yet');
    expect(await list(page).getByRole('button', { name: 'My lines' }).getAttribute('aria-current')).toBe('true');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await screenshot(page, 'studies-empty');
    await main(page).getByRole('link', { name: 'Begin on Walk' }).click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toContain('Where do you want');
  });

  test('lines are kept, named, noted, put in order, removed and walked; each is undone and said', async () => {
    const page = await openApp({ at: LINE });
    await keepTwo(page);
    await nameTwo(page);
    await page.getByLabel('Note on this chapter').first().fill('Ask the group <b>why</b>');
    await page.keyboard.press('Tab');
    await button(page, 'Move Stall down').click();
    await expect.poll(() => names(page)).toEqual(['1. Conditions', '2. Stall']);
    expect(await said(page).textContent()).toBe('“Stall” is now chapter 2 of 2.');
    await page.keyboard.press('z');
    await expect.poll(() => names(page)).toEqual(['1. Stall', '2. Conditions']);
    expect(await said(page).textContent()).toBe('Undone: moving a chapter.');
    await button(page, 'Remove Stall from the chapters').click();
    await expect.poll(() => names(page)).toEqual(['1. Conditions']);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('chapters-heading');
    expect(await main(page).getByRole('heading', { name: 'Lines that are no chapter' }).count()).toBe(1);
    await button(page, 'Undo').click();
    await expect.poll(() => names(page)).toEqual(['1. Stall', '2. Conditions']);
    expect(await page.getByLabel('Note on this chapter').first().inputValue()).toBe('Ask the group <b>why</b>');
    await button(page, 'Redo').click();
    await expect.poll(() => names(page)).toEqual(['1. Conditions']);
    expect(await said(page).textContent()).toBe('Done again: removing a chapter.');
    await main(page).getByRole('link', { name: 'Walk Conditions' }).click();
    await expect.poll(() => page.url()).toContain('ceasefire.reply.conditional');
  });

  test('a study is made, renamed and opened, and all of the app shows it; Back shows the one before', async () => {
    const page = await openApp({ at: LINE });
    await keepTwo(page);
    await button(page, 'New study').click();
    await expect.poll(() => said(page).textContent()).toBe('“Study 2” is made and open.');
    await page.getByLabel('Name of the study').fill('For the seminar');
    await page.keyboard.press('Tab');
    await expect.poll(() => list(page).textContent()).toContain('For the seminar');
    await page.keyboard.press('w');
    await expect
      .poll(() => page.getByRole('complementary', { name: 'Your line' }).textContent())
      .toContain('No step yet');
    expect(await page.getByRole('link', { name: 'For the seminar' }).count()).toBe(1);
    await page.keyboard.press('3');
    await expect.poll(() => page.url()).toContain('withdrawal');
    await page.keyboard.press('o');
    await list(page).getByRole('button', { name: 'My lines' }).click();
    await expect.poll(() => chapters(page).count()).toBe(2);
    await page.keyboard.press('w');
    await expect.poll(() => page.url()).toContain('ceasefire.reply.conditional');
    const line = page.getByRole('complementary', { name: 'Your line' });
    expect(await line.textContent()).not.toContain('withdraw');
    const added = async () =>
      (await rowsOf(page, 'log'))
        .filter(({ value }) => (value as { readonly type?: unknown }).type === 'added')
        .map(({ key }) => String(key))
        .sort();
    const before = await added();
    for (let back = 0; back < 3; back += 1) await page.goBack();
    await expect.poll(() => page.getByRole('link', { name: 'For the seminar' }).count()).toBe(1);
    expect(await line.textContent()).not.toContain('Accept with conditions');
    // However fast somebody goes to and fro, no line of one study comes into the other.
    await page.evaluate(async () => {
      for (const by of [-1, 1, -2, 3, -3, 2, -1, 1, 1, -4, 4, -1]) {
        const gone = new Promise((resolve, reject) => {
          window.addEventListener('popstate', resolve, { once: true });
          // A step that the page wrote meanwhile would have cut off what lay ahead.
          setTimeout(() => reject(new Error(`nothing lies ${by} away in the history`)), 30_000);
        });
        history.go(by);
        // The address has changed by then; the page need not have been drawn.
        await gone;
      }
    });
    await page.getByRole('link', { name: 'For the seminar' }).waitFor();
    await page.reload();
    await line.waitFor();
    expect(await added()).toEqual(before);
  });

  test('a study goes to the bin, comes back, and is deleted for good only after asking', async () => {
    const page = await openApp({ at: LINE });
    await keepTwo(page);
    await button(page, 'Duplicate').click();
    await expect.poll(() => list(page).textContent()).toContain('Copy of My lines');
    expect(await chapters(page).count()).toBe(2);
    await button(page, 'Move to bin').click();
    await expect.poll(() => main(page).getByText('Bin (1)').count()).toBe(1);
    await expect.poll(() => page.getByLabel('Name of the study').inputValue()).toBe('My lines');
    await button(page, 'Undo').click();
    await expect.poll(() => page.getByLabel('Name of the study').inputValue()).toBe('Copy of My lines');
    expect(await said(page).textContent()).toBe('Undone: moving a study to the bin.');
    await button(page, 'Move to bin').click();
    await main(page).getByText('Bin (1)').click();
    await button(page, 'Delete Copy of My lines for good').click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Keep it');
    await page.keyboard.press('Escape');
    await expect.poll(() => button(page, 'Restore Copy of My lines').count()).toBe(1);
    await button(page, 'Delete Copy of My lines for good').click();
    await button(page, /^Delete for good$/).click();
    await expect.poll(() => main(page).getByText('Bin (').count()).toBe(0);
    await page.reload();
    await expect.poll(() => list(page).getByRole('button', { name: 'My lines' }).count()).toBe(1);
    expect(await list(page).textContent()).not.toContain('Copy');
  });

  test('chapters go to Compare side by side', async () => {
    const page = await openApp({ at: LINE });
    await keepTwo(page);
    await nameTwo(page);
    await page.getByLabel('Choose Stall for Compare').check();
    await expect.poll(() => main(page).getByText('Choose two to four chapters').count()).toBe(1);
    await page.getByLabel('Choose Conditions for Compare').check();
    await main(page).getByRole('link', { name: 'Compare 2 chapters' }).click();
    await expect
      .poll(() => page.url())
      .toMatch(/compare\/table\.ceasefire,ceasefire\.reply\.stall,[^;]+;table\.ceasefire,/);
  });
});

describe('handing on', () => {
  test('a study goes out as a file and comes into another browser whole; a second time nothing doubles', async () => {
    const page = await openApp({ at: LINE });
    await keepTwo(page);
    await nameTwo(page);
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, /^Export$/).click()]);
    expect(download.suggestedFilename()).toBe('My-lines.parley-study.json');
    const path = await download.path();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ format: 'parley-study', version: 1 });

    const other = await openApp({ at: '#/studies' });
    const bring = async (file: string | { name: string; mimeType: string; buffer: Buffer }) => {
      const [chooser] = await Promise.all([other.waitForEvent('filechooser'), button(other, 'Import…').click()]);
      await chooser.setFiles(file);
    };
    await bring(path);
    await expect.poll(() => names(other)).toEqual(['1. Stall', '2. Conditions']);
    expect(await said(other).textContent()).toMatch(/Imported “My lines” \(\d+ new entries\)\. Undo takes/);
    await bring(path);
    await expect.poll(() => said(other).textContent()).toBe('Everything in this file is here already.');
    expect(await list(other).getByRole('button').count()).toBe(2);
    const text = readFileSync(path, 'utf8');
    await bring({
      name: 'broken.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text.replace('"line":["table.ceasefire"]', '"line":["table.ceasefire",7]')),
    });
    const alert = main(other).getByRole('alert');
    await expect.poll(() => alert.textContent()).toContain('broken.json was not imported. Nothing was changed.');
    expect(await alert.textContent()).toMatch(/At studies\[0\]\.entries\[\d+\]\.line\[1\]: expected a move’s id/);
    await screenshot(other, 'studies-refused');
    await bring({
      name: 'elsewhere.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text.replace('"scenario": "kursk-2025@', '"scenario": "harbour@')),
    });
    await expect.poll(() => alert.textContent()).toContain('“harbour”; this page shows “kursk-2025”');
    await button(other, 'Close').click();
    await other.keyboard.press('z');
    await expect.poll(() => other.getByLabel('Name of the study').inputValue()).toBe('My lines');
    await expect.poll(() => chapters(other).count()).toBe(0);
    await expect.poll(() => main(other).getByText('Bin (1)').count()).toBe(1);
  });

  test('a file may be dropped anywhere on the page, and one of another version says so', async () => {
    const page = await openApp({ at: LINE });
    await keepTwo(page);
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Export all').click()]);
    const text = readFileSync(await download.path(), 'utf8').replaceAll(
      /kursk-2025@[\w.]+/g,
      'kursk-2025@0.9.0.00000000',
    );
    const other = await openApp({ at: '#/studies' });
    await other.getByRole('heading', { level: 1, name: 'Studies' }).waitFor();
    const data = await other.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'from a colleague.parley-study.json', { type: 'application/json' }));
      return transfer;
    }, text);
    await other.dispatchEvent('main', 'dragover', { dataTransfer: data });
    await expect.poll(() => other.getByText('Drop the study file to import it').count()).toBe(1);
    await other.dispatchEvent('main', 'drop', { dataTransfer: data });
    await expect
      .poll(() => said(other).textContent())
      .toContain('another state of the scenario (kursk-2025@0.9.0.00000000)');
    await expect.poll(() => chapters(other).count()).toBe(2);
    expect(await main(other).getByRole('note').textContent()).toContain('kursk-2025@0.9.0.00000000');
    await other.keyboard.press('w');
    await expect
      .poll(() => other.getByRole('alert').textContent())
      .toContain('This study was made with another state of the scenario (kursk-2025@0.9.0.00000000)');
  });

  test('a small study goes out as a link, which shows what it holds and keeps nothing until the reader says so', async () => {
    const page = await openApp({ at: LINE, permissions: ['clipboard-read', 'clipboard-write'] });
    await keepTwo(page);
    await nameTwo(page);
    await page.getByLabel('Note on this chapter').first().fill('<img src=x onerror=alert(1)>');
    await button(page, 'Share link').click();
    await expect.poll(() => said(page).textContent()).toContain('Link copied');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/#\/kursk-2025@[\w.]+\/study\/[\w-]+$/);

    const other = await openApp({ at: link.slice(link.indexOf('#')) });
    await expect.poll(() => main(other).textContent()).toContain('The link holds “My lines”: 2 chapters, 4 steps.');
    expect(await main(other).textContent()).toContain('<img src=x onerror=alert(1)>');
    expect((await new AxeBuilder({ page: other }).analyze()).violations).toEqual([]);
    await screenshot(other, 'studies-shared');
    await main(other).getByRole('link', { name: 'Leave it' }).click();
    await expect.poll(() => list(other).getByRole('button').count()).toBe(1);
    await other.goBack();
    await button(other, 'Keep a copy').click();
    await expect.poll(() => names(other)).toEqual(['1. Stall', '2. Conditions']);
    expect(await list(other).getByRole('button').count()).toBe(2);
    await other.reload();
    await expect.poll(() => names(other)).toEqual(['1. Stall', '2. Conditions']);
  });

  test('a link that lost a letter, is newer or belongs elsewhere says so', async () => {
    const page = await openApp({ at: '#/studies' });
    const open = async (hash: string, words: string) => {
      await page.evaluate((to) => window.location.assign(to), hash);
      await expect.poll(() => main(page).getByRole('alert').textContent()).toContain(words);
    };
    await open('#/kursk-2025@1.0.0.0a1b2c3d/study/eJyLNtRRqlDSUYqOjQUADvsCjQ', 'This link holds no whole study');
    await open('#/harbour@1.0.0.0a1b2c3d/study/eJyLNtRRqlDSUYqOjQUADvsCjg', 'belongs to another scenario (harbour)');
    await main(page).getByRole('link', { name: 'To Studies' }).click();
    await page.getByRole('heading', { level: 1, name: 'Studies' }).waitFor();
  });

  test('a study too large for a link says what to do instead', async () => {
    const page = await openApp({ at: LINE });
    await keepTwo(page);
    let seed = 1;
    const letters = Array.from({ length: 9000 }, () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return String.fromCharCode(33 + (seed % 90));
    });
    const noise = letters.join('');
    await page.getByLabel('Note on this chapter').first().fill(noise);
    await page.keyboard.press('Tab');
    await button(page, 'Share link').click();
    await expect
      .poll(() => said(page).textContent())
      .toContain('too large for a link (more than 4,000 characters). Export it');
  });

  test('the whole study is copied and saved as text, with where it comes from', async () => {
    const page = await openApp({ at: LINE, permissions: ['clipboard-read', 'clipboard-write'] });
    await keepTwo(page);
    await nameTwo(page);
    await button(page, 'Copy as text').click();
    await expect.poll(() => said(page).textContent()).toBe('Copied.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^# My lines\n\n## 1\. Stall\n/);
    expect(copied).toMatch(/kursk-2025@[\d.]+[0-9a-f]{8}/);
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save as text').click()]);
    expect(download.suggestedFilename()).toBe('My-lines.md');
    expect(readFileSync(await download.path(), 'utf8')).toBe(copied);
  });
});

describe('access', () => {
  test('everything is done by keyboard alone', async () => {
    const page = await openApp();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('2');
    await expect.poll(() => page.url()).toContain('conditional');
    await page.keyboard.press('k');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.url()).not.toContain('conditional');
    await page.keyboard.press('3');
    await expect.poll(() => page.url()).toContain('stall');
    await page.keyboard.press('k');
    await page.getByRole('button', { name: 'This line is a chapter' }).waitFor();
    await page.keyboard.press('o');
    await expect.poll(() => chapters(page).count()).toBe(2);
    const before = await names(page);
    const tabTo = async (id: RegExp) => {
      for (let presses = 0; presses < 80; presses += 1) {
        if (id.test(await page.evaluate(() => document.activeElement?.id ?? ''))) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`no Tab leads to ${id}`);
    };
    await tabTo(/^down-/);
    const moved = await page.evaluate(() => document.activeElement?.id);
    await page.keyboard.press('Enter');
    const swapped = before.toReversed().map((name, at) => name.replace(/^\d/, String(at + 1)));
    await expect.poll(() => names(page)).toEqual(swapped);
    expect(await page.evaluate(() => document.activeElement?.id), 'the focus moves with the chapter').toBe(moved);
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => names(page)).toEqual(before);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(moved);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('z');
    await expect.poll(() => names(page)).toEqual(swapped);
    await page.keyboard.press('Shift+Z');
    await expect.poll(() => names(page)).toEqual(before);
  });

  test.each(['light', 'dark'] as const)('axe finds nothing on a full screen (%s)', async (colorScheme) => {
    const page = await openApp({ at: LINE, colorScheme, viewport: { width: 1440, height: 900 } });
    await page.getByLabel('Your note on this step').fill('Ask the group about this');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: '!? interesting' }).click();
    await keepTwo(page);
    await nameTwo(page);
    await button(page, 'Duplicate').click();
    await expect.poll(() => list(page).getByRole('button').count()).toBe(2);
    await button(page, 'Move to bin').click();
    await main(page).getByText('Bin (1)').click();
    await button(page, 'Delete Copy of My lines for good').click();
    await expect.poll(() => page.getByLabel('Name of the study').inputValue()).toBe('My lines');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await screenshot(page, `studies-${colorScheme}`);
  });

  test.each([320, 390, 768, 1440, 1920])('nothing runs out of a page %i px wide', async (width) => {
    const page = await openApp({ at: LINE, viewport: { width, height: 844 } });
    await keepTwo(page);
    await page.getByLabel('Name of the study').fill('Donaudampfschifffahrtsgesellschaftskapitän'.repeat(3));
    await page.getByLabel('Note on this chapter').first().fill('x'.repeat(300));
    await page.keyboard.press('Tab');
    await expect.poll(() => list(page).textContent()).toContain('Donau');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await screenshot(page, `studies-${width}`);
  });

  test('printed, it is the open study without what is pressed', async () => {
    const page = await openApp({ at: LINE });
    await keepTwo(page);
    await nameTwo(page);
    await page.getByLabel('Note on this chapter').first().fill('Ask why');
    await page.keyboard.press('Tab');
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => main(page).locator('p', { hasText: 'Ask why' }).isVisible()).toBe(true);
    for (const name of ['Export', 'Walk Stall', 'Undo'])
      expect(await main(page).getByText(name, { exact: true }).isVisible()).toBe(false);
    expect(await list(page).isVisible()).toBe(false);
    await screenshot(page, 'studies-print');
  });
});
