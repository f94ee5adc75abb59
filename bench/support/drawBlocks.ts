import { heldDraws } from '../../src/analysis/heldDraws.ts';
import { numberDrawer } from '../../src/analysis/kernel/drawNumbers.ts';
import type { DrawJob } from '../../src/analysis/kernel/drawTask.ts';
import type { BlocksOf } from '../../src/analysis/kernel/treeBlocks.ts';
import type { MoveId } from '../../src/domain/identifier.ts';
import type { Position } from '../../src/domain/position.ts';

/** Draws are made up to whole blocks of bench/kernel.c, the largest. */
const BLOCK = 32;

/** What the blocks of some draws read, a row of `draws` numbers each; and what the root is worth, a row per actor. */
export interface BlockRows {
  readonly draws: number;
  readonly starts: Float64Array;
  readonly sizes: Float64Array;
  readonly bases: Float64Array;
  readonly masks: Float64Array;
  readonly values: Float64Array;
  /** Time that the arithmetic took, in milliseconds. */
  readonly took: number;
}

/** Draws a job block by block in this thread, the numbers drawn beforehand. */
export function drawBlocks({ plan, play, seed, line, before }: DrawJob, count: number, blocksOf: BlocksOf): BlockRows {
  const { kernel, tree } = plan;
  const held = heldDraws(kernel.scenario, count, seed, 0);
  const opening = line.reduce(
    (drawn, move: MoveId, at) => held.after(drawn, before[at] as Position, move),
    held.opening,
  );
  const { cut } = numberDrawer(kernel, tree.classes, seed)(opening, 0);
  const { numbers, room, walk, read, draws: block } = blocksOf(plan, play, false);
  const draws = BLOCK * Math.ceil(count / BLOCK);
  const rowsOf = (column: ArrayLike<number>) => new Float64Array((column.length / block) * draws);
  const rows = {
    draws,
    starts: rowsOf(numbers.starts),
    sizes: rowsOf(numbers.sizes),
    bases: rowsOf(numbers.bases),
    masks: rowsOf(room.masks),
    values: new Float64Array(kernel.stakes.actors.length * draws),
  };
  const keep = (from: ArrayLike<number>, into: Float64Array, at: number) => {
    for (let row = 0; row * draws < into.length; row += 1)
      for (let draw = 0; draw < block; draw += 1) into[row * draws + at + draw] = from[row * block + draw] as number;
  };
  let took = 0;
  for (let at = 0; at < draws; at += block) {
    const start = performance.now();
    cut(at, numbers);
    read();
    took += performance.now() - start;
    keep(numbers.starts, rows.starts, at);
    keep(numbers.sizes, rows.sizes, at);
    keep(numbers.bases, rows.bases, at);
    keep(room.masks, rows.masks, at);
    keep(walk.stack, rows.values, at);
  }
  return { ...rows, took };
}
