import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { requireScenario } from '../../cli/loadScenario.ts';
import { drawJob } from '../../cli/simulateScenario.ts';
import { type BranchReport, solveScenario } from '../../cli/solveScenario.ts';
import { GRAIN, MOST_POINTS as MOST_POINTS_KEPT } from '../../src/analysis/bargaining/reachableBargains.ts';
import { agreementEnds } from '../../src/analysis/dependence/agreementEnds.ts';
import { BALANCE_DRAWS, BALANCE_GAP, BALANCE_NEEDED } from '../../src/analysis/dependence/balances.ts';
import { dependence, type PrincipalPoints } from '../../src/analysis/dependence/dependence.ts';
import { MOST_RESULTS } from '../../src/analysis/information/chanceResults.ts';
import { informationForOne } from '../../src/analysis/information/informationForOne.ts';
import { partialInformation } from '../../src/analysis/information/partialInformation.ts';
import { MOST_POINTS, perfectInformation } from '../../src/analysis/information/perfectInformation.ts';
import { partDrawer } from '../../src/analysis/kernel/drawTask.ts';
import { type Simulation, simulationOf } from '../../src/analysis/kernel/simulation.ts';
import { REGRET_SHARE } from '../../src/analysis/regret/regretTable.ts';
import { bestCase, priceOfConflict, securityLevel, teamOptimum } from '../../src/analysis/rollback/bounds.ts';
import { oddsOfOutcomes } from '../../src/analysis/rollback/ends.ts';
import { regrets } from '../../src/analysis/rollback/regret.ts';
import { solve, valueAt } from '../../src/analysis/rollback/solve.ts';
import { tieBounds } from '../../src/analysis/rollback/tieBounds.ts';
import { announced, surprise } from '../../src/analysis/rollback/whatIf.ts';
import { MOST_BELOW, MOST_ORDERED, MOST_STATES_COUNTED } from '../../src/analysis/stability/inverse.ts';
import { SAMPLED_RANKINGS } from '../../src/analysis/stability/sampledInverse.ts';
import { labelOf } from '../../src/domain/chart.ts';
import { NODE } from '../../src/domain/gameTree.ts';
import { readRational, toNumber } from '../../src/domain/rational.ts';
import type { Result } from '../../src/domain/result.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { conflictExamples, postureExamples } from '../support/conflictPage.ts';
import { branchCalled, scenarioExamples, type WorkedExample, workedExamples } from '../support/methodPage.ts';
import { computeBargain, tableExamples } from '../support/methodTables.ts';
import { knowledgeExamples, treeExamples } from '../support/treePage.ts';

const METHODS = fileURLToPath(new URL('../../docs/methods/', import.meta.url));
const pages = readdirSync(METHODS).filter((name) => name !== 'README.md');
const read = (name: string) => readFileSync(`${METHODS}${name}`, 'utf8');

function found<Value>(result: Result<Value, { readonly message: string }>): Value {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** Who depends on whom in an example that says which outcomes are agreements and what walking away is worth. */
function dependenceIn({ tree, labels, agreements, walkAway }: WorkedExample) {
  const ends = agreementEnds(tree, (node) => agreements.includes(labels.outcome(node)));
  const points = tree.payoffs.map((payoff, actor) => ({
    payoff,
    walkAway: Float64Array.from(tree.kind, (kind) =>
      kind === NODE.end ? Number.NaN : (walkAway[actor] ?? Number.NaN),
    ),
  }));
  return dependence(tree, ends, points as [PrincipalPoints, PrincipalPoints]);
}

/** Computes a figure of a branch of a scenario as a page names it: `W(CITY)`. */
function computeIn(report: BranchReport, figure: string): number {
  const [, name = '', actor = ''] = /^(\w+)(?:\((.*)\))?$/.exec(figure) ?? [];
  const column = { W: report.walkAway, gain: report.solvedGain }[name];
  if (column === undefined) throw new Error(`a page names a figure that is not known: ${figure}`);
  return column?.[actor] ?? Number.NaN;
}

/** Computes a figure as a page names it: `V(Ann)`, `share(go at n0)`, `public(Ann, n2 n5)`. */
function compute(example: WorkedExample, figure: string): number {
  const { tree, labels, model } = example;
  const solution = found(solve(tree, model));
  const { columns } = solution;
  const [, name = '', inside = ''] = /^(\w+)(?:\((.*)\))?$/.exec(figure) ?? [];
  const [subject = '', place] = inside.split(' at n');
  const [who = '', what = subject] = subject.split(', ');
  const actor = tree.actors.indexOf(who);
  const node = place === undefined ? undefined : Number(place);
  const branch = () => branchCalled(example, what, node);
  const draw = () => [what.split(' ').map((id) => Number(id.slice(1)))];
  switch (name) {
    case 'V':
      return valueAt(solution, actor, node);
    case 'share':
      return columns.share[branch()] ?? Number.NaN;
    case 'J':
      return columns.score[branch()] ?? Number.NaN;
    case 'regret':
      return regrets(tree, solution)[branch()] ?? Number.NaN;
    case 'odds':
      return oddsOfOutcomes(tree, labels.outcome, columns.reach).get(inside) ?? Number.NaN;
    case 'least':
      return tieBounds(tree, solution)[actor]?.least ?? Number.NaN;
    case 'most':
      return tieBounds(tree, solution)[actor]?.most ?? Number.NaN;
    case 'sure':
      return securityLevel(tree, actor).values[0] ?? Number.NaN;
    case 'best':
      return bestCase(tree, actor).values[0] ?? Number.NaN;
    case 'team':
      return teamOptimum(tree).values[0] ?? Number.NaN;
    case 'price':
      return priceOfConflict(tree, columns.values).values[0] ?? Number.NaN;
    case 'surprise':
      return found(surprise(tree, solution, branch())).values[actor] ?? Number.NaN;
    case 'announced':
      return valueAt(found(announced(tree, solution, [branch()])), actor);
    case 'D':
      return dependenceIn(example).byPrincipal[actor === 0 ? 0 : 1][node ?? 0] ?? Number.NaN;
    case 'balance':
      return dependenceIn(example).balance[Number(inside.slice(1))] ?? Number.NaN;
    case 'EVPI':
      return found(perfectInformation(tree, 0)).value;
    case 'EVPPI':
      return found(partialInformation(tree, 0))[Number(inside.slice(1))] ?? Number.NaN;
    case 'private':
      return found(informationForOne(tree, solution, actor, draw())).privately.value;
    case 'public':
      return found(informationForOne(tree, solution, actor, draw())).publicly.value;
    default:
      throw new Error(`a page names a figure that is not known: ${figure}`);
  }
}

function drawnBranch(scenario: Scenario, branch: string, count: number, seed: number): Simulation {
  const job = drawJob(scenario, branch, { name: 'rational' }, seed, true);
  if (!job.ok) throw new Error(job.error);
  const drawn = partDrawer(job.value)(0, count);
  if (drawn === undefined) throw new Error('nobody stopped it');
  return simulationOf(job.value.plan, drawn, labelOf);
}

/** Computes a figure over draws as a page names it: `mean(CAFE)`, `share(evenings.request.two)`. */
function computeOverDraws({ values, options, lead, payoffs }: Simulation, figure: string): number {
  const [, name = '', what = ''] = /^(\w+)\((.*)\)$/.exec(figure) ?? [];
  const [actor = '', end = ''] = what.split(' at ');
  if (name === 'lead') return lead?.difference ?? Number.NaN;
  if (name === 'leadError') return lead?.error ?? Number.NaN;
  if (name === 'had') return payoffs[end]?.values[actor]?.mean ?? Number.NaN;
  if (name === 'share') return options.find(({ move }) => move === what)?.best ?? Number.NaN;
  const key = ({ mean: 'mean', error: 'standardError', p10: 'p10', p90: 'p90' } as const)[name];
  if (key === undefined) throw new Error(`a page names a figure that is not known: ${figure}`);
  return values[what]?.[key] ?? Number.NaN;
}

test('the index names every page, and no other', () => {
  const named = [...read('README.md').matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, page]) => page);
  expect(named.sort()).toEqual([...pages].sort());
});

test('the rule of disagreement that a page states is that of the code', () => {
  const text = read('dependence.md');
  expect(text).toContain(`read in ${BALANCE_DRAWS} draws`);
  expect(text).toContain(`more than ${BALANCE_GAP} in at least ${BALANCE_NEEDED} of these draws`);
});

test('the limits that a page states are those of the code', () => {
  const text = read('value-of-information.md');
  expect(text).toContain(`more than ${MOST_POINTS.toLocaleString('en')} points`);
  expect(text).toContain(`more than ${MOST_RESULTS.toLocaleString('en')} joint results`);
});

test('the limits of the inverse that a page states are those of the code', () => {
  const text = read('inverse.md');
  expect(text).toContain(`Up to ${MOST_BELOW} states that matter`);
  expect(text).toContain(`up to ${MOST_ORDERED} states, all orders`);
  expect(text).toContain(`${SAMPLED_RANKINGS.toLocaleString('en')} rankings are sampled`);
  expect(text).toContain(`more than ${MOST_STATES_COUNTED} states`);
});

test('the bounds that the pages on bargains and weights state are those of the code', () => {
  const set = read('bargaining-set.md');
  expect(set).toContain(`more than ${MOST_POINTS_KEPT} points are left`);
  expect(GRAIN).toBe(0.1);
  expect(set).toContain('thinned by a tenth of a point');
  expect(read('rules-under-uncertainty.md')).toContain(`its ${100 * REGRET_SHARE}th percentile`);
});

describe.each(pages)('%s', (page) => {
  const text = read(page);

  test('says what it is, what it assumes, and who described it', () => {
    expect(text).toMatch(/\*\*(What (it is|they are)\.|One actor)/);
    expect(text).toMatch(/\*\*What (it assumes|they assume)\.\*\*/);
    expect(text).toMatch(/\*\*Source\.\*\* /);
  });

  test('states what is computed, to the last digit that it gives', async () => {
    const games = workedExamples(text).map((example) => ({
      figures: example.figures,
      read: (figure: string) => computeBargain(example, figure) ?? compute(example, figure),
    }));
    const branches = scenarioExamples(text).map(async ({ folder, branch, draws, figures }) => {
      const scenario = await requireScenario(fileURLToPath(new URL(`../../${folder}`, import.meta.url)));
      if (draws !== undefined) {
        const simulation = drawnBranch(scenario, branch, draws.count, draws.seed);
        return { figures, read: (figure: string) => computeOverDraws(simulation, figure) };
      }
      const report = found(
        solveScenario(scenario, {
          model: { name: 'rational' },
          branches: [branch],
          withNames: false,
          whatIf: undefined,
        }),
      ).branches[branch];
      if (report === undefined) throw new Error(`${folder} has no branch called ${branch}`);
      return { figures, read: (figure: string) => computeIn(report, figure) };
    });
    const postures = await postureExamples(text, (folder) =>
      requireScenario(fileURLToPath(new URL(`../../${folder}`, import.meta.url))),
    );
    const others = [
      ...treeExamples(text),
      ...(await knowledgeExamples(text)),
      ...conflictExamples(text),
      ...postures,
      ...tableExamples(text),
    ];
    const examples = [...games, ...(await Promise.all(branches)), ...others];
    expect(examples.length).toBeGreaterThan(0);
    for (const { figures, read: computed } of examples) {
      expect(figures.length).toBeGreaterThan(1);
      for (const { figure, value } of figures) {
        const exact = readRational(value);
        if (exact === undefined) throw new Error(`${figure} is no number: ${value}`);
        const digits = /\.(\d+)$/.exec(value)?.[1]?.length;
        const within = digits === undefined ? 1e-9 : 0.5 * 10 ** -digits;
        const off = Math.abs(computed(figure) - toNumber(exact));
        expect(off, `${figure} is ${computed(figure)}, the page says ${value}`).toBeLessThanOrEqual(within + 1e-12);
      }
    }
  });
});
