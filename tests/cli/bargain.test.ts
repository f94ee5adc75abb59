import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { bargain } from '../../cli/bargain.ts';
import { bargainsAnswer, bargainsOf } from '../../cli/bargainScenario.ts';
import { bargainScenarioTable, bargainScenarioText } from '../../cli/bargainText.ts';
import { requireScenario } from '../../cli/loadScenario.ts';
import { entriesOf, kernelOf, scenarioGame } from '../../cli/scenarioGame.ts';
import { solve, valueAt } from '../../src/analysis/rollback/solve.ts';
import { principals } from '../../src/domain/actors.ts';
import { NODE } from '../../src/domain/gameTree.ts';
import { type Scenario, toScenario } from '../../src/domain/scenario.ts';
import { walkAway } from '../../src/domain/walkAway.ts';
import { inProcess } from '../support/inProcess.ts';
import { randomScenarioFile } from '../support/randomScenario.ts';
import { runParley } from '../support/runParley.ts';

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const SET = path('literature/bargaining/b4-kalai-smorodinsky-variants.json');
const TEMPLATE = path('../scenarios/_template');
const KURSK = path('../scenarios/kursk-2025');
const folder = mkdtempSync(join(tmpdir(), 'bargain-'));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe('parley bargain of a list of outcomes', () => {
  test('gives the lists by id, under the names that are promised', () => {
    const { status, stdout, stderr } = runParley('bargain', SET, '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      zopa: ['o1', 'o3', 'o4', 'o5', 'o6', 'o7', 'o8', 'o10', 'o11', 'o12', 'o14'],
      pareto: ['o4', 'o10', 'o12', 'o14'],
      nash: ['o10'],
      kalaiSmorodinsky: ['o10'],
      egalitarian: ['o12'],
      utilitarian: ['o10'],
      disagreement: [26.1, 34.8],
      kalaiSmorodinskyVariant: 'max-min ratio, ideal over the rational set',
      egalitarianAndUtilitarian: 'assumes that a point means the same to both',
    });
  });

  test('says it in words, the two points that compare parties under their label', async () => {
    const { status, stdout } = await inProcess(bargain, SET);
    expect(status).toBe(0);
    expect(stdout).toContain('16 outcomes · 2 parties');
    expect(stdout).toMatch(
      /What follows only if one assumes that a point means the same to both\n {2}Egalitarian.*: o12\n/,
    );
    expect(stdout).toContain('What this rests on');
  });

  test('without a zone all lists are empty', async () => {
    const none = path('literature/bargaining/b3-no-agreement-zone.json');
    const { stdout } = await inProcess(bargain, none, '--json');
    const lists = { zopa: [], pareto: [], nash: [], kalaiSmorodinsky: [], egalitarian: [], utilitarian: [] };
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, ...lists, ideal: null });
    expect((await inProcess(bargain, none)).stdout).toContain('There is no zone of agreement');
  });

  test('writes its table beside the answer, and does not write over another file unasked', async () => {
    const csv = join(folder, 'set.csv');
    const first = await inProcess(bargain, SET, '--csv', csv, '--json');
    expect(first.status).toBe(0);
    expect(JSON.parse(first.stdout).ok).toBe(true);
    const rows = readFileSync(csv, 'utf8').trim().split('\r\n');
    expect(rows[1]).toBe('outcome,party 1,party 2,zopa,pareto,nash,kalaiSmorodinsky,egalitarian,utilitarian');
    expect(rows).toHaveLength(18);
    expect(rows[11]).toBe('o10,96.4,72.1,1,1,1,1,0,1');
    const second = await inProcess(bargain, SET, '--csv', csv);
    expect([second.status, second.stderr]).toEqual([1, expect.stringContaining('it is there already')]);
    expect((await inProcess(bargain, SET, '--csv', csv, '--force')).status).toBe(0);
  });

  test.each([
    [[], 2, 'name one scenario folder or JSON file'],
    [[SET, SET], 2, 'name one scenario folder or JSON file'],
    [[SET, '--from', 'x'], 2, 'a list of outcomes has none'],
    [[SET, '--tsv'], 2, "Unknown option '--tsv'"],
    [[join(folder, 'gone.json')], 2, 'there is no scenario folder'],
    [[TEMPLATE, '--from', 'nowhere'], 2, '--from is a branch of the table (evenings'],
    [
      [written('bad.json', '{"outcomes": [{"id": "a", "u": [1, "x"]}]}')],
      1,
      'bad.json:1:36  error  expected a number, found "x"',
    ],
    [[written('game.efg', 'EFG 2 R "" { }')], 1, 'game.efg:1:1  error  expected a value'],
  ])('%j is refused with exit code %i', async (args, status, told) => {
    const answer = await inProcess(bargain, ...args);
    expect(answer.status).toBe(status);
    expect(answer.stderr).toContain(told);
    expect(answer.stdout).toBe('');
  });

  test('refuses as JSON where JSON was asked for', async () => {
    const { status, stdout } = await inProcess(bargain, written('worse.json', '{"outcomes": 3}'), '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, problems: [{ file: 'worse.json', path: 'outcomes' }] });
  });
});

/** The bargaining sets of all branches that can be solved; none where one is refused. */
function found(scenario: Scenario) {
  const branches = Object.keys(scenario.branches).filter((branch) => entriesOf(scenario, branch).length > 0);
  const all = bargainsOf(scenario, branches);
  return all.ok ? all.value : [];
}

describe('parley bargain of a scenario', () => {
  test('tells per branch what could be agreed, each bargain’s plan and ends, and what it rests on', async () => {
    const { status, stdout } = await inProcess(bargain, TEMPLATE, '--from', 'evenings');
    expect(status).toBe(0);
    expect(stdout).toContain('evenings · what a binding agreement between');
    expect(stdout).toContain('Nash (largest product of gains): b');
    expect(stdout).toContain('It leads to: ');
    expect(stdout).toContain('What solved play leaves on the table');
    expect(stdout).toContain('Another question: all reachable ends');
    // Rules that compare points are off unless somebody accepts what they assume.
    expect(stdout).toContain(
      '--comparable shows them, under their label: “assumes that a point means the same to both”',
    );
    expect(stdout).not.toContain('Utilitarian');
    const { stdout: json } = await inProcess(bargain, TEMPLATE, '--from', 'evenings', '--json');
    const { branches, zopa, nash } = JSON.parse(json);
    expect([zopa, nash]).toEqual([branches.evenings.zopa, branches.evenings.nash]);
    const { stdout: compared } = await inProcess(bargain, TEMPLATE, '--from', 'evenings', '--comparable');
    expect(compared).toMatch(/hold only if one assumes that a point means the same to both\n {2}Egalitarian.*: b\d/);
    expect(stdout).toContain('never forecasts');
    expect(stdout).not.toMatch(/NaN|undefined|\bbest\b|win/);
  });

  test('of Kursk: a joint plan is better for both than solved play, and walking away is below it', async () => {
    const scenario = await requireScenario(KURSK);
    const all = bargainsOf(scenario, ['withdrawal']);
    if (!all.ok) throw new Error(all.error.message);
    const [of] = all.value;
    if (of === undefined) throw new Error('nothing was found');
    const answer = bargainsAnswer(of);
    expect(answer.parties).toEqual(['UKR', 'RUS']);
    expect(answer.nash.length).toBeGreaterThan(0);
    for (const id of answer.pareto) {
      const point = answer.points[id];
      expect(
        point?.plan.filter(({ agreed }) => agreed).every(({ by }) => by.includes('UKR') || by.includes('RUS')),
      ).toBe(true);
      expect(Object.values(point?.ends ?? {}).reduce((sum, odds) => sum + odds, 0)).toBeCloseTo(1, 9);
      for (const actor of answer.parties)
        expect(point?.values[actor]).toBeGreaterThanOrEqual(answer.walkAway[actor] ?? 0);
    }
    const table = bargainScenarioTable([of]);
    expect(table.rows.length).toBe(of.report.bargains.length + of.report.ends.length);
    expect([...bargainScenarioText(scenario, [], [of], true)].length).toBeGreaterThan(20);
  });

  test('on any scenario: walking away is that of the rules, a plan is playable to its ends, and solved play is not beyond the frontier', () => {
    let seen = 0;
    fc.assert(
      fc.property(randomScenarioFile, (file) => {
        const scenario = toScenario(file);
        for (const of of found(scenario)) {
          const { report, game, parties, branch } = of;
          seen += 1;
          const isBegun = game.beginning.line.length > 0 && game.tree.kind[0] !== NODE.end;
          const apart = isBegun ? walkAway(scenario, branch, game.beginning.position) : [];
          for (const [party, actor] of parties.entries()) {
            const own = apart.find((each) => each.actor === actor)?.payoff;
            if (own === undefined) expect(report.reservation[party]).toBeNull();
            else expect(report.reservation[party]).toBeCloseTo(own, 9);
          }
          for (const { plan } of report.bargains) {
            let node = 0;
            for (const step of plan.steps.filter(({ depth }) => depth === 0)) {
              expect(step.node).toBe(node);
              node = game.tree.child[step.branch] ?? -1;
            }
            for (const end of plan.ends.keys()) expect(game.tree.kind[end]).toBe(NODE.end);
          }
          expect(report.leftOnTable.gains.every((gain) => gain >= 0)).toBe(true);
          const text = [...bargainScenarioText(scenario, [], [of], true)].join('\n');
          expect(text).not.toMatch(/NaN|undefined/);
        }
      }),
      { seed: 3, numRuns: 25 },
    );
    expect(seen).toBeGreaterThan(20);
  });

  test('solved play as it is told is that of parley solve', async () => {
    const scenario = await requireScenario(TEMPLATE);
    const kernel = kernelOf(scenario);
    for (const { branch, report } of found(scenario)) {
      const game = scenarioGame(scenario, branch, kernel);
      const solved = game === undefined ? undefined : solve(game.tree, { name: 'rational' });
      if (solved?.ok !== true) throw new Error('it cannot be solved');
      const values = principals(scenario).map((actor) => valueAt(solved.value, kernel.stakes.actors.indexOf(actor)));
      expect(report.leftOnTable.solved).toEqual(values);
    }
  });
});
