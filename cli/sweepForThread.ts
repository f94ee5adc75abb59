import Tinypool from 'tinypool';
import { type ScenarioModel, scenarioModel } from '../src/analysis/sensitivity/scenarioModel.ts';
import { sweepVariation, swingBetween, type VariationSweep } from '../src/analysis/sensitivity/scenarioSensitivity.ts';
import { groupVariations, singleVariations, type Variation } from '../src/analysis/sensitivity/variations.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { branchStartOf } from './branchStartOf.ts';
import { kernelOf } from './scenarioGame.ts';

/** What every thread is given at its start: whose value of which branch. */
export interface SweepData {
  readonly scenario: Scenario;
  readonly branch: string;
  readonly actor: number;
}

/** What a thread is asked: a whole sweep, or only how far some variations move the value between their ends. */
export type SweepAsk = { readonly sweep: string } | { readonly swings: readonly string[] };

/** A sweep without what cannot be sent to another thread. */
export type SentSweep = Omit<VariationSweep, 'variation'>;

interface Ready {
  readonly model: ScenarioModel;
  readonly variations: ReadonlyMap<string, Variation>;
}

let ready: Ready | undefined;

/** The model of this thread, made when it is first asked for. */
function readyModel({ scenario, branch, actor }: SweepData): Ready {
  if (ready !== undefined) return ready;
  const kernel = kernelOf(scenario);
  const start = branchStartOf(scenario, branch, kernel);
  const model = start === undefined ? undefined : scenarioModel(start, actor);
  if (model?.ok !== true) throw new TypeError(`${branch} was solved before it was handed to threads`);
  const variations = [...singleVariations(kernel), ...groupVariations(kernel)];
  ready = { model: model.value, variations: new Map(variations.map((variation) => [variation.id, variation])) };
  return ready;
}

/** Answers what a thread of the pool is asked. */
export function sweepForThread(ask: SweepAsk): SentSweep | readonly number[] {
  const { model, variations } = readyModel(Tinypool.workerData as SweepData);
  const called = (id: string): Variation => {
    const variation = variations.get(id);
    if (variation === undefined) throw new RangeError(`nothing that is varied is called ${id}`);
    return variation;
  };
  if ('swings' in ask) return ask.swings.map((id) => swingBetween(model, called(id)));
  const { points, flips } = sweepVariation(model, called(ask.sweep));
  return { points, flips };
}
