import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { serveFolder } from '../../cli/serveFolder.ts';
import { watchFaults } from './support/watchFaults.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: inject('chromiumPath'), args: ['--no-sandbox', '--disable-gpu'] });
});

afterAll(() => browser.close());

/** What the watch sees while a page with this script is open in the second tab of a profile. */
async function faultsOf(script: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-page-'));
  writeFileSync(join(folder, 'index.html'), '<link rel="icon" href="data:,"><script src="script.js"></script>');
  writeFileSync(join(folder, 'script.js'), script);
  const server = await serveFolder(folder, 0);
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });
  const context = await browser.newContext();
  const faults = watchFaults(context, new URL(server.url).origin);
  await context.newPage();
  const tab = await context.newPage();
  await tab.goto(server.url, { waitUntil: 'networkidle' });
  await context.close();
  return faults;
}

test('a quiet page has no faults', async () => {
  expect(await faultsOf('console.log("hello"); fetch("script.js");')).toEqual([]);
});

test('an error written to the console is a fault', async () => {
  expect(await faultsOf('console.error("lost");')).toEqual(['console error: lost']);
});

test('an error nobody caught is a fault', async () => {
  expect(await faultsOf('setTimeout(() => { throw new Error("lost"); });')).toEqual(['uncaught: Error: lost']);
});

test('a file that is not there is a fault', async () => {
  expect(await faultsOf('fetch("missing.json");')).toEqual([expect.stringContaining('404')]);
});

test('a request to another origin is blocked by the policy, and a fault', async () => {
  expect(await faultsOf('fetch("http://127.0.0.1:9/").catch(() => {});')).toContainEqual(
    expect.stringContaining('Content Security Policy'),
  );
});

test('going to another origin is a fault', async () => {
  expect(await faultsOf('const i = document.createElement("a"); i.href = "http://127.0.0.1:9/"; i.click();')).toContain(
    'request to http://127.0.0.1:9/',
  );
});
