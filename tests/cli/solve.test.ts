import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { solve } from '../../cli/solve.ts';
import { inProcess } from '../support/inProcess.ts';
import { runParley } from '../support/runParley.ts';
import { TEMPLATE } from '../support/template.ts';

const EFG = fileURLToPath(new URL('../literature/efg', import.meta.url));
const WAGE = join(EFG, 'g1-two-actors.efg');
const folder = mkdtempSync(join(tmpdir(), 'solve-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: readonly string[]) => inProcess(solve, ...args);

function game(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const answer = async (...args: readonly string[]) => {
  const { status, stdout, stderr } = await run(...args, '--json');
  return { status, stderr, ...JSON.parse(stdout) };
};

describe('parley solve', () => {
  test('tells values, the line, odds under several models, and what it rests on', () => {
    const { status, stdout, stderr } = runParley('solve', WAGE);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Wage round 1 · 32 positions · rational');
    expect(stdout).toMatch(/Union +80 +58 +80\n/);
    expect(stdout).toContain(
      '  Union: Offer package\n  Management: Reveal data\n  Union: Offer package\n  ■ outcome 19\n',
    );
    expect(stdout).toMatch(/rational +Λ 5 +Λ 20\n/);
    expect(stdout).toMatch(/outcome 19 +always/);
    expect(stdout).toContain('always takes a move that is best for it');
    expect(stdout).toContain('Selten 1965');
  });

  test('gives the same to a program', async () => {
    const found = await answer(WAGE);
    expect(found).toMatchObject({
      status: 0,
      ok: true,
      model: 'rational',
      lambda: null,
      rationality: null,
      actors: ['Union', 'Management'],
      values: { Union: 80, Management: 59 },
      bounds: { Union: [80, 80], Management: [59, 59] },
      securityLevel: { Union: 58, Management: -19 },
      bestCase: { Union: 80, Management: 87 },
      line: ['Offer package', 'Reveal data', 'Offer package'],
      lineStopsAt: 'end',
      lineOutcome: 'outcome 19',
      ties: [],
      positions: 32,
      information: null,
      problems: [],
    });
    const odds = Object.values<number>(found.odds);
    expect(odds).toHaveLength(20);
    expect(odds.reduce((sum, share) => sum + share, 0)).toBe(1);
    expect(found.odds['outcome 19']).toBe(1);
    expect(found.assumptions.length).toBeGreaterThan(2);
    expect(
      found.beside.map(({ model, rationality }: { model: string; rationality?: number }) => [model, rationality]),
    ).toEqual([
      ['rational', undefined],
      ['bounded', 5],
      ['bounded', 20],
    ]);
  });

  test('takes λ per payoff point, as a number or a fraction, and Λ', async () => {
    const found = await answer(WAGE, '--lambda', '0.05');
    expect(found.model).toBe('bounded');
    expect(found.values.Union).toBeCloseTo(63.44966039513112, 9);
    expect(found.beside[0]).toMatchObject({ model: 'bounded', lambda: 0.05 });
    expect((await answer(WAGE, '--model', 'bounded', '--lambda', '1/20')).values).toEqual(found.values);
    const scaled = await answer(WAGE, '--rationality', '20');
    expect(scaled.lambdas.Union).toBeCloseTo(20 / (80 + 97), 12);
    expect((await answer(WAGE, '--model', 'bounded')).values).toEqual(scaled.values);
    expect((await answer(WAGE, '--rationality', '0')).values).toEqual((await answer(WAGE, '--lambda', '0')).values);
  });

  test('takes a number as programs write it, with a plus in its exponent', async () => {
    const found = await answer(WAGE, '--lambda', '1e+2');
    expect(found).toMatchObject({ status: 0, lambda: 100 });
    expect(found.values).toEqual((await answer(WAGE, '--lambda', '100')).values);
    expect((await answer(WAGE, '--rationality', '100')).status).toBe(0);
  });

  test('marks ties on the line, names them, and gives each actor’s bounds', async () => {
    const path = game(
      'tie.efg',
      'EFG 2 R "Tie" { "A" "B" }\np "" 1 1 "" { "l" "r" } 0\nt "" 1 "left" { 1 0 }\nt "" 2 "right" { 1 8 }\n',
    );
    const { stdout } = await run(path);
    expect(stdout).toContain('  A: l   (tie)\n  ■ left\n');
    expect(stdout).toContain('(A): l · r');
    expect(stdout).toContain('B: from 0 (ties resolved against it) to 8 (for it)');
    const found = await answer(path);
    expect(found.values).toEqual({ A: 1, B: 4 });
    expect(found.ties).toMatchObject([{ node: 0, actors: ['A'], moves: ['l', 'r'] }]);
    expect(found.bounds.B).toEqual([0, 8]);
    expect(found.lineTies).toEqual([0]);
    expect(found.odds).toEqual({ left: 0.5, right: 0.5 });
  });

  test('where models put the ends in another order, says that it depends on the model', async () => {
    const path = game(
      'centipede.efg',
      'EFG 2 R "Depends" { "A" "B" }\np "" 1 1 "" { "stop" "go" } 0\nt "" 1 "early" { 2 0 }\np "" 2 1 "" { "stop" "go" } 0\nt "" 2 "middle" { 1.9 3 }\nt "" 3 "late" { 5 2.9 }\n',
    );
    expect((await run(path)).stdout).toContain('The order of the ends depends on the model.');
    expect((await answer(path)).dependsOnModel).toBe(true);
  });

  test('ends that share a name are one outcome, and the null outcome has a name', async () => {
    const path = game(
      'names.efg',
      'EFG 2 R "" { "A" }\nc "" 1 "" { "x" 1/4 "y" 1/4 "z" 1/2 } 0\nt "" 1 "same" { 1 }\nt "" 2 "same" { 2 }\nt "" 0\n',
    );
    const found = await answer(path);
    expect(found.odds.same).toBe(0.5);
    expect(Object.keys(found.odds)).toHaveLength(2);
    expect(found.line).toEqual([]);
    expect(found.lineStopsAt).toBe('chance');
    expect(found.values.A).toBe(0.75);
  });

  test('a game that is one end, and one with one move, are solved', async () => {
    expect(await answer(game('end.efg', 'EFG 2 R "" { "A" }\nt "" 1 "here" { 7 }\n'))).toMatchObject({
      values: { A: 7 },
      line: [],
      lineOutcome: 'here',
      odds: { here: 1 },
      positions: 1,
    });
    const one = await answer(
      game('one.efg', 'EFG 2 R "" { "A" }\np "" 1 1 "" { "on" } 0\nt "" 1 "there" { 7 }\n'),
      '--lambda',
      '3',
    );
    expect(one).toMatchObject({ values: { A: 7 }, line: ['on'], odds: { there: 1 } });
  });

  test('what one actor would give to know chance stands beside, for one actor alone', async () => {
    const found = await answer(join(EFG, 'g5-single-actor-tree.efg'));
    expect(found.information.evpi).toBeCloseTo(1436213 / 7650, 9);
    expect(found.information.evppi.n22).toBeCloseTo(5359 / 180, 9);
    expect(found.information.mostWorth.node).toBe('n22');
    expect((await run(join(EFG, 'g5-single-actor-tree.efg'))).stdout).toContain('all of them: 187.74');
  });

  test('refuses in words what cannot be solved, with exit 1', async () => {
    const { status, stderr, stdout } = runParley('solve', WAGE, '--model', 'tendency');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('the game declares no tendencies');
    const refused = await answer(WAGE, '--model', 'tendency');
    expect(refused).toMatchObject({ status: 1, ok: false, problems: [{ code: 'no-tendency', severity: 'error' }] });
    const broken = join(EFG, 'reject', 'x3-payoff-count.efg');
    expect(await answer(broken)).toMatchObject({ status: 1, ok: false, problems: [{ code: 'payoff-count', line: 3 }] });
    expect((await run(broken)).stderr).toContain('x3-payoff-count.efg:3:');
  });

  test('a move of chance as a what-if is a mistake of the command line', async () => {
    const path = game(
      'chance.efg',
      'EFG 2 R "" { "A" }\nc "" 1 "" { "x" 1/2 "y" 1/2 } 0\nt "" 1 "" { 1 }\nt "" 2 "" { 2 }\n',
    );
    const { status, stderr } = await run(path, '--what-if', 'n0:x');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^parley: --what-if: /);
    expect(stderr).not.toContain(':1:1');
  });

  test.each([
    [['--model', 'brave', WAGE], 'rational, bounded or tendency'],
    [['--lambda', '1', '--rationality', '1', WAGE], 'not both'],
    [['--model', 'rational', '--lambda', '1', WAGE], 'belong to bounded'],
    [['--model', 'ratonal', WAGE], 'not `ratonal`; did you mean `rational`?'],
    [['--rationality', '101', WAGE], '--rationality is a number from 0 to 100, not `101`'],
    [['--rationality', '1e400', WAGE], '--rationality is a number from 0 to 100, not `1e400`'],
    [['--lambda', '1e400', WAGE], '--lambda is too large to be computed with: `1e400`'],
    [['--lambda', '1e9999', WAGE], '--lambda is too large to be computed with: `1e9999`'],
    [['--lambda', 'Infinity', WAGE], '--lambda is a number from 0 upwards, not `Infinity`'],
    [['--what-if', 'n0:Offer packgae', WAGE], 'is not one; did you mean `n0:Offer package`?'],
    [['--lambda', 'much', WAGE], 'not `much`'],
    [['--lambda=-1', WAGE], 'not `-1`'],
    [['--lambda=', WAGE], 'not ``'],
    [['--fast', WAGE], '--fast'],
    [[], 'name one scenario folder or .efg file'],
    [[WAGE, WAGE], 'name one scenario folder or .efg file'],
    [['/nowhere/at/all.efg'], 'there is no such file'],
    [[join(TEMPLATE, 'scenario.yaml')], `is a file of a scenario: name its folder (${TEMPLATE})`],
  ])('%j is wrong usage', async (args, says) => {
    const { status, stderr } = await run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });
});
