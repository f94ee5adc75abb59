import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { tooLarge } from '../../cli/scenarioGame.ts';
import { solve } from '../../cli/solve.ts';
import { scenarioText, solveScenario } from '../../cli/solveScenario.ts';
import { withoutStakes } from '../../cli/withoutStakes.ts';
import { inProcess } from '../support/inProcess.ts';
import { runParley } from '../support/runParley.ts';
import { templateWith } from '../support/template.ts';
import { WATCHED, withoutTendencies } from '../support/templateFolder.ts';

const KURSK = fileURLToPath(new URL('../../scenarios/kursk-2025', import.meta.url));
const TEMPLATE = fileURLToPath(new URL('../../scenarios/_template', import.meta.url));

const run = (...args: readonly string[]) => inProcess(solve, ...args);

const answer = async (...args: readonly string[]) => {
  const { status, stdout } = await run(...args, '--json');
  return { status, ...JSON.parse(stdout) };
};

describe('parley solve of a scenario', () => {
  test('answers per branch, in the order of the file, and says what it rests on', () => {
    const { status, stdout, stderr } = runParley('solve', KURSK);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const heads = [...stdout.matchAll(/^Kursk, March 2025: (\S+) · ([\d,]+) positions · rational$/gm)];
    expect(heads.map(([, branch]) => branch)).toEqual(['ceasefire', 'surrender-demand', 'withdrawal']);
    expect(stdout).toContain('Numbers in force: central values');
    expect(stdout).toContain('never forecasts');
    expect(stdout).toMatch(/rational +Λ 5 +Λ 20 +tendency\n/);
    expect(stdout).toContain('Several who must agree take the move with the largest geometric mean of their gains');
  });

  test('the branches have, together with the table, every position of the tree', async () => {
    const { branches, actors } = await answer(KURSK);
    const positions = Object.values(branches as Record<string, { positions: number }>).map((found) => found.positions);
    expect(positions.reduce((sum, count) => sum + count, 1)).toBe(70_477);
    expect(actors).toEqual(['UKR', 'RUS', 'USA']);
    for (const { values, odds } of Object.values(
      branches as Record<string, { values: object; odds: Record<string, number> }>,
    )) {
      expect(Object.keys(values)).toEqual(actors);
      expect(Object.values(odds).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    }
  });

  test('one branch alone, under each model; Λ 0 is chance', async () => {
    const rational = await answer(TEMPLATE, '--from', 'evenings');
    expect(Object.keys(rational.branches)).toEqual(['evenings']);
    const bounded = await answer(TEMPLATE, '--from', 'evenings', '--rationality', '0');
    expect(bounded.branches.evenings).toMatchObject({ model: 'bounded', rationality: 0 });
    const tendency = await answer(TEMPLATE, '--from', 'evenings', '--model', 'tendency');
    expect([rational, bounded, tendency].map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(bounded.branches.evenings.values).not.toEqual(rational.branches.evenings.values);
  });

  test.each([
    [[KURSK, '--from', 'nowhere'], 2, '--from is a branch of the table (ceasefire, surrender-demand, withdrawal)'],
    [[fileURLToPath(new URL('../literature/efg', import.meta.url))], 1, 'there is no scenario.yaml here'],
    [[KURSK, '--from', 'ceasfire'], 2, 'not `ceasfire`; did you mean `ceasefire`?'],
    [[KURSK, '--what-if', 'ceasefire.reply.acept'], 2, '; did you mean `ceasefire.reply.accept`?'],
    [[TEMPLATE, '--what-if', 'evenings.trial.calm'], 2, 'parley: --what-if: '],
    [[`${KURSK}-gone`], 2, 'there is no scenario folder'],
    [[fileURLToPath(new URL('../literature/efg/g1-two-actors.efg', import.meta.url)), '--from', 'x'], 2, 'has none'],
  ])('says what is wrong with %j', async (args, code, told) => {
    const { status, stderr } = await run(...args);
    expect(status).toBe(code);
    expect(stderr).toContain(told);
  });

  test('a model that cannot be applied is refused with the decision at fault', async () => {
    const folder = withoutTendencies();
    const { status, stderr } = await run(folder, '--model', 'tendency');
    expect(status).toBe(1);
    expect(stderr).toContain('\n    at evenings.request\n');
    expect(await answer(folder, '--model', 'tendency')).toMatchObject({
      ok: false,
      problems: [{ code: 'no-tendency', path: 'evenings.request' }],
    });
  });

  test('a tree that is too large is told with the bound, and other branches only where there are some', () => {
    expect(tooLarge(true)).toMatch(/at most 200,000.*--from/);
    expect(tooLarge(false)).not.toContain('--from');
  });

  test('names the draws of its ranges, to a program too', async () => {
    const { stdout } = await run(TEMPLATE);
    expect(stdout).toContain('20 draws of every judgement (seed 1, common errors within blocks: ρ 0.5, κ 0)');
    expect((await answer(TEMPLATE)).draws).toEqual({ count: 20, seed: 1, rho: 0.5, kappa: 0 });
  });

  test('who decides and has no stakes is named, and not counted', async () => {
    const watched = await templateWith(...WATCHED);
    const asked = { model: { name: 'rational' }, branches: ['evenings'], withNames: true, whatIf: undefined } as const;
    const [report, plain] = [watched, await templateWith()].map((scenario) => solveScenario(scenario, asked));
    if (!report?.ok || !plain?.ok) throw new Error('both are solved');
    const { evenings } = report.value.branches;
    expect(evenings).toMatchObject({
      movers: [['Café'], ['Library']],
      moversWithoutStakes: [['City'], []],
      options: { actors: ['Café'], withoutStakes: ['City'] },
    });
    expect(evenings?.values).toEqual(plain.value.branches.evenings?.values);
    const text = [...scenarioText(report.value)].join('\n');
    expect(text).toContain('  Café and City (without stakes): Ask for two more evenings');
    expect(text).toContain('  Who decides: Café and City (without stakes)');
    expect([...scenarioText(plain.value)].join('\n')).not.toContain('without stakes');
    expect(withoutStakes(watched, 'evenings.request')).toEqual(['CITY']);
  });
});
