import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { simulate } from '../../cli/simulate.ts';
import { simulationAssumptions } from '../../cli/simulationRestsOn.ts';
import { inProcess } from '../support/inProcess.ts';
import { PARLEY, runParley } from '../support/runParley.ts';
import { watchedTemplate, withoutTendencies } from '../support/templateFolder.ts';

const KURSK = fileURLToPath(new URL('../../scenarios/kursk-2025', import.meta.url));
const GAME = fileURLToPath(new URL('../literature/efg/g1-two-actors.efg', import.meta.url));
const TEMPLATE = fileURLToPath(new URL('../../scenarios/_template', import.meta.url));
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
    [['--draws', '1'], '--draws is a whole number from 2 to 1,000,000, not `1`'],
    [['--draws', '1e3'], 'not `1e3`'],
    [['--seed', '-1'], '--seed'],
    [['--threads', '0'], '--threads is a whole number from 1 to 64'],
    [['--from', 'nowhere'], '--from is a branch of the table (ceasefire, surrender-demand, withdrawal), not `nowhere`'],
    [['--from', 'ceasfire'], 'not `ceasfire`; did you mean `ceasefire`?'],
    [['--model', 'hled'], 'not `hled`; did you mean `held`?'],
    [['--model', 'fair'], '--model is rational, bounded, tendency or held, not `fair`'],
    [['--model', 'held', '--lambda', '1'], 'belong to bounded play'],
    [['--json', '--csv'], 'not both'],
  ])('says what is wrong with %j', async (args, told) => {
    const { status, stdout, stderr } = await run(KURSK, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(told);
    expect(stderr).toContain('usage: parley simulate');
  });

  test('says what it takes to have the same answer again, and what it rests on, to a program and in words', async () => {
    const ask = [TEMPLATE, '--draws', '40', '--threads', '1'] as const;
    const usual = JSON.parse((await run(...ask, '--model', 'bounded', '--json')).stdout);
    expect(usual).toMatchObject({ model: 'bounded', rationality: 20, lambda: null, seed: 1, rho: 0.5, kappa: 0 });
    const again = await run(...ask, '--rationality', String(usual.rationality), '--json');
    expect(JSON.parse(again.stdout)).toEqual(usual);
    const stated = JSON.parse((await run(...ask, '--lambda', '1/4', '--rho', '0', '--kappa=-0.2', '--json')).stdout);
    expect(stated).toMatchObject({ model: 'bounded', rationality: null, lambda: 0.25, rho: 0, kappa: -0.2 });
    expect((await run(...ask, '--json')).stdout).toContain('"rationality": null');

    const { stdout } = await run(...ask, '--model', 'bounded');
    expect(stdout).toContain('Model of play: bounded, Λ 20.\n');
    expect((await run(...ask, '--lambda', '0.25', '--csv')).stdout).toContain(
      'Model of play: bounded, λ 0.25 per point.',
    );
    expect(usual.assumptions).toContain('Everybody who moves knows all earlier moves and all results of chance.');
    expect(usual.assumptions.join(' ')).toMatch(
      /Re-solved: .*The tree is that of the central walk.*one standard error/,
    );
    expect(usual.method).toMatch(/^Monte Carlo .*quantal response/);
    expect(usual.source).toMatch(/Metropolis & Ulam 1949.*McKelvey & Palfrey 1998.*Wilson 1927/);
    for (const sentence of usual.assumptions) expect(stdout).toContain(`  ${sentence}\n`);
    expect(stdout).toContain(`  Method: ${usual.method}. Source: ${usual.source}.`);
  });

  test('what the solves of its branches assume is said once each', () => {
    const told = simulationAssumptions('held', [
      ['one', 'two'],
      ['one', 'joint'],
    ]);
    expect(told.slice(0, 4)).toEqual(['one', 'two', 'joint', expect.stringMatching(/^Held: /)]);
  });

  test('a lead of hardly more than one sampling error is not enough, one of two is', async () => {
    const leadIn = async (draws: string) =>
      JSON.parse((await run(TEMPLATE, '--draws', draws, '--threads', '1', '--json')).stdout).branches.evenings.lead;
    const close = await leadIn('200');
    expect(close.difference).toBeGreaterThan(1.3 * close.error);
    expect(close.isEnough).toBe(false);
    const clear = await leadIn('400');
    expect(clear.difference).toBeGreaterThan(2 * clear.error);
    expect(clear.isEnough).toBe(true);
  });

  test('five draws that say the same are told as too few', async () => {
    const { stdout } = await run(TEMPLATE, '--draws', '5', '--rationality', '7', '--threads', '1');
    expect(stdout).toMatch(/in all of 20 redraws \(not enough draws yet: 11\.3 to 20\.0\)/);
    expect(stdout).toMatch(
      /Not enough draws yet to say which is best more often, .*: they differ by 20\.0 of 20 redraws, in 5 draws\./,
    );
  });

  test('where chance or a mixed choice is on the way, the ends have odds and no share of the draws', async () => {
    const mixed = await run(TEMPLATE, '--draws', '100', '--model', 'bounded', '--threads', '1');
    expect(mixed.stdout).toContain('How often play ends where under this model of play: the mean over the draws');
    expect(mixed.stdout).toMatch(/The courtyard is shared +\d+ in 20 \(± \d\.\d\) +\d+ to \d+ in 20\n/);
    expect(mixed.stdout).not.toContain('A share of draws is no probability.');
    // Rational play, yet with chance on its way.
    const chance = await run(KURSK, '--from', 'ceasefire', '--draws', '20', '--threads', '1');
    expect(chance.stdout).toContain('How often play ends where under this model of play');
    const pure = await run(KURSK, ...SMALL, '--draws', '100', '--threads', '1');
    expect(pure.stdout).toMatch(
      /In how many draws play ends where.*\n +Withdrawal to the border +in \S+ of 20 redraws \(/,
    );
  });

  test('a refusal is JSON for a program', async () => {
    const exact = await run(GAME, '--json');
    expect(exact).toMatchObject({ status: 1, stderr: '' });
    expect(JSON.parse(exact.stdout)).toMatchObject({ ok: false, problems: [{ code: 'exact-numbers' }] });
    const without = await run(withoutTendencies(), '--model', 'tendency', '--json');
    expect(without).toMatchObject({ status: 1, stderr: '' });
    const [problem] = JSON.parse(without.stdout).problems;
    expect(problem).toMatchObject({ code: 'not-solved', severity: 'error' });
    expect(problem.message).toMatch(/^evenings\.request: /);
  });

  test('who decides first and has no stakes is named, and not counted', async () => {
    const ask = [watchedTemplate(), '--draws', '20', '--threads', '1'] as const;
    const { evenings } = JSON.parse((await run(...ask, '--json')).stdout).branches;
    expect(evenings).toMatchObject({ decides: ['CAFE'], decidesWithoutStakes: ['CITY'] });
    expect((await run(...ask)).stdout).toContain('First decision: Café and City (without stakes)\n');
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
    expect(code).toBe(130);
    expect(told).toBe('parley: stopped by Ctrl C; there is no answer\n');
  }, 30_000);
});
