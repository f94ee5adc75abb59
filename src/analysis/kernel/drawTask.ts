import type { MoveId } from '../../domain/identifier.ts';
import type { Position } from '../../domain/position.ts';
import { heldDraws } from '../heldDraws.ts';
import type { BlockPlay } from './blockRollback.ts';
import { numberDrawer } from './drawNumbers.ts';
import { type DrawnTree, type DrawPlan, drawTree } from './drawTree.ts';
import { type BlocksOf, typedBlocks } from './treeBlocks.ts';

/** Everything that draws of a tree need, as data that can be sent to another thread. */
export interface DrawJob {
  readonly plan: DrawPlan;
  readonly play: BlockPlay;
  readonly seed: number;
  readonly withEnds: boolean;
  /** The moves that lead to the tree's root, and the central position before each of them. */
  readonly line: readonly MoveId[];
  readonly before: readonly Position[];
}

/** Draws `count` times from the draw `first` on; undefined where `stop` said so. The same draw is the same whoever draws it, and whatever is drawn beside it. */
export type PartDrawer = (first: number, count: number, stop?: () => boolean) => DrawnTree | undefined;

/** Draws parts of a job, one after the other, in rooms and by tables that are made once. */
export function partDrawer(
  { plan, play, seed, withEnds, line, before }: DrawJob,
  blocksOf: BlocksOf = typedBlocks,
): PartDrawer {
  const { kernel, tree } = plan;
  const blocks = blocksOf(plan, play, withEnds);
  const drawNumbers = numberDrawer(kernel, tree.classes, seed);
  return (first, count, stop) => {
    if (stop?.() === true) return undefined;
    const held = heldDraws(kernel.scenario, count, seed, first);
    const opening = line.reduce((drawn, move, at) => held.after(drawn, before[at] as Position, move), held.opening);
    return drawTree(plan, blocks, drawNumbers(opening, first), stop);
  };
}

/** Parts of draws in their order, as one. */
export function joinParts(parts: readonly DrawnTree[]): DrawnTree {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const join = (columns: readonly (Float64Array | undefined)[]): Float64Array => {
    const joined = new Float64Array(count);
    let at = 0;
    for (const [index, column] of columns.entries()) {
      if (column !== undefined) joined.set(column, at);
      at += parts[index]?.count ?? 0;
    }
    return joined;
  };
  const [shape] = parts;
  const inOrder = [...new Set(parts.flatMap((part) => [...part.ends.keys()]))].sort((a, b) => a - b);
  const actors = shape?.values ?? [];
  return {
    count,
    values: actors.map((_, actor) => join(parts.map((part) => part.values[actor]))),
    branches: (shape?.branches ?? []).map((columns, branch) =>
      columns.map((_, actor) => join(parts.map((part) => part.branches[branch]?.[actor]))),
    ),
    ends: new Map(inOrder.map((end) => [end, join(parts.map((part) => part.ends.get(end)))])),
    paid: new Map(
      inOrder.map((end) => [end, actors.map((_, actor) => join(parts.map((part) => part.paid.get(end)?.[actor])))]),
    ),
  };
}

/** How draws are shared out: who draws a part, and what is told of it on the way. */
export interface DrawRun {
  readonly part: (first: number, count: number) => Promise<DrawnTree | undefined>;
  /** Hears after each part how many draws are there; the parts are those without a gap from the first on, so that a first answer can be read. */
  readonly onPart?: (done: number, soFar: () => DrawnTree) => void;
}

/** Draws of one part: some tenths of a second of a large tree. */
const PART = 128;

/** Draws `count` times in parts, as many at once as whoever draws them can; undefined where one of them was stopped. */
export async function drawInParts(count: number, { part, onPart }: DrawRun): Promise<DrawnTree | undefined> {
  const firsts = Array.from({ length: Math.ceil(count / PART) }, (_, index) => index * PART);
  const parts: (DrawnTree | undefined)[] = firsts.map(() => undefined);
  let done = 0;
  await Promise.all(
    firsts.map(async (first, index) => {
      const drawn = await part(first, Math.min(PART, count - first));
      parts[index] = drawn;
      done += drawn?.count ?? 0;
      const gap = parts.indexOf(undefined);
      const ready = parts.slice(0, gap === -1 ? parts.length : gap) as DrawnTree[];
      if (drawn !== undefined) onPart?.(done, () => joinParts(ready));
    }),
  );
  return parts.some((drawn) => drawn === undefined) ? undefined : joinParts(parts as DrawnTree[]);
}
