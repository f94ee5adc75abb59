import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DrawJob } from '../../src/analysis/kernel/drawTask.ts';
import { starts } from '../../src/analysis/kernel/wasmBlocks.ts';
import type { BlockRows } from './drawBlocks.ts';

const SOURCE = fileURLToPath(new URL('../kernel.c', import.meta.url));

/** What the C loop came to. */
export interface DrawnInC {
  /** In milliseconds. */
  readonly took: number;
  /** A row of draws per actor. */
  readonly values: Float64Array;
}

/** The plan and the numbers in the order in which bench/kernel.c reads them: each column by its length and its entries. */
function planBytes({ plan, play }: DrawJob, rows: BlockRows): Buffer {
  if (play.name === 'held') throw new TypeError('the C loop knows rational play alone');
  const { tree, walk } = plan;
  const { classes, sums, chart } = tree;
  const { shapes } = sums.worths;
  const chunks: Buffer[] = [];
  const add = (array: Int32Array | Float64Array) => {
    chunks.push(Buffer.from(Int32Array.of(array.length).buffer));
    chunks.push(Buffer.from(array.buffer, array.byteOffset, array.byteLength));
  };
  const ints = (list: ArrayLike<number>) => add(Int32Array.from(list));
  const doubles = (list: ArrayLike<number>) => add(Float64Array.from(list));
  ints([rows.draws, sums.actors.length, walk.widest, walk.deepest]);
  for (const column of [rows.starts, rows.sizes, rows.bases, rows.masks]) add(column);
  for (const column of [classes.kind, classes.from, classes.effect, classes.by, classes.when]) ints(column);
  doubles(chart.effects.ref);
  ints(sums.worths.of);
  ints(sums.worths.shape);
  ints(starts(shapes.map(({ slope }) => slope)));
  doubles(shapes.map(({ base }) => base));
  for (const part of ['slope', 'offset', 'rise'] as const) doubles(shapes.flatMap((shape) => [...shape[part]]));
  for (const { before, column, weight, shared, ownWeights, own } of sums.actors) {
    ints(before);
    ints(column);
    doubles(weight);
    ints(shared);
    doubles(ownWeights);
    ints(own);
  }
  for (const column of [walk.kind, walk.depth, walk.ordinal, walk.first, walk.move, walk.decider, walk.apart])
    ints(column);
  ints(starts(walk.deciders));
  ints(walk.deciders.flat());
  ints(walk.leansOf);
  ints(walk.leanClass);
  for (const column of [walk.leanPer, walk.leanRef, walk.leanLow, walk.leanHigh]) doubles(column);
  doubles(play.scales.equalWithin);
  doubles(play.scales.scoreWithin);
  return Buffer.concat(chunks);
}

/** A C loop that draws as the kernel does; undefined where this machine has no compiler. */
export function compileC():
  | { readonly draw: (job: DrawJob, rows: BlockRows) => DrawnInC; readonly close: () => void }
  | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  const close = () => rmSync(folder, { recursive: true, force: true });
  const program = join(folder, 'kernel');
  try {
    execFileSync('cc', ['-O3', '-o', program, SOURCE, '-lm'], { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (error) {
    close();
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return {
    draw: (job, rows) => {
      const [plan, values] = [join(folder, 'plan'), join(folder, 'values')];
      writeFileSync(plan, planBytes(job, rows));
      const seconds = Number(execFileSync(program, [plan, values], { encoding: 'utf8' }));
      const bytes = readFileSync(values);
      return { took: 1_000 * seconds, values: new Float64Array(Uint8Array.from(bytes).buffer) };
    },
    close,
  };
}
