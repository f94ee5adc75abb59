import type { CompiledChart } from '../../../machines/compile.ts';
import { applyEffectAt } from './applyEffectsAt.ts';
import { effectsOn, markedIn } from './effectsOn.ts';
import { type Positions, writeValues } from './positions.ts';
import type { KernelTree } from './unfoldKernel.ts';

/** How the positions of a tree follow from each other. */
export type TreeSteps = Pick<KernelTree, 'nodes' | 'parent' | 'played'>;

/** The numbers that the values of a tree rest on: the value of every address at the root, and the size of every effect. */
export interface ValueNumbers {
  readonly starts: Float64Array;
  readonly sizes: Float64Array;
}

/**
 * Writes the values at every position of a held tree: its moves, targets, memory and conditions are those that it was unfolded with, whatever
 * a guard would say now.
 */
export type Revalue = (tree: TreeSteps, positions: Positions, numbers: ValueNumbers) => void;

/**
 * Makes what writes values again: those of the addresses that are marked with 1, or of all. What these are scaled by or depend on is marked
 * too, or stands there.
 */
export function revaluer(
  chart: CompiledChart,
  marked: Uint8Array = new Uint8Array(chart.addresses.length).fill(1),
): Revalue {
  const addresses = markedIn(marked);
  const { of, list } = effectsOn(chart, marked);
  return ({ nodes, parent, played }, positions, { starts, sizes }) => {
    const { values, room } = positions;
    writeValues(positions, 0, starts);
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
