import Tinypool from 'tinypool';
import { type DrawJob, type PartDrawer, partDrawer } from '../src/analysis/kernel/drawTask.ts';
import type { DrawnTree } from '../src/analysis/kernel/drawTree.ts';
import { blockKernel } from './blockKernel.ts';

/** A part of the draws that a thread is asked for. */
export interface DrawPartAsk {
  readonly job: number;
  readonly first: number;
  readonly count: number;
}

/** What every thread is given at its start: the jobs, laid out once; and a flag that stops them all. */
export interface ThreadData {
  readonly jobs: readonly DrawJob[];
  readonly stop: Int32Array;
}

/** The jobs that this thread has begun. */
const drawers = new Map<number, PartDrawer>();

/** Draws a part of a job in a thread of the pool; undefined where it was stopped. */
export function drawForThread({ job, first, count }: DrawPartAsk): DrawnTree | undefined {
  const data = Tinypool.workerData as ThreadData;
  const drawer = drawers.get(job) ?? partDrawer(data.jobs[job] as DrawJob, blockKernel());
  drawers.set(job, drawer);
  const drawn = drawer(first, count, () => Atomics.load(data.stop, 0) === 1);
  if (drawn === undefined) return undefined;
  const columns = [
    ...drawn.values,
    ...drawn.branches.flat(),
    ...drawn.ends.values(),
    ...[...drawn.paid.values()].flat(),
  ];
  const buffers = columns.map(({ buffer }) => buffer);
  // The buffers are handed over, not copied; the types know no list of them.
  const handed = { [Tinypool.transferableSymbol]: buffers, [Tinypool.valueSymbol]: drawn };
  return Tinypool.move(handed as unknown as Parameters<typeof Tinypool.move>[0]) as unknown as DrawnTree;
}
