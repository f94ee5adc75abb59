import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openApp, screenshot } from './support/openApp.ts';

const DECISION = '#/walk/table.ceasefire,ceasefire.reply.conditional';
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const tools = (page: Page) => page.getByRole('region', { name: 'Actions for this step' });
const isFocused = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).evaluate((element) => element === document.activeElement);

describe('the focus is never lost', () => {
  test('coming back from a fact lands on the chip that led there', async () => {
    const page = await openApp({ at: DECISION });
    const chip = page
      .getByRole('main')
      .getByRole('link', { name: /^Fact F51,/ })
      .first();
    await chip.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page).textContent()).toBe('Sources');
    await page.goBack();
    await expect.poll(() => chip.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('s');
    await expect.poll(() => heading(page).textContent()).toBe('Sources');
    await page.keyboard.press('w');
    await expect.poll(() => heading(page).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('the list of keys gives it back to Settings', async () => {
    const page = await openApp();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Keyboard' }).click();
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => isFocused(page, 'Settings')).toBe(true);
  });

  test('a button that has nothing left to do keeps it', async () => {
    const page = await openApp({ at: '#/walk/table.ceasefire,ceasefire.reply.stall' });
    await heading(page).waitFor();
    await page.goto(page.url().replace(/#.*/, DECISION));
    const promote = tools(page).getByRole('button', { name: 'Make main line' });
    await expect.poll(() => promote.getAttribute('aria-disabled')).toBe('false');
    await promote.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => promote.getAttribute('aria-disabled')).toBe('true');
    expect(await isFocused(page, 'Make main line')).toBe(true);
  });
});

describe('what a screen reader hears', () => {
  test('the place that says what a step did stands there before the first step', async () => {
    const page = await openApp();
    const spoken = await page.getByRole('main').getByRole('status').first().elementHandle();
    await page.keyboard.press('1');
    await page.keyboard.press('2');
    await expect.poll(() => spoken?.textContent()).toMatch(/Ukraine.+Russia/);
    expect(await spoken?.evaluate((element) => element.isConnected)).toBe(true);
  });

  test('numbers come with whose they are: in the list, in an option, in a shock', async () => {
    const page = await openApp({ at: DECISION });
    const count = (name: RegExp) => page.getByRole('button', { name }).count();
    await expect.poll(() => count(/^2 Russia: Accept with conditions ?, Ukraine [−+]?\d+ ?, Russia [−+]?\d+$/)).toBe(1);
    const previewed = /^Why these numbers: Refuse the conditions\. Ukraine [−+]?\d+ ?, .+ ?\. Russia [−+]?\d+ ?, /;
    await expect.poll(() => count(previewed)).toBe(1);
    expect(await count(/^US military aid and intelligence: Frozen again$/)).toBe(1);
  });

  test('a deletion by key is said, and no longer once something else is done', async () => {
    const page = await openApp({ at: DECISION });
    await heading(page).waitFor();
    await page.keyboard.press('Delete');
    const said = tools(page).getByRole('status');
    await expect.poll(() => said.textContent()).toBe('One step deleted.');
    await page.keyboard.press('z');
    await expect.poll(() => said.textContent()).toMatch(/^Undone: /);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => said.textContent()).toBe('');
  });

  test('a copied link is said for the step that it leads to', async () => {
    const page = await openApp({ at: DECISION });
    await page.evaluate(() => {
      const writeText = async (link: string) => document.body.setAttribute('data-copied', link);
      Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
    });
    await page.getByRole('button', { name: 'Share' }).click();
    const said = page.getByRole('banner').getByRole('status');
    await expect.poll(() => said.textContent()).toBe('Link copied');
    expect(await page.locator('body').getAttribute('data-copied')).toBe(page.url());
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => said.textContent()).toBe('');
  });

  test('where the clipboard is refused, the link itself is shown, and stays', async () => {
    const page = await openApp({ at: DECISION, viewport: { width: 320, height: 640 } });
    await page.evaluate(() => {
      const writeText = () => Promise.reject(new Error('refused'));
      Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
    });
    await page.getByRole('button', { name: 'Share' }).click();
    const said = page.getByRole('banner').getByRole('status');
    await expect.poll(() => said.textContent()).toBe(`Copy this link: ${page.url()}`);
    const box = await said.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    expect(await said.evaluate((element) => element.getAnimations().length)).toBe(0);
  });
});

describe('size', () => {
  test('everything that is pressed is at least 24 pixels high and wide', async () => {
    const page = await openApp({ at: DECISION });
    await page.locator('svg.recharts-surface').first().waitFor();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, summary, input, textarea, .key, main a')]
        .filter((element) => element.checkVisibility() && !element.matches('.key'))
        .filter((element) => getComputedStyle(element, '::after').position !== 'absolute')
        .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ element, box }) => `${element.textContent} ${box.width} × ${box.height}`),
    );
    expect(small).toEqual([]);
  });

  test('in a room, the middle keeps the most space on a small projector', async () => {
    const page = await openApp({ at: DECISION, viewport: { width: 1280, height: 720 } });
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('Large, for a room').check();
    await page.keyboard.press('Escape');
    const box = await page.getByRole('main').boundingBox();
    expect(box?.width).toBeGreaterThan(640);
    await screenshot(page, 'room-1280');
  });

  test('on a long line the present step is in view, and a long note does not push it out', async () => {
    const page = await openApp({ at: DECISION, viewport: { width: 1440, height: 700 } });
    await page.getByLabel('Your note on this step').fill('A thought that goes on. '.repeat(80));
    await page.keyboard.press('Tab');
    await page
      .getByRole('complementary', { name: 'Your line' })
      .getByRole('button', { name: 'A thought that' })
      .waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (const condition of ['Frozen again', 'Resuming after the pause', 'Frozen again', 'Resuming after the pause']) {
      await page.getByRole('main').getByRole('button', { name: condition }).click();
      await expect.poll(() => page.locator('li [aria-current="step"]').textContent()).toContain(condition);
    }
    await page
      .locator('aside')
      .first()
      .evaluate((column) => column.scrollTo({ top: 10_000 }));
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const visible = () =>
      page.locator('li [aria-current="step"]').evaluate((row) => {
        const [inner, outer] = [row.getBoundingClientRect(), row.closest('aside')?.getBoundingClientRect()];
        return outer !== undefined && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
      });
    await expect.poll(visible).toBe(true);
    await page.keyboard.press('End');
    await expect.poll(visible).toBe(true);
  });
});

describe('a browser that withholds something', () => {
  test.each([
    [
      'refuses a database',
      () =>
        Object.assign(IDBFactory.prototype, {
          open: () => {
            throw new DOMException('no', 'SecurityError');
          },
        }),
    ],
    ['has none', () => void Object.defineProperty(window, 'indexedDB', { value: undefined })],
  ])('a browser that %s still walks, and says that nothing is kept', async (_, withhold) => {
    const page = await openApp();
    await page.context().addInitScript(withhold);
    await page.reload();
    await heading(page).waitFor();
    await page.keyboard.press('1');
    await expect.poll(() => heading(page).textContent()).toContain('How does Russia answer');
    await expect.poll(() => tools(page).textContent()).toContain('This browser keeps nothing');
  });

  test('without a connection the walk goes on, and Sources opens', async () => {
    const page = await openApp();
    await page.locator('svg.recharts-surface').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await page.keyboard.press('1');
    await page.keyboard.press('2');
    await expect.poll(() => heading(page).textContent()).toContain('Does Ukraine open the text');
    await expect.poll(() => page.getByRole('main').textContent()).toContain('Russia has named conditions');
    await page.keyboard.press('s');
    await expect.poll(() => heading(page).textContent()).toBe('Sources');
    await expect.poll(() => page.locator('article').count()).toBeGreaterThan(50);
    await page.keyboard.press('w');
    await expect.poll(() => heading(page).textContent()).toContain('Does Ukraine open the text');
  });
});
