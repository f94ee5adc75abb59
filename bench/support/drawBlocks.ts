import { heldDraws } from '../../src/analysis/heldDraws.ts';
import { rollBackBlock, walkRoom } from '../../src/analysis/kernel/blockRollback.ts';
import { blockRoom, readPayoffs, readValues } from '../../src/analysis/kernel/blockValues.ts';
import { drawNumbers } from '../../src/analysis/kernel/drawNumbers.ts';
import type { DrawJob } from '../../src/analysis/kernel/drawTask.ts';
import type { MoveId } from '../../src/domain/identifier.ts';
import type { Position } from '../../src/domain/position.ts';

/** Draws of a block, as bench/kernel.c has it. */
const BLOCK = 16;

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

/** Draws a job block by block in this thread, the numbers drawn beforehand; the draws are made up to whole blocks. */
export function drawBlocks({ plan, play, seed, line, before }: DrawJob, count: number): BlockRows {
  const { kernel, tree, walk } = plan;
  const held = heldDraws(kernel.scenario, count, seed, 0);
  const opening = line.reduce(
    (drawn, move: MoveId, at) => held.after(drawn, before[at] as Position, move),
    held.opening,
  );
  const { cut } = drawNumbers(kernel, tree.classes, opening, seed, 0);
  const draws = BLOCK * Math.ceil(count / BLOCK);
  const actors = kernel.stakes.actors.length;
  const rooms = { starts: tree.classes.addresses.length, sizes: kernel.sizes.length, bases: kernel.chart.moves.length };
  const block = {
    draws: BLOCK,
    starts: new Float64Array(rooms.starts * BLOCK),
    sizes: new Float64Array(rooms.sizes * BLOCK),
    bases: new Float64Array(rooms.bases * BLOCK),
  };
  const room = blockRoom(tree, BLOCK);
  const stack = walkRoom(walk, actors, BLOCK, false);
  const rows = {
    draws,
    starts: new Float64Array(rooms.starts * draws),
    sizes: new Float64Array(rooms.sizes * draws),
    bases: new Float64Array(rooms.bases * draws),
    masks: new Float64Array((room.masks.length / BLOCK) * draws),
    values: new Float64Array(actors * draws),
  };
  const keep = (from: ArrayLike<number>, into: Float64Array, at: number, first = 0) => {
    for (let row = 0; row * draws < into.length; row += 1)
      for (let draw = 0; draw < BLOCK; draw += 1)
        into[row * draws + at + draw] = from[first + row * BLOCK + draw] as number;
  };
  let took = 0;
  for (let at = 0; at < draws; at += BLOCK) {
    const start = performance.now();
    cut(at, block);
    readValues(tree, block, room);
    readPayoffs(tree, BLOCK, room);
    const { root } = rollBackBlock(tree, walk, play, block.bases, room, stack);
    took += performance.now() - start;
    keep(block.starts, rows.starts, at);
    keep(block.sizes, rows.sizes, at);
    keep(block.bases, rows.bases, at);
    keep(room.masks, rows.masks, at);
    keep(stack.stack, rows.values, at, root);
  }
  return { ...rows, took };
}
