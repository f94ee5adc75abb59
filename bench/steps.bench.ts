import type { Page } from 'playwright-core';
import { largest, median, milliseconds } from './support/figures.ts';
import { slowDown, watchTasks } from './support/watchTasks.ts';
import { type Bench, withBrowser } from './support/withBrowser.ts';

export const name = 'interaction: steps on Walk, and Compare, at full speed and four times slower';

const MOST_STEPS = 8;
const RATES = [1, 4] as const;

/** Two lines that part at their second move, and a third for the other pair. */
const LINES = [
  'table.ceasefire,ceasefire.reply.conditional,ceasefire.terms.refuse',
  'table.ceasefire,ceasefire.reply.reject',
  'table.surrender',
] as const;
const pair = (one: string, other: string): string => `/compare/${encodeURIComponent(`${one};${other}`)}`;

const figures = (label: string, toNextPaint: readonly number[], longTasks: readonly number[]): string =>
  `${label}: input to next paint ${toNextPaint.length === 0 ? 'under 16 ms' : milliseconds(median(toNextPaint))} (median), ` +
  `longest task ${longTasks.length === 0 ? 'under 50 ms' : milliseconds(largest(longTasks))}, ${longTasks.length} over 50 ms`;

async function opened({ open, url }: Bench, rate: number) {
  const { page, context } = await open();
  const watch = await watchTasks(page);
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // What loads after the first picture is no part of a step.
  await page.waitForTimeout(2_000);
  await slowDown(page, rate);
  return { page, context, watch };
}

/** The number key of the first open option, or of the first card; undefined at an end. */
async function nextKey(page: Page): Promise<string | undefined> {
  if (await page.getByText('An end of this line').isVisible()) return undefined;
  const option = page.locator('ol > li:has(h3 button)').first();
  return (await option.count()) === 0 ? '1' : ((await option.locator('.key').first().textContent()) ?? undefined);
}

async function walk(bench: Bench, rate: number): Promise<string> {
  const { page, context, watch } = await opened(bench, rate);
  const toNextPaint: number[] = [];
  const longTasks: number[] = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const key = await nextKey(page);
    if (key === undefined) break;
    const before = page.url();
    const reading = await watch(async () => {
      await page.keyboard.press(key);
      await page.waitForFunction((address) => window.location.href !== address, before);
    });
    toNextPaint.push(...reading.toNextPaint);
    longTasks.push(...reading.longTasks);
  }
  await context.close();
  return figures(`Walk, ${rate} × slower`, toNextPaint, longTasks);
}

async function compare(bench: Bench, rate: number): Promise<readonly string[]> {
  const { page, context, watch } = await opened(bench, rate);
  const timed = async (label: string, route: string): Promise<string> => {
    let shown = 0;
    const { longTasks } = await watch(async () => {
      // The second frame begins when the first has been painted. (No function has a name here: the page does not know the compiler's.)
      shown = await page.evaluate(async (to) => {
        const begun = performance.now();
        window.location.hash = to;
        await new Promise((changed) => window.addEventListener('hashchange', changed, { once: true }));
        await new Promise<void>((painted) => requestAnimationFrame(() => requestAnimationFrame(() => painted())));
        return performance.now() - begun;
      }, route);
      await page.waitForFunction(() => document.title.startsWith('Compare'));
    });
    const longest = longTasks.length === 0 ? 'under 50 ms' : milliseconds(largest(longTasks));
    return `Compare, ${rate} × slower, ${label}: next picture after ${milliseconds(shown)}, longest task ${longest}`;
  };
  const lines = [
    await timed('opened with two lines', pair(LINES[0], LINES[1])),
    await timed('switched to another pair', pair(LINES[0], LINES[2])),
  ];
  await context.close();
  return lines;
}

export const run = (): Promise<readonly string[]> =>
  withBrowser(async (bench) => {
    const said: string[] = [];
    for (const rate of RATES) said.push(await walk(bench, rate), ...(await compare(bench, rate)));
    return said;
  });
