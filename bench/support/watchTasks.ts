import type { Page } from 'playwright-core';

/** What a page did since the last reading, in milliseconds. */
export interface Reading {
  /** Tasks of more than 50 ms, by the Long Tasks API: while one runs, the page answers nothing. */
  readonly longTasks: readonly number[];
  /** From an input to the next picture, by the Event Timing API, which rounds to 8 ms; shorter ones than 16 ms are not told. */
  readonly toNextPaint: readonly number[];
}

/** Long enough for what a step leaves to be done after its picture. */
const SETTLE = 1_500;

/** Listens from the start of the page on; the reader waits until the page has settled. */
export async function watchTasks(page: Page): Promise<(act: () => Promise<unknown>) => Promise<Reading>> {
  await page.addInitScript(() => {
    const seen = { longTasks: [] as number[], toNextPaint: [] as number[] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
    }).observe({ type: 'longtask' });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (entry.name === 'keydown' || entry.name === 'click') seen.toNextPaint.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  const take = (): Promise<Reading> =>
    page.evaluate(() => {
      const { seen } = window as unknown as { seen: { longTasks: number[]; toNextPaint: number[] } };
      return { longTasks: seen.longTasks.splice(0), toNextPaint: seen.toNextPaint.splice(0) };
    });
  return async (act) => {
    await take();
    await act();
    await page.waitForTimeout(SETTLE);
    return take();
  };
}

/** Makes a page's processor this many times slower: 4 stands for a phone of the middle class. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}
