import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { requireScenario } from '../../cli/loadScenario.ts';
import { namedCases } from '../../cli/namedCases.ts';
import { robustness } from '../../cli/robustness.ts';
import { solveScenario } from '../../cli/solveScenario.ts';
import { inProcess } from '../support/inProcess.ts';
import { runParley } from '../support/runParley.ts';

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const M1 = path('literature/mcda/m1-free-weights.json');
const M2 = path('literature/mcda/m2-ordered-weights.json');
const TEMPLATE = path('../scenarios/_template');
const KURSK = path('../scenarios/kursk-2025');
const folder = mkdtempSync(join(tmpdir(), 'robustness-'));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (name: string, value: unknown): string => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(value));
  return file;
};

describe('parley robustness of tables', () => {
  test('gives in lists what the file expects', async () => {
    const { status, stdout } = await inProcess(robustness, M1, '--json', '--alpha', '0.4');
    expect(status).toBe(0);
    const answer = JSON.parse(stdout);
    const { smaa, regret } = JSON.parse(readFileSync(M1, 'utf8'));
    for (const [index, row] of smaa.expected.rankAcceptability.entries())
      for (const [rank, share] of row.entries())
        expect(answer.smaa.rankAcceptability[index][rank]).toBeCloseTo(share, 9);
    expect(answer.smaa.exact).toBe(true);
    expect(answer.regret).toMatchObject({
      regret: regret.expected.regret,
      maxRegret: regret.expected.maxRegret,
      minimaxRegretChoice: regret.expected.minimaxRegretChoice,
      maximinChoice: regret.expected.maximinChoice,
      'hurwicz0.4': [34, 24.8, 5, 56].map((mean) => expect.closeTo(mean, 9)),
    });
  });

  test('says it in words, with the constraint that it keeps', () => {
    const { status, stdout, stderr } = runParley('robustness', M2);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('(w1 >= w2 >= w3)');
    expect(stdout).toMatch(/A1 +none of 20 +none of 20 +none of 20 +11 of 20 +9 of 20/);
    expect(stdout).toContain('first at no weights that came up');
    expect(stdout).toContain('To know the case first would be worth 15.9 (EVPI).');
    expect(stdout).toContain('A share of the weights is no probability');
  });

  test('draws where four criteria vary, the same for the same seed, and says so where there are too few draws', async () => {
    const values = [
      [1, 0, 0.2, 0.4],
      [0, 1, 0.6, 0.1],
      [0.5, 0.5, 0.5, 0.5],
    ];
    const criteria = ['a', 'b', 'c', 'd'];
    const table = { smaa: { alternatives: ['x', 'y', 'z'], criteria, values, weights: [0.4, 0.2, 0.2, 0.2] } };
    const file = written('four.json', table);
    const read = async (...more: readonly string[]) => (await inProcess(robustness, file, ...more)).stdout;
    expect(await read('--json', '--draws', '500')).toBe(await read('--json', '--draws', '500'));
    expect(await read('--json', '--draws', '500')).not.toBe(await read('--json', '--draws', '500', '--seed', '2'));
    expect(await read('--draws', '20')).toContain('not enough draws yet');
    expect(await read('--draws', '20000')).not.toContain('not enough draws yet');
    const { smaa } = JSON.parse(await read('--json', '--draws', '20000'));
    expect(smaa.weightFlips[0]).toMatchObject({ before: 'x', criterion: expect.any(String) });
  });

  test('writes its rows', async () => {
    const csv = join(folder, 'm1.csv');
    expect((await inProcess(robustness, M1, '--csv', csv)).status).toBe(0);
    const text = readFileSync(csv, 'utf8');
    expect(text).toContain('alternative,figure,value');
    expect(text).toContain('A1,rank 1,0.353323');
    expect(text).toContain('A4,largest regret,26');
  });

  test.each([
    [[M1, '--of', 'UKR'], 2, '--of belongs to a scenario'],
    [[M1, '--alpha', '2'], 2, '--alpha is a number from 0 (worst case) to 1 (best case), not `2`'],
    [[M1, '--draws', '1'], 2, '--draws is a whole number from 2'],
    [[], 2, 'name one scenario folder or JSON file'],
    [[TEMPLATE], 2, '--of names an actor with stakes (LIBRARY, CAFE)'],
    [[TEMPLATE, '--of', 'CAFFE'], 2, 'not `CAFFE`'],
    [[TEMPLATE, '--of', 'CAFE', '--vary', 'nothing'], 2, '--vary names stakes of CAFE'],
    [[TEMPLATE, '--of', 'CAFE', '--vary', 'evenings'], 2, '--vary names at least two stakes'],
    [[TEMPLATE, '--of', 'CAFE', '--from', 'x'], 2, '--from is a branch of the table'],
    [
      [TEMPLATE, '--of', 'CAFE', '--at', 'evenings.nowhere', '--draws', '10'],
      1,
      'no position of this branch stands at',
    ],
    [
      [
        written('heavy.json', {
          smaa: { alternatives: ['a'], criteria: ['c', 'd'], values: [[1, 2]], weightConstraint: 'c heavy' },
        }),
      ],
      1,
      'neither a weight (w1 to w2) nor a number',
    ],
    [
      [
        written('none.json', {
          smaa: {
            alternatives: ['a'],
            criteria: ['c', 'd'],
            values: [[1, 2]],
            weightConstraint: 'w1 >= 0.7, w2 >= 0.6',
          },
        }),
      ],
      1,
      'no weights keep these bounds',
    ],
  ])('%j is refused with exit code %i', async (args, status, told) => {
    const answer = await inProcess(robustness, ...args);
    expect([answer.status, answer.stderr]).toEqual([status, expect.stringContaining(told)]);
  });
});

describe('parley robustness of a scenario', () => {
  test('answers for an actor’s first decision on the line of play, with values that are those of parley solve', async () => {
    const scenario = await requireScenario(TEMPLATE);
    const solved = solveScenario(scenario, {
      model: { name: 'rational' },
      branches: ['evenings'],
      withNames: false,
      whatIf: undefined,
    });
    if (!solved.ok) throw new Error(solved.error.message);
    const options = solved.value.branches.evenings?.options;
    const actor = options?.actors[0] ?? '';
    const { status, stdout } = await inProcess(robustness, TEMPLATE, '--of', actor, '--draws', '300', '--json');
    expect(status).toBe(0);
    const { branches, of } = JSON.parse(stdout);
    expect(of).toBe(actor);
    const { alternatives, decides, views, namedCases: cases, statedWeights } = branches.evenings;
    expect(decides).toEqual([actor]);
    const values = Object.values(alternatives as Record<string, { value: number }>).map(({ value }) => value);
    for (const [index, move] of (options?.moves ?? []).entries())
      expect(values[index]).toBeCloseTo(move.values[actor] ?? Number.NaN, 7);
    const weights: number[] = Object.values(statedWeights);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
    expect(Object.keys(views)).toEqual(['all', 'order', 'near']);
    // The first case is the scenario as it stands.
    const asItStands = Object.values(cases.payoffs as Record<string, Record<string, number>>).map(
      (row) => row[cases.cases[0]],
    );
    for (const [index, value] of asItStands.entries()) expect(value).toBeCloseTo(values[index] ?? Number.NaN, 7);
  });

  test('says it in words, and nothing is called probable', async () => {
    const { status, stdout } = await inProcess(
      robustness,
      KURSK,
      '--of',
      'UKR',
      '--from',
      'withdrawal',
      '--draws',
      '400',
    );
    expect(status).toBe(0);
    for (const part of [
      'stated weights: ',
      'In what share of the weights each move ranks first',
      'central weights',
      'Which change of one weight',
      'Everybody’s weights drawn',
      '95th percentile',
      'largest regret (Savage: minimax)',
      'What this rests on',
    ])
      expect(stdout).toContain(part);
    expect(stdout).not.toMatch(/NaN|undefined|likely|winner/);
  });

  test('cases are the conditions as they are, and combined where that stays few', async () => {
    const cases = namedCases(await requireScenario(TEMPLATE));
    expect(cases.map(({ shocks }) => shocks)).toEqual([[], ['shock.summer.wet']]);
    const many = namedCases(await requireScenario(KURSK));
    expect(many[0]?.name).toBe('Conditions as they are');
    expect(many.every(({ shocks }) => shocks.length <= 1)).toBe(true);
    const names = many.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
