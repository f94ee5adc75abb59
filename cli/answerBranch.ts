import type { Plan } from '../src/analysis/sensitivity/plan.ts';
import type { ScenarioModel } from '../src/analysis/sensitivity/scenarioModel.ts';
import {
  tornadoes,
  twoLargest,
  twoVariations,
  type VariationSweep,
} from '../src/analysis/sensitivity/scenarioSensitivity.ts';
import { type Region, regionsOf } from '../src/analysis/sensitivity/twoWay.ts';
import { groupVariations, singleVariations, type Variation } from '../src/analysis/sensitivity/variations.ts';
import { didYouMean } from '../src/domain/problem.ts';
import { fail, type Result, succeed } from '../src/domain/result.ts';
import { type InformationAnswer, informationOf } from './informationOf.ts';
import { inTurns } from './inTurns.ts';
import type { SensitivityAsk } from './sensitivityAsk.ts';
import { type BranchSensitivity, branchSensitivity, planNames } from './sensitivityReport.ts';
import type { Sweeper } from './sweepThreads.ts';
import { variationName } from './variationNames.ts';

/** A two-way grid by names: the first choice in every cell, and what the branch is then worth. */
export interface NamedGrid {
  readonly x: string;
  readonly y: string;
  readonly names: readonly [string, string];
  readonly positions: readonly number[];
  /** How many cells have the same first choice. */
  readonly regions: readonly Region[];
  /** Rows are x's positions. */
  readonly cells: readonly (readonly ({ readonly value: number; readonly choice: string } | null)[])[];
}

/** A branch with everything that was asked about it. */
export interface BranchAnswer extends BranchSensitivity {
  readonly twoWay: NamedGrid | null;
  /** What knowing more is worth, where that was asked; in words, why nothing is told. */
  readonly information: InformationAnswer | { readonly refused: string } | null;
  /** Per variation, its value at each position of a sweep, held and solved again. */
  readonly points: readonly {
    readonly id: string;
    readonly name: string;
    readonly held: readonly (number | null)[];
    readonly reoptimised: readonly (number | null)[];
  }[];
}

/** Hears what is being done; true where it is to stop. */
export type Pause = (told: string) => Promise<boolean>;

function gridOf(model: ScenarioModel, one: Variation, other: Variation): NamedGrid {
  const { scenario } = model.start.kernel;
  const { firstOf } = planNames(model);
  const found = twoVariations(model, one, other);
  const choiceOf = (plan: Plan): string => firstOf(plan).choice.join(' or ') || 'chance moves first';
  return {
    x: one.id,
    y: other.id,
    names: [variationName(scenario, one), variationName(scenario, other)],
    positions: found.xs,
    regions: regionsOf(found, choiceOf),
    cells: found.cells.map((row) =>
      row.map((played) => (played === undefined ? null : { value: played.value, choice: choiceOf(played.policy) })),
    ),
  };
}

/** Single estimates whose whole range is swept: those that move most between low, centre and high. */
const MOST_ESTIMATES = 20;

/** Estimates that are looked at before somebody who wants to stop is heard. */
const PORTION = 40;

/** The single estimates that move the value most, where all are looked at at low, centre and high; undefined where that was stopped. */
async function largestEstimates(
  model: ScenarioModel,
  { swings, width }: Sweeper,
  pause: Pause,
): Promise<readonly Variation[] | undefined> {
  const all = singleVariations(model.start.kernel);
  const ranked: { readonly variation: Variation; readonly moved: number }[] = [];
  const portions = Array.from({ length: Math.ceil(all.length / PORTION) }, (_, portion) =>
    all.slice(portion * PORTION, (portion + 1) * PORTION),
  );
  const looked = await inTurns(portions, width, async (portion) => {
    const moved = await swings(portion);
    ranked.push(...portion.map((variation, index) => ({ variation, moved: moved[index] ?? 0 })));
    return (await pause(`looked at ${ranked.length} of ${all.length} estimates`)) ? undefined : true;
  });
  if (looked === undefined) return undefined;
  const place = new Map(all.map(({ id }, index) => [id, index]));
  return ranked
    .filter(({ moved }) => moved > 0)
    .sort((a, b) => b.moved - a.moved || (place.get(a.variation.id) ?? 0) - (place.get(b.variation.id) ?? 0))
    .slice(0, MOST_ESTIMATES)
    .map(({ variation }) => variation);
}

/** The two variations of a grid: those that were named, or the largest; in words, what is wrong with a name. */
function pairOf(
  ask: SensitivityAsk,
  sweeps: readonly VariationSweep[],
): Result<readonly [Variation, Variation] | undefined, string> {
  if (ask.twoWay === undefined) return succeed(twoLargest(sweeps, tornadoes(sweeps)));
  const ids = sweeps.map(({ variation }) => variation.id);
  const [one, other] = ask.twoWay.map((id) => sweeps.find(({ variation }) => variation.id === id)?.variation);
  if (one !== undefined && other !== undefined) return succeed([one, other]);
  const wrong = (one === undefined ? ask.twoWay[0] : ask.twoWay[1]) ?? '';
  return fail(
    `--two-way: nothing that is varied is called \`${wrong}\`; ${didYouMean(wrong, ids) ?? 'nothing is varied'}`,
  );
}

/** Everything that is asked about one branch; undefined where somebody stopped it, in words what is wrong with the question. */
export async function answerBranch(
  branch: string,
  model: ScenarioModel,
  ask: SensitivityAsk,
  sweeper: Sweeper,
  pause: Pause,
): Promise<Result<BranchAnswer, string> | undefined> {
  const { kernel } = model.start;
  const { scenario } = kernel;
  let done = 0;
  const sweepAll = (variations: readonly Variation[]): Promise<readonly VariationSweep[] | undefined> =>
    inTurns(variations, sweeper.width, async (variation) => {
      const sweep = await sweeper.sweep(variation);
      done += 1;
      return (await pause(`${branch}: ${done} of what varies, ${variationName(scenario, variation)}`))
        ? undefined
        : sweep;
    });
  const groups = await sweepAll(groupVariations(kernel));
  if (groups === undefined) return undefined;
  const known = new Set(groups.map(({ variation }) => variation.id));
  const largest = ask.estimates ? await largestEstimates(model, sweeper, pause) : [];
  const singles = largest === undefined ? undefined : await sweepAll(largest.filter(({ id }) => !known.has(id)));
  if (singles === undefined || (await pause(`${branch}: two-way`))) return undefined;
  const sweeps = [...groups, ...singles];
  const pair = pairOf(ask, sweeps);
  if (!pair.ok) return pair;
  const twoWay = pair.value === undefined ? null : gridOf(model, ...pair.value);
  if (ask.information && (await pause(`${branch}: what knowing more is worth`))) return undefined;
  const information = ask.information ? informationOf(kernel, branch, model.actor, ask) : undefined;
  return succeed({
    ...branchSensitivity(model, sweeps, ask.policies),
    twoWay,
    information: information === undefined ? null : information.ok ? information.value : { refused: information.error },
    points: sweeps.map(({ variation, points }) => ({
      id: variation.id,
      name: variationName(scenario, variation),
      held: points.map(({ held }) => held ?? null),
      reoptimised: points.map(({ solved }) => solved?.value ?? null),
    })),
  });
}
