import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openApp, screenshot } from './support/openApp.ts';
import {
  events,
  heading,
  openProjector,
  openRoom,
  openWorkshop,
  phase,
  pressed,
  pressTo,
  projected,
  scene,
} from './support/workshop.ts';

/** Everything that this browser keeps of rooms. */
const keptOf = (page: Page): Promise<readonly number[]> =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const opening = indexedDB.open('parley rooms');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const names = [...database.objectStoreNames];
          const transaction = database.transaction(names);
          const counts = names.map((name) => transaction.objectStore(name).count());
          transaction.oncomplete = () => {
            database.close();
            resolve(counts.map(({ result }) => result));
          };
        };
      }),
  );

describe('nothing that was done is lost', () => {
  test('a projector that is reloaded stands where it stood, and goes on', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'reveal');
    const before = await projected(projector);
    await projector.reload();
    await expect.poll(() => projected(projector)).toBe(before);
    await pressed(console, 'Space');
    await expect.poll(() => scene(projector)).toBe('consequence');
  });

  test('a console that is reloaded stands where it stood, the projector stays, and both go on', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'vote');
    for (const key of ['1', '2', '2']) await pressed(console, key);
    const logged = await events(console);
    await console.reload();
    await expect.poll(() => phase(console)).toBe('vote');
    expect(await events(console)).toBe(logged);
    await expect.poll(() => console.getByText('3 of 12 hands counted').count()).toBe(1);
    expect(await scene(projector)).toBe('vote');
    await pressTo(workshop, 'reveal');
    expect(await projected(projector)).toContain('3 hands counted in');
  });

  test('a projector whose console is gone says so and stays, and picks up when it is back', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'discuss');
    const address = console.url();
    await console.close();
    await expect
      .poll(() => projected(projector))
      .toContain('The facilitator’s window is closed. What stands here stays.');
    expect(await scene(projector)).toBe('discuss');
    // A projector that is opened meanwhile reads the log itself.
    await projector.reload();
    await expect.poll(() => scene(projector)).toBe('discuss');
    const again = await projector.context().newPage();
    await again.goto(address);
    await expect.poll(() => phase(again)).toBe('discuss');
    await expect.poll(() => projected(projector)).not.toContain('is closed');
    await pressTo({ console: again, projector }, 'vote');
  });

  test('two consoles of one room write one log: what one did, the other knows', async () => {
    const { console, projector } = await openWorkshop();
    const other = await console.context().newPage();
    await other.goto(console.url());
    await expect.poll(() => phase(other)).toBe('lobby');
    await pressed(console, 'Space');
    await expect.poll(() => phase(other)).toBe('briefing');
    await pressed(other, 'Space');
    await expect.poll(() => phase(console)).toBe('present');
    await expect.poll(() => scene(projector)).toBe('present');
    // Both at once: the second is refused by name, or, where its window had heard of the first, done as one step more.
    const before = Number(await events(console));
    await Promise.all([console.keyboard.press('Space'), other.keyboard.press('Space')]);
    const stands = async (page: Page) => `${await phase(page)} ${Number(await events(page)) - before}`;
    const sameSteps = expect.stringMatching(/^(discuss 1|vote 2)$/);
    await expect.poll(() => stands(console)).toEqual(sameSteps);
    await expect.poll(async () => (await stands(other)) === (await stands(console))).toBe(true);
    expect(await stands(other)).toEqual(sameSteps);
  });

  test('hands counted as fast as keys go are all counted', async () => {
    const workshop = await openWorkshop();
    const { console } = workshop;
    await pressTo(workshop, 'vote');
    for (const key of '12121212') await console.keyboard.press(key);
    await expect.poll(() => console.getByText('8 of 12 hands counted').count()).toBe(1);
    const more = console.getByRole('button', { name: 'One more: Reject: Choose it' });
    await more.click({ clickCount: 3 });
    await expect.poll(() => console.getByText('11 of 12 hands counted').count()).toBe(1);
    await console.getByRole('spinbutton', { name: 'Study it further: Choose it' }).fill('5');
    await console.keyboard.press('Enter');
    await expect.poll(() => console.getByText('16 hands of 12 people').count()).toBe(1);
  });
});

describe('rooms on this device', () => {
  test('a room that was left can be gone on with, and another one begun beside it', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'discuss');
    await console.getByRole('button', { name: 'Leave this room' }).click();
    await expect.poll(() => heading(projector).textContent()).toBe('Waiting for the facilitator');
    await openRoom(console);
    await expect.poll(() => scene(projector)).toBe('lobby');
    await console.getByRole('button', { name: 'Leave this room' }).click();
    await expect.poll(() => console.getByRole('button', { name: /^Go on with the room/ }).count()).toBe(2);
    await screenshot(console, 'start-kept');
    await console
      .getByRole('button', { name: /^Go on with the room/ })
      .last()
      .click();
    await expect.poll(() => phase(console)).toBe('discuss');
    await expect.poll(() => scene(projector)).toBe('discuss');
  });

  test('wiping asks first, and leaves nothing', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'present');
    await console.getByRole('button', { name: 'Leave this room' }).click();
    const wipe = console.getByRole('button', { name: /^Wipe the room begun/ });
    await wipe.click();
    await console.getByRole('button', { name: 'Keep it' }).click();
    expect((await keptOf(console)).some((count) => count > 0)).toBe(true);
    await wipe.click();
    await expect.poll(() => console.getByText('Export it first').count()).toBe(1);
    await console.getByRole('button', { name: 'Wipe it' }).click();
    await expect.poll(() => console.getByText('The room is wiped from this device.').count()).toBe(1);
    expect(await keptOf(console)).toEqual([0, 0, 0]);
    await projector.reload();
    await expect.poll(() => heading(projector).textContent()).toBe('Waiting for the facilitator');
  });

  test('a log that cannot be read is set aside and said, and another room can be opened', async () => {
    const { console } = await openWorkshop();
    await console.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('parley rooms');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('events', 'readwrite');
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
            const events = transaction.objectStore('events');
            const reading = events.getAll();
            reading.onsuccess = () => {
              const [first] = reading.result as { room: string }[];
              const damaged = { ...first, seq: 1, command: 'damaged', deeds: [{ type: 'vote.reveal' }] };
              events.add(damaged);
            };
          };
        }),
    );
    await console.reload();
    await expect.poll(() => console.getByText('The saved room could not be read').count()).toBe(1);
    await openRoom(console);
    expect((await keptOf(console)).length).toBe(3);
  });

  test('a browser that keeps nothing still runs a room, says so, and shows it on the projector', async () => {
    const console = await openApp({ at: '#/present' });
    await console.context().addInitScript(() =>
      Object.assign(IDBFactory.prototype, {
        open: () => {
          throw new DOMException('no', 'SecurityError');
        },
      }),
    );
    await console.reload();
    await openRoom(console);
    await expect.poll(() => console.getByText('This browser keeps nothing').count()).toBe(1);
    const projector = await openProjector(console);
    await expect.poll(() => scene(projector)).toBe('lobby');
    await pressTo({ console, projector }, 'reveal');
    await projector.reload();
    await expect.poll(() => scene(projector)).toBe('reveal');
  });
});

describe('the console', () => {
  test('opens the projector in a window of its own, and says what to do where that is blocked', async () => {
    const console = await openApp({ at: '#/present' });
    await openRoom(console);
    const opened = console.waitForEvent('popup');
    await console.keyboard.press('j');
    const projector = await opened;
    await expect.poll(() => scene(projector)).toBe('lobby');
    await projector.close();
    await console.evaluate(() => Object.assign(window, { open: () => null }));
    await console.getByRole('button', { name: 'Open the projector’s window' }).click();
    await expect.poll(() => console.getByText('The browser blocked the window.').count()).toBe(1);
    expect(await console.getByText(/#\/projector$/).count()).toBe(1);
  });

  test('lists its keys, and gives the focus back', async () => {
    const console = await openApp({ at: '#/present' });
    await openRoom(console);
    await console.keyboard.press('?');
    const help = console.getByRole('dialog', { name: 'Keys of the console' });
    await expect.poll(() => help.locator('dt').count()).toBeGreaterThan(20);
    await console.keyboard.press('Escape');
    await expect.poll(() => help.count()).toBe(0);
  });

  test('works on a phone: nothing beside the page, the big button in reach, counting by touch', async () => {
    const phoneSize = { width: 390, height: 844 };
    const workshop = await openWorkshop({ viewport: phoneSize, hasTouch: true });
    const { console } = workshop;
    for (const at of ['briefing', 'present', 'vote', 'reveal', 'consequence'] as const) {
      await pressTo(workshop, at);
      expect(await console.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      const big = console.getByRole('region', { name: 'What comes next' });
      const box = await big.boundingBox();
      expect((box?.y ?? 900) + Math.min(box?.height ?? 0, 60)).toBeLessThanOrEqual(844);
      await screenshot(console, `phone-${at}`);
    }
  });

  test('the start page is accessible, by day and by night, and at 320 pixels', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await openApp({ at: '#/present', colorScheme, viewport: { width: 320, height: 640 } });
      await page.getByRole('button', { name: 'Open the room' }).waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await screenshot(page, `start-320-${colorScheme}`);
    }
  });
});
