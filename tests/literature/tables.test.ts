import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { verifyFixture } from '../../cli/verify/verifyFixture.ts';
import { bargainingPoints } from '../../src/analysis/bargaining/bargainingPoints.ts';
import { kalaiSmorodinskyVariants } from '../../src/analysis/bargaining/variants.ts';
import { readBargainingSet } from '../../src/formats/bargainingSet.ts';

const folder = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));
const filesIn = (name: string) =>
  readdirSync(folder(name))
    .filter((file) => file.endsWith('.json'))
    .map((file) => join(folder(name), file));
const scratch = mkdtempSync(join(tmpdir(), 'tables-'));
afterAll(() => rmSync(scratch, { recursive: true }));

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every place at or below an expectation where a figure stands. */
const places = (value: Json, keys: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => places(item, [...keys, key]))
    : keys.some((key) => key.startsWith('expected'))
      ? [keys]
      : [];

const wrong = (value: Json): Json => {
  if (value === null) return [1, 0, 0];
  return typeof value === 'number' ? value + 1e-6 * Math.max(1, Math.abs(value)) : `${value}1`;
};

const files = [...filesIn('bargaining'), ...filesIn('mcda')];

test('there are bargaining sets and tables of criteria and cases', () => {
  expect(filesIn('bargaining').length).toBeGreaterThanOrEqual(4);
  expect(filesIn('mcda').length).toBeGreaterThanOrEqual(2);
});

test.each(files)('%s: every figure is as expected, and none is left out', async (file) => {
  const { compared, ...rest } = await verifyFixture(file);
  expect(rest).toMatchObject({ differences: [], notCompared: [], errors: [] });
  expect(compared).toBeGreaterThan(9);
});

test.each(files)('%s: each single figure that is wrong is found', async (file) => {
  const text = readFileSync(file, 'utf8');
  const all = places(JSON.parse(text));
  expect(all.length).toBeGreaterThan(2);
  const missed: string[] = [];
  for (const keys of all) {
    const fixture = JSON.parse(text);
    let parent = fixture;
    for (const key of keys.slice(0, -1)) parent = parent[key];
    parent[keys.at(-1) ?? ''] = wrong(parent[keys.at(-1) ?? '']);
    const path = join(scratch, 'changed.json');
    writeFileSync(path, JSON.stringify(fixture));
    const { differences, errors } = await verifyFixture(path);
    expect(errors).toEqual([]);
    if (differences.length === 0) missed.push(keys.join('.'));
  }
  expect(missed).toEqual([]);
});

describe('what published tools find for the same bargaining sets', () => {
  test.each(filesIn('bargaining'))('%s', (file) => {
    const text = readFileSync(file, 'utf8');
    const { kalaiSmorodinskyVariants: stated, negmas } = JSON.parse(text);
    const { table } = readBargainingSet(text, 'set.json');
    if (table === undefined) throw new Error('it cannot be read');
    const { ids, utilities, reservation } = table;
    const named = (indexes: readonly number[]) => indexes.map((index) => ids[index]);
    const variants = kalaiSmorodinskyVariants(utilities, reservation);
    expect(named(variants.maxMinRatioIdealOverRational)).toEqual(stated.maxMinRatio_idealOverRational);
    expect(named(variants.maxMinRatioIdealOverAll)).toEqual(stated.maxMinRatio_idealOverAll);
    expect(named(variants.minSpreadIdealOverAll)).toEqual(stated['minSpread_idealOverAll(negmas)']);
    const of = bargainingPoints(utilities, reservation);
    expect(named(of.pareto)).toEqual(negmas.pareto);
    expect(named(of.nash)).toEqual(negmas.nash);
    expect(named(of.egalitarian)).toEqual(negmas.kalai);
    expect(named(of.utilitarian)).toEqual(negmas.maxWelfare);
    expect(named(variants.minSpreadIdealOverAll)).toEqual(negmas.ks);
  });
});
