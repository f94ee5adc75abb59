import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { check } from '../../cli/check.ts';
import { exportCommand } from '../../cli/export.ts';
import { importCommand } from '../../cli/import.ts';
import { toScenario } from '../../src/domain/scenario.ts';
import { writeBranchYaml } from '../../src/formats/branchYaml.ts';
import { readYaml } from '../../src/formats/yaml.ts';
import { onDisk } from '../support/folderOnDisk.ts';
import { HARBOUR_LEASE } from '../support/harbourLease.ts';
import { inProcess } from '../support/inProcess.ts';
import { randomScenarioFile } from '../support/randomScenario.ts';
import { runParley } from '../support/runParley.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-import-'));
afterAll(() => rmSync(folder, { recursive: true }));
const run = (...args: readonly string[]) => inProcess(importCommand, ...args);

test('a branch that is written as YAML is read as the same branch', () => {
  fc.assert(
    fc.property(randomScenarioFile, fc.string(), (file, remark) => {
      for (const branch of Object.values(toScenario(file).branches)) {
        const { value, problems } = readYaml(
          writeBranchYaml(branch, [`a\n${remark.replaceAll(/\p{Cc}|\uFFFD|\p{Cs}/gu, '')}`]),
        );
        expect({ value, problems }).toEqual({ value: branch, problems: [] });
      }
    }),
    { numRuns: 30 },
  );
});

describe('parley import', () => {
  test('brings back what parley export took out: the scenario is checked as before', async () => {
    const path = onDisk(HARBOUR_LEASE);
    const before = await inProcess(check, path);
    const json = join(folder, 'lease.json');
    expect(
      (await inProcess(exportCommand, path, '--format', 'xstate', '--branch', 'lease', '--out', json)).status,
    ).toBe(0);
    const yaml = join(path, 'branches', 'lease.yaml');
    expect((await run(json, '--out', yaml)).stderr).toContain('it is there already');
    const { status, stdout, stderr } = runParley('import', json, '--out', yaml, '--force');
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `wrote ${yaml}\n`, stderr: '' });
    expect(readFileSync(yaml, 'utf8')).toMatch(/^# Read from lease\.json by Parley/);
    expect(await inProcess(check, path)).toMatchObject({ status: before.status, stdout: before.stdout });
  });

  test('takes all branches that parley export printed at once', async () => {
    const path = onDisk(HARBOUR_LEASE);
    const before = await inProcess(check, path);
    const json = join(folder, 'all.json');
    writeFileSync(json, (await inProcess(exportCommand, path, '--format', 'xstate')).stdout);
    const printed = await run(json);
    expect({ status: printed.status, stderr: printed.stderr }).toEqual({ status: 0, stderr: '' });
    expect(printed.stdout.split('\n---\n').map((text) => (readYaml(text).value as { id: string }).id)).toEqual([
      'courts',
      'lease',
    ]);
    const { branches } = JSON.parse((await run(json, '--json')).stdout);
    expect(branches.map(({ id }: { id: string }) => id)).toEqual(['courts', 'lease']);
    const home = join(path, 'branches');
    expect((await run(json, '--out', home)).stderr).toContain('courts.yaml was not written: it is there already');
    const { status, stdout } = await run(json, '--out', home, '--force');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `wrote ${join(home, 'courts.yaml')}\nwrote ${join(home, 'lease.yaml')}\n`,
    });
    expect(readFileSync(join(home, 'courts.yaml'), 'utf8')).toMatch(/^# Read from all\.json by Parley/);
    expect(await inProcess(check, path)).toMatchObject({ status: before.status, stdout: before.stdout });
  });

  test('tells what is wrong with its place and exits 1', async () => {
    const json = join(folder, 'broken.json');
    writeFileSync(json, '{\n  "id": "lease",\n}');
    const { status, stdout, stderr } = runParley('import', json);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('broken.json:3:1  error  expected a key in double quotes, found `}`  [json-syntax]');
    expect(JSON.parse((await run(json, '--json')).stdout)).toMatchObject({
      ok: false,
      problems: [{ code: 'json-syntax', line: 3 }],
    });
  });

  test.each([
    [[], 'name one JSON file'],
    [['a', 'b'], 'name one JSON file'],
    [['/nowhere.json'], '/nowhere.json cannot be read: there is no such file'],
  ])('refuses %j with its usage', async (args, sentence) => {
    const { status, stderr } = await run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('usage: parley import FILE.json');
  });
});
