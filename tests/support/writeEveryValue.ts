import type { CompiledChart } from '../../machines/compile.ts';
import { applyEffectsAt } from '../../src/analysis/kernel/applyEffectsAt.ts';
import { type Positions, roomForPositions, writeValues } from '../../src/analysis/kernel/positions.ts';
import type { KernelTree } from '../../src/analysis/kernel/unfoldKernel.ts';

/** The positions of a held tree at other numbers: every move is applied to all that stands before it, one position after another. */
export function writeEveryValue(
  chart: CompiledChart,
  tree: KernelTree,
  sizes: Float64Array,
  start: Float64Array,
): Positions {
  const positions = roomForPositions(chart, tree.nodes, tree.positions.conditions);
  positions.memory.set(tree.positions.memory.subarray(0, tree.nodes * positions.memoryWidth));
  writeValues(positions, 0, start);
  for (let node = 1; node < tree.nodes; node += 1) {
    const move = tree.played[node] as number;
    applyEffectsAt(chart, sizes, move, positions, tree.parent[node] as number, node);
  }
  return positions;
}
