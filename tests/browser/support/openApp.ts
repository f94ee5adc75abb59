import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, expect, inject, onTestFinished } from 'vitest';
import { watchFaults } from './watchFaults.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** One browser per test file, started when first needed; each test has a profile of its own in it. */
let browser: Promise<Browser> | undefined;

afterAll(async () => {
  await (await browser)?.close();
});

/** How a test opens the app: any setting of a browser profile, and where in the app to begin. */
export type Opening = BrowserContextOptions & {
  /** What follows the app's address, such as `#/walk/table.ceasefire`. */
  readonly at?: string;
  /** Address of the app; the built app's own unless a test brings another. */
  readonly url?: string;
};

/**
 * Opens the app in a fresh profile and returns the page; further tabs come from `page.context().newPage()`. When the
 * test ends the profile is closed, and the test fails on any console error, uncaught error or request to another
 * origin in any of its tabs.
 */
export async function openApp({ at = '', url = inject('appUrl'), ...profile }: Opening = {}): Promise<Page> {
  browser ??= chromium.launch({ executablePath: inject('chromiumPath'), args: FLAGS });
  const context = await (await browser).newContext({
    baseURL: url,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    colorScheme: 'light',
    locale: 'en-GB',
    ...profile,
  });
  const faults = watchFaults(context, new URL(url).origin);
  onTestFinished(async () => {
    await context.close();
    expect(faults, 'faults seen in the browser').toEqual([]);
  });
  const page = await context.newPage();
  await page.goto(`${url}${at}`);
  return page;
}

/** Writes the whole page as tests/browser/shots/NAME.png, to be looked at; the folder is not committed. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const path = fileURLToPath(new URL(`../shots/${name}.png`, import.meta.url));
  await page.screenshot({ path, fullPage: true });
}
