import type { CompiledChart } from '../../../machines/compile.ts';
import { addressesOfGuard } from './addressesOfGuard.ts';
import { applyEffectAt } from './applyEffectsAt.ts';
import { takenTarget } from './takenTarget.ts';
import type { KernelTree } from './unfoldKernel.ts';

/** A move of the central tree that rests on a guard which reads judged numbers, and how often it would not be open in draws. */
export interface GuardFailure {
  /** The chart's move. */
  readonly move: number;
  /** Positions of the central tree at which the move is open. */
  readonly positions: number;
  /** Of those that play reaches; 0 where it reaches none. */
  readonly reached: number;
  /** In how many draws it would be shut, or lead elsewhere, at some of its positions; and at some of those that play reaches. */
  readonly failing: number;
  readonly failingReached: number;
}

/** The addresses on which some guards rest: those that they read, and those by which these are scaled or conditioned. */
function needed(chart: CompiledChart, guards: Iterable<number>): readonly number[] {
  const wanted = new Set<number>();
  for (const guard of guards) for (const address of addressesOfGuard(chart, guard)) wanted.add(address);
  const { address, scaledBy, when } = chart.effects;
  for (let size = -1; size !== wanted.size; ) {
    size = wanted.size;
    for (let effect = 0; effect < address.length; effect += 1) {
      if (!wanted.has(address[effect] as number)) continue;
      if (scaledBy[effect] !== -1) wanted.add(scaledBy[effect] as number);
      const guard = when[effect] as number;
      if (guard !== -1) for (const read of addressesOfGuard(chart, guard)) wanted.add(read);
    }
  }
  return [...wanted];
}

/**
 * The guards before and at a move's target that read a number: which target it takes hangs on all of them. A target may stand twice, as
 * that of a move which opens when no other is: its last place counts.
 */
function guardsOf(chart: CompiledChart, move: number, target: number): readonly number[] {
  const [first, end] = [chart.targetsOf[move] as number, chart.targetsOf[move + 1] as number];
  const last = chart.target.subarray(first, end).lastIndexOf(target);
  return [...chart.guard.subarray(first, first + last + 1)].filter(
    (guard) => guard !== -1 && addressesOfGuard(chart, guard).length > 0,
  );
}

/**
 * How often the guards of a central tree would fail in draws, whose tree is held: for every move that is open somewhere by a guard on
 * judged numbers, the draws in which it would be shut or lead elsewhere. `starts` has the values at the root in each draw, `sizes` the
 * size of every effect; `reach` says of each node whether play comes there.
 */
export function guardFailures(
  chart: CompiledChart,
  tree: KernelTree,
  reach: Float64Array,
  starts: readonly Float64Array[],
  sizes: readonly Float64Array[],
): readonly GuardFailure[] {
  const width = chart.addresses.length;
  const memoryWidth = chart.flags.length + chart.visits.length;
  const guarded: { readonly node: number; readonly move: number; readonly target: number }[] = [];
  const guards = new Set<number>();
  for (let node = 0; node < tree.nodes; node += 1) {
    for (let branch = tree.first[node] as number; branch < (tree.first[node + 1] as number); branch += 1) {
      const move = tree.move[branch] as number;
      const target = tree.state[tree.child[branch] as number] as number;
      const own = guardsOf(chart, move, target);
      if (own.length === 0) continue;
      for (const guard of own) guards.add(guard);
      guarded.push({ node, move, target });
    }
  }
  const addresses = needed(chart, guards);
  const effectsOf = effectsOn(chart, new Set(addresses));
  const rows = { ...tree.rows, values: new Float64Array(tree.nodes * width) };
  const found = new Map<number, { positions: number; reached: number; failing: number; failingReached: number }>();
  for (const { node, move } of guarded) {
    const counts = found.get(move) ?? { positions: 0, reached: 0, failing: 0, failingReached: 0 };
    counts.positions += 1;
    if ((reach[node] as number) > 0) counts.reached += 1;
    found.set(move, counts);
  }
  for (const [draw, start] of starts.entries()) {
    revalue(chart, tree, rows, addresses, effectsOf, start, sizes[draw] as Float64Array);
    const [failing, failingReached] = [new Set<number>(), new Set<number>()];
    for (const { node, move, target } of guarded) {
      const taken = takenTarget(chart, move, rows, node * width, node * memoryWidth);
      if (taken !== -1 && chart.target[taken] === target) continue;
      failing.add(move);
      if ((reach[node] as number) > 0) failingReached.add(move);
    }
    for (const [move, counts] of found) {
      if (failing.has(move)) counts.failing += 1;
      if (failingReached.has(move)) counts.failingReached += 1;
    }
  }
  return [...found].map(([move, counts]) => ({ move, ...counts })).sort((a, b) => a.move - b.move);
}

/** Per move, its effects on some addresses. */
const effectsOn = (chart: CompiledChart, addresses: ReadonlySet<number>): readonly (readonly number[])[] =>
  chart.moves.map((_, move) => {
    const found: number[] = [];
    for (let effect = chart.effects.of[move] as number; effect < (chart.effects.of[move + 1] as number); effect += 1)
      if (addresses.has(chart.effects.address[effect] as number)) found.push(effect);
    return found;
  });

/** Writes the values of some addresses at every position of a held tree. */
function revalue(
  chart: CompiledChart,
  tree: KernelTree,
  rows: KernelTree['rows'],
  addresses: readonly number[],
  effectsOf: readonly (readonly number[])[],
  start: Float64Array,
  sizes: Float64Array,
): void {
  const width = chart.addresses.length;
  const memoryWidth = chart.flags.length + chart.visits.length;
  rows.values.set(start);
  for (let node = 1; node < tree.nodes; node += 1) {
    const parent = tree.parent[node] as number;
    const [before, after] = [parent * width, node * width];
    for (const address of addresses) rows.values[after + address] = rows.values[before + address] as number;
    const move = tree.move[tree.entered[node] as number] as number;
    for (const effect of effectsOf[move] ?? [])
      applyEffectAt(chart, sizes, effect, rows, before, after, parent * memoryWidth);
  }
}
