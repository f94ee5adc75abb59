import type { CompiledChart } from '../../../machines/compile.ts';
import { NODE } from '../../domain/gameTree.ts';
import type { CompiledStakes } from './worths.ts';

/** The stakes of all actors as flat arrays: read at every end of a tree, they are the innermost loop of making a game of it. */
interface FlatStakes {
  /** Per actor and one more, its stakes. */
  readonly of: Int32Array;
  /** Per stake: its address, the range to which its value is clipped, and the points of the payoff that its best is worth. */
  readonly address: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly weight: Float64Array;
  /** Per stake and one more, the points of its curve. */
  readonly first: Int32Array;
  readonly at: Float64Array;
  readonly worth: Float64Array;
}

function flatStakes({ low, high }: CompiledChart, { curves }: CompiledStakes): FlatStakes {
  const all = curves.flat();
  const sums = (counts: readonly number[]): Int32Array => {
    const ends = new Int32Array(counts.length + 1);
    for (const [index, count] of counts.entries()) ends[index + 1] = (ends[index] as number) + count;
    return ends;
  };
  return {
    of: sums(curves.map((actorCurves) => actorCurves.length)),
    address: Int32Array.from(all, ({ address }) => address),
    low: Float64Array.from(all, ({ address }) => low[address] as number),
    high: Float64Array.from(all, ({ address }) => high[address] as number),
    weight: Float64Array.from(all, ({ weight }) => weight),
    first: sums(all.map(({ at }) => at.length)),
    at: Float64Array.from(all.flatMap(({ at }) => [...at])),
    worth: Float64Array.from(all.flatMap(({ worth }) => [...worth])),
  };
}

/** What one actor has at a row of values: by the same arithmetic as `stakePoints`, in the same order. */
function sumAt(flat: FlatStakes, actor: number, values: Float64Array, row: number): number {
  const { of, address, low, high, weight, first, at, worth } = flat;
  const end = of[actor + 1] as number;
  let sum = 0;
  for (let stake = of[actor] as number; stake < end; stake += 1) {
    const raw = values[row + (address[stake] as number)] as number;
    const value = Math.min(high[stake] as number, Math.max(low[stake] as number, raw));
    const last = (first[stake + 1] as number) - 1;
    let upper = (first[stake] as number) + 1;
    while (upper < last && (at[upper] as number) < value) upper += 1;
    const below = at[upper - 1] as number;
    const from = worth[upper - 1] as number;
    const part = Math.min(1, Math.max(0, (value - below) / ((at[upper] as number) - below)));
    sum += (weight[stake] as number) * (from + part * ((worth[upper] as number) - from));
  }
  return sum;
}

/** Writes what every actor has at the ends of a tree, given the row of raw values at each node. */
export function writeStakes(
  chart: CompiledChart,
  stakes: CompiledStakes,
  values: Float64Array,
  kind: Uint8Array,
  payoffs: readonly Float64Array[],
): void {
  const flat = flatStakes(chart, stakes);
  const width = chart.addresses.length;
  const actors = payoffs.length;
  for (let node = 0; node < kind.length; node += 1) {
    if (kind[node] !== NODE.end) continue;
    for (let actor = 0; actor < actors; actor += 1)
      (payoffs[actor] as Float64Array)[node] = sumAt(flat, actor, values, node * width);
  }
}
