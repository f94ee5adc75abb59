import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { expect, inject, onTestFinished } from 'vitest';

/** A browser in processes of its own, over a profile that outlives it. */
export interface OwnBrowser {
  readonly page: Page;
  /** Kills every process of it at once, as a crash or an empty battery does. */
  readonly kill: () => Promise<void>;
}

/** A profile on disk, removed when the test ends. */
export function profileFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-profile-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
  return folder;
}

/** Ends a browser that was started as the leader of a group, with its whole group. */
async function killGroup(browser: ChildProcess): Promise<void> {
  if (browser.pid === undefined || browser.exitCode !== null || browser.signalCode !== null) return;
  const gone = new Promise((resolve) => browser.once('exit', resolve));
  process.kill(-browser.pid, 'SIGKILL');
  await gone;
}

/** Starts a browser over a profile and opens the app in it. */
export async function startBrowser(folder: string, at: string): Promise<OwnBrowser> {
  const port = join(folder, 'DevToolsActivePort');
  rmSync(port, { force: true });
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-port=0'];
  const browser = spawn(inject('chromiumPath'), [...flags, `--user-data-dir=${folder}`, 'about:blank'], {
    detached: true,
    stdio: 'ignore',
  });
  onTestFinished(() => killGroup(browser));
  await expect.poll(() => existsSync(port), { timeout: 30_000 }).toBe(true);
  await expect.poll(() => readFileSync(port, 'utf8'), { timeout: 30_000 }).toMatch(/^\d+\n/);
  const [number = ''] = readFileSync(port, 'utf8').split('\n');
  const connection = await chromium.connectOverCDP(`http://127.0.0.1:${number}`);
  const [context] = connection.contexts();
  if (context === undefined) throw new Error('the browser has no profile');
  const page = await context.newPage();
  await page.goto(`${inject('appUrl')}${at}`);
  return { page, kill: () => killGroup(browser) };
}
