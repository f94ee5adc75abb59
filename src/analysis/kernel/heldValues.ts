import type { CompiledChart } from '../../../machines/compile.ts';
import { applyEffectsAt } from './applyEffectsAt.ts';
import type { KernelTree } from './unfoldKernel.ts';

/**
 * Writes the values at every position of a tree for other numbers: the tree is held, so its moves, targets and conditions are those that it
 * was unfolded with, whatever a guard would say now. `start` has the raw values at the root, `into` a row per position.
 */
export function writeHeldValues(
  chart: CompiledChart,
  tree: KernelTree,
  sizes: Float64Array,
  start: Float64Array,
  into: Float64Array,
): void {
  const width = chart.addresses.length;
  const memoryWidth = chart.flags.length + chart.visits.length;
  const rows = { values: into, memory: tree.rows.memory, conditions: tree.rows.conditions };
  into.set(start);
  for (let node = 1; node < tree.nodes; node += 1) {
    const parent = tree.parent[node] as number;
    const move = tree.move[tree.entered[node] as number] as number;
    applyEffectsAt(chart, sizes, move, rows, parent * width, node * width, parent * memoryWidth);
  }
}
