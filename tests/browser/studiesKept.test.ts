import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { killableBrowser } from './support/killableBrowser.ts';
import { openApp, screenshot } from './support/openApp.ts';
import { rowsOf, writeRaw } from './support/studyStorage.ts';

const LINE = '#/walk/table.ceasefire,ceasefire.reply.stall';

const main = (page: Page) => page.getByRole('main');
const line = (page: Page) => page.getByRole('complementary', { name: 'Your line' });
const list = (page: Page) => page.getByRole('navigation', { name: 'Your studies' });
const names = (page: Page) => page.locator('main h4').allTextContents();
const typesOf = async (page: Page): Promise<readonly unknown[]> =>
  (await rowsOf(page, 'log')).map(({ value }) => (value as { readonly type?: unknown } | null)?.type);

/** What a tab shows of the study that is open: its lines on Walk, its chapters on Studies. */
async function shown(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => window.location.assign('#/studies'));
  await page.getByLabel('Name of the study').waitFor();
  const told = await main(page).locator('ol, h4').allTextContents();
  return [...told, await page.getByLabel('Name of the study').inputValue()];
}

/** Lays a version-1 store in place of what is there, as an older Parley left it. Keeps it open where asked. */
const layFirstVersion = (page: Page, rows: readonly unknown[], holds = false) =>
  page.evaluate(
    ({ raw, keepsOpen }) =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('parley');
        deleting.onerror = () => reject(deleting.error);
        deleting.onsuccess = () => {
          const opening = indexedDB.open('parley', 1);
          opening.onerror = () => reject(opening.error);
          opening.onupgradeneeded = () => {
            const store = opening.result.createObjectStore('entries', { autoIncrement: true });
            store.createIndex('by-scenario', 'scenario');
            for (const row of raw) store.add(row);
          };
          opening.onsuccess = () => {
            // Held by the page: a connection that nobody holds is closed when memory is tidied.
            if (keepsOpen) Object.assign(window, { held: opening.result });
            else opening.result.close();
            resolve();
          };
        };
      }),
    { raw: rows, keepsOpen: holds },
  );

describe('a crash', () => {
  test('loses nothing that was kept: the browser is killed right after the last word, and the next one finds all of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-profile-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
    const first = await killableBrowser(folder, `${inject('appUrl')}${LINE}`);
    await first.page.getByLabel('Your note on this step').fill('Written just before the crash');
    await first.page.keyboard.press('Tab');
    await first.page.getByRole('button', { name: '! strong' }).click();
    await first.page.getByRole('button', { name: 'Keep as chapter' }).click();
    const wanted = ['studyCreated', 'studyNamed', 'added', 'added', 'noted', 'marked', 'chapterAdded'];
    await expect.poll(() => typesOf(first.page)).toEqual(expect.arrayContaining(wanted));
    await first.kill();

    const second = await killableBrowser(folder, inject('appUrl'));
    await expect.poll(() => line(second.page).textContent()).toContain('Written just before the crash');
    expect(await line(second.page).textContent()).toContain('!');
    await second.page.keyboard.press('o');
    await expect.poll(() => names(second.page)).toHaveLength(1);
    await second.kill();
  });
});

describe('two tabs that write at once', () => {
  test('fifty acts and more, some at the very same moment, end alike in both, and a reload finds the same', async () => {
    const one = await openApp({ at: '#/walk/table.ceasefire' });
    const two = await one.context().newPage();
    await two.goto(`${one.url().replace(/#.*/, '')}#/walk/table.ceasefire`);
    for (const tab of [one, two]) await line(tab).getByRole('button', { name: 'The 30-day ceasefire' }).waitFor();
    const turns = ['2', 'm', 'k', 'ArrowLeft', 'm', '3', 'm', 'k', 'z', 'Z', 'Home', '3', 'k', 'm', 'Home', '1'];
    const others = ['3', 'm', 'm', 'k', 'ArrowLeft', 'm', '4', 'k', 'z', 'm', 'Home', '2', 'm', 'k', 'Home', '1'];
    for (let round = 0; round < 6; round += 1)
      for (const [at, key] of turns.entries())
        await Promise.all([one.keyboard.press(key), two.keyboard.press(others[at] ?? key)]);
    await expect.poll(async () => (await typesOf(one)).length).toBeGreaterThan(50);
    await expect.poll(async () => (await shown(one)).join('\n') === (await shown(two)).join('\n')).toBe(true);
    const before = await shown(one);
    expect(before.length).toBeGreaterThan(4);
    for (const tab of [one, two]) {
      await tab.reload();
      await expect.poll(() => shown(tab)).toEqual(before);
    }
  });

  test('a name that one tab has written since is not undone by the other, and that is said', async () => {
    const one = await openApp({ at: '#/studies' });
    const two = await one.context().newPage();
    await two.goto(one.url());
    await one.getByLabel('Name of the study').fill('Mine');
    await one.keyboard.press('Tab');
    await expect.poll(() => two.getByLabel('Name of the study').inputValue()).toBe('Mine');
    await two.getByLabel('Name of the study').fill('Theirs');
    await two.keyboard.press('Tab');
    await expect.poll(() => one.getByLabel('Name of the study').inputValue()).toBe('Theirs');
    await main(one).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => main(one).getByRole('status').first().textContent()).toContain('stays as it is');
    expect(await one.getByLabel('Name of the study').inputValue()).toBe('Theirs');
  });

  test('a study that the other tab bins says so here and can be restored; deleted for good, it is gone and another one is shown', async () => {
    const one = await openApp({ at: '#/studies' });
    await main(one).getByRole('button', { name: 'New study' }).click();
    await expect.poll(() => one.getByLabel('Name of the study').inputValue()).toBe('Study 2');
    const two = await one.context().newPage();
    await two.goto(one.url());
    await expect.poll(() => two.getByLabel('Name of the study').inputValue()).toBe('Study 2');
    await main(two).getByRole('button', { name: 'Move to bin' }).click();
    await expect.poll(() => main(one).getByRole('note').textContent()).toContain('moved this study to the bin');
    expect(await main(one).getByRole('button', { name: 'Move to bin' }).count()).toBe(0);
    await main(one).getByRole('note').getByRole('button', { name: 'Restore' }).click();
    await expect.poll(() => main(two).getByText('Bin (').count()).toBe(0);
    await list(two).getByRole('button', { name: 'Study 2' }).click();
    await main(two).getByRole('button', { name: 'Move to bin' }).click();
    await main(two).getByText('Bin (1)').click();
    await main(two).getByRole('button', { name: 'Delete Study 2 for good' }).click();
    await main(two)
      .getByRole('button', { name: /^Delete for good$/ })
      .click();
    await expect.poll(() => one.getByLabel('Name of the study').inputValue()).toBe('My lines');
    await expect.poll(() => list(one).textContent()).not.toContain('Study 2');
  });
});

describe('an older store', () => {
  const entry = (at: number, rest: object) => ({
    scenario: 'kursk-2025',
    entry: { stamp: { at, by: 'an older tab' }, ...rest },
  });
  const LAID = [
    entry(1, { type: 'added', line: ['table.ceasefire'] }),
    entry(2, { type: 'added', line: ['table.ceasefire', 'ceasefire.reply.stall'] }),
    entry(3, { type: 'noted', line: ['table.ceasefire'], note: 'Written in version 1' }),
    entry(4, { type: 'marked', line: ['table.ceasefire'] }),
    entry(3, { type: 'noted', line: ['table.ceasefire'], note: 'Written in version 1' }),
    { scenario: 'another-case', entry: { type: 'added', line: ['table.a'], stamp: { at: 1, by: 'x' } } },
    { scenario: 'kursk-2025', entry: { type: 'added', line: 'damaged', stamp: { at: 9, by: 'x' } } },
  ];

  test('is brought up to date with nothing lost: its lines are a study, and what cannot be read is set aside', async () => {
    const page = await openApp({ at: '#/studies' });
    await page.getByLabel('Name of the study').waitFor();
    await layFirstVersion(page, LAID);
    await page.goto(page.url().replace(/#.*/, '#/walk'));
    await page.reload();
    await expect.poll(() => line(page).textContent()).toContain('Written in version 1');
    expect(await line(page).textContent()).toContain('Study it further');
    await page.keyboard.press('o');
    await expect.poll(() => list(page).textContent()).toMatch(/^Your studiesMy lines0 chapters, 2 steps/);
    const log = await rowsOf(page, 'log');
    expect(log.filter(({ key }) => (key as unknown[])[0] === 'another-case')).toHaveLength(3);
    expect(log).toHaveLength(4 + 2 + 3);
    const aside = await rowsOf(page, 'setAside');
    expect(aside.map(({ value }) => (value as { readonly value: unknown }).value)).toEqual([LAID[6]]);
    await expect.poll(() => main(page).getByRole('note').textContent()).toContain('1 entry could not be read');
  });

  test('that another tab does not let go leaves a page that works and says that it keeps nothing', async () => {
    const holder = await openApp({ at: '#/studies' });
    await holder.getByLabel('Name of the study').waitFor();
    await layFirstVersion(holder, LAID, true);
    const page = await holder.context().newPage();
    await page.goto(holder.url().replace(/#.*/, LINE));
    await page.getByText('This browser keeps nothing').waitFor();
    expect(await line(page).textContent()).toContain('Study it further');
  });
});

test('the browser is asked once, with the first act that is saved, not to clear away what is kept', async () => {
  const page = await openApp();
  await page.addInitScript(() => {
    Object.assign(window, { asked: 0 });
    navigator.storage.persist = () => {
      Object.assign(window, { asked: (window as unknown as { asked: number }).asked + 1 });
      return Promise.resolve(false);
    };
  });
  await page.reload();
  const asked = () => page.evaluate(() => (window as unknown as { asked: number }).asked);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await asked()).toBe(0);
  await page.keyboard.press('1');
  await expect.poll(asked).toBe(1);
  await page.keyboard.press('2');
  await expect.poll(async () => (await typesOf(page)).filter((type) => type === 'added').length).toBe(2);
  expect(await asked()).toBe(1);
  await page.reload();
  await page.getByRole('button', { name: 'Keep as chapter' }).waitFor();
  await page.keyboard.press('k');
  await expect.poll(() => typesOf(page)).toContain('chapterAdded');
  expect(await asked()).toBe(0);
});

describe('what is damaged', () => {
  test('is set aside as it was and said; the rest works, and it is deleted only after asking', async () => {
    const page = await openApp({ at: LINE });
    await page.getByLabel('Your note on this step').fill('This is whole');
    await page.keyboard.press('Tab');
    await expect.poll(() => typesOf(page)).toContain('noted');
    const [first] = await rowsOf(page, 'log');
    const key: unknown = first?.key;
    if (!Array.isArray(key)) throw new Error('an entry is kept under scenario, study and stamp');
    const study = String(key[1]);
    const at = (counter: number) => ['kursk-2025', study, counter, 'damage'];
    const damaged = [
      null,
      'half a rec',
      { type: 'noted', line: ['table.ceasefire'], stamp: { at: 702, by: 'damage' } },
    ];
    const newer = { type: 'coloured', colour: 4, stamp: { at: 703, by: 'damage' } };
    await writeRaw(
      page,
      [...damaged, newer].map((value, index) => ({ key: at(700 + index), value })),
    );
    await page.reload();
    await expect.poll(() => line(page).textContent()).toContain('This is whole');
    await page.keyboard.press('o');
    const notice = main(page).getByRole('note');
    await expect
      .poll(() => notice.textContent())
      .toContain('3 entries could not be read and were set aside, untouched.');
    await screenshot(page, 'studies-set-aside');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      notice.getByRole('button', { name: 'Download' }).click(),
    ]);
    const told = JSON.parse(readFileSync(await download.path(), 'utf8')) as readonly { readonly value: unknown }[];
    expect(told.map(({ value }) => value)).toEqual(damaged);
    expect(await typesOf(page)).toContain('coloured');
    await page.reload();
    await expect.poll(() => notice.count()).toBe(1);
    await notice.getByRole('button', { name: 'Delete for good…' }).click();
    await notice.getByRole('button', { name: /^Delete for good$/ }).click();
    await expect.poll(() => notice.count()).toBe(0);
    expect(await rowsOf(page, 'setAside')).toEqual([]);
    expect(await typesOf(page)).toContain('noted');
  });
});

describe('a browser that keeps nothing', () => {
  test('says so, works, and hands the study over as a file', async () => {
    const page = await openApp({ at: LINE });
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused', 'SecurityError');
      };
    });
    await page.reload();
    await page.getByRole('button', { name: 'Keep as chapter' }).click();
    await page.getByText('This browser keeps nothing').waitFor();
    await page.keyboard.press('o');
    const alert = main(page).getByRole('alert');
    await expect.poll(() => alert.textContent()).toContain('This browser keeps nothing now');
    await expect.poll(() => names(page)).toHaveLength(1);
    await screenshot(page, 'studies-refusing');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      alert.getByRole('button', { name: 'Export all' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('"chapterAdded"');
  });

  test('for a while only: what was written meanwhile is kept as soon as there is room again', async () => {
    const page = await openApp({ at: LINE });
    await expect.poll(() => typesOf(page)).toContain('added');
    await page.evaluate(() => {
      const { add } = IDBObjectStore.prototype;
      Object.assign(window, { giveRoom: () => Object.assign(IDBObjectStore.prototype, { add }) });
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await page.getByRole('button', { name: '! strong' }).click();
    await page.getByText('This browser keeps nothing').waitFor();
    await page.evaluate(() => (window as unknown as { giveRoom: () => void }).giveRoom());
    await page.getByRole('button', { name: 'Keep as chapter' }).click();
    await page.getByText('Kept as you write').waitFor();
    expect(await typesOf(page)).toEqual(expect.arrayContaining(['marked', 'chapterAdded']));
  });
});
