import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { simulate } from '../../cli/simulate.ts';
import { inProcess } from '../support/inProcess.ts';
import { PARLEY, runParley } from '../support/runParley.ts';

const KURSK = fileURLToPath(new URL('../../scenarios/kursk-2025', import.meta.url));
const GAME = fileURLToPath(new URL('../literature/efg/g1-two-actors.efg', import.meta.url));
const SMALL = ['--from', 'withdrawal'] as const;

const run = (...args: readonly string[]) => inProcess(simulate, ...args);

const answer = async (...args: readonly string[]) => {
  const { status, stdout, stderr } = await run(KURSK, ...args, '--json');
  return { status, stderr, stdout, found: JSON.parse(stdout) };
};

describe('parley simulate', () => {
  test('tells what a branch is worth over the draws, how often each option is best, and where play ends', () => {
    const { status, stdout, stderr } = runParley('simulate', KURSK, ...SMALL, '--draws', '200');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('200 draws of every judgement within its range (seed 1');
    expect(stdout).toContain('never forecasts');
    expect(stdout).toMatch(/Ukraine +\d+\.\d +\d\.\d\d +\d+\.\d to \d+\.\d\n/);
    expect(stdout).toContain('First decision: Ukraine');
    expect(stdout).toMatch(/Hold the line +in \d+ of 20 redraws/);
    expect(stdout).toContain('A share of draws is no probability.');
    // In the order of the file: an end is never ranked.
    expect(stdout.indexOf('Withdrawal to the border')).toBeLessThan(stdout.lastIndexOf('Kursk exchanged for people'));
  });

  test('gives the same figures on one thread and on two, and others for another seed', async () => {
    const ask = [...SMALL, '--draws', '300'] as const;
    const one = await answer(...ask, '--threads', '1');
    expect(one.status).toBe(0);
    expect(runParley('simulate', KURSK, ...ask, '--threads', '2', '--json').stdout).toBe(one.stdout);
    expect((await answer(...ask, '--seed', '2')).found.branches).not.toEqual(one.found.branches);
    const { values, options, ends } = one.found.branches.withdrawal;
    expect(Object.keys(values)).toEqual(['UKR', 'RUS', 'USA']);
    expect(
      options.map(({ best }: { best: number }) => best).reduce((sum: number, best: number) => sum + best),
    ).toBeCloseTo(1, 9);
    const reached = Object.values(ends as Record<string, { mean: number }>).map(({ mean }) => mean);
    expect(reached.reduce((sum, mean) => sum + mean)).toBeCloseTo(1, 9);
    expect(values.UKR.standardError).toBeCloseTo(values.UKR.deviation / Math.sqrt(300), 12);
  });

  test('held play is that of the central numbers: its first option is never left', async () => {
    const { found } = await answer(...SMALL, '--draws', '100', '--model', 'held');
    expect(found).toMatchObject({ ok: true, model: 'held', draws: 100 });
    const { values, options } = found.branches.withdrawal;
    const kept = options.filter(
      ({ values: of }: { values: { UKR: { mean: number } } }) => of.UKR.mean === values.UKR.mean,
    );
    expect(kept).toHaveLength(1);
  });

  test('gives the draws as a table of figures', async () => {
    const { status, stdout } = await run(KURSK, ...SMALL, '--draws', '50', '--csv');
    expect(status).toBe(0);
    const rows = stdout.trimEnd().split(/\r?\n/);
    const head = rows.findIndex((row) => row.startsWith('draw,'));
    expect(rows[0]).toContain('kursk-2025@');
    expect(rows[head]).toContain('withdrawal: value UKR');
    expect(rows.slice(head + 1)).toHaveLength(50);
    expect(rows.at(-1)).toMatch(/^50(,(\d+(\.\d+)?)?)+$/);
  });

  test.each([
    [['--draws', '1'], '--draws is a whole number from 2 to 1000000, not `1`'],
    [['--draws', '1e3'], 'not `1e3`'],
    [['--seed', '-1'], '--seed'],
    [['--threads', '0'], '--threads is a whole number from 1 to 64'],
    [['--from', 'nowhere'], '--from is a branch of the table (ceasefire, surrender-demand, withdrawal), not `nowhere`'],
    [['--model', 'fair'], '--model is rational, bounded, tendency or held, not `fair`'],
    [['--model', 'held', '--lambda', '1'], 'belong to bounded play'],
    [['--json', '--csv'], 'not both'],
  ])('says what is wrong with %j', async (args, told) => {
    const { status, stdout, stderr } = await run(KURSK, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(told);
    expect(stderr).toContain('usage: parley simulate');
  });

  test('has nothing to draw in a game whose numbers are exact, and says what answers for it', () => {
    const { status, stderr } = runParley('simulate', GAME);
    expect(status).toBe(1);
    expect(stderr).toContain('parley solve answers for it');
  });

  test('is stopped by an interruption, and says so', async () => {
    const run = spawn(process.execPath, [PARLEY, 'simulate', KURSK, '--draws', '1000000', '--threads', '2', ...SMALL]);
    onTestFinished(() => void run.kill('SIGKILL'));
    let told = '';
    run.stderr.on('data', (text) => {
      told += String(text);
    });
    // By then it draws; a million draws of this branch take far longer.
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect(run.exitCode).toBeNull();
    run.kill('SIGINT');
    const code = await new Promise((resolve) => run.once('exit', resolve));
    expect(code).toBe(1);
    expect(told).toContain('Stopped; nothing was printed.');
  }, 30_000);
});
