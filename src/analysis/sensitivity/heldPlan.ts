import type { CompiledChart } from '../../../machines/compile.ts';
import { type GameTree, NODE } from '../../domain/gameTree.ts';
import { endPositions, writeStakes } from '../kernel/flatStakes.ts';
import { kernelGame, writeOdds } from '../kernel/kernelGame.ts';
import { roomForPositions, valuesOf } from '../kernel/positions.ts';
import { revaluer } from '../kernel/revalue.ts';
import type { ScenarioKernel, UnfoldedGame } from '../kernel/scenarioKernel.ts';
import type { TreeNumbers } from '../kernel/treeNumbers.ts';
import type { KernelTree } from '../kernel/unfoldKernel.ts';
import { rollBack } from '../rollback/rollBack.ts';
import { workspaceFor } from '../rollback/workspace.ts';

/** The part of a tree to which play by some shares may come, and the share of each of its branches. */
function reachedPart(chart: CompiledChart, { tree, game }: UnfoldedGame, share: Float64Array) {
  const number = new Int32Array(tree.nodes).fill(-1);
  const nodes = [0];
  number[0] = 0;
  const branches: number[] = [];
  const first = [0];
  for (let node = 0; node < tree.nodes; node += 1) {
    if (number[node] === -1) continue;
    for (let branch = game.first[node] as number; branch < (game.first[node + 1] as number); branch += 1) {
      if (game.kind[node] === NODE.decision && !((share[branch] as number) > 0)) continue;
      branches.push(branch);
    }
    // Children come after their parents and are met in the order of the tree, so the part keeps that order.
    for (const branch of branches.slice(first.at(-1))) number[game.child[branch] as number] = 0;
    first.push(branches.length);
    number[node] = first.length - 2;
    if (node > 0) nodes.push(node);
  }
  const entered = new Int32Array(nodes.length).fill(-1);
  const parent = new Int32Array(nodes.length).fill(-1);
  const played = new Uint16Array(nodes.length);
  for (let node = 0; node < nodes.length; node += 1) {
    for (let branch = first[node] as number; branch < (first[node + 1] as number); branch += 1) {
      const child = number[game.child[branches[branch] as number] as number] as number;
      entered[child] = branch;
      played[child] = tree.move[branches[branch] as number] as number;
      parent[child] = node;
    }
  }
  const positions = roomForPositions(chart, nodes.length, tree.positions.conditions);
  const { memory, memoryWidth } = positions;
  for (const [at, node] of nodes.entries())
    memory.set(tree.positions.memory.subarray(node * memoryWidth, (node + 1) * memoryWidth), at * memoryWidth);
  const part: KernelTree = {
    nodes: nodes.length,
    state: Uint16Array.from(nodes, (node) => tree.state[node] as number),
    entered,
    played,
    parent,
    first: Int32Array.from(first),
    move: Uint16Array.from(branches, (branch) => tree.move[branch] as number),
    child: Int32Array.from(branches, (branch) => number[game.child[branch] as number] as number),
    positions,
  };
  return { part, shares: Float64Array.from(branches, (branch) => share[branch] as number) };
}

/**
 * What every actor gets, at other numbers, from play that goes on choosing as it did: nobody chooses anew, and what is open stays open,
 * whatever a guard would say now. Only the places to which such play comes are read.
 */
export function heldPlan(
  kernel: ScenarioKernel,
  unfolded: UnfoldedGame,
  share: Float64Array,
): (numbers: TreeNumbers) => readonly number[] {
  const { chart } = kernel;
  const { part, shares } = reachedPart(chart, unfolded, share);
  const { positions } = part;
  const revalue = revaluer(chart);
  revalue(part, positions, { starts: valuesOf(chart, unfolded.tree.positions, 0), sizes: kernel.sizes });
  const game: GameTree = kernelGame(kernel, part);
  const columns = workspaceFor(game);
  const ends = endPositions(positions, game.kind);
  return ({ starts, sizes, stakes, odds }) => {
    revalue(part, positions, { starts, sizes });
    writeStakes(chart, stakes, ends, game.payoffs);
    writeOdds({ ...kernel, stakes, odds }, part, game);
    rollBack(game, columns, (node) => {
      const end = game.first[node + 1] as number;
      for (let branch = game.first[node] as number; branch < end; branch += 1)
        columns.share[branch] = shares[branch] as number;
    });
    return columns.values.map((own) => own[0] as number);
  };
}
