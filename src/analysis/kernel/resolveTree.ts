import type { CompiledChart } from '../../../machines/compile.ts';
import type { Result } from '../../domain/result.ts';
import type { PlayModel, Refusal } from '../rollback/playModel.ts';
import { type Solution, solve } from '../rollback/solve.ts';
import { type Workspace, workspaceFor } from '../rollback/workspace.ts';
import { changedAddresses, effectReadings, readsAny } from './changedAddresses.ts';
import type { CompiledOdds } from './compiledOdds.ts';
import { kernelGame, writeOdds } from './kernelGame.ts';
import { type PaidStakes, paidStakes, writePaidStakes } from './paidStakes.ts';
import { valuesOf } from './positions.ts';
import { revaluer } from './revalue.ts';
import type { ScenarioKernel, UnfoldedGame } from './scenarioKernel.ts';
import { takenTarget } from './takenTarget.ts';
import { type KernelTree, type UnfoldBounds, unfoldKernel } from './unfoldKernel.ts';
import type { CompiledStakes } from './worths.ts';

/** The numbers that a solved tree rests on. The addresses, actors and moves that they are of stay the same. */
export interface TreeNumbers {
  /** The value of every address at the root. */
  readonly starts: Float64Array;
  /** The size of every effect. */
  readonly sizes: Float64Array;
  readonly stakes: CompiledStakes;
  readonly odds: CompiledOdds;
}

/** A tree at some numbers, solved. Its arrays are written over by the next. */
export interface ResolvedTree extends UnfoldedGame {
  /** Whether another tree had to be unfolded: a move is open, or leads on, where it was not or did not. */
  readonly isNewTree: boolean;
  readonly solution: Result<Solution, Refusal>;
}

/** Solves one tree again and again, as its numbers change. */
export interface TreeResolver {
  /** Undefined where the tree at these numbers has more positions than are unfolded; the one before then stands. */
  readonly resolve: (numbers: TreeNumbers, model: PlayModel) => ResolvedTree | undefined;
}

/** The numbers of a tree that was unfolded at a kernel's own. */
export const numbersOf = ({ chart, sizes, stakes, odds }: ScenarioKernel, { tree }: UnfoldedGame): TreeNumbers => ({
  starts: valuesOf(chart, tree.positions, 0),
  sizes,
  stakes,
  odds,
});

/** Where two columns differ. */
function* differences(one: ArrayLike<number>, other: ArrayLike<number>): Generator<number> {
  for (let at = 0; at < one.length; at += 1) if (!Object.is(one[at], other[at])) yield at;
}

/** Whether the moves that are open, and where each leads, are what they were, where a guard reads one of the addresses that are marked. */
function isSameTree(
  chart: CompiledChart,
  tree: KernelTree,
  changed: Uint8Array,
  rootMoves: ReadonlySet<number> | undefined,
): boolean {
  const isRead = Uint8Array.from(chart.states, (_, state) => {
    const first = chart.targetsOf[chart.movesOf[state] as number] as number;
    const end = chart.targetsOf[chart.movesOf[state + 1] as number] as number;
    return chart.guard.subarray(first, end).some((guard) => readsAny(chart, guard, changed)) ? 1 : 0;
  });
  for (let node = 0; node < tree.nodes; node += 1) {
    const state = tree.state[node] as number;
    if (isRead[state] === 0) continue;
    let branch = tree.first[node] as number;
    const endBranch = tree.first[node + 1] as number;
    const end = chart.movesOf[state + 1] as number;
    for (let move = chart.movesOf[state] as number; move < end; move += 1) {
      if (node === 0 && rootMoves?.has(move) === false) continue;
      const target = takenTarget(chart, move, tree.positions, node);
      if (target === -1) continue;
      if (branch === endBranch || tree.move[branch] !== move) return false;
      if (tree.state[tree.child[branch] as number] !== chart.target[target]) return false;
      branch += 1;
    }
    if (branch !== endBranch) return false;
  }
  return true;
}

/** The moves whose odds may differ, 1 each: their base or a lean does, or a value that they lean on. */
function movesOfOdds(chart: CompiledChart, now: CompiledOdds, before: CompiledOdds, changed: Uint8Array): Uint8Array {
  const moves = new Uint8Array(chart.moves.length);
  for (let move = 0; move < moves.length; move += 1) {
    if (!Object.is(now.base[move], before.base[move])) moves[move] = 1;
    for (let lean = now.of[move] as number; lean < (now.of[move + 1] as number); lean += 1)
      if (
        changed[now.address[lean] as number] === 1 ||
        now.per[lean] !== before.per[lean] ||
        now.ref[lean] !== before.ref[lean]
      )
        moves[move] = 1;
  }
  return moves;
}

/**
 * Solves a tree again as its numbers change, from one that was unfolded at a kernel's numbers with the same bounds: only what depends on a
 * number that changed is read again. Where another move opens anywhere, the tree is unfolded again. Equal to unfolding and solving afresh
 * at the new numbers, to the last bit.
 */
export function treeResolver(kernel: ScenarioKernel, unfolded: UnfoldedGame, bounds: UnfoldBounds = {}): TreeResolver {
  const { chart } = kernel;
  const copied = (numbers: TreeNumbers): TreeNumbers => ({
    ...numbers,
    starts: numbers.starts.slice(),
    sizes: numbers.sizes.slice(),
    odds: { ...numbers.odds, base: numbers.odds.base.slice() },
  });
  const readings = effectReadings(chart);
  const revalue = revaluer(chart);
  let stands = copied(numbersOf(kernel, unfolded));
  let { tree, game } = unfolded;
  // The tree before the one that stands: another is unfolded over it, since the one that stands is needed where that cannot be done.
  let spare: KernelTree | undefined;
  let columns: Workspace = workspaceFor(game);
  let paid: PaidStakes = paidStakes(chart, tree.positions, stands.stakes, game.kind);

  /** True where the same tree now stands at the new numbers; otherwise its values are of them, and all else is as it was. */
  function reread(numbers: TreeNumbers): boolean {
    const effects = [...differences(numbers.sizes, stands.sizes)];
    const starts = [...differences(numbers.starts, stands.starts)];
    const changed = changedAddresses(chart, readings, effects, starts);
    const isRevalued = effects.length + starts.length > 0;
    if (isRevalued) revalue(tree, tree.positions, numbers, changed);
    if (isRevalued && !isSameTree(chart, tree, changed, bounds.rootMoves)) return false;
    writePaidStakes(chart, tree.positions, paid, numbers.stakes, changed, game.payoffs);
    const moves = movesOfOdds(chart, numbers.odds, stands.odds, changed);
    if (moves.includes(1)) writeOdds({ ...kernel, odds: numbers.odds }, tree, game, moves);
    return true;
  }

  return {
    resolve: (numbers, model) => {
      const isKept = reread(numbers);
      if (!isKept) {
        const { state, positions } = tree;
        const { conditions, memoryWidth } = positions;
        const memory = positions.memory.slice(0, memoryWidth);
        const start = { state: state[0] as number, values: numbers.starts, memory, conditions };
        const over = spare === undefined ? {} : { over: spare };
        const other = unfoldKernel(chart, numbers.sizes, start, { expected: tree.nodes, ...bounds, ...over });
        if (other === undefined) {
          revalue(tree, tree.positions, stands);
          return undefined;
        }
        spare = tree;
        tree = other;
        game = kernelGame({ ...kernel, stakes: numbers.stakes, odds: numbers.odds }, tree, game);
        columns = workspaceFor(game, columns);
        paid = paidStakes(chart, tree.positions, numbers.stakes, game.kind);
      }
      stands = copied(numbers);
      return { tree, game, isNewTree: !isKept, solution: solve(game, model, columns) };
    },
  };
}
