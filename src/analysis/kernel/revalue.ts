import type { CompiledChart } from '../../../machines/compile.ts';
import { type AddressSet, addressesIn, addressSet } from './addressSet.ts';
import { applyEffectAt } from './applyEffectsAt.ts';
import { effectsOn } from './effectsOn.ts';
import type { Positions } from './positions.ts';
import type { KernelTree } from './unfoldKernel.ts';

/** How the positions of a tree follow from each other. */
export type TreeSteps = Pick<KernelTree, 'nodes' | 'parent' | 'played'>;

/** The numbers that the values of a tree rest on: the value of every address at the root, and the size of every effect. */
export interface ValueNumbers {
  readonly starts: Float64Array;
  readonly sizes: Float64Array;
}

/**
 * Writes values at every position of a held tree: its moves, targets, memory and conditions are those that it was unfolded with, whatever a
 * guard would say now.
 */
export type Revalue = (tree: TreeSteps, positions: Positions, numbers: ValueNumbers) => void;

/** Makes what writes the values of some addresses, or of all. What their values are made of is among them, or stands there already. */
export function revaluer(chart: CompiledChart, set: AddressSet = addressSet(chart, chart.addresses.keys())): Revalue {
  const addresses = addressesIn(set);
  const { of, list } = effectsOn(chart, set);
  return ({ nodes, parent, played }, positions, { starts, sizes }) => {
    const { values, room } = positions;
    for (const address of addresses) values[address * room] = starts[address] as number;
    for (let node = 1; node < nodes; node += 1) {
      const from = parent[node] as number;
      for (let index = 0; index < addresses.length; index += 1) {
        const column = (addresses[index] as number) * room;
        values[column + node] = values[column + from] as number;
      }
      const move = played[node] as number;
      const end = of[move + 1] as number;
      for (let at = of[move] as number; at < end; at += 1)
        applyEffectAt(chart, sizes, list[at] as number, positions, from, node);
    }
  };
}
