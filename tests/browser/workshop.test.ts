import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openApp, screenshot } from './support/openApp.ts';
import {
  button,
  heading,
  keptRooms,
  openProjector,
  openRoom,
  openWorkshop,
  phase,
  press,
  pressOn,
  pressTo,
  scene,
  smallTexts,
  spilledTexts,
  written,
} from './support/workshop.ts';

const QUESTION = 'How does Russia answer the 30-day proposal?';
const timer = (page: Page) => page.getByRole('timer');
const bigButton = (page: Page) => page.getByRole('region', { name: 'What comes next' }).getByRole('button');
const compared = (page: Page, side: string) =>
  page.getByRole('combobox', { name: side, exact: true }).locator('option:checked').textContent();
const refusal = (page: Page) => page.getByRole('region', { name: 'What comes next' }).getByRole('status');

/** Downloads by a button that is reached and pressed by keyboard, and reads what came. */
async function taken(page: Page, name: string): Promise<{ readonly file: string; readonly text: string }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
  const download = await coming;
  return { file: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Counts hands with the digit keys: so many for each option, in order. */
async function countHands(page: Page, hands: readonly number[]): Promise<void> {
  for (const [option, count] of hands.entries())
    for (let hand = 0; hand < count; hand += 1) await press(page, String(option + 1));
}

describe('a 20-minute plan', () => {
  test('runs from one laptop to its debrief by keyboard alone, both windows in step and readable from afar', {
    timeout: 300_000,
  }, async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    const seen = new Set<string>();
    const lookAt = async (at: string) => {
      expect(await smallTexts(projector, 24), `smaller than 24 px in ${at}`).toEqual([]);
      expect(await spilledTexts(projector), `outside the page in ${at}`).toEqual([]);
      expect(await projector.getByRole('button').count(), `controls in ${at}`).toBe(0);
      if (seen.has(at)) return;
      seen.add(at);
      for (const page of [console, projector])
        expect((await new AxeBuilder({ page }).analyze()).violations, `axe in ${at}`).toEqual([]);
    };
    for (let presses = 0; presses < 120; presses += 1) {
      const at = (await phase(console)) ?? '';
      await expect.poll(() => scene(projector)).toBe(at);
      if (at !== 'debrief' && at !== 'compare') await projector.locator('h1').waitFor();
      await lookAt(at);
      if (at === 'closed') break;
      if (at === 'vote') await countHands(console, [2, 1]);
      if (at === 'debrief' && !seen.has('noted')) {
        seen.add('noted');
        await console.keyboard.press('n');
        await console.keyboard.type('Each side asked first who would check.');
        await expect.poll(() => written(console)).toBeGreaterThan(presses);
        await console.keyboard.press('Escape');
        await heading(console).focus();
      }
      const before = await written(console);
      const waits = (await bigButton(console).count()) === 0;
      await console.keyboard.press(waits ? '1' : 'Space');
      await expect.poll(() => written(console)).toBeGreaterThan(before);
    }
    for (const at of [
      'briefing',
      'present',
      'discuss',
      'vote',
      'sealed',
      'reveal',
      'consequence',
      'compare',
      'debrief',
    ])
      expect(seen).toContain(at);
    expect(await phase(console)).toBe('closed');

    const sheet = await taken(console, 'Debrief (Markdown)');
    expect(sheet.file).toBe('kursk-2025-workshop.md');
    expect(sheet.text).toMatch(/^# Debrief: Kursk, March 2025\n/);
    expect(sheet.text).toContain('A workshop of 20 minutes with 12 people.');
    expect(sheet.text).toContain(`#### ${QUESTION}`);
    expect(sheet.text).toContain('Accept without conditions 2 (67 %); Accept with conditions 1 (33 %)');
    expect(sheet.text).toContain('hands counted in by the facilitator');
    expect(sheet.text).toContain('Each side asked first who would check.');
    expect(sheet.text).toMatch(/^Compared: |^## Compared: /m);
    expect(sheet.text).toMatch(/\| Debrief \| 5 \| \d+ \|/);

    const counts = await taken(console, 'Counts (CSV)');
    expect(counts.file).toBe('kursk-2025-workshop.csv');
    const lines = counts.text.split(/\r?\n/);
    const head = lines.findIndex((line) => line.startsWith('Round,'));
    expect(lines[head]).toContain('Option,Hands,Share of hands for options');
    const rows = lines.filter((line) => line.includes(QUESTION));
    expect(rows).toHaveLength(6);
    expect(rows[0]).toContain('Accept without conditions,2,0.6666');
    // Nobody's answer and no time of day leaves with the counts.
    expect(counts.text).not.toMatch(/\d\d:\d\d/);
  });

  test('opens its lines in Walk', async () => {
    const workshop = await openWorkshop();
    await pressTo(workshop, 'consequence');
    const { console } = workshop;
    await press(console, 'k');
    await press(console, 'k');
    expect(await phase(console)).toBe('debrief');
    await console.getByRole('button', { name: 'Open the lines in Walk' }).click();
    await expect.poll(() => console.getByText(/added to your study/).count()).toBe(1);
    await heading(console).focus();
    await console.keyboard.press('w');
    await expect.poll(() => console.url()).toMatch(/\/walk\/table\.ceasefire,ceasefire\.reply\.accept$/);
    await expect
      .poll(() => console.getByRole('button', { name: /Accept without conditions/ }).count())
      .toBeGreaterThan(0);
  });
});

describe('commit before reveal', () => {
  test('no count stands in the projector before the reveal, and the reveal waits for hands or a word', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'vote');
    await press(console, 'Space');
    expect(await phase(console)).toBe('sealed');
    await expect.poll(() => scene(projector)).toBe('sealed');
    const shown = () => projector.locator('main').evaluate((main) => main.outerHTML);
    const uncounted = await shown();
    await expect.poll(() => bigButton(console).count()).toBe(0);
    const before = await written(console);
    await console.keyboard.press('Space');
    expect(await console.getByRole('region', { name: 'What comes next' }).innerText()).toContain(
      'Enter the hands, or say that nobody counted (key 0).',
    );
    await countHands(console, [0, 7]);
    expect(await written(console)).toBe(before + 7);
    // The projector has heard of the last hand once it answers to what comes after it.
    await press(console, 'b');
    await expect.poll(() => projector.locator('main').innerText()).not.toContain(QUESTION);
    await press(console, 'b');
    await expect.poll(() => heading(projector).textContent()).toBe(QUESTION);
    // Seven hands have changed not one letter or bar of what the room sees.
    expect(await shown()).toBe(uncounted);
    await screenshot(console, 'workshop-sealed');
    await press(console, 'Space');
    await expect.poll(() => projector.getByText('7 hands counted in').count()).toBe(1);
    await screenshot(console, 'workshop-reveal');
  });

  test('a room that answered without a count says what it said', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'sealed');
    await press(console, '0');
    await press(console, 'Space');
    await expect.poll(() => projector.getByText('Answered in the room, without a count').count()).toBe(1);
    await press(console, '2');
    await expect.poll(() => heading(projector).textContent()).toBe('Accept with conditions');
    expect(await projector.getByText('Agreed in the room, without a count').count()).toBe(1);
  });

  test('level options go to a runoff between them, and the lead of that is played', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'vote');
    await countHands(console, [3, 0, 3]);
    await press(console, 'Space');
    await press(console, 'Space');
    await expect.poll(() => bigButton(console).textContent()).toContain('Level: call a runoff');
    await press(console, 'Space');
    await expect
      .poll(() => projector.getByRole('listitem').allTextContents())
      .toEqual(['1Accept without conditions', '2Study it further']);
    await countHands(console, [1, 5]);
    await press(console, 'Space');
    await press(console, 'Space');
    await press(console, 'Space');
    await expect.poll(() => heading(projector).textContent()).toBe('Study it further');
    expect(await projector.getByText('Decided by a runoff').count()).toBe(1);
  });

  test('an override without a reason is refused; with one, the room is shown it', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'vote');
    await countHands(console, [4]);
    await press(console, 'Space');
    await press(console, 'Space');
    await console.keyboard.press('r');
    const move = console.getByRole('combobox', { name: 'Move' });
    await expect.poll(() => move.evaluate((select) => select === document.activeElement)).toBe(true);
    await move.selectOption('Reject');
    const before = await written(console);
    await button(console, 'Play it with this reason').click();
    await expect.poll(() => refusal(console).textContent()).toContain('An override needs a reason');
    expect(await written(console)).toBe(before);
    await console.getByRole('textbox', { name: 'Reason' }).fill('To see where a refusal leads.');
    await console.keyboard.press('Enter');
    await expect.poll(() => heading(projector).textContent()).toBe('Reject');
    expect(await projector.getByText('Reason: To see where a refusal leads.').count()).toBe(1);
    await screenshot(projector, 'workshop-override');
  });
});

describe('the screen and the clock', () => {
  test('blank shows nothing, and what comes next only where it is not hidden', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'present');
    await press(console, 'b');
    await expect.poll(() => projector.locator('main').innerText()).not.toContain(QUESTION);
    expect(await projector.locator('main').evaluate((main) => main.outerHTML)).not.toContain('Accept');
    await press(console, 'b');
    await expect.poll(() => heading(projector).textContent()).toBe(QUESTION);
    expect(await projector.getByText('Next: ').count()).toBe(0);
    await press(console, 'x');
    await expect.poll(() => projector.getByText('Next: Comparison').count()).toBe(1);
    await press(console, 'x');
    await expect.poll(() => projector.getByText('Next: ').count()).toBe(0);
  });

  test('the timer pauses, takes one and five minutes more, hides and ends', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'discuss');
    await expect.poll(() => timer(projector).textContent()).toMatch(/^(1:00|0:5\d)left$/);
    await press(console, 'p');
    await expect.poll(() => timer(projector).textContent()).toContain('paused');
    const stood = await timer(projector).textContent();
    await projector.waitForTimeout(1_500);
    expect(await timer(projector).textContent()).toBe(stood);
    await press(console, '+');
    await expect.poll(() => timer(projector).textContent()).toMatch(/^(2:00|1:\d\d)paused$/);
    await press(console, 'f');
    await expect.poll(() => timer(projector).textContent()).toMatch(/^(7:00|6:\d\d)paused$/);
    await press(console, 'h');
    await expect.poll(() => timer(projector).count()).toBe(0);
    expect(await timer(console).textContent()).toMatch(/(7:00|6:\d\d) left/);
    await press(console, 'h');
    await press(console, 'p');
    await expect.poll(() => timer(projector).textContent()).toMatch(/^6:\d\dleft$/);
    await press(console, 'e');
    await expect.poll(() => timer(projector).count()).toBe(0);
  });
});

describe('cards, sides and second thoughts', () => {
  test('a card is shown, held and shown again; let happen, it moves the room and the round goes on', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'discuss');
    const card = console.getByRole('button', { name: 'Show the card: US military aid and intelligence: Frozen again' });
    await console.keyboard.press('i');
    await card.focus();
    await press(console, 'Enter');
    await expect.poll(() => heading(projector).textContent()).toBe('Frozen again');
    expect(await projector.getByText('This has now happened').count()).toBe(0);
    await screenshot(console, 'workshop-card');
    await button(console, 'Hold it, and go back').click();
    await expect.poll(() => scene(projector)).toBe('discuss');
    expect(await console.getByRole('button', { name: /Frozen again/ }).count()).toBe(1);
    await card.click();
    await expect.poll(() => phase(console)).toBe('inject');
    await heading(console).focus();
    await press(console, 'Space');
    await expect.poll(() => projector.getByText('This has now happened in our line.').count()).toBe(1);
    expect(await spilledTexts(projector)).toEqual([]);
    await screenshot(projector, 'workshop-card-fired');
    await press(console, 'Space');
    // The same moves are open as before: the discussion goes on where it stood.
    await expect.poll(() => scene(projector)).toBe('discuss');
    expect(await console.getByText('Frozen again · card').count()).toBe(1);
  });

  test('sides are swapped between rounds, and the earlier round stays in view', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'consequence');
    await button(console, 'Swap sides').click();
    await expect.poll(() => heading(projector).textContent()).toBe('Now sit in the other chair');
    const sides = await projector.locator('main').innerText();
    expect(sides).toMatch(/First table\s+speaks for Russia\s+Second table\s+speaks for Ukraine/);
    expect((await new AxeBuilder({ page: console }).analyze()).violations).toEqual([]);
    await screenshot(console, 'workshop-swap');
    await heading(console).focus();
    await press(console, 'Space');
    await expect.poll(() => projector.getByText('Round 1 played: Accept without conditions').count()).toBe(1);
  });

  test('looking back goes another way, and the turn that was left can be compared', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'consequence');
    await console.getByRole('button', { name: 'Look back to before: Accept without conditions' }).click();
    await expect.poll(() => scene(projector)).toBe('rewound');
    expect(await projector.getByText('We had played: Accept without conditions').count()).toBe(1);
    await heading(console).focus();
    await press(console, 'Space');
    await expect.poll(() => scene(projector)).toBe('present');
    await button(console, 'Play: Reject').click();
    await expect.poll(() => scene(projector)).toBe('consequence');
    await button(console, 'To the comparison').click();
    await expect.poll(() => projector.getByText('Round 1, turn 1 that we left').count()).toBe(1);
    await expect.poll(() => compared(console, 'Right')).toBe('Round 1, turn 1 that we left');
    expect(await compared(console, 'Left')).toBe('Round 1');
    await screenshot(console, 'workshop-compare');
    await screenshot(projector, 'workshop-compare-projector');
  });

  test('undo takes back a count, a step and a decision, one at a time; redo brings them again', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'vote');
    await countHands(console, [2]);
    await expect.poll(() => console.getByText('2 of 12 hands counted').count()).toBe(1);
    await press(console, 'z');
    await expect.poll(() => console.getByText('1 of 12 hands counted').count()).toBe(1);
    await press(console, 'z');
    await press(console, 'z');
    await expect.poll(() => scene(projector)).toBe('discuss');
    await press(console, 'Shift+Z');
    await expect.poll(() => scene(projector)).toBe('vote');
  });
});

describe('what is kept', () => {
  test('either window may be reloaded, and the projector opened late', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'vote');
    await countHands(console, [2, 1]);
    await console.reload();
    await expect.poll(() => phase(console)).toBe('vote');
    await expect.poll(() => console.getByText('3 of 12 hands counted').count()).toBe(1);
    await expect.poll(() => scene(projector)).toBe('vote');
    await projector.reload();
    await expect.poll(() => scene(projector)).toBe('vote');
    await press(console, 'Space');
    await press(console, 'Space');
    await expect.poll(() => projector.getByText('3 hands counted in').count()).toBe(1);
    await projector.close();
    await press(console, 'Space');
    const late = await openProjector(console);
    await expect.poll(() => heading(late).textContent()).toBe('Accept without conditions');
    await console.close();
    await expect.poll(() => late.getByText('The facilitator’s window is closed.').count()).toBe(1);
    expect(await heading(late).textContent()).toBe('Accept without conditions');
  });

  test('wiping leaves nothing of a room in the browser', async () => {
    const page = await openApp({ at: '#/present' });
    await openRoom(page);
    await pressOn(page);
    await page.getByLabel('Private notes').fill('A name that should go.');
    await expect.poll(async () => (await keptRooms(page)).events).toBe(3);
    await button(page, 'Leave this room').click();
    await button(page, /^Wipe the room begun/).click();
    await button(page, 'Wipe it').click();
    await expect.poll(() => page.getByText('The room is wiped from this device.').count()).toBe(1);
    expect(await keptRooms(page)).toEqual({ current: 0, events: 0, rooms: 0 });
  });
});

describe('the console', () => {
  test('says all its keys', async () => {
    const { console } = await openWorkshop();
    await console.keyboard.press('?');
    const sheet = console.getByRole('dialog', { name: 'Keys of the console' });
    await sheet.waitFor();
    for (const deed of ['The big button', 'Blank the screen, or show it again', 'Five minutes more', 'Undo'])
      expect(await sheet.getByText(deed, { exact: true }).count()).toBe(1);
    expect((await new AxeBuilder({ page: console }).analyze()).violations).toEqual([]);
    await screenshot(console, 'workshop-keys');
    await console.keyboard.press('Escape');
    await expect.poll(() => sheet.count()).toBe(0);
    await press(console, 'Space');
    expect(await phase(console)).toBe('briefing');
  });

  test('fits a phone in every phase without scrolling sideways', { timeout: 180_000 }, async () => {
    const workshop = await openWorkshop({ viewport: { width: 390, height: 844 } });
    const { console } = workshop;
    for (const at of [
      'lobby',
      'briefing',
      'present',
      'discuss',
      'vote',
      'sealed',
      'reveal',
      'consequence',
      'compare',
      'debrief',
      'closed',
    ]) {
      await pressTo(workshop, at);
      const width = await console.evaluate(() => document.documentElement.scrollWidth);
      expect(width, at).toBe(390);
    }
    await screenshot(console, 'workshop-390');
  });
});
