import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { runHere } from '../support/runHere.ts';
import { runParley } from '../support/runParley.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const TREE = at('tests/literature/decision-tree/t2-strike-fund.json');
const KURSK = at('scenarios/kursk-2025');
const TEMPLATE = at('scenarios/_template');
const folder = mkdtempSync(join(tmpdir(), 'sensitivity-'));
afterAll(() => rmSync(folder, { recursive: true }));

const answer = async (...args: readonly string[]) => {
  const { status, stdout, stderr } = await runHere('sensitivity', ...args, '--json');
  return { status, stderr, found: JSON.parse(stdout) };
};

describe('parley sensitivity of a decision tree', () => {
  test('tells policies, both tornadoes, every threshold and the regions', () => {
    const { status, stdout, stderr } = runParley('sensitivity', TREE, '--of', 'the union', '--spider');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('expected payoff for the union 27.85 at base values');
    expect(stdout).toMatch(/root: Short strike; next: Stop +27\.85\n/);
    expect(stdout.indexOf('solved again at every value')).toBeLessThan(stdout.indexOf('the base policy held'));
    expect(stdout).toContain('pHold = 0.501887: root: Accept offer → root: Short strike; next: Stop');
    expect(stdout).toContain('Accept offer (135 of 272 cells)');
    expect(stdout).toMatch(/gain +11\.758 /);
    expect(stdout).toContain('by bisection on the policy itself');
  });

  test('gives a program what the fixture states, under the same names', async () => {
    const { status, found } = await answer(TREE, '--of', 'U', '--two-way', 'pHold,gain', '--spider');
    const { expected } = JSON.parse(readFileSync(TREE, 'utf8'));
    expect(status).toBe(0);
    expect(found.base.policy).toEqual(expected.base.policy);
    expect(found.policies.map(({ policy }: { policy: object }) => policy)).toEqual(
      expected.policies.map(({ policy }: { policy: object }) => policy),
    );
    expect(found.twoWay.evAndRootActionIndex.flat().map(([, root]: [number, number]) => root)).toEqual(
      expected.twoWay.evAndRootActionIndex.flat().map(([, root]: [number, number]) => root),
    );
    expect(found.spider.map(({ parameter }: { parameter: string }) => parameter)).toEqual(['pHold', 'gain', 'loss']);
  });

  test('writes its points and thresholds as a table', async () => {
    const path = join(folder, 'tree.csv');
    const { status, stdout, stderr } = await runHere('sensitivity', TREE, '--csv', path, '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: `wrote ${path}\n` });
    const again = await runHere('sensitivity', TREE, '--csv', path, '--json');
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('--force');
    expect((await runHere('sensitivity', TREE, '--csv', path, '--force', '--json')).status).toBe(0);
    const rows = readFileSync(path, 'utf8').trimEnd().split('\r\n');
    expect(rows.filter((row) => row.startsWith('one-way,pHold,'))).toHaveLength(17);
    const thresholds = rows.filter((row) => row.startsWith('threshold,'));
    expect(thresholds).toHaveLength(8);
    const { oneWay }: { oneWay: readonly { thresholds: readonly { x: number }[] }[] } = JSON.parse(stdout);
    expect(thresholds.map((row) => Number(row.split(',')[2]))).toEqual(
      oneWay.flatMap((one) => one.thresholds.map(({ x }) => x)),
    );
  });

  test('a tree that is written wrongly is refused with its line, and one without a value with its place', async () => {
    const path = join(folder, 'wrong.json');
    writeFileSync(path, readFileSync(TREE, 'utf8').replace('"gain*0.7"', '"gain*"'));
    const refused = await runHere('sensitivity', path);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/^wrong\.json:\d+:\d+ {2}error {2}expected a number, a name or `\(`, found the end/);
    expect(refused.stderr).toContain('at root.branches[1].to.branches[0].payoff');
    writeFileSync(path, readFileSync(TREE, 'utf8').replace('"gain*0.7"', '"gain/(gain-90)"'));
    const { status, found } = await answer(path);
    expect(status).toBe(1);
    expect(found).toMatchObject({
      ok: false,
      problems: [{ path: 'root.branches[1].to.branches[0].payoff', message: '`gain/(gain-90)` divides by 0' }],
    });
    writeFileSync(path, '{"schema":"efg-fixture/1"}');
    expect((await runHere('sensitivity', path)).stderr).toContain('whose `schema` is `decision-tree-fixture/1`');
  });
});

describe('parley sensitivity of a scenario', () => {
  test('tells what moves an actor’s value, groups first, and every place where play changes with whose choice it is', async () => {
    const path = join(folder, 'kursk.csv');
    const ask = ['sensitivity', KURSK, '--of', 'UKR', '--from', 'withdrawal', '--spider', '--csv', path];
    const { status, stdout, stderr, leftListening } = await runHere(...ask);
    expect({ status, stderr, leftListening }).toEqual({ status: 0, stderr: `wrote ${path}\n`, leftListening: 0 });
    expect(stdout).toContain('never forecasts');
    expect(stdout).toMatch(/withdrawal: worth \d+\.\d to Ukraine, in its own points/);
    expect(stdout).toMatch(/Solved again at every value \(re-optimised\)[\s\S]*Policy held/);
    expect(stdout).toMatch(/Own numbers of Ukraine \(\d+ estimates\) +\d+\.\d +\d+\.\d +\d+\.\d +\d+ %/);
    expect(stdout).toMatch(/\d+ % of the way to high: Ukraine at withdrawal\.posture: Fall back .* → Hold the line/);
    expect(stdout).toMatch(/Kursk area held by Ukraine, at the start\n {4}\d+ km2, \d+ % of the way to low/);
    expect(stdout).toMatch(/First choice where two move together: rows .*\n( {4}([A-Z] ){8}[A-Z]\n){9}/);
    expect(stdout).toContain('Spider: ');
    expect(stdout).toContain('nothing is interpolated');
    const rows = readFileSync(path, 'utf8').trimEnd().split('\r\n');
    expect(rows.filter((row) => row.startsWith('two-way,'))).toHaveLength(81);
    expect(rows.filter((row) => row.startsWith('one-way,')).length % 17).toBe(0);
    expect(rows.filter((row) => row.startsWith('flip,')).length).toBeGreaterThan(4);
  });

  test('gives the same to a program, of one policy where that is asked, with single estimates and what knowing more is worth', async () => {
    const { found } = await answer(TEMPLATE, '--of', 'CAFE', '--policy', 'held', '--estimates', '--draws', '200');
    const { value, first, tornado, estimates, information, points } = found.branches.evenings;
    expect(found).toMatchObject({ ok: true, of: 'CAFE', ofName: 'Café' });
    expect(found.positions).toHaveLength(17);
    expect(Object.keys(tornado)).toEqual(['held']);
    expect(first.actors).toEqual(['CAFE']);
    const kinds = tornado.held.map(({ kind }: { kind: string }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['word', 'actor', 'start', 'chance']));
    expect(estimates.held.map(({ kind }: { kind: string }) => kind)).toContain('effect');
    const swings = tornado.held.map(({ swing }: { swing: number }) => swing);
    expect(swings).toEqual(swings.toSorted((a: number, b: number) => b - a));
    for (const { held, reoptimised } of points) {
      expect(held[8]).toBeCloseTo(value, 9);
      expect(reoptimised[8]).toBeCloseTo(value, 9);
    }
    expect(information).toMatchObject({ decision: 'evenings.request', draws: 200, seed: 1, noise: { shuffles: 20 } });
    expect(information.evpi.value).toBeGreaterThan(0);
    expect(information.chance).toHaveLength(1);
  });

  test('says so where the actor has no choice of its own on the line', async () => {
    const { status, stdout } = await runHere(
      'sensitivity',
      TEMPLATE,
      '--of',
      'LIBRARY',
      '--information',
      '--seed',
      '7',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('What it is worth to Library to know judged numbers before its choice at evenings.answer');
    const nobody = await runHere('sensitivity', KURSK, '--of', 'USA', '--from', 'withdrawal', '--information');
    expect(nobody.stdout).toContain('USA decides nothing alone on the line that rational play takes in withdrawal');
    const named = await runHere(
      'sensitivity',
      KURSK,
      '--of',
      'UKR',
      '--from',
      'withdrawal',
      '--at',
      'withdrawal.offer',
    );
    expect(named.stdout).toContain('know judged numbers before its choice at withdrawal.offer (after ');
    const elsewhere = await runHere('sensitivity', KURSK, '--of', 'UKR', '--from', 'withdrawal', '--at', 'nowhere');
    expect(elsewhere.stdout).toMatch(
      /UKR decides alone between several moves at withdrawal\.posture, .*, not at nowhere/,
    );
  });

  test.each([
    [['sensitivity'], 'name one scenario folder or decision tree'],
    [['sensitivity', KURSK], 'say whose value: --of is one of UKR, RUS, USA'],
    [['sensitivity', KURSK, '--of', 'MARS'], '`MARS` has no stakes here: --of is one of UKR, RUS, USA'],
    [
      ['sensitivity', KURSK, '--of', 'UKR', '--from', 'moon'],
      '--from is a branch of the table (ceasefire, surrender-demand, withdrawal), not `moon`',
    ],
    [
      ['sensitivity', TEMPLATE, '--of', 'CAFE', '--two-way', 'start quite,word + index'],
      'nothing that is varied is called `start quite`; did you mean `start quiet`?',
    ],
    [
      ['sensitivity', TEMPLATE, '--of', 'CAFE', '--two-way', 'one'],
      '--two-way names two different things with a comma between, not `one`',
    ],
    [['sensitivity', TREE, '--two-way', 'pHold,gian'], 'no parameter is called `gian`; did you mean `gain`?'],
    [['sensitivity', TREE, '--from', 'here'], '--from names a branch of a scenario, and a tree has none'],
    [['sensitivity', TREE, '--draws', '50'], 'are for scenarios'],
    [['sensitivity', TREE, '--policy', 'best'], '--policy is held or reoptimised, not `best`'],
    [
      ['sensitivity', TEMPLATE, '--of', 'CAFE', '--draws', '1'],
      '--draws is a whole number from 20 to 100,000, not `1`',
    ],
    [['sensitivity', join(folder, 'none.json')], 'there is no scenario folder'],
  ])('%j is written wrongly: %s', async (args, says) => {
    const { status, stderr } = await runHere(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
    expect(stderr).toContain('usage: parley sensitivity FILE --of ACTOR');
  });

  test('a game in exact numbers has nothing to vary; a table that cannot be written is said and exit 1', async () => {
    expect((await runHere('sensitivity', at('tests/literature/efg/g1-two-actors.efg'))).status).toBe(1);
    const { status, stderr } = await runHere('sensitivity', TREE, '--csv', join(folder, 'no', 'such', 'place.csv'));
    expect(status).toBe(1);
    expect(stderr).toContain('was not written: there is no such folder');
  });
});

test('parley solve answers for a decision tree at its base values', async () => {
  const { status, stdout } = await runHere('solve', TREE, '--json');
  expect(status).toBe(0);
  const found = JSON.parse(stdout);
  expect(found.values).toEqual({ 'the one who decides': expect.closeTo(27.85, 9) });
  expect(found.line).toEqual(['Short strike']);
  expect(found.information.evpi).toBeGreaterThan(0);
  const path = join(folder, 'unsolved.json');
  writeFileSync(path, readFileSync(TREE, 'utf8').replace('"probability": "pHold"', '"probability": "pHold*3"'));
  const refused = await runHere('solve', path);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('a probability is from 0 to 1, and `pHold*3` is 1.68');
});
