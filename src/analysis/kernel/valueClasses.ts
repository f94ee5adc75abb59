import type { CompiledChart } from '../../../machines/compile.ts';
import { OPERATION } from '../../domain/chartCodes.ts';
import { neededFor } from './addressDependence.ts';
import { addressesOfGuard } from './addressesOfGuard.ts';
import { addressesIn } from './addressSet.ts';
import { effectsOn } from './effectsOn.ts';
import { holdsAt } from './holdsAt.ts';
import { pairNumbers } from './pairNumbers.ts';
import type { KernelTree } from './unfoldKernel.ts';

/** How a class of values comes about. */
export const CLASS = { start: 0, add: 1, scale: 2, set: 3 } as const;

/**
 * The values of a tree without their repetitions. Two positions have the same value of an address in every draw if the same effects
 * led to it in the same order; such values are one class, and a class is read once however many positions share it. A class comes
 * after those that it is made of.
 */
export interface ValueClasses {
  /** The addresses that were asked for, and all that their values are made of, as indexes into the chart's. */
  readonly addresses: Int32Array;
  /** Per class, one of `CLASS`; the first ones are the start values of `addresses`, in their order. */
  readonly kind: Uint8Array;
  /** Per class, the class before the effect; the effect; the class that scales it, or −1; the condition on it, or −1. */
  readonly from: Int32Array;
  readonly effect: Int32Array;
  readonly by: Int32Array;
  readonly when: Int32Array;
  /** Conditions on effects that read values: the chart's guard, and the position that it reads. */
  readonly conditions: readonly { readonly guard: number; readonly node: number }[];
  /** Per node and address, its class: a row per node. */
  readonly of: Int32Array;
}

/** Per node, a number of what is remembered there: nodes that remember the same have the same. */
function memoryNumbers(chart: CompiledChart, { nodes, parent, played, state, positions }: KernelTree): Int32Array {
  const { memory, memoryWidth } = positions;
  const numbers = new Int32Array(nodes);
  const known = new Map<string, number>();
  const numberAt = (node: number): number => {
    const key = memory.subarray(node * memoryWidth, (node + 1) * memoryWidth).join();
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  };
  numbers[0] = numberAt(0);
  const steps = pairNumbers();
  const afterStep: number[] = [];
  for (let node = 1; node < nodes; node += 1) {
    const before = numbers[parent[node] as number] as number;
    const flag = chart.flag[played[node] as number] as number;
    const visit = chart.visit[state[node] as number] as number;
    if (flag === -1 && visit === -1) {
      numbers[node] = before;
      continue;
    }
    const step = steps.of(before, (flag + 1) * (chart.visits.length + 1) + visit + 1);
    if (step === afterStep.length) afterStep.push(numberAt(node));
    numbers[node] = afterStep[step] as number;
  }
  return numbers;
}

/** Finds the classes of the values of some addresses over a tree. */
export function valueClasses(chart: CompiledChart, tree: KernelTree, wanted: Iterable<number>): ValueClasses {
  const { effects } = chart;
  const needed = neededFor(chart, wanted);
  const addresses = addressesIn(needed);
  const onNeeded = effectsOn(chart, needed);
  const width = addresses.length;
  const column = new Int32Array(chart.addresses.length).fill(-1);
  for (const [index, address] of addresses.entries()) column[address] = index;
  const kind: number[] = Array.from({ length: width }, () => CLASS.start);
  const from: number[] = Array.from({ length: width }, () => -1);
  const effectOf: number[] = Array.from({ length: width }, () => -1);
  const by: number[] = Array.from({ length: width }, () => -1);
  const when: number[] = Array.from({ length: width }, () => -1);
  const conditions: { guard: number; node: number }[] = [];
  const of = new Int32Array(tree.nodes * width);
  for (let index = 0; index < width; index += 1) of[index] = index;
  const readByWhen = effects.source.map((_, effect) => {
    const guard = effects.when[effect] as number;
    return guard === -1 ? [] : addressesOfGuard(chart, guard).map((address) => column[address] as number);
  });
  const remembered = onNeeded.list.some((effect) => readByWhen[effect]?.length !== 0)
    ? memoryNumbers(chart, tree)
    : undefined;
  // A class is known by what stood before, the effect, and, seldom, what scales it and the condition on it.
  const changes = pairNumbers(tree.nodes);
  const [scaled, conditioned] = [pairNumbers(), pairNumbers()];
  const classOfChange: number[] = [];
  const classOfOther: number[] = [];
  const knownConditions = new Map<string, number>();

  const newClass = (before: number, effect: number, scaling: number, condition: number): number => {
    kind.push(1 + (effects.operation[effect] as number));
    from.push(before);
    effectOf.push(effect);
    by.push(scaling);
    when.push(condition);
    return kind.length - 1;
  };
  /** The condition on an effect at a position: −1 where it holds in every draw, −2 where in none, else its number. */
  const conditionAt = (effect: number, node: number): number => {
    const guard = effects.when[effect] as number;
    if (guard === -1) return -1;
    const read = readByWhen[effect] ?? [];
    if (read.length === 0) return holdsAt(chart, guard, tree.positions, node) ? -1 : -2;
    let key = `${guard} ${remembered?.[node]}`;
    for (const index of read) key += ` ${of[node * width + index]}`;
    const condition = knownConditions.get(key) ?? conditions.push({ guard, node }) - 1;
    knownConditions.set(key, condition);
    return condition;
  };
  const classOf = (earlier: number, effect: number, scaling: number, condition: number): number => {
    const change = changes.of(earlier, effect);
    if (scaling === -1 && condition === -1) {
      classOfChange[change] ??= newClass(earlier, effect, -1, -1);
      return classOfChange[change];
    }
    const key = conditioned.of(scaled.of(change, scaling + 1), condition + 1);
    classOfOther[key] ??= newClass(earlier, effect, scaling, condition);
    return classOfOther[key];
  };

  for (let node = 1; node < tree.nodes; node += 1) {
    const parent = tree.parent[node] as number;
    const move = tree.played[node] as number;
    const row = node * width;
    const before = parent * width;
    for (let index = 0; index < width; index += 1) of[row + index] = of[before + index] as number;
    const end = onNeeded.of[move + 1] as number;
    for (let at = onNeeded.of[move] as number; at < end; at += 1) {
      const effect = onNeeded.list[at] as number;
      const condition = conditionAt(effect, parent);
      if (condition === -2) continue;
      const place = row + (column[effects.address[effect] as number] as number);
      const scaledBy = effects.operation[effect] === OPERATION.add ? (effects.scaledBy[effect] as number) : -1;
      const scaling = scaledBy === -1 ? -1 : (of[before + (column[scaledBy] as number)] as number);
      of[place] = classOf(of[place] as number, effect, scaling, condition);
    }
  }
  return {
    addresses,
    kind: Uint8Array.from(kind),
    from: Int32Array.from(from),
    effect: Int32Array.from(effectOf),
    by: Int32Array.from(by),
    when: Int32Array.from(when),
    conditions,
    of,
  };
}
