import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { expect, inject, onTestFinished } from 'vitest';

/** A browser of its own on a profile that stays, which can be ended as a power cut ends it. */
export interface KillableBrowser {
  readonly page: Page;
  /** Ends the browser with all its processes at once; nothing in it hears of it. */
  readonly kill: () => Promise<void>;
}

const PORT_FILE = 'DevToolsActivePort';

const started = async (process: ChildProcess, profile: string): Promise<string> => {
  const file = join(profile, PORT_FILE);
  await expect
    .poll(() => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').length : process.exitCode), {
      timeout: 60_000,
    })
    .toBeGreaterThan(1);
  return `http://127.0.0.1:${readFileSync(file, 'utf8').split('\n')[0]}`;
};

/** Starts a browser on a profile's folder and opens an address in it. */
export async function killableBrowser(profile: string, address: string): Promise<KillableBrowser> {
  await rm(join(profile, PORT_FILE), { force: true });
  const child = spawn(
    inject('chromiumPath'),
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    // A process group of its own, so that its helpers end with it.
    { stdio: 'ignore', detached: true },
  );
  const end = async () => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-child.pid, 'SIGKILL');
    await ended;
  };
  // A test that fails half-way leaves no browser behind.
  onTestFinished(end);
  const browser = await chromium.connectOverCDP(await started(child, profile));
  const context = browser.contexts()[0] ?? (await browser.newContext());
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  return {
    page,
    kill: async () => {
      await end();
      await browser.close().catch(() => undefined);
    },
  };
}
