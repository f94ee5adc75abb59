import type { CompiledChart } from '../../../machines/compile.ts';
import { NODE } from '../../domain/gameTree.ts';
import { pairNumbers } from './pairNumbers.ts';
import type { KernelTree } from './unfoldKernel.ts';
import type { ValueClasses } from './valueClasses.ts';
import { type CompiledStakes, type StakeCurve, stakePoints } from './worths.ts';

/** The shapes of worth that some stake has, each once: actors who see the same anchors share one, however they weigh it. */
export interface Worths {
  /** Per column: the class that it reads and the shape by which it is worth something, 0 to 1. */
  readonly of: Int32Array;
  readonly shape: Int32Array;
  readonly shapes: readonly WorthShape[];
}

/**
 * A worth as a sum of straight parts, base + Σ rise · clip(slope · x + offset, 0, 1), of the raw value: beyond a curve's ends, and so
 * beyond the range, it is level by itself.
 */
export interface WorthShape {
  readonly base: number;
  readonly slope: Float64Array;
  readonly offset: Float64Array;
  readonly rise: Float64Array;
}

/**
 * An actor's payoffs at the ends of a tree: a sum over its stakes. The stakes that take few values come first, and ends that agree on
 * them share their sum, which is read once; the others are added end by end.
 */
export interface ActorSums {
  /** Per shared sum, the sum before it (−1: none), the column of worth that it adds, and what that is multiplied by. */
  readonly before: Int32Array;
  readonly column: Int32Array;
  readonly weight: Float64Array;
  /** Per end, in the order of the nodes, its shared sum; −1 where there is none. */
  readonly shared: Int32Array;
  /** What the columns that are added end by end are multiplied by; and per end, a row of these columns. */
  readonly ownWeights: Float64Array;
  readonly own: Int32Array;
}

export interface PayoffSums {
  readonly worths: Worths;
  readonly actors: readonly ActorSums[];
  /** The ends of the tree, in rising order. */
  readonly ends: Int32Array;
}

/** The worth of a value as `worth` of src/domain/stakes.ts reads it once it is clipped to its range. */
function shapeOf(chart: CompiledChart, curve: StakeCurve): WorthShape {
  const low = chart.low[curve.address] as number;
  const high = chart.high[curve.address] as number;
  // What lies beyond the range is read at its end: the curve is cut there.
  const inside = [...curve.at].filter((value) => value > low && value < high);
  const at = [
    Math.max(low, Math.min(high, curve.at[0] as number)),
    ...inside,
    Math.min(high, Math.max(low, curve.at.at(-1) as number)),
  ];
  const points = [...new Set(at)];
  const worths = points.map((value) => stakePoints({ ...curve, weight: 1 }, value));
  const parts = points.slice(1).map((to, part) => {
    const from = points[part] as number;
    return {
      slope: 1 / (to - from),
      offset: -from / (to - from),
      rise: (worths[part + 1] as number) - (worths[part] as number),
    };
  });
  return {
    base: worths[0] as number,
    slope: Float64Array.from(parts, ({ slope }) => slope),
    offset: Float64Array.from(parts, ({ offset }) => offset),
    rise: Float64Array.from(parts, ({ rise }) => rise),
  };
}

/** Lays out what has to be read for the payoffs at every end of a tree. */
export function payoffSums(
  chart: CompiledChart,
  tree: KernelTree,
  classes: ValueClasses,
  { curves }: CompiledStakes,
): PayoffSums {
  const width = classes.addresses.length;
  const ends = endsOf(chart, tree);
  const shapes: WorthShape[] = [];
  const shapeNumbers = new Map<string, number>();
  const columnOf: Int32Array[] = [];
  const of: number[] = [];
  const shapeOfColumn: number[] = [];
  const shapeFor = (curve: StakeCurve): number => {
    const key = `${curve.address} ${curve.at.join(' ')} ${curve.worth.join(' ')}`;
    const known = shapeNumbers.get(key);
    if (known !== undefined) return known;
    columnOf.push(new Int32Array(classes.kind.length).fill(-1));
    shapeNumbers.set(key, shapes.length);
    return shapes.push(shapeOf(chart, curve)) - 1;
  };
  const columnFor = (shape: number, found: number): number => {
    const columns = columnOf[shape] as Int32Array;
    if (columns[found] === -1) {
      columns[found] = of.push(found) - 1;
      shapeOfColumn.push(shape);
    }
    return columns[found] as number;
  };
  const distinct = distinctClasses(classes, ends);

  const actors = curves.map((actorCurves): ActorSums => {
    const terms = actorCurves.map((curve) => {
      const index = classes.addresses.indexOf(curve.address);
      return { shape: shapeFor(curve), index, weight: curve.weight, distinct: distinct[index] as number };
    });
    // What takes few values comes first: the more ends share the beginning of a sum, the fewer sums there are.
    terms.sort((a, b) => a.distinct - b.distinct);
    const columns = terms.map(({ shape, index }) =>
      Int32Array.from(ends, (end) => columnFor(shape, classes.of[end * width + index] as number)),
    );
    return actorSums(
      columns,
      terms.map(({ weight }) => weight),
      ends.length,
    );
  });
  return { worths: { of: Int32Array.from(of), shape: Int32Array.from(shapeOfColumn), shapes }, actors, ends };
}

/** A sum is shared while there are at most a quarter as many as there are ends: more would cost more memory than they save arithmetic. */
const SHARED_PART = 4;

/** Splits the sum over some columns, one row of which stands at each end, into what ends share and what each adds. */
function actorSums(columns: readonly Int32Array[], weights: readonly number[], ends: number): ActorSums {
  const before: number[] = [];
  const column: number[] = [];
  const weight: number[] = [];
  let shared = new Int32Array(ends).fill(-1);
  let level = 0;
  for (; level < columns.length; level += 1) {
    const added = columns[level] as Int32Array;
    const pairs = pairNumbers(1024);
    const numbers = new Int32Array(ends);
    for (let end = 0; end < ends; end += 1) numbers[end] = pairs.of((shared[end] as number) + 1, added[end] as number);
    if (SHARED_PART * pairs.count() > ends) break;
    const first = before.length;
    for (let end = 0; end < ends; end += 1) {
      const number = first + (numbers[end] as number);
      before[number] = shared[end] as number;
      column[number] = added[end] as number;
      weight[number] = weights[level] as number;
      numbers[end] = number;
    }
    shared = numbers;
  }
  const rest = columns.slice(level);
  const own = new Int32Array(ends * rest.length);
  for (const [at, added] of rest.entries())
    for (let end = 0; end < ends; end += 1) own[end * rest.length + at] = added[end] as number;
  return {
    before: Int32Array.from(before),
    column: Int32Array.from(column),
    weight: Float64Array.from(weight),
    shared,
    ownWeights: Float64Array.from(weights.slice(level)),
    own,
  };
}

function endsOf(chart: CompiledChart, tree: KernelTree): Int32Array {
  const ends: number[] = [];
  for (let node = 0; node < tree.nodes; node += 1)
    if (chart.kind[tree.state[node] as number] === NODE.end) ends.push(node);
  return Int32Array.from(ends);
}

/** Per address, how many classes of values the ends show. */
function distinctClasses(classes: ValueClasses, ends: Int32Array): Int32Array {
  const width = classes.addresses.length;
  const counts = new Int32Array(width);
  const seen = new Uint8Array(classes.kind.length);
  for (const end of ends) {
    for (let index = 0; index < width; index += 1) {
      const found = classes.of[end * width + index] as number;
      if (seen[found] === 1) continue;
      seen[found] = 1;
      counts[index] = (counts[index] as number) + 1;
    }
  }
  return counts;
}
