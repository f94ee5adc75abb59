import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { verifyFixture } from '../../cli/verify/verifyFixture.ts';
import { verify } from '../../cli/verify.ts';
import { inProcess } from '../support/inProcess.ts';
import { runParley } from '../support/runParley.ts';

const EFG = fileURLToPath(new URL('../literature/efg', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => rmSync(folder, { recursive: true }));
cpSync(EFG, folder, { recursive: true });

const run = (...args: readonly string[]) => inProcess(verify, ...args);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Writes a fixture beside the games, changed by `change`. */
function changed(name: string, change: (fixture: { [key: string]: Json }) => void): string {
  const fixture = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  change(fixture);
  const path = join(folder, `${name}.changed.json`);
  writeFileSync(path, JSON.stringify(fixture));
  return path;
}

/** Every place below `expected` where a figure stands, as the keys that lead there. */
function figures(value: Json, keys: readonly string[] = []): readonly (readonly string[])[] {
  if (value === null || ['definition', 'lambda', 'id'].includes(keys.at(-1) ?? '')) return [];
  if (typeof value !== 'object') return [keys];
  return Object.entries(value).flatMap(([key, item]) => figures(item, [...keys, key]));
}

const wrong = (value: Json): Json => {
  if (typeof value === 'number') return value + 1e-6 * Math.max(1, Math.abs(value));
  if (typeof value === 'boolean') return !value;
  return /^-?\d+(\/\d+)?$/.test(String(value)) ? `${value}1` : `${value} or not`;
};

function changeAt(fixture: { [key: string]: Json }, keys: readonly string[]): void {
  let parent: { [key: string]: Json } = fixture;
  for (const key of keys.slice(0, -1)) parent = parent[key] as { [key: string]: Json };
  const last = keys.at(-1) ?? '';
  parent[last] = wrong(parent[last] ?? null);
}

describe('parley verify', () => {
  test('passes a folder in which every figure is as expected, and counts them', () => {
    const { status, stdout, stderr } = runParley('verify', EFG);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/\d files: [\d,]+ figures compared, 0 differences, 0 not compared, 0 errors\n$/);
  });

  test.each(['g1-two-actors', 'g2-two-actors-chance', 'g5-single-actor-tree'])(
    'each single figure of %s that is wrong is found, and it alone',
    async (name) => {
      const fixture = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
      const places = figures(fixture.expected, ['expected']);
      expect(places.length).toBeGreaterThan(60);
      for (const keys of places) {
        const path = changed(name, (each) => changeAt(each, keys));
        const { differences, notCompared, errors } = await verifyFixture(path);
        const written = keys.reduce(
          (text, key) => (/^\d+$/.test(key) ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
          '',
        );
        expect(errors).toEqual([]);
        expect([...differences.map((difference) => difference.path), ...notCompared]).toEqual([written]);
      }
    },
  );

  test('prints each difference with its place, what was expected and what came; exit 1', async () => {
    const path = changed('g1-two-actors', (fixture) => changeAt(fixture, ['expected', 'spe', 'values', '0']));
    const { status, stdout } = runParley('verify', path);
    expect(status).toBe(1);
    expect(stdout).toContain('difference    expected.spe.values[0]: expected "801", got 80');
    const json = JSON.parse((await run(path, '--json')).stdout);
    expect(json.ok).toBe(false);
    expect(json.counts).toMatchObject({ files: 1, differences: 1, notCompared: 0, errors: 0 });
    expect(json.files[0].differences).toEqual([{ path: 'expected.spe.values[0]', expected: '801', got: 80 }]);
  });

  test('a list of another length, and a figure where a list is expected, are differences', async () => {
    const path = changed('g1-two-actors', (fixture) => {
      const { spe } = fixture.expected as { spe: { [key: string]: Json } };
      spe.values = ['80'];
      spe.unique = [true];
      spe.minMarginAnyNode = { least: 1 };
      spe.rootPath = [];
    });
    expect((await verifyFixture(path)).differences).toEqual([
      { path: 'expected.spe.unique', expected: [true], got: true },
      { path: 'expected.spe.values', expected: ['80'], got: [80, 59] },
      { path: 'expected.spe.minMarginAnyNode', expected: { least: 1 }, got: 1 },
      {
        path: 'expected.spe.rootPath',
        expected: [],
        got: [
          ['n0', 'Offer package'],
          ['n19', 'Reveal data'],
          ['n28', 'Offer package'],
        ],
      },
    ]);
  });

  test('what it does not compute is listed and makes exit 1, unless --partial', async () => {
    const path = changed('g1-two-actors', (fixture) => {
      fixture.expectedNashPoints = [1, 2];
      (fixture.expected as { [key: string]: Json }).shapley = '1/2';
    });
    const { status, stdout } = await run(path);
    expect(status).toBe(1);
    expect(stdout).toContain('not compared  expected.shapley\n');
    expect(stdout).toContain('not compared  expectedNashPoints\n');
    expect((await run(path, '--partial')).status).toBe(0);
    const other = join(folder, 'other.schema.json');
    writeFileSync(other, JSON.stringify({ schema: 'tarot/1', expected: { sun: 1 } }));
    expect((await run(other)).status).toBe(1);
    expect((await run(other)).stdout).toContain('the schema `tarot/1` is not known');
  });

  test.each([
    ['a schema that is not known', { schema: 'tarot/1', expected: { sun: 1 } }],
    ['no schema', { expected: { sun: 1 } }],
    ['nothing that is computed', { schema: 'efg-fixture/1', file: 'g1-two-actors.efg', expected: { sun: 1 } }],
  ])('a file of %s proves nothing, --partial or not', async (_, fixture) => {
    const path = join(folder, 'proves.nothing.json');
    writeFileSync(path, JSON.stringify(fixture));
    for (const options of [[], ['--partial']]) {
      const { status, stdout } = await run(path, join(folder, 'g1-two-actors.json'), ...options);
      expect(status).toBe(1);
      expect(stdout).toContain('  error         nothing in it is compared, which proves nothing');
    }
  });

  test('a game is found where a fixture names it: beside itself, or by its whole path', async () => {
    const path = changed('g1-two-actors', (fixture) => {
      fixture.file = join(folder, 'g1-two-actors.efg');
    });
    expect((await run(path)).status).toBe(0);
  });

  test('the tolerance is 1e-9 unless the file states another, for the whole or for a part', async () => {
    const off = (by: number, tolerance: Json | undefined) =>
      changed('g1-two-actors', (fixture) => {
        (fixture.expected as { spe: { valuesFloat: number[] } }).spe.valuesFloat = [80 + by, 59];
        if (tolerance === undefined) delete fixture.tolerance;
        else fixture.tolerance = tolerance;
      });
    const differ = async (by: number, tolerance?: Json) => (await verifyFixture(off(by, tolerance))).differences.length;
    expect(await differ(7e-8)).toBe(0);
    expect(await differ(9e-8)).toBe(1);
    expect(await differ(0.5, 0.01)).toBe(0);
    expect(await differ(0.5, { spe: 0.01 })).toBe(0);
    expect(await differ(0.5, { logit: 0.01 })).toBe(1);
    expect((await verifyFixture(off(0, -1))).errors).toEqual(['a `tolerance` is not a number from 0 upwards']);
  });

  test('a game that must be refused must be refused for the reason given', async () => {
    const index = join(folder, 'reject', 'index.json');
    const reject = JSON.parse(readFileSync(index, 'utf8'));
    const path = join(folder, 'reject', 'changed.json');
    reject.files[0].reason = 'probabilities';
    reject.files.push({ file: '../g1-two-actors.efg', expect: 'reject', reason: 'syntax' });
    writeFileSync(path, JSON.stringify(reject));
    const { differences } = await verifyFixture(path);
    expect(differences).toEqual([
      { path: 'files[0].reason', expected: 'probabilities', got: 'imperfect-information' },
      { path: 'files[5].expect', expected: 'reject', got: 'accept' },
      { path: 'files[5].reason', expected: 'syntax', got: 'none' },
    ]);
  });

  test.each([
    ['missing.json', undefined, 'there is no such file'],
    ['broken.json', '{"schema": "efg-fixture/1", ', 'it is not JSON'],
    ['list.json', '[1]', 'the whole is not an object'],
    ['deep.json', `${'['.repeat(5000)}${']'.repeat(5000)}`, 'levels deep'],
    ['noGame.json', '{"schema":"efg-fixture/1","expected":{"spe":1}}', '`file` does not name the game'],
    ['gone.json', '{"schema":"efg-fixture/1","file":"gone.efg","expected":{"spe":1}}', 'there is no such file'],
    ['bad.json', '{"schema":"efg-fixture/1","file":"reject/x2-truncated.efg","expected":{"spe":1}}', 'is refused'],
    ['nothing.json', '{"schema":"efg-fixture/1","file":"g1-two-actors.efg"}', 'it states nothing to compare'],
    ['noLambda.json', '{"schema":"efg-fixture/1","file":"g1-two-actors.efg","expected":{"logit":[{}]}}', 'no `lambda`'],
    ['noList.json', '{"schema":"efg-bench/1","list":3}', '`list` is not a list'],
  ])('%s is a clear error and exit 1, never a stack trace', async (name, text, says) => {
    const path = join(folder, name);
    if (text !== undefined) writeFileSync(path, text);
    const { status, stdout, stderr } = await run(path, '--partial');
    expect(status).toBe(1);
    expect(stdout).toContain(says);
    expect(stdout + stderr).not.toContain(' at file:');
  });

  test('asks for a path, and for one that has a fixture', async () => {
    expect((await run()).status).toBe(2);
    expect((await run('--fast', EFG)).status).toBe(2);
    const empty = mkdtempSync(join(folder, 'empty-'));
    const { status, stdout } = await run(empty);
    expect(status).toBe(1);
    expect(stdout).toContain('has no fixture in it');
  });
});
