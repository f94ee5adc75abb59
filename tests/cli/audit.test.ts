import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { audit } from '../../cli/audit.ts';
import { inProcess } from '../support/inProcess.ts';
import { runParley } from '../support/runParley.ts';
import { TEMPLATE } from '../support/template.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-'));
const leaning = join(folder, 'template');
cpSync(TEMPLATE, leaning, { recursive: true });
const branch = join(leaning, 'branches', 'evenings.yaml');
writeFileSync(branch, readFileSync(branch, 'utf8').replace('decides: LIBRARY', 'decides: CAFE'));
afterAll(() => rmSync(folder, { recursive: true }));
const run = (...args: readonly string[]) => inProcess(audit, ...args);

describe('parley audit', () => {
  test('exits 0 and prints a verdict, a sentence and the figures of each line when nothing fails', () => {
    const { status, stdout, stderr } = runParley('audit', TEMPLATE);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(
      [
        'ok       Each principal decides at least once in every branch.  [decisions-per-branch]',
        '         evenings · decisions 3 · LIBRARY 1 · CAFE 1',
      ].join('\n'),
    );
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 failures, 0 warnings');
  });

  test('exits 1 when something fails', () => {
    const { status, stdout } = runParley('audit', leaning);
    expect(status).toBe(1);
    expect(stdout).toContain('moves the scores, not the solved choices');
    expect(stdout).toContain('failure  Nothing to decide: Library in evenings.  [decisions-per-branch]');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 failure, 1 warning');
  });

  test('gives a program the same lines', async () => {
    const { status, stdout } = await run(leaning, '--json');
    const report = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(report).toMatchObject({ ok: false, positions: 14 });
    const ids = report.lines.map(({ id }: { readonly id: string }) => id);
    expect(ids).toContain('decisions-per-branch');
    expect(new Set(ids).size).toBe(ids.length);
    for (const line of report.lines) expect(Object.keys(line)).toEqual(['id', 'verdict', 'sentence', 'figures']);
  });

  test.each([
    [[], 'name one scenario folder'],
    [['/nowhere/at/all'], 'there is no scenario folder at /nowhere/at/all'],
    [[TEMPLATE, '--jsno'], "Unknown option '--jsno'"],
  ])('refuses %j with its usage', async (args, sentence) => {
    const { status, stdout, stderr } = await run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('usage: parley audit PATH');
  });
});
