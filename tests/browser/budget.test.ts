import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';
import { expect, inject, test } from 'vitest';
import { openApp } from './support/openApp.ts';

/** In bytes after gzip, 1 kB being 1000 of them. What a phone on a poor line must fetch before anything shows. */
const FIRST_LOAD = 130_000;

/** The scripts a page fetches before any code runs: those it names, and all that these import statically. */
function staticGraph(manifest: Manifest, named: readonly string[]): readonly string[] {
  const keys = Object.keys(manifest);
  const waiting = keys.filter((key) => manifest[key]?.isEntry || named.includes(manifest[key]?.file ?? ''));
  const reached = new Set<string>();
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (reached.has(key)) continue;
    reached.add(key);
    waiting.push(...(manifest[key]?.imports ?? []));
  }
  const files = [...reached].map((key) => manifest[key]?.file ?? key);
  return [...new Set([...named, ...files])].sort();
}

test('the first load stays within 130 kB of scripts', async () => {
  const folder = inject('appFolder');
  // Without scripts the page stays as it was sent: nothing that loads later is in it yet.
  const page = await openApp({ javaScriptEnabled: false });
  const named = await page
    .locator('script[src], link[rel=modulepreload]')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('src') ?? element.getAttribute('href')));
  expect(await page.locator('script:not([src])').count(), 'scripts within the page').toBe(0);
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const files = staticGraph(
    manifest,
    named.map((address) => (address ?? '').replace(/^\.\//, '')),
  );
  expect(files).not.toEqual([]);
  const sizes = files.map((file) => gzipSync(readFileSync(join(folder, file))).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const figure = `first load: ${(total / 1000).toFixed(1)} kB gzip of ${FIRST_LOAD / 1000} kB (${files.join(', ')})`;
  process.stdout.write(`${figure}\n`);
  expect(total, figure).toBeLessThanOrEqual(FIRST_LOAD);
});
