import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { stability } from '../../cli/stability.ts';
import { CONCEPTS } from '../../src/analysis/stability/concepts.ts';
import { onDisk } from '../support/folderOnDisk.ts';
import { HARBOUR_LEASE } from '../support/harbourLease.ts';
import { inProcess } from '../support/inProcess.ts';
import { runParley } from '../support/runParley.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../literature/gmcr/${name}.json`, import.meta.url));
const KURSK = fileURLToPath(new URL('../../scenarios/kursk-2025', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'stability-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: readonly string[]) => inProcess(stability, ...args);
const expectedOf = (name: string) => JSON.parse(readFileSync(fixture(name), 'utf8')).expected;

describe('parley stability on a conflict file', () => {
  test.each(['syria-iraq-1975', 'elmira-9', 'synthetic-relay-3dm'])(
    'gives the stable states of %s and its equilibria to a program, by concept',
    async (name) => {
      const { status, stdout, stderr } = await run(fixture(name), '--json');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(JSON.parse(stdout)).toMatchObject(expectedOf(name));
    },
  );

  test('is a command of the program', () => {
    const { status, stdout } = runParley('stability', fixture('prisoners-dilemma'), '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject(expectedOf('prisoners-dilemma'));
  });

  test('gives verdicts with their witnesses, coalitions, vulnerability and reach beside them', async () => {
    const found = JSON.parse((await run(fixture('elmira-9'), '--json')).stdout);
    expect(found.reach).toEqual({
      from: 's1',
      byMoves: ['s2', 's3', 's4', 's5', 's6', 's7', 's8', 's9'],
      byImprovements: ['s5'],
    });
    expect(found.coalitionReading).toBe('A');
    expect(found.coalitions).toHaveLength(4);
    const { reason, ...vulnerable } = found.vulnerabilities.find(
      ({ concept }: { concept: string }) => concept === 'nash',
    );
    expect(vulnerable).toEqual({
      concept: 'nash',
      from: 's5',
      to: 's8',
      coalition: ['MoE', 'Uniroyal'],
      moves: [
        { mover: 'MoE', to: 's6' },
        { mover: 'Uniroyal', to: 's8' },
      ],
    });
    expect(reason).toMatch(/^MoE and Uniroyal could leave s5 together for s8/);
    expect(found.verdicts).toHaveLength(9 * 3 * 4);
    expect(found.assumptions.length).toBeGreaterThan(3);
  });

  test('tells people the same, with reasons, and no end as the best', async () => {
    const { status, stdout } = await run(fixture('syria-iraq-1975'));
    expect(status).toBe(0);
    expect(stdout).toContain('Euphrates dispute, Syria-Iraq 1975 · 6 states · 2 decision makers');
    expect(stdout).toMatch(/s1 \(now\) +no +no +no +nash +gmr +gmr\n/);
    expect(stdout).toMatch(
      /Equilibria: where everybody would stay\n {2}nash +s6\n {2}gmr +s1, s6\n {2}smr +s6\n {2}seq +s6\n/,
    );
    expect(stdout).toContain('Why s6 would hold by every concept\n  Nobody has a move of its own to what it prefers.');
    expect(stdout).toContain('Why s1, where things stand now, would hold, or would not');
    expect(stdout).toContain('reading A of the definitions');
    expect(stdout).toContain('Fang, Hipel & Kilgour 1993');
    expect(stdout).not.toMatch(/\bbest\b|probab|likely to/i);
  });

  test('tells why of the states that are asked about', async () => {
    const { stdout } = await run(fixture('syria-iraq-1975'), '--state', 's3');
    expect(stdout).toContain('Why s3 would hold, or would not');
    expect(stdout).not.toContain('Why s6');
    const found = JSON.parse((await run(fixture('syria-iraq-1975'), '--state', 's3', '--json')).stdout);
    expect(new Set(found.verdicts.map(({ state }: { state: string }) => state))).toEqual(new Set(['s3']));
  });

  test('counts the rankings of one decision maker that make states stable', async () => {
    const found = JSON.parse((await run(fixture('syria-iraq-1975'), '--inverse', 'Syria', '--json')).stdout);
    expect(found.inverse.vary).toBe('Syria');
    expect(found.inverse.counts.s2.gmr).toEqual({ count: 384, share: 384 / 720, error: 0 });
    expect(found.inverse.conditions.s1.gmr).toEqual([
      { move: 's2', oneOfThese: [['s2'], ['s5']] },
      { move: 's3', oneOfThese: [['s3'], ['s6']] },
    ]);
    const { stdout } = await run(fixture('syria-iraq-1975'), '--inverse', 'Syria');
    expect(stdout).toMatch(/s2 +240 \(33 in 100\) +384 \(53 in 100\) +300 \(42 in 100\) +384 \(53 in 100\)\n/);
    expect(stdout).toContain('it says nothing about how likely they are');
  });

  test('writes the verdicts as a table beside the answer, and replaces nothing unasked', async () => {
    const path = join(folder, 'syria.csv');
    const { status, stdout, stderr } = await run(fixture('syria-iraq-1975'), '--csv', path, '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: `wrote ${path}\n` });
    expect(JSON.parse(stdout).equilibria.nash).toEqual(['s6']);
    const rows = readFileSync(path, 'utf8').trimEnd().split('\r\n');
    expect(rows).toHaveLength(2 + 6 * 2 * 4);
    expect(rows[1]).toBe(
      'state,options taken,decision maker,concept,stable,equilibrium,share of redraws in which it is an equilibrium,reason',
    );
    expect(rows.at(-1)).toBe(
      's6,escalate attack,Iraq,seq,yes,yes,,Iraq stays at s6 (seq): no move of its own leads to what it prefers.',
    );
    expect(await run(fixture('syria-iraq-1975'), '--csv', path)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('it is there already'),
    });
    expect((await run(fixture('syria-iraq-1975'), '--csv', path, '--force')).status).toBe(0);
  });
});

test('a warning is told beside the answer: to people on stderr, to a program in it', async () => {
  const path = join(folder, 'warned.json');
  const text = readFileSync(fixture('syria-iraq-1975'), 'utf8').replace('["s1", "s2"],', '');
  writeFileSync(path, text);
  const { status, stderr } = await run(path);
  expect(status).toBe(0);
  expect(stderr).toContain('warning  the move from `s1` to `s2` follows from the options and is not listed');
  const { stdout, ...rest } = await run(path, '--json');
  expect(rest).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, problems: [{ code: 'moves-differ', path: 'moves.Syria' }] });
});

describe('parley stability on a scenario', () => {
  test('tells which postures would hold, why, and in how many redraws', async () => {
    const { status, stdout, stderr } = await run(KURSK, '--draws', '60');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Kursk, March 2025 · 64 states · 3 decision makers');
    expect(stdout).toMatch(/s6 \(now\) +yes +no +yes +no +no +no /);
    expect(stdout).toMatch(/\n {2}s11 +\d+ of 20/);
    expect(stdout).toContain('s35: “A withdrawal from Kursk region”, “Stricter sanctions on Russia”\n');
    expect(stdout).toContain('(60 redraws)');
    expect(stdout).toContain('Never taken back: “A withdrawal from Kursk region”.');
    expect(stdout).toContain('it is no probability');
    expect(stdout).toContain('Points of different actors are not comparable');
    expect(stdout).not.toMatch(/\bbest\b|winner|forecasts? that/i);
  });

  test('gives the same to a program by ids, with the shares of the redraws and their errors', async () => {
    const { status, stdout } = await run(KURSK, '--draws', '60', '--json');
    expect(status).toBe(0);
    const found = JSON.parse(stdout);
    expect(found).toMatchObject({ ok: true, decisionMakers: ['UKR', 'RUS', 'USA'], statusQuo: 's6' });
    for (const concept of CONCEPTS) {
      const everybody = Object.values<readonly string[]>(found[concept]);
      expect(found.equilibria[concept]).toEqual(
        found.states
          .map(({ id }: { id: string }) => id)
          .filter((id: string) => everybody.every((own) => own.includes(id))),
      );
    }
    expect(found.states[5].taken).toEqual(['UKR.attack', 'RUS.attack']);
    expect(found.redraws).toMatchObject({ draws: 60, seed: 1 });
    const { share, error } = found.redraws.equilibria.s11.nash;
    expect(share * 60).toBeCloseTo(Math.round(share * 60), 9);
    expect(error).toBeCloseTo(Math.sqrt((share * (1 - share)) / 60), 12);
  });

  test('says what is missing where a scenario has no postures', async () => {
    const main = HARBOUR_LEASE['scenario.yaml'] ?? '';
    const bare = onDisk({ ...HARBOUR_LEASE, 'scenario.yaml': main.slice(0, main.indexOf('postures:')) });
    expect(await run(bare)).toMatchObject({ status: 1, stderr: expect.stringContaining('has no `postures`') });
    expect(JSON.parse((await run(bare, '--json')).stdout)).toMatchObject({
      ok: false,
      problems: [{ code: 'no-postures' }],
    });
  });
});

describe('what is refused', () => {
  test.each<readonly [string, readonly string[], string]>([
    ['nothing', [], 'name one conflict file or scenario folder'],
    ['two files', ['a', 'b'], 'name one conflict file or scenario folder'],
    ['a file that is not there', [join(folder, 'none.json')], 'there is no'],
    ['an unknown state', [fixture('elmira-9'), '--state', 's99'], 'no state is called `s99`'],
    [
      'an unknown decision maker',
      [fixture('elmira-9'), '--inverse', 'Nobody'],
      '--inverse names one of MoE, Uniroyal, Local Government',
    ],
    ['no number of draws', [KURSK, '--draws', '0'], '--draws is a whole number'],
    ['draws of a conflict file', [fixture('elmira-9'), '--draws', '5'], 'are for scenarios'],
    ['no seed', [KURSK, '--seed', 'x'], '--seed is a whole number'],
    ['an option that is not known', [KURSK, '--best'], 'Unknown option'],
  ])('%s: exit 2, and how the command is used', async (_, args, says) => {
    const { status, stderr, stdout } = await run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(says);
  });

  test('a faulty file: exit 1, with its place, for people and for programs', async () => {
    const path = join(folder, 'faulty.json');
    writeFileSync(
      path,
      readFileSync(fixture('syria-iraq-1975'), 'utf8').replace('"statusQuo": "s1"', '"statusQuo": "s0"'),
    );
    const { status, stderr } = await run(path);
    expect(status).toBe(1);
    expect(stderr).toContain('faulty.json:52:16  error  no state is called `s0`  [unknown-state]\n    at statusQuo\n');
    expect(JSON.parse((await run(path, '--json')).stdout)).toMatchObject({
      ok: false,
      problems: [{ line: 52, path: 'statusQuo' }],
    });
    writeFileSync(path, Buffer.from([0xff, 0xfe, 0x00]));
    expect(await run(path)).toMatchObject({ status: 1, stderr: expect.stringContaining('save it as UTF-8') });
  });
});
