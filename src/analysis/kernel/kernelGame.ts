import type { CompiledChart } from '../../../machines/compile.ts';
import { STATE } from '../../domain/chartCodes.ts';
import { type GameTree, NODE } from '../../domain/gameTree.ts';
import type { CompiledDeciders } from './compiledDeciders.ts';
import { type CompiledOdds, oddsAt } from './compiledOdds.ts';
import { endValues, writeStakes } from './flatStakes.ts';
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

/**
 * Fills in the odds of chance, which sum to 1 over the open moves, and the tendencies of actors, which need not: in all states, or in those
 * that are marked with 1.
 */
export function writeOdds({ chart, odds }: GameParts, tree: KernelTree, into: GameTree, only?: Uint8Array): void {
  const { values } = tree.rows;
  const width = chart.addresses.length;
  const { tendency } = into;
  for (let node = 0; node < tree.nodes; node += 1) {
    const state = tree.state[node] as number;
    if (only !== undefined && only[state] === 0) continue;
    const kind = nodeKind(chart, state);
    const end = tree.first[node + 1] as number;
    if (kind === NODE.decision && tendency !== undefined) {
      for (let branch = tree.first[node] as number; branch < end; branch += 1) {
        const move = tree.move[branch] as number;
        tendency[branch] = oddsAt(chart, odds, move, odds.base[move] as number, values, node * width);
      }
      continue;
    }
    if (kind !== NODE.chance) continue;
    let sum = 0;
    for (let branch = tree.first[node] as number; branch < end; branch += 1) {
      const move = tree.move[branch] as number;
      const weight = oddsAt(chart, odds, move, odds.base[move] as number, values, node * width);
      into.odds[branch] = weight;
      sum += weight;
    }
    for (let branch = tree.first[node] as number; branch < end; branch += 1)
      into.odds[branch] = (into.odds[branch] as number) / sum;
  }
}

/** The tree of a scenario's kernel as a game in extensive form: payoffs at ends, odds of chance, who decides, declared tendencies. */
export function kernelGame(parts: GameParts, tree: KernelTree): GameTree {
  const { chart, stakes, deciders } = parts;
  const { nodes, state } = tree;
  const branches = tree.child.length;
  const kind = new Uint8Array(nodes);
  const decider = new Int32Array(nodes);
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
    odds: new Float64Array(branches),
    payoffs: stakes.actors.map(() => new Float64Array(nodes)),
    noAgreement: noAgreementBranches(parts, tree),
    kin: kinBranches(parts, tree),
    tendency: new Float64Array(branches),
  };
  writeStakes(chart, stakes, endValues(chart, tree.rows.values, kind), game.payoffs);
  writeOdds(parts, tree, game);
  return game;
}

/** Per branch of a tree, the first open one of its node that is its kin: itself where no move says that it resembles another. */
export function kinBranches({ deciders }: GameParts, { nodes, first, move }: KernelTree): Int32Array {
  const kin = new Int32Array(move.length);
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
export function noAgreementBranches({ deciders }: GameParts, tree: KernelTree): Int32Array {
  const found = new Int32Array(tree.nodes).fill(-1);
  for (let node = 0; node < tree.nodes; node += 1) {
    const move = deciders.noAgreement[tree.state[node] as number] as number;
    if (move === -1) continue;
    const end = tree.first[node + 1] as number;
    for (let branch = tree.first[node] as number; branch < end; branch += 1)
      if (tree.move[branch] === move) found[node] = branch;
  }
  return found;
}
