import type { ScenarioKernel } from '../src/analysis/kernel/scenarioKernel.ts';
import type { Plan } from '../src/analysis/sensitivity/plan.ts';
import { type ScenarioModel, scenarioModel } from '../src/analysis/sensitivity/scenarioModel.ts';
import {
  SWEEP,
  sweepVariation,
  tornadoes,
  twoLargest,
  twoVariations,
  type VariationSweep,
} from '../src/analysis/sensitivity/scenarioSensitivity.ts';
import { type Region, regionsOf } from '../src/analysis/sensitivity/twoWay.ts';
import { groupVariations, singleVariations, type Variation } from '../src/analysis/sensitivity/variations.ts';
import { didYouMean } from '../src/domain/problem.ts';
import { fail, type Result, succeed } from '../src/domain/result.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { branchStartOf } from './branchStartOf.ts';
import { stampLines } from './exportScenario.ts';
import { type InformationAnswer, informationOf } from './informationOf.ts';
import { printLines } from './printLines.ts';
import { entriesOf, kernelOf } from './scenarioGame.ts';
import type { SensitivityAsk } from './sensitivityAsk.ts';
import { type BranchSensitivity, branchSensitivity, planNames } from './sensitivityReport.ts';
import { sensitivityTable } from './sensitivityTable.ts';
import { sensitivityText } from './sensitivityText.ts';
import { usage } from './usage.ts';
import { variationName } from './variationNames.ts';
import { writeTable } from './writeTable.ts';

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
  /** Per variation, its value at each of `positions`, held and solved again. */
  readonly points: readonly {
    readonly id: string;
    readonly name: string;
    readonly held: readonly (number | null)[];
    readonly reoptimised: readonly (number | null)[];
  }[];
}

/** What `parley sensitivity` tells of a scenario. */
export interface ScenarioSensitivity {
  readonly title: string;
  readonly stamp: readonly string[];
  readonly of: string;
  readonly ofName: string;
  /** Where everything is looked at: −1 is low, 0 central, 1 high. */
  readonly positions: readonly number[];
  readonly branches: Readonly<Record<string, BranchAnswer>>;
}

/** Lets an interruption through, and says on a terminal how far the work is; true where it is to stop. */
type Pause = (told: string) => Promise<boolean>;

function pausing(): { readonly pause: Pause; readonly end: () => void } {
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  const tell = (text: string): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  };
  return {
    pause: async (told) => {
      tell(`${told}; Ctrl C stops`);
      await new Promise(setImmediate);
      return stopped;
    },
    end: () => {
      tell('');
      process.off('SIGINT', stop);
    },
  };
}

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

/** The single estimates of a branch that move the value most, or change what is chosen, where all are looked at at low and high. */
async function largestEstimates(model: ScenarioModel, pause: Pause): Promise<readonly Variation[] | undefined> {
  const ranked: { readonly variation: Variation; readonly moved: number }[] = [];
  const all = singleVariations(model.start.kernel);
  for (const [index, variation] of all.entries()) {
    if (index % 20 === 0 && (await pause(`looking at estimate ${index + 1} of ${all.length}`))) return undefined;
    const values = [-1, 1].flatMap((at) => {
      const played = model.solve((into) => variation.write(at, into));
      return played === undefined ? [] : [played.value];
    });
    values.push(model.base.value);
    ranked.push({ variation, moved: Math.max(...values) - Math.min(...values) });
  }
  return ranked
    .filter(({ moved }) => moved > 0)
    .sort((a, b) => b.moved - a.moved)
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

async function answerBranch(
  branch: string,
  model: ScenarioModel,
  ask: SensitivityAsk,
  pause: Pause,
): Promise<Result<BranchAnswer, string> | undefined> {
  const { scenario } = model.start.kernel;
  const sweeps: VariationSweep[] = [];
  const sweepAll = async (variations: readonly Variation[]): Promise<boolean> => {
    for (const [index, variation] of variations.entries()) {
      const told = `${branch}: ${index + 1} of ${variations.length}, ${variationName(scenario, variation)}`;
      if (await pause(told)) return false;
      sweeps.push(sweepVariation(model, variation));
    }
    return true;
  };
  if (!(await sweepAll(groupVariations(model.start.kernel)))) return undefined;
  if (ask.estimates) {
    const known = new Set(sweeps.map(({ variation }) => variation.id));
    const largest = await largestEstimates(model, pause);
    if (largest === undefined || !(await sweepAll(largest.filter(({ id }) => !known.has(id))))) return undefined;
  }
  const pair = pairOf(ask, sweeps);
  if (!pair.ok) return pair;
  if (await pause(`${branch}: two-way`)) return undefined;
  const twoWay = pair.value === undefined ? null : gridOf(model, ...pair.value);
  if (ask.information && (await pause(`${branch}: what knowing more is worth`))) return undefined;
  const information = ask.information ? informationOf(model.start.kernel, branch, model.actor, ask) : undefined;
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

/** The model of a branch; in words, why there is none. */
function modelOf(kernel: ScenarioKernel, branch: string, actor: number): Result<ScenarioModel, string> {
  const start = branchStartOf(kernel.scenario, branch, kernel);
  if (start === undefined) return fail(`${branch}: the tree has more positions than are unfolded`);
  const model = scenarioModel(start, actor);
  return model.ok ? model : fail(`${branch}: ${model.error.message}`);
}

/** What a scenario's branches come to as their numbers vary; or the exit code with which the command ends, its reason printed. */
async function answers(
  usageLine: string,
  scenario: Scenario,
  ask: SensitivityAsk,
): Promise<Readonly<Record<string, BranchAnswer>> | 1 | 2> {
  const kernel = kernelOf(scenario);
  const actor = kernel.stakes.actors.indexOf(ask.of ?? '');
  const all = Object.keys(scenario.branches).filter((branch) => entriesOf(scenario, branch).length > 0);
  if (actor < 0) {
    const known = kernel.stakes.actors.join(', ');
    const wrong = ask.of === undefined ? 'say whose value: --of is' : `\`${ask.of}\` has no stakes here: --of is`;
    return usage.refuse(usageLine, `${wrong} one of ${known}`);
  }
  if (ask.from !== undefined && !all.includes(ask.from))
    return usage.refuse(usageLine, `--from is a branch of the table (${all.join(', ')}), not \`${ask.from}\``);
  const { pause, end } = pausing();
  const found: [string, BranchAnswer][] = [];
  try {
    for (const branch of ask.from === undefined ? all : [ask.from]) {
      const model = modelOf(kernel, branch, actor);
      if (!model.ok) {
        console.error(`parley: ${model.error}`);
        return 1;
      }
      const answer = await answerBranch(branch, model.value, ask, pause);
      if (answer === undefined) {
        console.error('\nStopped; nothing was printed.');
        return 1;
      }
      if (!answer.ok) return usage.refuse(usageLine, answer.error);
      found.push([branch, answer.value]);
    }
  } finally {
    end();
  }
  return Object.fromEntries(found);
}

/** `parley sensitivity` of a scenario: one actor's value of each branch from its own beginning, by rational play. */
export async function sensitivityOfScenario(
  usageLine: string,
  scenario: Scenario,
  ask: SensitivityAsk,
): Promise<number> {
  const branches = await answers(usageLine, scenario, ask);
  if (typeof branches === 'number') return branches;
  const of = ask.of ?? '';
  const told: ScenarioSensitivity = {
    title: scenario.title,
    stamp: stampLines(scenario),
    of,
    ofName: scenario.actors[of]?.name ?? of,
    positions: SWEEP,
    branches,
  };
  const isWritten = ask.csv === undefined || (await writeTable(ask.csv, sensitivityTable(told), told.stamp));
  await printLines(
    ask.json ? [JSON.stringify({ ok: true, ...told }, null, 2)] : sensitivityText(scenario, told, ask.spider),
  );
  return isWritten ? 0 : 1;
}
