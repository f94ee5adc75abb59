import type { CompiledChart } from '../../../machines/compile.ts';
import { OPERATION } from '../../domain/chartCodes.ts';
import { addressesOfGuard } from './addressesOfGuard.ts';
import { markedIn, neededFor } from './effectsOn.ts';
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
  /** The addresses that payoffs, odds or other such values read, as indexes into the chart's. */
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

/** Finds the classes of the values of some addresses over a tree. */
export function valueClasses(chart: CompiledChart, tree: KernelTree, wanted: Iterable<number>): ValueClasses {
  const addresses = markedIn(neededFor(chart, wanted));
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
  const simple = pairNumbers(tree.nodes);
  const simpleClasses: number[] = [];
  const others = new Map<string, number>();
  const knownConditions = new Map<string, number>();
  const { effects } = chart;
  const { positions } = tree;
  const { memory, memoryWidth } = positions;
  const readByWhen = effects.source.map((_, effect) => {
    const guard = effects.when[effect] as number;
    return guard === -1 ? [] : addressesOfGuard(chart, guard).map((address) => column[address] as number);
  });

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
    if (read.length === 0) return holdsAt(chart, guard, positions, node) ? -1 : -2;
    const remembered = memory.subarray(node * memoryWidth, (node + 1) * memoryWidth);
    const key = `${guard} ${remembered.join('')} ${read.map((index) => of[node * width + index]).join(' ')}`;
    const condition = knownConditions.get(key) ?? conditions.push({ guard, node }) - 1;
    knownConditions.set(key, condition);
    return condition;
  };

  for (let node = 1; node < tree.nodes; node += 1) {
    const parent = tree.parent[node] as number;
    const move = tree.played[node] as number;
    const row = node * width;
    const before = parent * width;
    of.copyWithin(row, before, before + width);
    const end = effects.of[move + 1] as number;
    for (let effect = effects.of[move] as number; effect < end; effect += 1) {
      const index = column[effects.address[effect] as number] as number;
      if (index === -1) continue;
      const condition = conditionAt(effect, parent);
      if (condition === -2) continue;
      const earlier = of[before + index] as number;
      const scaledBy = effects.operation[effect] === OPERATION.add ? (effects.scaledBy[effect] as number) : -1;
      if (scaledBy === -1 && condition === -1) {
        const number = simple.of(earlier, effect);
        if (number === simpleClasses.length) simpleClasses.push(newClass(earlier, effect, -1, -1));
        of[row + index] = simpleClasses[number] as number;
        continue;
      }
      const scaling = scaledBy === -1 ? -1 : (of[before + (column[scaledBy] as number)] as number);
      const key = `${earlier} ${effect} ${scaling} ${condition}`;
      let found = others.get(key);
      if (found === undefined) {
        found = newClass(earlier, effect, scaling, condition);
        others.set(key, found);
      }
      of[row + index] = found;
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
