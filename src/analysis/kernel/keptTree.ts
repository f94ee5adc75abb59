import type { CompiledChart } from '../../../machines/compile.ts';
import type { GameTree } from '../../domain/gameTree.ts';
import type { Result } from '../../domain/result.ts';
import type { PlayModel, Refusal } from '../rollback/playModel.ts';
import { type Solution, solve } from '../rollback/solve.ts';
import { type Workspace, workspaceFor } from '../rollback/workspace.ts';
import {
  type DependentEffect,
  dependentEffects,
  dependentOn,
  moveEffectCount,
  neededFor,
} from './addressDependence.ts';
import { addressesOfGuard } from './addressesOfGuard.ts';
import { type AddressSet, addressesIn, inBoth } from './addressSet.ts';
import { type ClassReading, classReading } from './classReading.ts';
import type { CompiledOdds } from './compiledOdds.ts';
import { writeOdds } from './kernelGame.ts';
import { type Revalue, revaluer } from './revalue.ts';
import type { ScenarioKernel, UnfoldedGame } from './scenarioKernel.ts';
import { type StakePointsAtEnds, stakePointsAtEnds } from './stakePointsAtEnds.ts';
import { takenTarget } from './takenTarget.ts';
import { differences, isSameColumn, type TreeNumbers } from './treeNumbers.ts';
import type { KernelTree } from './unfoldKernel.ts';

/** A tree at some numbers, solved. Its arrays are written over by the next. */
export interface SolvedTree {
  /** Without its positions, whose values may be of earlier numbers. */
  readonly tree: Omit<KernelTree, 'positions'>;
  /** Declares tendencies only where the model of play goes by them. */
  readonly game: GameTree;
  readonly solution: Result<Solution, Refusal>;
}

/** A tree that is kept, to be solved again as its numbers change. Its arrays are written over, its positions only where they are needed. */
export interface KeptTree extends UnfoldedGame {
  readonly columns: Workspace;
  /** Lays out now what is otherwise laid out when numbers change for the first time. */
  readonly prepare: () => void;
  /** Changes the numbers where the same moves stay open and lead where they did. Otherwise false, and those before stand. */
  readonly tryNumbers: (numbers: TreeNumbers) => boolean;
  readonly solve: (model: PlayModel) => SolvedTree;
}

/** A kernel, which of its chart's moves are followed at the root (all where none are named), and what its trees read of their values. */
export interface TreeReads {
  readonly kernel: ScenarioKernel;
  readonly rootMoves: ReadonlySet<number> | undefined;
  readonly effects: readonly DependentEffect[];
  /** What a solved tree rests on: the addresses of stakes, leans and guards, and all that their values are made of. */
  readonly solving: AddressSet;
  /** What the open moves rest on: the addresses of guards, and all that their values are made of. */
  readonly opening: AddressSet;
  readonly revalueOpening: Revalue;
}

/** Finds what trees of a kernel read. */
export function treeReads(kernel: ScenarioKernel, rootMoves: ReadonlySet<number> | undefined): TreeReads {
  const { chart, stakes, odds } = kernel;
  const guarded = [...chart.guard].flatMap((guard) => (guard === -1 ? [] : addressesOfGuard(chart, guard)));
  const staked = stakes.curves.flatMap((curves) => curves.map(({ address }) => address));
  const opening = neededFor(chart, guarded);
  return {
    kernel,
    rootMoves,
    effects: dependentEffects(chart),
    solving: neededFor(chart, [...staked, ...odds.address, ...guarded]),
    opening,
    revalueOpening: revaluer(chart, opening),
  };
}

/** The addresses whose values change from some numbers to others, of those that a solved tree rests on. */
function addressesChanged({ kernel, effects, solving }: TreeReads, from: TreeNumbers, to: TreeNumbers): AddressSet {
  const { chart } = kernel;
  const sizes = ({ sizes: all }: TreeNumbers) => all.subarray(0, moveEffectCount(chart));
  const resized = [...differences(sizes(to), sizes(from))].map((effect) => chart.effects.address[effect] as number);
  return inBoth(solving, dependentOn(chart, effects, [...resized, ...differences(to.starts, from.starts)]));
}

/** The states at which a guard of some move reads one of the addresses: 1 each. */
function statesReading(chart: CompiledChart, addresses: AddressSet): Uint8Array {
  const reads = Uint8Array.from(chart.guard, (guard) =>
    guard !== -1 && addressesOfGuard(chart, guard).some((address) => addresses[address] === 1) ? 1 : 0,
  );
  return Uint8Array.from(chart.states, (_, state) => {
    const [first, end] = [chart.movesOf[state] as number, chart.movesOf[state + 1] as number];
    return reads.subarray(chart.targetsOf[first], chart.targetsOf[end]).includes(1) ? 1 : 0;
  });
}

/** Whether the moves that are open, and where each leads, are what they were, where a guard reads one of the addresses. */
function isSameTree(
  chart: CompiledChart,
  tree: KernelTree,
  changed: AddressSet,
  rootMoves: ReadonlySet<number> | undefined,
): boolean {
  const isAffected = statesReading(chart, changed);
  for (let node = 0; node < tree.nodes; node += 1) {
    const state = tree.state[node] as number;
    if (isAffected[state] === 0) continue;
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
function movesOfOdds(chart: CompiledChart, now: CompiledOdds, before: CompiledOdds, changed: AddressSet): Uint8Array {
  const moves = new Uint8Array(chart.moves.length);
  for (const move of differences(now.base, before.base)) moves[move] = 1;
  const leans = isSameColumn(now.per, before.per) && isSameColumn(now.ref, before.ref) ? [] : now.per.keys();
  const leaning = new Set(leans);
  for (let move = 0; move < moves.length; move += 1)
    for (let lean = now.of[move] as number; lean < (now.of[move + 1] as number); lean += 1)
      if (leaning.has(lean) || changed[now.address[lean] as number] === 1) moves[move] = 1;
  return moves;
}

/** Keeps a tree that was unfolded at some numbers. A workspace that is no longer needed is written over, where it has room. */
export function keptTree(reads: TreeReads, unfolded: UnfoldedGame, numbers: TreeNumbers, over?: Workspace): KeptTree {
  const { kernel, rootMoves } = reads;
  const { chart } = kernel;
  const { tree, game } = unfolded;
  const columns = workspaceFor(game, over);
  // Rational and bounded play ask nobody for tendencies: they are written where somebody does.
  const undeclared: GameTree = { ...game, tendency: undefined };
  /** Moves whose tendencies are not of the numbers that stand, 1 each. */
  const stale = new Uint8Array(chart.moves.length);
  let stands = numbers;
  let laidOut: { readonly classes: ClassReading; readonly points: StakePointsAtEnds } | undefined;

  function layOut() {
    if (laidOut !== undefined) return laidOut;
    const classes = classReading(chart, tree, columns.ends, reads.solving, stands);
    laidOut = { classes, points: stakePointsAtEnds(columns.ends, stands.stakes, classes) };
    return laidOut;
  }

  /** Whether the same moves are open, and lead where they did: of a tree that may never be laid out if they are not. */
  function keepsMovesFromNothing(at: TreeNumbers, changed: AddressSet): boolean {
    if (!inBoth(changed, reads.opening).includes(1)) return true;
    reads.revalueOpening(tree, tree.positions, at);
    const isSame = isSameTree(chart, tree, changed, rootMoves);
    reads.revalueOpening(tree, tree.positions, stands);
    return isSame;
  }

  /** The same of one that is; if not, the values before are put back. */
  function keepsMoves(classes: ClassReading, changed: AddressSet): boolean {
    if (!classes.crossesBound()) return true;
    classes.writeBounded();
    if (isSameTree(chart, tree, changed, rootMoves)) return true;
    classes.undo();
    classes.writeBounded();
    return false;
  }

  return {
    tree,
    game,
    columns,
    prepare: layOut,
    tryNumbers: (at) => {
      const changed = addressesChanged(reads, stands, at);
      if (laidOut === undefined && !keepsMovesFromNothing(at, changed)) return false;
      const { classes, points } = layOut();
      if (changed.includes(1)) {
        classes.read(at, changed);
        if (!keepsMoves(classes, changed)) return false;
      }
      points.update(at.stakes, changed, game.payoffs);
      const moves = movesOfOdds(chart, at.odds, stands.odds, changed);
      for (const move of addressesIn(moves)) stale[move] = 1;
      if (moves.includes(1)) {
        classes.writeAt(columns.chances);
        writeOdds({ ...kernel, odds: at.odds }, tree, undeclared, moves);
      }
      stands = at;
      return true;
    },
    solve: (model) => {
      const goesByTendency = model.name === 'tendency';
      if (goesByTendency && stale.includes(1)) {
        laidOut?.classes.write();
        writeOdds({ ...kernel, odds: stands.odds }, tree, game, stale);
        stale.fill(0);
      }
      const played = goesByTendency ? game : undeclared;
      return { tree, game: played, solution: solve(played, model, columns) };
    },
  };
}
