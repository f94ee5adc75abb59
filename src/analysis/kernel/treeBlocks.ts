import { type BlockPlay, deciding, rollBackBlock, type WalkRoom, walkRoom } from './blockRollback.ts';
import { type BlockNumbers, type BlockRoom, blockRoom, readPayoffs, readValues, type TreePlan } from './blockValues.ts';
import type { RollbackPlan } from './rollbackPlan.ts';

/** A tree laid out for draws, without the scenario that it is of. */
export interface TreeLayout {
  readonly tree: TreePlan;
  readonly walk: RollbackPlan;
}

/** What a tree is computed with, block after block of draws: rooms of its own, used again for each. */
export interface TreeBlocks {
  /** Draws of a block. */
  readonly draws: number;
  /** Where the numbers of a block are written before it is read. */
  readonly numbers: BlockNumbers;
  /** Values, worths and sums, and the walk: what a block comes to is at the bottom of its stack. */
  readonly room: BlockRoom;
  readonly walk: WalkRoom;
  /** Reads the block whose numbers are there. */
  readonly read: () => void;
}

/** How blocks of a tree are computed: by one of several ways, all of which come to the same. */
export type BlocksOf = (layout: TreeLayout, play: BlockPlay, withShares: boolean) => TreeBlocks;

/** Draws that are read together: measured, 32 and 64 are a fifth faster than 16 and two fifths than 8. */
const DRAWS = 32;

/** Blocks on typed arrays, which any engine has. */
export const typedBlocks: BlocksOf = ({ tree, walk: plan }, play, withShares) => {
  const { classes, chart, sums } = tree;
  const room = blockRoom(tree, DRAWS);
  const walk = walkRoom(plan, sums.actors.length, DRAWS, withShares);
  const numbers = {
    draws: DRAWS,
    starts: room.values.subarray(0, classes.addresses.length * DRAWS),
    sizes: new Float64Array(chart.effects.source.length * DRAWS),
    bases: new Float64Array(chart.moves.length * DRAWS),
  };
  const decide = deciding(plan, play, numbers.bases, room.values, walk);
  return {
    draws: DRAWS,
    numbers,
    room,
    walk,
    read: () => {
      readValues(tree, DRAWS, numbers.sizes, room);
      readPayoffs(tree, DRAWS, room);
      rollBackBlock(tree, plan, decide, room, walk);
    },
  };
};
