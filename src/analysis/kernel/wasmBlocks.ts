import { type BlockPlay, deciding, type WalkRoom } from './blockRollback.ts';
import { type BlockRoom, readCondition } from './blockValues.ts';
import { type BlocksOf, type TreeLayout, typedBlocks } from './treeBlocks.ts';

/** Draws of a block: measured, 32 are as fast as 16, and need room for twice as many. */
const DRAWS = 16;
const ROW = DRAWS * Float64Array.BYTES_PER_ELEMENT;
const PAGE = 65_536;
/** What lies further cannot be told by the signed 32 bits in which the module counts. */
const MOST_BYTES = 2 ** 31 - 1;
/** Rows begin where a whole line of the processor's cache does. */
const LINE = 64;

type Column = Float64Array | Int32Array | Uint16Array | Uint8Array;

/** Finds a place for everything in one memory; the memory is made when all is known. */
export function memoryLayout() {
  // The first page is the module's own.
  let bytes = PAGE;
  const columns: { readonly at: number; readonly column: Column }[] = [];
  const reserve = (length: number): number => {
    const at = bytes;
    bytes = LINE * Math.ceil((bytes + length) / LINE);
    return at;
  };
  const place = (column: Column): number => {
    const at = reserve(column.byteLength);
    columns.push({ at, column });
    return at;
  };
  return {
    reserve,
    place,
    ints: (list: Iterable<number>) => place(Int32Array.from(list)),
    numbers: (list: Iterable<number>) => place(Float64Array.from(list)),
    rows: (count: number) => reserve(count * ROW),
    bytes: () => bytes,
    memory: () => {
      const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
      for (const { at, column } of columns)
        new Uint8Array(memory.buffer).set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
      return memory;
    },
  };
}

/** Ways to choose, as assembly/block.ts counts them; a strategy that is held is not the module's. */
const PLAY = { held: 0, rational: 1, bounded: 2, tendency: 3 } as const;

type MemoryLayout = ReturnType<typeof memoryLayout>;

/** Where each of some lists begins once they are one, and where the last ends. */
export function starts(lists: readonly { readonly length: number }[]): readonly number[] {
  const ends = [0];
  for (const { length } of lists) ends.push((ends.at(-1) ?? 0) + length);
  return ends;
}

/** Per actor, the fields of `Sums` of assembly/block.ts. */
export const sumsFields = (layout: MemoryLayout, { sums }: TreeLayout['tree']) =>
  sums.actors.map(({ before, column, weight, shared, ownWeights, own }) => ({
    count: before.length,
    before: layout.place(before),
    column: layout.place(column),
    weight: layout.place(weight),
    shared: layout.place(shared),
    ownCount: ownWeights.length,
    ownWeights: layout.place(ownWeights),
    own: layout.place(own),
    rows: layout.rows(before.length),
  }));

/** The fields of `Block` of assembly/block.ts, in their order: a test compares the two. */
export function blockFields(
  layout: MemoryLayout,
  { tree, walk }: TreeLayout,
  play: BlockPlay,
  withShares: boolean,
  perActor = sumsFields(layout, tree),
) {
  const { classes, chart, sums } = tree;
  const { shapes, of, shape } = sums.worths;
  const actors = sums.actors.length;
  const level = walk.widest * actors;
  const scales = play.name === 'held' ? undefined : play.scales;
  return {
    row: ROW,
    actors,
    keepsShares: withShares ? 1 : 0,
    play: PLAY[play.name],

    firstClass: classes.addresses.length,
    classes: classes.kind.length,
    kind: layout.place(classes.kind),
    from: layout.place(classes.from),
    effect: layout.place(classes.effect),
    by: layout.place(classes.by),
    when: layout.place(classes.when),
    ref: layout.place(chart.effects.ref),
    values: layout.rows(classes.kind.length),
    sizes: layout.rows(chart.effects.source.length),
    masks: layout.reserve(classes.conditions.length * DRAWS),

    columns: of.length,
    worthOf: layout.place(of),
    worthShape: layout.place(shape),
    shapeParts: layout.ints(starts(shapes.map(({ slope }) => slope))),
    shapeBase: layout.numbers(shapes.map(({ base }) => base)),
    slope: layout.numbers(shapes.flatMap(({ slope }) => [...slope])),
    offset: layout.numbers(shapes.flatMap(({ offset }) => [...offset])),
    rise: layout.numbers(shapes.flatMap(({ rise }) => [...rise])),
    worths: layout.rows(of.length),
    sums: layout.ints(perActor.flatMap((fields) => Object.values(fields))),

    nodes: walk.kind.length,
    nodeKind: layout.place(walk.kind),
    depth: layout.place(walk.depth),
    ordinal: layout.place(walk.ordinal),
    first: layout.place(walk.first),
    decider: layout.place(walk.decider),
    apart: layout.place(walk.apart),
    setOf: layout.ints(starts(walk.deciders)),
    members: layout.ints(walk.deciders.flat()),
    equalWithin: layout.numbers(scales?.equalWithin ?? []),
    scoreWithin: layout.numbers(scales?.scoreWithin ?? []),
    lambda: layout.numbers(scales?.lambda ?? []),
    kinWeight: layout.place(walk.kinWeight),
    move: layout.ints(walk.move),
    leansOf: layout.place(walk.leansOf),
    leanClass: layout.place(walk.leanClass),
    leanPer: layout.place(walk.leanPer),
    leanRef: layout.place(walk.leanRef),
    leanLow: layout.place(walk.leanLow),
    leanHigh: layout.place(walk.leanHigh),
    bases: layout.rows(chart.moves.length),
    level: level * ROW,
    stack: layout.rows((walk.deepest + 2) * level),
    scores: layout.rows(walk.widest),
    shares: layout.rows(walk.widest),
    branchShares: layout.rows(withShares ? walk.move.length : 0),
    path: layout.reserve((walk.deepest + 1) * Int32Array.BYTES_PER_ELEMENT),
  };
}

/**
 * Blocks by the WebAssembly module that assembly/blockKernel.ts is compiled to: the arithmetic of `typedBlocks`, to the last bit, two draws
 * at a time. The columns of a block are views of the module's memory, so that what the module leaves to its caller is done by the same code.
 */
export const wasmBlocks =
  (module: WebAssembly.Module): BlocksOf =>
  (plan, play, withShares) => {
    const { tree, walk: walkPlan } = plan;
    const { classes, chart, sums } = tree;
    const layout = memoryLayout();
    const perActor = sumsFields(layout, tree);
    const fields = blockFields(layout, plan, play, withShares, perActor);
    const address = layout.ints(Object.values(fields));
    if (layout.bytes() > MOST_BYTES) return typedBlocks(plan, play, withShares);
    const memory = layout.memory();
    const rows = (at: number, count: number) => new Float64Array(memory.buffer, at, count * DRAWS);
    const { widest, deepest, move } = walkPlan;
    const actors = sums.actors.length;
    const room: BlockRoom = {
      values: rows(fields.values, classes.kind.length),
      worths: rows(fields.worths, sums.worths.of.length),
      sums: perActor.map((sums) => rows(sums.rows, sums.count)),
      masks: new Uint8Array(memory.buffer, fields.masks, classes.conditions.length * DRAWS),
    };
    const walk: WalkRoom = {
      draws: DRAWS,
      actors,
      stack: rows(fields.stack, (deepest + 2) * widest * actors),
      scores: rows(fields.scores, widest),
      branchShares: rows(fields.branchShares, withShares ? move.length : 0),
      shares: rows(fields.shares, widest),
      taken: new Int32Array(DRAWS),
      best: new Float64Array(DRAWS),
      next: new Float64Array(DRAWS),
    };
    const numbers = {
      draws: DRAWS,
      starts: rows(fields.values, classes.addresses.length),
      sizes: rows(fields.sizes, chart.effects.source.length),
      bases: rows(fields.bases, chart.moves.length),
    };
    const isRead = new Uint8Array(classes.conditions.length);
    const { exports } = new WebAssembly.Instance(module, {
      env: { memory },
      values: {
        readCondition: (condition: number) => {
          if (isRead[condition] === 0) readCondition(tree, condition, DRAWS, room);
          isRead[condition] = 1;
        },
      },
      blockKernel: { decide: deciding(walkPlan, play, numbers.bases, room.values, walk) },
    });
    const read = exports.read as (address: number) => void;
    return {
      draws: DRAWS,
      numbers,
      room,
      walk,
      read: () => {
        isRead.fill(0);
        read(address);
      },
    };
  };
