import { readFileSync } from 'node:fs';
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
  type Workshop,
  waits,
} from './support/workshop.ts';

/** Text of the projector that is smaller than 24 pixels, and parts of the page that do not fit on it. */
const misfits = (projector: Page): Promise<readonly string[]> =>
  projector.evaluate(() => {
    const stage = document.querySelector('[data-window="true"]');
    if (stage === null) return ['no stage'];
    const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    const foot = stage.querySelector('footer')?.getBoundingClientRect();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (parent === null || text === '' || parent.closest('.visually-hidden') !== null) continue;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (size < 24) found.push(`${size} px: ${text}`);
      const box = parent.getBoundingClientRect();
      const below = parent.closest('footer') === null && foot !== undefined ? foot.top : window.innerHeight;
      if (box.bottom > below + 1 || box.right > window.innerWidth + 1) found.push(`off the page: ${text}`);
    }
    return found;
  });

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** Looks at both windows in the present phase. */
async function look({ console, projector }: Workshop, name: string): Promise<void> {
  await expect.poll(() => projector.getByText('Loading…').count()).toBe(0);
  await screenshot(projector, `projector-${name}`);
  await screenshot(console, `console-${name}`);
  expect(await misfits(projector), name).toEqual([]);
  await accessible(projector);
  await accessible(console);
  expect(await projector.locator('button, a, input, select, textarea').count(), 'controls').toBe(0);
}

test('a 20-minute plan is run by keyboard alone, from the start to the exported debrief', async () => {
  const { console, projector } = await openWorkshop();
  const looked = new Set<string>();
  const workshop = { console, projector };
  let votes = 0;
  for (let presses = 0; presses < 150 && (await phase(console)) !== 'debrief'; presses += 1) {
    const at = (await phase(console)) ?? '';
    await expect.poll(() => scene(projector)).toBe(at);
    if (!looked.has(at)) await look(workshop, at);
    looked.add(at);
    // Whoever presses Space stands on the heading of the phase.
    if (at !== 'lobby') expect(await heading(console).evaluate((h1) => h1 === document.activeElement)).toBe(true);
    if (at === 'vote') {
      votes += 1;
      for (const key of ['1', '2', '2', '2', '1', '1', '2']) await console.keyboard.press(key);
      await expect.poll(() => console.getByText('7 of 12 hands counted').count()).toBe(1);
      expect(await projected(projector)).not.toMatch(/hand counted|\d+ hands|%/);
    }
    await pressed(console, (await waits(console)) ? '1' : 'Space');
  }
  expect(votes).toBe(3);
  expect([...looked]).toEqual(
    expect.arrayContaining(['briefing', 'present', 'discuss', 'vote', 'sealed', 'reveal', 'consequence', 'compare']),
  );
  await expect.poll(() => scene(projector)).toBe('debrief');
  await look(workshop, 'debrief');
  const unnoted = await events(console);
  await console.keyboard.press('n');
  await console.keyboard.type('Nobody expected a yes. =1+1');
  await console.keyboard.press('Escape');
  // Kept first: pressed meanwhile, the big button would be refused as too late.
  await expect.poll(() => events(console)).not.toBe(unnoted);
  await expect.poll(() => heading(console).evaluate((h1) => h1 === document.activeElement)).toBe(true);
  for (let prompt = 0; prompt < 6; prompt += 1) await pressed(console, 'Space');
  await expect.poll(() => phase(console)).toBe('closed');
  await look(workshop, 'closed');
  const files: Record<string, string> = {};
  for (const name of ['Debrief (Markdown)', 'Counts (CSV)', 'Event log (JSON)']) {
    const downloaded = console.waitForEvent('download');
    await console.getByRole('button', { name }).focus();
    await console.keyboard.press('Enter');
    files[name] = readFileSync(await (await downloaded).path(), 'utf8');
  }
  const markdown = files['Debrief (Markdown)'] ?? '';
  expect(markdown).toMatch(/^# Debrief: Kursk, March 2025/);
  expect(markdown).toContain('Nobody expected a yes.');
  expect(markdown.match(/Accept with conditions 4 \(57 %\)/g)).toHaveLength(1);
  expect(markdown).toContain('hands counted in by the facilitator');
  expect(markdown).toMatch(/kursk-2025@\d+\.\d+\.\d+\./);
  expect(markdown).not.toMatch(/\d\d:\d\d/);
  const csv = files['Counts (CSV)'] ?? '';
  expect(csv.split('\r\n').filter((line) => /Accept with conditions,4,0\.571429/.test(line))).toHaveLength(1);
  expect(csv).toContain('hands counted in by the facilitator');
  const log = JSON.parse(files['Event log (JSON)'] ?? '[]') as readonly { readonly seq: number }[];
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index));
  await console.getByRole('button', { name: 'Open the lines in Walk' }).focus();
  await console.keyboard.press('Enter');
  await console.keyboard.press('w');
  await expect.poll(() => console.url()).toContain('ceasefire.reply.conditional');
}, 240_000);

describe('a vote', () => {
  test('that is level calls a runoff between the level options, and only those', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'vote');
    for (const key of ['1', '1', '3', '3', '5']) await pressed(console, key);
    await pressTo(workshop, 'reveal');
    expect(await projected(projector)).toContain('Level: a runoff decides.');
    await pressed(console, 'Space');
    await expect.poll(() => scene(projector)).toBe('vote');
    await expect.poll(() => projector.locator('ol > li').count()).toBe(2);
    await look(workshop, 'runoff');
    await pressed(console, '2');
    await pressTo(workshop, 'reveal');
    await pressed(console, 'Space');
    await expect.poll(() => heading(projector).textContent()).toBe('Study it further');
    expect(await projected(projector)).toContain('Decided by a runoff');
  });

  test('cannot be revealed before it is counted, and a word that nobody counted will do', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'sealed');
    const before = await events(console);
    await console.keyboard.press('Space');
    await expect.poll(() => waits(console)).toBe(true);
    expect(await events(console)).toBe(before);
    await pressed(console, '0');
    await pressed(console, 'Space');
    await expect.poll(() => projected(projector)).toContain('Answered in the room, without a count');
    await pressed(console, '2');
    await expect.poll(() => projected(projector)).toContain('Agreed in the room, without a count');
  });

  test('is overridden only with a reason, which the room reads and the debrief keeps', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'reveal');
    await console.keyboard.press('r');
    await console.locator('#override-move').selectOption({ label: 'Reject' });
    await console.getByRole('button', { name: 'Play it with this reason' }).press('Enter');
    await expect.poll(() => console.getByText('An override needs a reason').count()).toBe(1);
    expect(await phase(console)).toBe('reveal');
    await console.getByLabel('Reason', { exact: true }).fill('The other table wants to see a refusal');
    await console.keyboard.press('Enter');
    await expect.poll(() => heading(projector).textContent()).toBe('Reject');
    expect(await projected(projector)).toContain('Reason: The other table wants to see a refusal');
    await look(workshop, 'override');
    await console.goto(console.url().replace(/#.*/, '#/present/debrief'));
    await expect
      .poll(() => console.getByRole('article').innerText())
      .toContain('Reason: The other table wants to see a refusal');
  });

  test('is taken back with one key, as if it had not been', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'reveal');
    const before = await projected(projector);
    await pressed(console, 'Space');
    await expect.poll(() => scene(projector)).toBe('consequence');
    await pressed(console, 'z');
    await expect.poll(() => projected(projector)).toBe(before);
  });
});

describe('what the room sees', () => {
  test('can be blank, and says nothing then', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'present');
    await pressed(console, 'b');
    await expect.poll(() => projected(projector)).toBe('The screen is blank.');
    await accessible(projector);
    await pressed(console, 'b');
    await expect.poll(() => scene(projector)).toBe('present');
  });

  test('a card from any step changes the line, and leads back', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'discuss');
    await console.getByRole('button', { name: /^Show the card: US military aid and intelligence: Frozen/ }).click();
    await expect.poll(() => heading(projector).textContent()).toBe('Frozen again');
    await look(workshop, 'card');
    await pressed(console, 'Space');
    await expect.poll(() => projected(projector)).toContain('This has now happened in our line.');
    await look(workshop, 'card-fired');
    await pressed(console, 'Space');
    await expect.poll(() => scene(projector)).toBe('discuss');
    expect(await console.getByRole('complementary', { name: 'Agenda' }).innerText()).toContain('Frozen again');
  });

  test('looking back and going another way keeps both lines for the comparison', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'consequence');
    await console
      .getByRole('button', { name: /^Look back to before: / })
      .first()
      .click();
    await expect.poll(() => scene(projector)).toBe('rewound');
    await look(workshop, 'rewound');
    await pressed(console, 'Space');
    await pressTo(workshop, 'vote');
    await pressed(console, '5');
    await pressTo(workshop, 'consequence');
    await console.getByRole('button', { name: 'To the comparison' }).click();
    await expect.poll(() => projected(projector)).toContain('turn 1 that we left');
    await look(workshop, 'compare-fork');
    await console.getByRole('link', { name: 'Open these lines in Compare' }).click();
    await expect.poll(() => decodeURIComponent(console.url())).toMatch(/compare\/.+accept.*;.+|compare\/.+;.+accept/);
  });

  test('time can be added, paused, hidden and ended, and its end does nothing by itself', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'discuss');
    const clock = projector.getByRole('timer');
    await expect.poll(() => clock.textContent()).toMatch(/^0:5\d/);
    await pressed(console, '+');
    await expect.poll(() => clock.textContent()).toMatch(/^1:/);
    await pressed(console, 'f');
    await expect.poll(() => clock.textContent()).toMatch(/^6:/);
    await pressed(console, 'p');
    await expect.poll(() => clock.textContent()).toMatch(/paused$/);
    await look(workshop, 'paused');
    await pressed(console, 'h');
    await expect.poll(() => clock.count()).toBe(0);
    await pressed(console, 'h');
    await pressed(console, 'e');
    await expect.poll(() => clock.count()).toBe(0);
    expect(await phase(console)).toBe('discuss');
  });

  test('the next part is on the screen only where the facilitator shows it', async () => {
    const workshop = await openWorkshop();
    const { console, projector } = workshop;
    await pressTo(workshop, 'briefing');
    expect(await projected(projector)).not.toContain('Next:');
    await pressed(console, 'x');
    await expect.poll(() => projected(projector)).toContain('Next: Round 1');
  });
});

test('an hour with conditions, a swap of sides and two rounds: round 1 stays in view, and both lines are compared', async () => {
  const console = await openApp({ at: '#/present', viewport: { width: 1440, height: 900 } });
  await console.getByRole('radio', { name: /^60 minutes/ }).check();
  await openRoom(console);
  const workshop = { console, projector: await openProjector(console) };
  const { projector } = workshop;
  await pressTo(workshop, 'conditions');
  await console.getByRole('button', { name: 'Begin with: US military aid and intelligence: Frozen again' }).click();
  await expect.poll(() => projected(projector)).toContain('changed');
  await look(workshop, 'conditions');
  await pressTo(workshop, 'swap');
  expect(await projected(projector)).toMatch(/First table\s+speaks for Russia/);
  await look(workshop, 'swap');
  await pressTo(workshop, 'vote');
  expect(await projected(projector)).toMatch(/Round 1 played: /);
  for (const key of ['3', '3', '1']) await pressed(console, key);
  await look(workshop, 'vote-round-2');
  await pressTo(workshop, 'compare');
  expect(await projected(projector)).toMatch(/Round 1[\s\S]+Round 2/);
  await look(workshop, 'compare-rounds');
  await pressTo(workshop, 'debrief');
  await look(workshop, 'debrief-rounds');
  await console.goto(console.url().replace(/#.*/, '#/present/debrief'));
  await console.getByRole('article').waitFor();
  const pdf = (await console.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
}, 240_000);

test('at every step of each branch the projector keeps its sizes and its page', async () => {
  const console = await openApp({ at: '#/present', viewport: { width: 1440, height: 900 } });
  const projector = await openProjector(console);
  for (const branch of ['table.ceasefire', 'table.surrender-demand', 'table.withdrawal']) {
    await console.getByRole('combobox', { name: /Where the negotiation begins/ }).selectOption(branch);
    await openRoom(console);
    await expect.poll(() => scene(projector)).toBe('lobby');
    for (let presses = 0; presses < 120 && (await phase(console)) !== 'compare'; presses += 1) {
      // The last option at every turn: the other way than the other tests go.
      const waiting = await waits(console);
      const last = Math.max(1, await console.locator('main ol > li button').count());
      await pressed(console, waiting ? String((await phase(console)) === 'sealed' ? 1 : last) : 'Space');
      const at = (await phase(console)) ?? '';
      await expect.poll(() => scene(projector)).toBe(at);
      await expect.poll(() => projector.getByText('Loading…').count()).toBe(0);
      expect(await misfits(projector), `${branch}, ${at}`).toEqual([]);
    }
    await console.getByRole('button', { name: 'Leave this room' }).click();
  }
}, 240_000);
