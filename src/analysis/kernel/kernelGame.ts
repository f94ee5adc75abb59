import type { CompiledChart } from '../../../machines/compile.ts';
import { STATE } from '../../domain/chartCodes.ts';
import { type GameTree, NODE } from '../../domain/gameTree.ts';
import { roomFor } from '../roomFor.ts';
import type { CompiledDeciders } from './compiledDeciders.ts';
import { type CompiledOdds, oddsAt } from './compiledOdds.ts';
import { endPositions, writeStakes } from './flatStakes.ts';
import type { KernelTree } from './unfoldKernel.ts';
import type { CompiledStakes } from './worths.ts';

/** What the kernel needs of a scenario to make a game of a tree. */
export interface GameParts {
  readonly chart: CompiledChart;
  readonly stakes: CompiledStakes;
  readonly odds: CompiledOdds;
  readonly deciders: CompiledDeciders;
}

/** What happens at a node in a state: at the table nobody of the game decides, so it is a move of chance, with even odds. */
export const nodeKind = (chart: CompiledChart, state: number): number =>
  chart.kind[state] === STATE.table ? NODE.chance : (chart.kind[state] as number);

/** What `writeOdds` has to do in a state. */
const ODDS = { nothing: 0, chance: 1, tendency: 2 } as const;

/** Per state, what its odds ask for, where one of its moves is marked with 1. */
function workOfStates(chart: CompiledChart, moves: Uint8Array): Uint8Array {
  const work = new Uint8Array(chart.states.length);
  for (let state = 0; state < work.length; state += 1) {
    const kind = nodeKind(chart, state);
    if (kind === NODE.end || !moves.subarray(chart.movesOf[state], chart.movesOf[state + 1]).includes(1)) continue;
    work[state] = kind === NODE.chance ? ODDS.chance : ODDS.tendency;
  }
  return work;
}

/**
 * Fills in the odds of chance, which sum to 1 over the open moves, and the tendencies of actors, which need not: of all moves, or of those
 * that are marked with 1.
 */
export function writeOdds(
  { chart, odds }: GameParts,
  tree: KernelTree,
  { odds: shares, tendency }: GameTree,
  moves: Uint8Array = new Uint8Array(chart.moves.length).fill(1),
): void {
  const { positions } = tree;
  const work = workOfStates(chart, moves);
  for (let node = 0; node < tree.nodes; node += 1) {
    const here = work[tree.state[node] as number];
    if (here === ODDS.nothing) continue;
    const start = tree.first[node] as number;
    const end = tree.first[node + 1] as number;
    if (here === ODDS.tendency) {
      if (tendency === undefined) continue;
      for (let branch = start; branch < end; branch += 1) {
        const move = tree.move[branch] as number;
        if (moves[move] === 1) tendency[branch] = oddsAt(chart, odds, move, positions, node);
      }
      continue;
    }
    let sum = 0;
    for (let branch = start; branch < end; branch += 1) {
      const weight = oddsAt(chart, odds, tree.move[branch] as number, positions, node);
      shares[branch] = weight;
      sum += weight;
    }
    for (let branch = start; branch < end; branch += 1) shares[branch] = (shares[branch] as number) / sum;
  }
}

/**
 * The tree of a scenario's kernel as a game in extensive form: payoffs at ends, odds of chance, who decides, declared tendencies. `over` is a
 * game of the same actors that is no longer needed: its columns are written over where they have room.
 */
export function kernelGame(parts: GameParts, tree: KernelTree, over?: GameTree): GameTree {
  const { chart, stakes, deciders } = parts;
  const { nodes, state } = tree;
  const branches = tree.child.length;
  const kind = roomFor(Uint8Array, nodes, over?.kind);
  const decider = roomFor(Int32Array, nodes, over?.decider);
  // Loops, because filling a typed array by a function walks an iterator.
  for (let node = 0; node < nodes; node += 1) {
    const here = state[node] as number;
    kind[node] = nodeKind(chart, here);
    decider[node] = deciders.of[here] as number;
  }
  const game: GameTree = {
    actors: stakes.actors,
    kind,
    decider,
    deciders: deciders.sets,
    first: tree.first,
    child: tree.child,
    odds: roomFor(Float64Array, branches, over?.odds).fill(0),
    payoffs: stakes.actors.map((_, actor) => roomFor(Float64Array, nodes, over?.payoffs[actor]).fill(0)),
    noAgreement: noAgreementBranches(parts, tree, over?.noAgreement),
    kin: kinBranches(parts, tree, over?.kin),
    tendency: roomFor(Float64Array, branches, over?.tendency).fill(0),
  };
  writeStakes(chart, stakes, endPositions(tree.positions, kind), game.payoffs);
  writeOdds(parts, tree, game);
  return game;
}

/** Per branch of a tree, the first open one of its node that is its kin: itself where no move says that it resembles another. */
export function kinBranches(
  { deciders }: GameParts,
  { nodes, first, move }: KernelTree,
  over?: Int32Array,
): Int32Array {
  const kin = roomFor(Int32Array, move.length, over);
  for (let branch = 0; branch < kin.length; branch += 1) kin[branch] = branch;
  const kinOf = deciders.kin;
  if (kinOf === undefined) return kin;
  for (let node = 0; node < nodes; node += 1) {
    const start = first[node] as number;
    for (let branch = start; branch < (first[node + 1] as number); branch += 1) {
      let same = start;
      while (kinOf[move[same] as number] !== kinOf[move[branch] as number]) same += 1;
      kin[branch] = same;
    }
  }
  return kin;
}

/** Per node of a tree, the branch that stands for no agreement where several with stakes decide together; −1 elsewhere. */
export function noAgreementBranches({ deciders }: GameParts, tree: KernelTree, over?: Int32Array): Int32Array {
  const found = roomFor(Int32Array, tree.nodes, over).fill(-1);
  for (let node = 0; node < tree.nodes; node += 1) {
    const move = deciders.noAgreement[tree.state[node] as number] as number;
    if (move === -1) continue;
    const end = tree.first[node + 1] as number;
    for (let branch = tree.first[node] as number; branch < end; branch += 1)
      if (tree.move[branch] === move) found[node] = branch;
  }
  return found;
}
