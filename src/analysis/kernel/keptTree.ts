import type { CompiledChart } from '../../../machines/compile.ts';
import type { GameTree } from '../../domain/gameTree.ts';
import type { PlayModel } from '../rollback/playModel.ts';
import { solve } from '../rollback/solve.ts';
import { type Workspace, workspaceFor } from '../rollback/workspace.ts';
import { addressesOfGuard } from './addressesOfGuard.ts';
import { changedAddresses, effectReadings, readsAny } from './changedAddresses.ts';
import { type ClassReading, classReading } from './classReading.ts';
import type { CompiledOdds } from './compiledOdds.ts';
import { neededFor } from './effectsOn.ts';
import { writeOdds } from './kernelGame.ts';
import { type PaidStakes, paidStakes, writePaidStakes } from './paidStakes.ts';
import type { ResolvedTree, TreeNumbers } from './resolveTree.ts';
import type { ScenarioKernel, UnfoldedGame } from './scenarioKernel.ts';
import { takenTarget } from './takenTarget.ts';
import type { KernelTree } from './unfoldKernel.ts';

/** A tree at some numbers, kept to be solved again as they change. Its arrays are written over. */
export interface KeptTree extends UnfoldedGame {
  readonly columns: Workspace;
  /** Lays out what solving again asks for, so that the first time is no slower than the others. */
  readonly prepare: () => void;
  /** Takes other numbers, where the same moves stay open and lead where they did. Otherwise false, and the numbers before stand. */
  readonly take: (numbers: TreeNumbers) => boolean;
  readonly solve: (model: PlayModel) => Omit<ResolvedTree, 'isNewTree'>;
}

/** What every tree of a kernel asks of its chart: found once. */
export interface KeptLayout {
  readonly kernel: ScenarioKernel;
  readonly rootMoves: ReadonlySet<number> | undefined;
  readonly readings: ReturnType<typeof effectReadings>;
  /** The addresses that a solved tree rests on, 1 each: those of stakes, leans and guards, and what these are made of. */
  readonly read: Uint8Array;
}

/** Finds what trees of a kernel ask of its chart; at their root only some moves may be followed. */
export function keptLayout(kernel: ScenarioKernel, rootMoves: ReadonlySet<number> | undefined): KeptLayout {
  const { chart, stakes, odds } = kernel;
  const guards = [...chart.guard].filter((guard) => guard !== -1);
  const read = neededFor(chart, [
    ...stakes.curves.flatMap((curves) => curves.map(({ address }) => address)),
    ...odds.address,
    ...guards.flatMap((guard) => addressesOfGuard(chart, guard)),
  ]);
  return { kernel, rootMoves, readings: effectReadings(chart), read };
}

/** Where two columns differ. */
function* differences(one: ArrayLike<number>, other: ArrayLike<number>): Generator<number> {
  for (let at = 0; at < one.length; at += 1) if (!Object.is(one[at], other[at])) yield at;
}

/** The addresses whose values change with the numbers, of those that a solved tree rests on, 1 each. */
function addressesChanged({ kernel, readings, read }: KeptLayout, from: TreeNumbers, to: TreeNumbers): Uint8Array {
  const [effects, starts] = [differences(to.sizes, from.sizes), differences(to.starts, from.starts)];
  return changedAddresses(kernel.chart, readings, effects, starts).map((is, address) => is & (read[address] as number));
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

const copied = (numbers: TreeNumbers): TreeNumbers => ({
  ...numbers,
  starts: numbers.starts.slice(),
  sizes: numbers.sizes.slice(),
  odds: { ...numbers.odds, base: numbers.odds.base.slice() },
});

/** Keeps a tree that was unfolded at some numbers. A workspace that is no longer needed is written over, where it has room. */
export function keptTree(layout: KeptLayout, unfolded: UnfoldedGame, numbers: TreeNumbers, over?: Workspace): KeptTree {
  const { kernel, rootMoves } = layout;
  const { chart } = kernel;
  const { tree, game } = unfolded;
  const columns = workspaceFor(game, over);
  // Rational and bounded play ask nobody for tendencies: they are written where somebody does.
  const undeclared: GameTree = { ...game, tendency: undefined };
  /** Moves whose tendencies are not of the numbers that stand, 1 each. */
  const stale = new Uint8Array(chart.moves.length);
  let stands = copied(numbers);
  // Laid out when numbers change, which those of most trees never do.
  let paid: PaidStakes | undefined;
  let reading: ClassReading | undefined;

  function layOut(marked: Uint8Array): ClassReading {
    reading?.write();
    reading = classReading(chart, tree, columns.ends, marked, stands);
    return reading;
  }

  /** Whether the moves that are open, and where they lead, are what they were; if not, the values before are put back. */
  function keepsMoves(values: ClassReading, changed: Uint8Array): boolean {
    if (!values.crossesBound(changed)) return true;
    values.writeBounded();
    if (isSameTree(chart, tree, changed, rootMoves)) return true;
    values.undo(changed);
    values.writeBounded();
    return false;
  }

  return {
    tree,
    game,
    columns,
    prepare: () => {
      layOut(layout.read);
      paid ??= paidStakes(chart, tree.positions, stands.stakes, columns.ends);
    },
    take: (at) => {
      const changed = addressesChanged(layout, stands, at);
      if (changed.includes(1)) {
        const values = reading?.readsAll(changed) === true ? reading : layOut(changed);
        values.read(at, changed);
        if (!keepsMoves(values, changed)) return false;
      }
      paid ??= paidStakes(chart, tree.positions, stands.stakes, columns.ends);
      writePaidStakes(chart, tree.positions, paid, at.stakes, reading, changed, game.payoffs);
      const moves = movesOfOdds(chart, at.odds, stands.odds, changed);
      for (const [move, differs] of moves.entries()) if (differs === 1) stale[move] = 1;
      if (moves.includes(1)) {
        reading?.writeAt(columns.chances);
        writeOdds({ ...kernel, odds: at.odds }, tree, undeclared, moves);
      }
      stands = copied(at);
      return true;
    },
    solve: (model) => {
      const goesByTendency = model.name === 'tendency';
      if (goesByTendency && stale.includes(1)) {
        reading?.write();
        writeOdds({ ...kernel, odds: stands.odds }, tree, game, stale);
        stale.fill(0);
      }
      const played = goesByTendency ? game : undeclared;
      return { tree, game: played, solution: solve(played, model, columns) };
    },
  };
}
