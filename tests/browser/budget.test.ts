import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';
import { describe, expect, inject, test } from 'vitest';
import { openApp } from './support/openApp.ts';

/** In bytes after gzip, 1 kB being 1000 of them. What a phone on a poor line must fetch before anything shows. */
const FIRST_LOAD = 130_000;

/**
 * What a screen, a sheet or a part of one adds to the page when somebody comes to it: its scripts, styles included, less those of the first load and
 * those of the charts, which are one budget of their own.
 */
const LAZY: Readonly<Record<string, number>> = {
  'src/ui/compare/CompareScreen.tsx': 30_000,
  'src/ui/tradeoffs/TradeoffsScreen.tsx': 35_000,
  'src/ui/sources/SourcesScreen.tsx': 20_000,
  'src/ui/studies/StudiesScreen.tsx': 25_000,
  'src/ui/studies/SharedStudyScreen.tsx': 15_000,
  // A whole workshop: its rules, its console, its pages to print. Fetched when a room is opened, on the facilitator's own machine.
  'src/ui/present/PresentScreen.tsx': 70_000,
  'src/ui/present/ProjectorScreen.tsx': 30_000,
  'src/ui/present/print/PrintScreen.tsx': 35_000,
  'src/ui/present/debrief/DebriefScreen.tsx': 35_000,
  'src/ui/compare/Charts.tsx': 35_000,
  'src/ui/basis/BasisSheet.tsx': 10_000,
  'src/ui/basis/PayoffBasis.tsx': 15_000,
  'src/ui/basis/ScoreEnvelope.tsx': 10_000,
  'src/ui/walk/explain/Explained.tsx': 20_000,
  'src/ui/walk/explain/Firmness.tsx': 12_000,
  'src/ui/walk/end/EndNumbers.tsx': 32_000,
  'src/ui/palette/CommandPalette.tsx': 10_000,
  'src/ui/about/AboutSheet.tsx': 8_000,
  'src/ui/keys/KeyHelp.tsx': 3_000,
};

/** Recharts and what we draw with it. */
const CHARTS = 125_000;
const CHARTS_ENTRY = 'src/ui/walk/AlongLineChart.tsx';

/** A worker is fetched beside the page, and works without it: each of them by itself. */
const WORKER = 60_000;

/** Type for every script that the fonts cover; a page fetches the parts that it shows, of which two come with the first page. */
const FIRST_FONTS = 130_000;

/** Everything that is served, as it lies on the disk without the maps for debugging: what a classroom keeps for a day without a line. */
const WHOLE = 3_500_000;

const gzipped = (file: string): number => gzipSync(readFileSync(join(inject('appFolder'), file))).length;
const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
const inKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const say = (figure: string): void => void process.stdout.write(`${figure}\n`);

const readManifest = (): Manifest =>
  JSON.parse(readFileSync(join(inject('appFolder'), '.vite/manifest.json'), 'utf8')) as Manifest;

/** The chunks that the named ones reach by static imports, themselves included. */
function reachedFrom(manifest: Manifest, from: readonly string[]): ReadonlySet<string> {
  const waiting = [...from];
  const reached = new Set<string>();
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (reached.has(key)) continue;
    reached.add(key);
    waiting.push(...(manifest[key]?.imports ?? []));
  }
  return reached;
}

const entriesOf = (manifest: Manifest): readonly string[] =>
  Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true);

const scriptsOf = (manifest: Manifest, keys: Iterable<string>): readonly string[] =>
  [...keys].map((key) => manifest[key]?.file ?? key);

/** Files that a chunk needs beside those that are there already. */
function addedBy(manifest: Manifest, entry: string, there: ReadonlySet<string>): readonly string[] {
  const added = [...reachedFrom(manifest, [entry])].filter((key) => !there.has(key));
  const styles = added.flatMap((key) => manifest[key]?.css ?? []);
  return [...new Set([...scriptsOf(manifest, added), ...styles])];
}

test('the first load stays within 130 kB of scripts', async () => {
  // Without scripts the page stays as it was sent: nothing that loads later is in it yet.
  const page = await openApp({ javaScriptEnabled: false });
  const named = await page
    .locator('script[src], link[rel=modulepreload]')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('src') ?? element.getAttribute('href')));
  expect(await page.locator('script:not([src])').count(), 'scripts within the page').toBe(0);
  const manifest = readManifest();
  const onPage = named.map((address) => (address ?? '').replace(/^\.\//, ''));
  const start = Object.keys(manifest).filter((key) => onPage.includes(manifest[key]?.file ?? ''));
  const reached = reachedFrom(manifest, [...entriesOf(manifest), ...start]);
  const files = [...new Set([...onPage, ...scriptsOf(manifest, reached)])].sort();
  expect(files).not.toEqual([]);
  const total = sum(files.map(gzipped));
  const figure = `first load: ${inKilobytes(total)} gzip of ${FIRST_LOAD / 1000} kB (${files.join(', ')})`;
  say(figure);
  expect(total, figure).toBeLessThanOrEqual(FIRST_LOAD);
});

describe('what loads later', () => {
  test.each(Object.entries(LAZY))('%s stays within %i bytes', (entry, budget) => {
    const manifest = readManifest();
    const there = new Set([...reachedFrom(manifest, entriesOf(manifest)), ...reachedFrom(manifest, [CHARTS_ENTRY])]);
    expect(manifest[entry], 'a chunk of its own').toBeDefined();
    expect(there.has(entry), 'part of the first load').toBe(false);
    const total = sum(addedBy(manifest, entry, there).map(gzipped));
    const figure = `${entry}: ${inKilobytes(total)} gzip of ${budget / 1000} kB`;
    say(figure);
    expect(total, figure).toBeGreaterThan(0);
    expect(total, figure).toBeLessThanOrEqual(budget);
  });

  test('charts stay within their budget, and out of the first load', () => {
    const manifest = readManifest();
    const there = reachedFrom(manifest, entriesOf(manifest));
    expect(there.has(CHARTS_ENTRY)).toBe(false);
    const total = sum(addedBy(manifest, CHARTS_ENTRY, there).map(gzipped));
    const figure = `charts: ${inKilobytes(total)} gzip of ${CHARTS / 1000} kB`;
    say(figure);
    expect(total, figure).toBeLessThanOrEqual(CHARTS);
  });

  test('everything that loads by itself has a budget', () => {
    const manifest = readManifest();
    const lazy = Object.keys(manifest).filter(
      (key) => manifest[key]?.isDynamicEntry === true && /^src\/ui\/.*\.tsx$/.test(key) && key !== CHARTS_ENTRY,
    );
    expect([...lazy].sort()).toEqual(Object.keys(LAZY).sort());
  });

  test('each worker stays within its budget', () => {
    const folder = join(inject('appFolder'), 'assets');
    for (const file of readdirSync(folder).filter((name) => /worker.*\.js$/i.test(name))) {
      const figure = `${file}: ${inKilobytes(gzipped(`assets/${file}`))} gzip of ${WORKER / 1000} kB`;
      say(figure);
      expect(gzipped(`assets/${file}`), figure).toBeLessThanOrEqual(WORKER);
    }
  });
});

test('the fonts of the first page stay within their budget', async () => {
  const page = await openApp({ javaScriptEnabled: false });
  const fonts = await page
    .locator('link[rel=preload][as=font]')
    .evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').replace(/^\.\//, '')));
  expect(fonts).toHaveLength(2);
  const total = sum(fonts.map((file) => statSync(join(inject('appFolder'), file)).size));
  const figure = `fonts of the first page: ${inKilobytes(total)} of ${FIRST_FONTS / 1000} kB`;
  say(figure);
  expect(total, figure).toBeLessThanOrEqual(FIRST_FONTS);
});

test('the whole app stays within its budget', () => {
  const folder = inject('appFolder');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  const figure = `the whole app: ${inKilobytes(sum(files))} of ${WHOLE / 1000} kB in ${files.length} files`;
  say(figure);
  expect(sum(files), figure).toBeLessThanOrEqual(WHOLE);
});
