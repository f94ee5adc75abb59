import type { CompiledChart } from '../../../machines/compile.ts';
import { applyEffectAt } from './applyEffectsAt.ts';
import type { KernelTree } from './unfoldKernel.ts';

/** A value per node, of each address that was written again. */
export type ValueColumns = ReadonlyMap<number, Float64Array>;

/**
 * Writes again the values of the addresses that are marked with 1, at every position of a tree, from their start values and the sizes of
 * effects. Gives them as columns too: a column is read much faster than every row of a large tree. Columns are written over by the next.
 */
export type Revalue = (
  tree: KernelTree,
  numbers: { readonly starts: Float64Array; readonly sizes: Float64Array },
  changed: Uint8Array,
) => ValueColumns;

/** The effects of each move on the addresses that are marked: per move and one more, where its own begin. */
function effectsOn({ moves, effects }: CompiledChart, changed: Uint8Array) {
  const of = new Int32Array(moves.length + 1);
  const list: number[] = [];
  for (let move = 0; move < moves.length; move += 1) {
    for (let effect = effects.of[move] as number; effect < (effects.of[move + 1] as number); effect += 1)
      if (changed[effects.address[effect] as number] === 1) list.push(effect);
    of[move + 1] = list.length;
  }
  return { of, list: Int32Array.from(list) };
}

/** Makes what writes values again, with room for columns that is used each time. */
export function revaluer(chart: CompiledChart): Revalue {
  const width = chart.addresses.length;
  const memoryWidth = chart.flags.length + chart.visits.length;
  const rooms: (Float64Array | undefined)[] = [];
  return (tree, { starts, sizes }, changed) => {
    const { parent, entered, move, rows, nodes } = tree;
    const { values } = rows;
    const addresses = Int32Array.from(changed.keys()).filter((address) => changed[address] === 1);
    const columns = Array.from(addresses, (address) => {
      const known = rooms[address];
      const column = known !== undefined && known.length >= nodes ? known : new Float64Array(nodes);
      rooms[address] = column;
      column[0] = starts[address] as number;
      values[address] = starts[address] as number;
      return column;
    });
    const { of, list } = effectsOn(chart, changed);
    for (let node = 1; node < nodes; node += 1) {
      const from = parent[node] as number;
      const after = node * width;
      for (let at = 0; at < columns.length; at += 1)
        values[after + (addresses[at] as number)] = (columns[at] as Float64Array)[from] as number;
      const played = move[entered[node] as number] as number;
      const end = of[played + 1] as number;
      for (let at = of[played] as number; at < end; at += 1)
        applyEffectAt(chart, sizes, list[at] as number, rows, from * width, after, from * memoryWidth);
      for (let at = 0; at < columns.length; at += 1)
        (columns[at] as Float64Array)[node] = values[after + (addresses[at] as number)] as number;
    }
    return new Map(columns.map((column, at) => [addresses[at] as number, column]));
  };
}
