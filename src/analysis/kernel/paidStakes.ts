import type { CompiledChart } from '../../../machines/compile.ts';
import { NODE } from '../../domain/gameTree.ts';
import type { KernelTree } from './unfoldKernel.ts';
import { type CompiledStakes, type StakeCurve, stakePoints } from './worths.ts';

/** What every stake adds to its actor's payoff at every end of a tree, kept so that one of them can change without the others. */
export interface PaidStakes {
  /** The ends, in rising order. */
  readonly ends: Int32Array;
  /** Per actor, its stakes as they were read; and a column of points per stake. */
  readonly curves: (readonly StakeCurve[])[];
  readonly points: Float64Array[][];
}

/** Reads a stake at every end. */
function readStake(
  chart: CompiledChart,
  { rows }: KernelTree,
  ends: Int32Array,
  curve: StakeCurve,
  into: Float64Array,
) {
  const { values } = rows;
  const width = chart.addresses.length;
  const { address } = curve;
  const [low, high] = [chart.low[address] as number, chart.high[address] as number];
  for (let end = 0; end < ends.length; end += 1) {
    const raw = values[(ends[end] as number) * width + address] as number;
    into[end] = stakePoints(curve, Math.min(high, Math.max(low, raw)));
  }
}

/** Reads every stake at every end of a tree. */
export function paidStakes(chart: CompiledChart, tree: KernelTree, { curves }: CompiledStakes): PaidStakes {
  const ends: number[] = [];
  for (let node = 0; node < tree.nodes; node += 1)
    if (chart.kind[tree.state[node] as number] === NODE.end) ends.push(node);
  const list = Int32Array.from(ends);
  const points = curves.map((actorCurves) =>
    actorCurves.map((curve) => {
      const column = new Float64Array(list.length);
      readStake(chart, tree, list, curve, column);
      return column;
    }),
  );
  return { ends: list, curves: [...curves], points };
}

const isSameCurve = (one: StakeCurve, other: StakeCurve): boolean =>
  one === other ||
  (one.weight === other.weight && one.at.join() === other.at.join() && one.worth.join() === other.worth.join());

/** Reads again the stakes that changed, or whose values did, and writes the payoffs of the actors who have them. */
export function writePaidStakes(
  chart: CompiledChart,
  tree: KernelTree,
  paid: PaidStakes,
  { curves }: CompiledStakes,
  changed: Uint8Array,
  payoffs: readonly Float64Array[],
): void {
  for (const [actor, actorCurves] of curves.entries()) {
    const known = paid.curves[actor] ?? [];
    const columns = paid.points[actor] ?? [];
    let isRead = false;
    for (const [index, curve] of actorCurves.entries()) {
      const isSame = isSameCurve(curve, known[index] as StakeCurve);
      if (isSame && changed[curve.address] === 0) continue;
      readStake(chart, tree, paid.ends, curve, columns[index] as Float64Array);
      isRead = true;
    }
    paid.curves[actor] = actorCurves;
    if (isRead) addUp(columns, paid.ends, payoffs[actor] as Float64Array);
  }
}

/** Adds up an actor's stakes at every end, in their order. */
function addUp(columns: readonly Float64Array[], ends: Int32Array, into: Float64Array): void {
  for (let end = 0; end < ends.length; end += 1) {
    let sum = 0;
    for (let at = 0; at < columns.length; at += 1) sum += (columns[at] as Float64Array)[end] as number;
    into[ends[end] as number] = sum;
  }
}
