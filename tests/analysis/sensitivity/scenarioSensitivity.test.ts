import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { branchStartOf } from '../../../cli/branchStartOf.ts';
import { requireScenario } from '../../../cli/loadScenario.ts';
import { kernelOf, scenarioGame } from '../../../cli/scenarioGame.ts';
import { solve } from '../../../src/analysis/rollback/solve.ts';
import { type Switch, switchesBetween } from '../../../src/analysis/sensitivity/plan.ts';
import { type ScenarioModel, scenarioModel } from '../../../src/analysis/sensitivity/scenarioModel.ts';
import {
  SWEEP,
  sweepVariation,
  tornadoes,
  twoLargest,
  twoVariations,
} from '../../../src/analysis/sensitivity/scenarioSensitivity.ts';
import { groupVariations, singleVariations, type Variation } from '../../../src/analysis/sensitivity/variations.ts';
import type { Scenario } from '../../../src/domain/scenario.ts';
import { stakeholders } from '../../../src/domain/stakes.ts';
import { edit, harbourLease } from '../../support/harbourLease.ts';
import { heldAfresh, rewritten, solvedAfresh } from '../../support/plainSensitivity.ts';

const folder = (name: string) => requireScenario(fileURLToPath(new URL(`../../../scenarios/${name}`, import.meta.url)));
const kursk = await folder('kursk-2025');
const template = await folder('_template');
/** The lease with a move at the table that touches what is at stake, and with an own indicator of which less is better. */
const harbour = harbourLease(
  edit('scenario', 'effects: { CITY.chip: "-" }', 'effects: { access: "-" }'),
  edit(
    'scenario',
    'initial: 50\n    basis: { judgement: Two bad years. }',
    'initial: { low: 35, mode: 50, high: 60 }\n    basis: { judgement: Two bad years. }',
  ),
);

function modelOf(scenario: Scenario, branch: string, actor: number): ScenarioModel {
  const start = branchStartOf(scenario, branch, kernelOf(scenario));
  if (start === undefined) throw new Error('the tree is too large');
  const model = scenarioModel(start, actor);
  if (!model.ok) throw new Error(model.error.message);
  return model.value;
}

const CASES: readonly (readonly [string, Scenario, string])[] = [
  ['Kursk, withdrawal', kursk, 'withdrawal'],
  ['the template, evenings', template, 'evenings'],
  ['the harbour, lease', harbour, 'lease'],
];

/** Every kind of variation; of a large scenario, which is slow to read anew, some of each. */
function someVariations({ start: { kernel } }: ScenarioModel): readonly Variation[] {
  const groups = groupVariations(kernel);
  const single = singleVariations(kernel);
  const sampled = <Value>(values: readonly Value[], count: number) =>
    values.filter((_, index) => index % Math.ceil(values.length / count) === 0);
  return single.length > 200 ? [...sampled(groups, 10), ...sampled(single, 4)] : [...groups, ...sampled(single, 12)];
}

describe.each(CASES)('%s', (_, scenario, branch) => {
  test('the value at any position is that of the scenario with these numbers written in it, solved from nothing', () => {
    const model = modelOf(scenario, branch, 0);
    for (const variation of someVariations(model)) {
      for (const at of [-1, 0.4]) {
        const plain = solvedAfresh(rewritten(scenario, variation, at), branch);
        const played = model.solve((into) => variation.write(at, into));
        expect(played?.policy.key, `${variation.id} at ${at}`).toBe(plain?.key);
        expect(played?.value ?? Number.NaN).toBeCloseTo(plain?.values[0] ?? 0, 9);
      }
    }
  });

  test('with play held it is that of the whole central tree at these numbers, by the central shares', () => {
    const central = scenarioModelParts(scenario, branch);
    const model = modelOf(scenario, branch, 1);
    for (const variation of someVariations(model)) {
      for (const at of [0.8]) {
        const plain = heldAfresh(rewritten(scenario, variation, at), branch, central.tree, central.share);
        expect(
          model.hold((into) => variation.write(at, into)),
          `${variation.id} at ${at}`,
        ).toBeCloseTo(plain[1] ?? 0, 9);
      }
    }
  });
});

/** The central tree and how it is played, apart from the model, which writes over its own. */
function scenarioModelParts(scenario: Scenario, branch: string) {
  const { start, share } = modelOf(scenario, branch, 0);
  return { tree: start.unfolded.tree, share };
}

describe('sweeps of Kursk, withdrawal', () => {
  const model = modelOf(kursk, 'withdrawal', 0);
  const sweeps = groupVariations(model.start.kernel).map((variation) => sweepVariation(model, variation));
  const found = tornadoes(sweeps);

  test('held and solved again agree at the centre, and wherever play is that of the centre', () => {
    for (const { points } of sweeps) {
      const centre = points[SWEEP.indexOf(0)];
      expect(centre?.held).toBeCloseTo(model.base.value, 9);
      expect(centre?.solved?.value).toBeCloseTo(model.base.value, 9);
      for (const { held, solved } of points)
        if (solved?.policy.key === model.base.policy.key) expect(held).toBeCloseTo(solved.value, 9);
    }
  });

  test('on either side of a flip play is as told, and its first switch is of a choice that somebody makes', () => {
    const flips = sweeps.flatMap(({ variation, flips: own }) => own.map((flip) => ({ variation, flip })));
    expect(flips.length).toBeGreaterThan(4);
    for (const { variation, flip } of flips) {
      const keyAt = (x: number) => model.solve((into) => variation.write(x, into))?.policy.key;
      expect(keyAt(flip.x - 1e-4)).toBe(flip.from.key);
      expect(keyAt(flip.x + 1e-4)).toBe(flip.to.key);
      const [first] = switchesBetween(flip.from, flip.to);
      expect(first?.from).not.toEqual(first?.to);
    }
  });

  test('whoever is told to switch by itself is indifferent there, and so is whoever stands behind an answer, but where a condition turns', () => {
    const kinds = new Set<string>();
    const jumping: string[] = [];
    for (const { variation, flips } of sweeps) {
      for (const { x, from, to, cause } of flips) {
        const game = scenarioGame(rewritten(kursk, variation, x), 'withdrawal');
        const solved = game === undefined ? undefined : solve(game.tree, { name: 'rational' });
        if (game === undefined || solved?.ok !== true) throw new Error('it is solved beside the flip');
        const { tree, unfolded } = game;
        const { score } = solved.value.columns;
        /** How far apart the two moves are for who decides, at the place in the tree where they are nearest. */
        const gap = ({ state, from: [old], to: [chosen] }: Switch): number => {
          let least = Number.POSITIVE_INFINITY;
          for (let node = 0; node < tree.kind.length; node += 1) {
            if (unfolded.state[node] !== state) continue;
            const scoreOf = (move: number | undefined) => {
              for (let branch = tree.first[node] as number; branch < (tree.first[node + 1] as number); branch += 1)
                if (unfolded.move[branch] === move) return score[branch] as number;
              return Number.NaN;
            };
            const apart = Math.abs(scoreOf(old) - scoreOf(chosen));
            if (apart < least) least = apart;
          }
          return least;
        };
        const [first] = switchesBetween(from, to);
        kinds.add(cause?.kind ?? 'none');
        const indifferent = cause?.kind === 'others' ? cause.switches : first === undefined ? [] : [first];
        expect(indifferent.length).toBeGreaterThan(0);
        const jumps =
          cause?.kind === 'own'
            ? [cause.jumps]
            : cause?.kind === 'others'
              ? cause.switches.map((each) => each.jumps)
              : [];
        for (const [index, each] of indifferent.entries()) {
          if (jumps[index] === true) jumping.push(variation.id);
          else expect(gap(each), variation.id).toBeLessThan(0.02);
        }
      }
    }
    expect([...kinds].sort()).toEqual(['others', 'own']);
    // Effects of some moves count only above or below so much area.
    expect(jumping).toEqual(['start area']);
  });

  test('what nothing in the branch reads has swing 0 in both tornadoes', () => {
    const idle = (['held', 'reoptimised'] as const).map((policy) =>
      found[policy].find(({ id }) => id === 'chance ceasefire.thirtyDays'),
    );
    expect(idle.map((bar) => bar?.swing)).toEqual([0, 0]);
    expect(found.held).toHaveLength(found.reoptimised.length);
  });

  test('the grid of the two largest has its centre at the central play, and its axes are the sweeps', () => {
    const pair = twoLargest(sweeps, found);
    expect(pair?.map(({ bar }) => bar)).toEqual(found.reoptimised.slice(0, 2).map(({ id }) => id));
    if (pair === undefined) return;
    const grid = twoVariations(model, ...pair);
    const middle = grid.xs.indexOf(0);
    expect(grid.cells[middle]?.[middle]?.policy.key).toBe(model.base.policy.key);
    const sweep = sweeps.find(({ variation }) => variation.id === pair[0].id);
    for (const [row, x] of grid.xs.entries())
      expect(grid.cells[row]?.[middle]?.value).toBeCloseTo(sweep?.points[SWEEP.indexOf(x)]?.solved?.value ?? 0, 9);
  });

  test('choices and shares of the spread do not change when an actor counts in other units (αu + β)', () => {
    const other = structuredClone(kursk);
    const [actor = ''] = stakeholders(kursk);
    const kernel = kernelOf(kursk);
    // α through the weights, which then sum to ½; β is what nothing reads.
    for (const stake of Object.values(other.stakes[actor]?.items ?? {})) (stake as { weight: number }).weight /= 2;
    const scaled = modelOf(other, 'withdrawal', 0);
    const again = groupVariations(kernel).map((variation) => sweepVariation(scaled, variation));
    for (const [index, { flips }] of sweeps.entries()) {
      expect(again[index]?.flips.map(({ from, to }) => `${from.key} → ${to.key}`)).toEqual(
        flips.map(({ from, to }) => `${from.key} → ${to.key}`),
      );
    }
    const bars = tornadoes(again).reoptimised;
    for (const [index, { id, swing, varianceShare }] of found.reoptimised.entries()) {
      expect(bars[index]?.id).toBe(id);
      expect(bars[index]?.swing).toBeCloseTo(swing / 2, 6);
      expect(bars[index]?.varianceShare).toBeCloseTo(varianceShare, 6);
    }
  });
});

test('groups hold every estimate of their kind, and moving them together never leaves a range', () => {
  const kernel = kernelOf(kursk);
  const variations = groupVariations(kernel);
  const words = variations.filter(({ kind }) => kind === 'word');
  const counted = words.reduce((sum, { estimates }) => sum + estimates, 0);
  expect(counted).toBe(kernel.chart.effects.source.filter(({ word }) => word !== undefined).length);
  const start = branchStartOf(kursk, 'withdrawal', kernel);
  if (start === undefined) throw new Error('the tree is too large');
  const numbers = { starts: new Float64Array(0), sizes: kernel.sizes.slice(), bases: new Float64Array(0) };
  for (const word of words) for (let time = 0; time < 3; time += 1) word.write(1, numbers);
  for (const [index, { estimate }] of kernel.chart.effects.source.entries())
    if (typeof estimate !== 'number') expect(numbers.sizes[index]).toBeLessThanOrEqual(estimate.high);
});
