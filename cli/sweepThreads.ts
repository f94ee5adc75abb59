import { fileURLToPath } from 'node:url';
import Tinypool from 'tinypool';
import type { ScenarioModel } from '../src/analysis/sensitivity/scenarioModel.ts';
import { sweepVariation, swingBetween, type VariationSweep } from '../src/analysis/sensitivity/scenarioSensitivity.ts';
import type { Variation } from '../src/analysis/sensitivity/variations.ts';
import { usualThreads } from './drawThreads.ts';
import type { SentSweep, SweepAsk, SweepData } from './sweepForThread.ts';

/** Sweeps the variations of one branch, here or in threads: the same figures either way. */
export interface Sweeper {
  /** How many it does at once. */
  readonly width: number;
  readonly sweep: (variation: Variation) => Promise<VariationSweep>;
  /** How far each of some variations moves the value between its ends and the centre. */
  readonly swings: (variations: readonly Variation[]) => Promise<readonly number[]>;
  readonly close: () => Promise<void>;
}

/** Positions from which on a tree is swept in threads: below, it is done before a thread has started. */
const LARGE = 5_000;

/** Threads at the most: each holds the whole tree. */
const MOST_THREADS = 8;

const threadsFor = ({ start }: ScenarioModel): number =>
  start.unfolded.tree.nodes < LARGE ? 1 : Math.min(MOST_THREADS, usualThreads());

/** A sweeper of a branch, in this thread where one is asked for: one per branch, to be closed when it is done. */
export function sweeperOf(model: ScenarioModel, branch: string, threads: number = threadsFor(model)): Sweeper {
  if (threads < 2) {
    // Lets an interruption and the progress through before each.
    const turn = () => new Promise(setImmediate);
    return {
      width: 1,
      sweep: async (variation) => {
        await turn();
        return sweepVariation(model, variation);
      },
      swings: async (variations) => {
        await turn();
        return variations.map((variation) => swingBetween(model, variation));
      },
      close: async () => undefined,
    };
  }
  const pool = new Tinypool({
    name: 'sweepForThread',
    filename: fileURLToPath(new URL('./sweepWorker.js', import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    workerData: { scenario: model.start.kernel.scenario, branch, actor: model.actor } satisfies SweepData,
  });
  return {
    width: threads,
    sweep: async (variation) => {
      const sent: SentSweep = await pool.run({ sweep: variation.id } satisfies SweepAsk);
      return { variation, ...sent };
    },
    swings: (variations) => pool.run({ swings: variations.map(({ id }) => id) } satisfies SweepAsk),
    close: () => pool.destroy(),
  };
}
