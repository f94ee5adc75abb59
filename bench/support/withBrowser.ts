import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { buildApp } from '../../cli/buildApp.ts';
import { serveFolder } from '../../cli/serveFolder.ts';
import { findChromium } from '../../tests/browser/support/findChromium.ts';

/** What a measurement in a browser works with. All of it is on this computer, and is gone when the measurement ends. */
export interface Bench {
  /** Folder and address of the built app. */
  readonly folder: string;
  readonly url: string;
  /** A page of a fresh profile. */
  readonly open: () => Promise<{ readonly page: Page; readonly context: BrowserContext }>;
  /** Serves another folder until the measurement ends. */
  readonly serve: (folder: string) => Promise<string>;
  /** An empty folder that is removed when the measurement ends. */
  readonly newFolder: () => string;
}

/** Milliseconds after which a measurement gives up rather than hangs. */
const GIVE_UP = 30_000;

/** Builds the app, serves it on loopback, starts a browser, measures, and ends what it started. */
export async function withBrowser<Result>(measure: (bench: Bench) => Promise<Result>): Promise<Result> {
  const undo: (() => unknown)[] = [];
  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
    undo.push(() => rmSync(folder, { recursive: true }));
    return folder;
  };
  const serve = async (folder: string): Promise<string> => {
    const server = await serveFolder(folder, 0);
    undo.push(server.close);
    return server.url;
  };
  try {
    const folder = newFolder();
    await buildApp(fileURLToPath(new URL('../..', import.meta.url)), folder);
    const url = await serve(folder);
    const browser: Browser = await chromium.launch({
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    });
    undo.push(() => browser.close());
    const open: Bench['open'] = async () => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
      context.setDefaultTimeout(GIVE_UP);
      return { context, page: await context.newPage() };
    };
    return await measure({ folder, url, open, serve, newFolder });
  } finally {
    for (const end of undo.toReversed()) await end();
  }
}
