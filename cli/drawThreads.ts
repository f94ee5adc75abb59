import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import Tinypool from 'tinypool';
import {
  type DrawJob,
  type DrawRun,
  drawInParts,
  type PartDrawer,
  partDrawer,
} from '../src/analysis/kernel/drawTask.ts';
import type { DrawnTree } from '../src/analysis/kernel/drawTree.ts';
import { blockKernel } from './blockKernel.ts';
import type { DrawPartAsk, ThreadData } from './drawForThread.ts';

/** Draws the jobs of one command, in threads. */
export interface DrawThreads {
  /** Draws a job `count` times; undefined where `stop` was asked for. */
  readonly draw: (job: number, count: number, onPart?: DrawRun['onPart']) => Promise<DrawnTree | undefined>;
  readonly stop: () => void;
  readonly close: () => Promise<void>;
}

/** Threads that are used unless told otherwise: as many as the machine runs at once. */
export const usualThreads = (): number => availableParallelism();

/**
 * Threads that draw some jobs. One thread is this one, which is then not free to hear of anything else between two parts. The figures are
 * the same with any number of threads: a draw depends on its number alone.
 */
export function drawThreads(jobs: readonly DrawJob[], threads: number): DrawThreads {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const stopped = () => Atomics.load(stop, 0) === 1;
  const stopAll = () => void Atomics.store(stop, 0, 1);
  const run = (part: DrawRun['part'], count: number, onPart?: DrawRun['onPart']) =>
    drawInParts(count, { part, ...(onPart === undefined ? {} : { onPart }) });
  if (threads === 1) {
    const drawers = new Map<number, PartDrawer>();
    const drawHere = async (job: number, first: number, count: number) => {
      // Lets an interruption and the progress through between two parts.
      await new Promise(setImmediate);
      if (stopped()) return undefined;
      const drawer = drawers.get(job) ?? partDrawer(jobs[job] as DrawJob, blockKernel());
      drawers.set(job, drawer);
      return drawer(first, count, stopped);
    };
    return {
      draw: (job, count, onPart) => run((first, part) => drawHere(job, first, part), count, onPart),
      stop: stopAll,
      close: async () => undefined,
    };
  }
  const pool = new Tinypool({
    name: 'drawForThread',
    filename: fileURLToPath(new URL('./drawWorker.js', import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    workerData: { jobs, stop } satisfies ThreadData,
  });
  return {
    draw: (job, count, onPart) =>
      run((first, part) => pool.run({ job, first, count: part } satisfies DrawPartAsk), count, onPart),
    stop: stopAll,
    close: () => pool.destroy(),
  };
}
