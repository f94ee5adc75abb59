import type { CompiledChart } from '../../../machines/compile.ts';
import type { GameTree } from '../../domain/gameTree.ts';
import type { Result } from '../../domain/result.ts';
import type { PlayModel, Refusal } from '../rollback/playModel.ts';
import { type Solution, solve } from '../rollback/solve.ts';
import { type Workspace, workspaceFor } from '../rollback/workspace.ts';
import { addressesOfGuard } from './addressesOfGuard.ts';
import { changedAddresses, effectReadings, readsAny } from './changedAddresses.ts';
import { type ClassReading, classReading } from './classReading.ts';
import type { CompiledOdds } from './compiledOdds.ts';
import { neededFor } from './effectsOn.ts';
import { kernelGame, writeOdds } from './kernelGame.ts';
import { type PaidStakes, paidStakes, writePaidStakes } from './paidStakes.ts';
import { valuesOf } from './positions.ts';
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
export interface ResolvedTree {
  /** Without its positions: what nothing of the game reads is not valued again. */
  readonly tree: Omit<KernelTree, 'positions'>;
  /** Declares tendencies only where the model of play goes by them. */
  readonly game: GameTree;
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

/** The addresses that a solved tree rests on: those of stakes, leans and guards, and what these are made of. */
function addressesRead({ chart, stakes, odds }: ScenarioKernel): Uint8Array {
  const guards = [...chart.guard].filter((guard) => guard !== -1);
  return neededFor(chart, [
    ...stakes.curves.flatMap((curves) => curves.map(({ address }) => address)),
    ...odds.address,
    ...guards.flatMap((guard) => addressesOfGuard(chart, guard)),
  ]);
}

/**
 * Solves a tree again as its numbers change, from one that was unfolded at a kernel's numbers with the same bounds: only what depends on a
 * number that changed is read again. Where another move opens anywhere, the tree is unfolded again. Equal to unfolding and solving afresh
 * at the new numbers, to the last bit. The tree that is handed in is written over.
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
  const read = addressesRead(kernel);
  let stands = copied(numbersOf(kernel, unfolded));
  let { tree, game } = unfolded;
  // The tree before the one that stands: another is unfolded over it, since the one that stands is needed where that cannot be done.
  let spare: KernelTree | undefined;
  let columns: Workspace = workspaceFor(game);
  // Laid out for a tree when it is solved again, since the next may be another; and for the addresses that change again and again.
  let paid: PaidStakes | undefined;
  let reading: ClassReading | undefined;
  /** Whether the positions have the values that were read last only where chance moves: all of them are seldom needed. */
  let isPartlyWritten = false;
  /** Moves whose tendencies are not of the numbers that stand, 1 each. */
  const stale = new Uint8Array(chart.moves.length);

  /** Writes the values that were read last at every position. */
  function writeAll(): void {
    if (isPartlyWritten) reading?.write('now');
    isPartlyWritten = false;
  }

  /** Reads the values of addresses again, where any changed. */
  function readAgain(numbers: TreeNumbers, changed: Uint8Array): ClassReading | undefined {
    const isAnother = reading?.marked.join() !== changed.join();
    if (isAnother) writeAll();
    if (!changed.includes(1)) return undefined;
    if (reading === undefined || isAnother) {
      reading = classReading(chart, tree, changed);
      reading.read(stands);
    }
    reading.read(numbers);
    isPartlyWritten = true;
    return reading;
  }

  /** True where the same tree now stands at the new numbers; otherwise all is as it was. */
  function reread(numbers: TreeNumbers, effects: readonly number[], starts: readonly number[]): boolean {
    const changed = changedAddresses(chart, readings, effects, starts).map(
      (is, address) => is & (read[address] as number),
    );
    paid ??= paidStakes(chart, tree.positions, stands.stakes, game.kind);
    const values = readAgain(numbers, changed);
    if (values?.crossesBound() === true) {
      writeAll();
      if (!isSameTree(chart, tree, changed, bounds.rootMoves)) {
        values.write('before');
        reading = undefined;
        return false;
      }
    }
    if (isPartlyWritten) values?.write('now', columns.chances);
    writePaidStakes(chart, tree.positions, paid, numbers.stakes, values, game.payoffs);
    const moves = movesOfOdds(chart, numbers.odds, stands.odds, changed);
    for (const [move, differs] of moves.entries()) if (differs === 1) stale[move] = 1;
    if (moves.includes(1)) writeOdds({ ...kernel, odds: numbers.odds }, tree, { ...game, tendency: undefined }, moves);
    return true;
  }

  return {
    resolve: (numbers, model) => {
      const effects = [...differences(numbers.sizes, stands.sizes)];
      const starts = [...differences(numbers.starts, stands.starts)];
      const isKept = reread(numbers, effects, starts);
      if (!isKept) {
        const { state, positions } = tree;
        const { conditions, memoryWidth } = positions;
        const memory = positions.memory.slice(0, memoryWidth);
        const start = { state: state[0] as number, values: numbers.starts, memory, conditions };
        const over = spare === undefined ? {} : { over: spare };
        const other = unfoldKernel(chart, numbers.sizes, start, { expected: tree.nodes, ...bounds, ...over });
        if (other === undefined) return undefined;
        spare = tree;
        tree = other;
        game = kernelGame({ ...kernel, stakes: numbers.stakes, odds: numbers.odds }, tree, game);
        columns = workspaceFor(game, columns);
        paid = undefined;
        reading = undefined;
        isPartlyWritten = false;
        stale.fill(0);
      }
      stands = copied(numbers);
      const goesByTendency = model.name === 'tendency';
      if (goesByTendency && stale.includes(1)) {
        writeAll();
        writeOdds({ ...kernel, odds: numbers.odds }, tree, game, stale);
        stale.fill(0);
      }
      const played = goesByTendency ? game : { ...game, tendency: undefined };
      return { tree, game: played, isNewTree: !isKept, solution: solve(played, model, columns) };
    },
  };
}
