import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { exportCommand } from '../../cli/export.ts';
import { requireScenario } from '../../cli/loadScenario.ts';
import { contentHash } from '../../src/formats/contentHash.ts';
import { readEfg } from '../../src/formats/efg/readEfg.ts';
import { readXstateJson } from '../../src/formats/xstateJson.ts';
import { EFG_FOLDER } from '../support/efgTexts.ts';
import { onDisk } from '../support/folderOnDisk.ts';
import { gameTreeFaults } from '../support/gameTreeFaults.ts';
import { HARBOUR_LEASE } from '../support/harbourLease.ts';
import { inProcess } from '../support/inProcess.ts';
import { runParley } from '../support/runParley.ts';
import { TEMPLATE } from '../support/template.ts';

const G4 = join(EFG_FOLDER, 'g4-four-actors-odd-syntax.efg');
const folder = mkdtempSync(join(tmpdir(), 'parley-export-'));
afterAll(() => rmSync(folder, { recursive: true }));
/** A path that nothing stands at yet. */
const fresh = (name: string): string => join(mkdtempSync(join(folder, 'out-')), name);

const stamp = async (path: string): Promise<string> => {
  const scenario = await requireScenario(path);
  return `${scenario.id}@${scenario.version}.${contentHash(scenario)}`;
};

const run = (...args: readonly string[]) => inProcess(exportCommand, ...args);

/** What went well, with nothing said beside it. */
async function done(...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await run(...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

describe('parley export of a scenario', () => {
  test('as efg is a sound game whose comment says where it comes from', async () => {
    const { game, problems } = readEfg(await done(TEMPLATE, '--format', 'efg'), 'out.efg');
    expect(problems).toEqual([]);
    expect(gameTreeFaults(game?.tree ?? never())).toEqual([]);
    expect([game?.tree.kind.length, game?.tree.actors]).toEqual([14, ['LIBRARY', 'CAFE']]);
    expect(game?.comment).toContain(await stamp(TEMPLATE));
    expect(game?.comment).toContain('as of 2025-05-05');
    expect(game?.comment).toContain('Numbers in force: central values of The Parley authors’s judgements');
  });

  test('says what a joint decision was written as', async () => {
    const { game } = readEfg(await done(onDisk(HARBOUR_LEASE), '--format', 'efg'), 'out.efg');
    expect(game?.comment).toContain(
      'A joint decision is written as a move of chance with the choice of rational play at probability 1',
    );
  });

  test('of one branch begins with that branch', async () => {
    const text = await done(TEMPLATE, '--format', 'efg', '--branch', 'evenings');
    expect(text.split('\n').find((line) => /^[cpt] /.test(line))).toMatch(/^p "" 2 1 "evenings\.request"/);
  });

  test('as csv has a row per line that ends, and its stamp above', async () => {
    const lines = (await done(TEMPLATE, '--format', 'csv')).split('\r\n');
    expect(lines[0]).toContain(await stamp(TEMPLATE));
    expect(lines.filter((line) => line.startsWith('table.'))).toHaveLength(8);
  });

  test('as xstate gives the branch as it stands, with its stamp as description', async () => {
    const text = await done(TEMPLATE, '--format', 'xstate');
    const scenario = await requireScenario(TEMPLATE);
    expect(readXstateJson(text, 'out.json')).toEqual({ branches: [scenario.branches.evenings], problems: [] });
    expect(JSON.parse(text).description).toContain(await stamp(TEMPLATE));
  });

  test('as mermaid is a state diagram, with its stamp above', async () => {
    const text = await done(TEMPLATE, '--format', 'mermaid');
    expect(text.startsWith('%% ')).toBe(true);
    expect(text).toContain(await stamp(TEMPLATE));
    expect(text).toContain('\nstateDiagram-v2\n');
  });

  test('of several branches is one mapping in a pipe, and a file each in a folder', async () => {
    const path = onDisk(HARBOUR_LEASE);
    const scenario = await requireScenario(path);
    const { status, stdout, stderr } = runParley('export', path, '--format', 'xstate');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(Object.keys(JSON.parse(stdout))).toEqual(['courts', 'lease']);
    const out = fresh('branches');
    const said = await done(path, '--format', 'xstate', '--out', out);
    expect(said).toBe(`wrote ${join(out, 'courts.json')}\nwrote ${join(out, 'lease.json')}\n`);
    const lease = readXstateJson(readFileSync(join(out, 'lease.json'), 'utf8'), 'lease.json');
    expect(lease.branches).toEqual([scenario.branches.lease]);
    const diagrams = fresh('diagrams');
    await done(path, '--format', 'mermaid', '--out', diagrams);
    expect(readdirSync(diagrams)).toEqual(['courts.mmd', 'lease.mmd']);
    const one = fresh('lease.json');
    await done(path, '--format', 'xstate', '--branch', 'lease', '--out', one);
    expect(readXstateJson(readFileSync(one, 'utf8'), 'lease.json').branches).toEqual([scenario.branches.lease]);
  });
});

const never = (): never => {
  throw new Error('there is no game');
};

describe('parley export of an .efg file', () => {
  test('as efg is the same game in the plain profile; its own comment stays, and a copy of a copy is the same', async () => {
    const once = await done(G4, '--format', 'efg');
    const { game, problems } = readEfg(once, 'once.efg');
    expect(problems).toEqual([]);
    expect(game?.comment).toBe(
      "Comment with 'quotes' and\na second line\nWritten by Parley from g4-four-actors-odd-syntax.efg: payoffs stand at ends, every description in full.",
    );
    expect(once).not.toMatch(/,\s*-?\d/);
    const copy = fresh('g4-four-actors-odd-syntax.efg');
    writeFileSync(copy, once);
    expect(await done(copy, '--format', 'efg')).toBe(once);
  });

  test('as csv has a row per end', async () => {
    const rows = (await done(G4, '--format', 'csv')).split('\r\n').filter((line) => /^n\d+,/.test(line));
    expect(rows).toHaveLength(18);
  });

  test('as csv is refused in words where its lines would fill the disk, and nothing is written', async () => {
    const path = fresh('long.efg');
    const step = (node: number) => `p "" 1 ${node} "" { "stop" "on" } 0 t "" 0`;
    writeFileSync(
      path,
      `EFG 2 R "g" { "A" } ${Array.from({ length: 15_000 }, (_, node) => step(node)).join(' ')} t "" 0`,
    );
    const out = fresh('long.csv');
    const { status, stdout, stderr } = await run(path, '--format', 'csv', '--out', out);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^parley: the table would tell 15,001 lines .*: --format efg\n$/);
    expect(() => readFileSync(out)).toThrow();
    expect(JSON.parse((await run(path, '--format', 'csv', '--json')).stdout)).toMatchObject({ ok: false });
  });

  test.each([
    ['x1-imperfect-information.efg', 'imperfect-information'],
    ['x2-truncated.efg', 'syntax'],
    ['x3-payoff-count.efg', 'payoff-count'],
    ['x4-undefined-outcome.efg', 'undefined-outcome'],
    ['x5-probabilities-sum.efg', 'probabilities'],
  ])('%s is refused with its reason, and nothing is written', async (name, code) => {
    const path = join(EFG_FOLDER, 'reject', name);
    const out = fresh('out.efg');
    const { status, stdout, stderr } = await run(path, '--format', 'efg', '--out', out);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^${name}:\\d+:\\d+ {2}error {2}.*\\[${code}\\]`));
    expect(() => readFileSync(out)).toThrow();
    const json = await run(path, '--format', 'efg', '--json');
    expect({ status: json.status, stderr: json.stderr }).toEqual({ status: 1, stderr: '' });
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, problems: [{ code, severity: 'error', file: name }] });
  });

  test('what comes after the game is a warning, and the game is written', async () => {
    const path = fresh('g.efg');
    writeFileSync(path, 'EFG 2 R "g" { "A" } t "" 0\nrest');
    const { status, stdout, stderr } = await run(path, '--format', 'efg');
    expect(status).toBe(0);
    expect(stderr).toContain('[text-after-game]');
    expect(stdout).toContain('t "" 1 "null outcome" { 0 }');
  });

  test.each([
    ['no text', Buffer.from([0x45, 0x46, 0x47, 0xff, 0xfe]), 'not-text'],
    ['a byte-order mark', Buffer.from('\uFEFFEFG 2 R "g" { "A" } t "" 0'), 'byte-order mark'],
    ['nothing', Buffer.alloc(0), 'syntax'],
  ])('a file that holds %s is refused', async (_, bytes, says) => {
    const path = fresh('g.efg');
    writeFileSync(path, bytes);
    const { status, stderr } = await run(path, '--format', 'efg');
    expect(status).toBe(1);
    expect(stderr).toContain(says);
  });
});

describe('what stands at --out', () => {
  test('is not replaced unless --force says so', async () => {
    const out = fresh('game.efg');
    writeFileSync(out, 'mine');
    const refused = await run(G4, '--format', 'efg', '--out', out);
    expect({ status: refused.status, stdout: refused.stdout }).toEqual({ status: 1, stdout: '' });
    expect(refused.stderr).toBe(`parley: ${out} was not written: it is there already; write --force to replace it\n`);
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect(JSON.parse((await run(G4, '--format', 'efg', '--out', out, '--json')).stdout)).toMatchObject({
      ok: false,
    });
    expect(JSON.parse((await run(G4, '--format', 'efg', '--out', out, '--force', '--json')).stdout)).toEqual({
      ok: true,
      written: [out],
    });
    expect(readFileSync(out, 'utf8')).toMatch(/^EFG 2 R/);
  });

  test('keeps every file of a folder where one is in the way', () => {
    const out = fresh('branches');
    mkdirSync(out);
    writeFileSync(join(out, 'lease.json'), 'mine');
    const { status, stderr } = runParley('export', onDisk(HARBOUR_LEASE), '--format', 'xstate', '--out', out);
    expect(status).toBe(1);
    expect(stderr).toContain('lease.json was not written');
    expect(readdirSync(out)).toEqual(['lease.json']);
  });

  test.each([
    ['a folder that is not there', join('nowhere', 'game.efg'), 'there is no such folder'],
    ['a path through a file', join('file', 'game.efg'), 'a part of the path is no folder'],
  ])('may not be %s', async (_, name, why) => {
    const home = fresh('.');
    writeFileSync(join(home, 'file'), '');
    const { status, stderr } = await run(G4, '--format', 'efg', '--out', join(home, name));
    expect(status).toBe(1);
    expect(stderr).toContain(`was not written: ${why}`);
  });
});

describe('what is half written', () => {
  test('stands nowhere: a file is moved to its place when it is whole, and a device is written to and not replaced', async () => {
    const out = fresh('game.efg');
    expect(await done(G4, '--format', 'efg', '--out', out)).toBe(`wrote ${out}\n`);
    expect(readdirSync(dirname(out))).toEqual(['game.efg']);
    expect(await done(G4, '--format', 'csv', '--out', '/dev/null')).toBe('wrote /dev/null\n');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    const link = fresh('link.efg');
    symlinkSync(out, link);
    await done(G4, '--format', 'efg', '--out', link, '--force');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });
});

describe('a command that is written wrongly', () => {
  test.each([
    [[], 'say in which format: --format efg, xstate, csv, mermaid'],
    [[TEMPLATE], 'say in which format'],
    [[TEMPLATE, '--format', 'egf'], 'there is no format `egf`: did you mean `efg`?'],
    [['--format', 'efg'], 'name one scenario folder or .efg file'],
    [[TEMPLATE, TEMPLATE, '--format', 'efg'], 'name one scenario folder or .efg file'],
    [['/nowhere', '--format', 'efg'], 'there is no scenario folder at /nowhere'],
    [['/nowhere.efg', '--format', 'efg'], '/nowhere.efg cannot be read: there is no such file'],
    [[join(TEMPLATE, 'scenario.yaml'), '--format', 'efg'], `is a file of a scenario: name its folder (${TEMPLATE})`],
    [[join(TEMPLATE, 'branches', 'evenings.yaml'), '--format', 'xstate'], `name its folder (${TEMPLATE})`],
    [[G4, '--format', 'xstate'], 'an .efg file is exported as efg or csv, not as xstate'],
    [[G4, '--format', 'efg', '--branch', 'x'], '--branch is for scenarios'],
    [[TEMPLATE, '--format', 'efg', '--branch', 'evening'], 'there is no branch `evening`: did you mean `evenings`?'],
    [[TEMPLATE, '--format', 'efg', '--out='], '--out names a file or a folder'],
    [[TEMPLATE, '--formt', 'efg'], "Unknown option '--formt'"],
  ])('%j', async (args, sentence) => {
    const { status, stdout, stderr } = await run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('usage: parley export FILE');
  });
});
