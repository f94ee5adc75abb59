import { exp } from '../../domain/elementary.ts';
import { NODE } from '../../domain/gameTree.ts';
import { type BlockScales, type Choosing, chooseBest, chooseByLogit, scoreBlock } from './blockChoice.ts';
import type { BlockRoom, TreePlan } from './blockValues.ts';
import type { ActorSums } from './payoffSums.ts';
import type { RollbackPlan } from './rollbackPlan.ts';
import { copyRow, plusProductRow, plusThreeRow, plusTimesRow, plusTwoRow, takeRow } from './rows.ts';

/** How actors choose in the draws: solved again in each, or as they do elsewhere. */
export type BlockPlay =
  | { readonly name: 'rational' | 'bounded' | 'tendency'; readonly scales: BlockScales }
  /** The strategy of a reference solution: the share of every branch, whatever a draw says. */
  | { readonly name: 'held'; readonly shares: Float64Array };

/** Odds of the moves in a block of draws: a row per move of the chart, of its base: a likelihood or a tendency. */
export type BlockBases = Float64Array;

/** Room for walking a tree; used again for the next block. */
export interface WalkRoom extends Choosing {
  /** Per branch of the tree, its share in every draw, where somebody wants to know how often ends are reached; else empty. */
  readonly branchShares: Float64Array;
}

/** Room for walking a tree in blocks of a number of draws. */
export function walkRoom(plan: RollbackPlan, actors: number, draws: number, withShares: boolean): WalkRoom {
  const { widest, deepest, move } = plan;
  return {
    draws,
    actors,
    stack: new Float64Array((deepest + 2) * widest * actors * draws),
    scores: new Float64Array(widest * draws),
    shares: new Float64Array(widest * draws),
    taken: new Int32Array(draws),
    best: new Float64Array(draws),
    next: new Float64Array(draws),
    branchShares: new Float64Array(withShares ? move.length * draws : 0),
  };
}

/** What an actor has at an end of the tree, counted among its ends, in every draw of a block: the shared sum and what the end adds. */
export function writeEnd(
  sums: ActorSums,
  end: number,
  into: Float64Array,
  to: number,
  room: BlockRoom,
  actor: number,
  draws: number,
) {
  const { shared, own, ownWeights } = sums;
  const { worths } = room;
  const sum = shared[end] as number;
  const count = ownWeights.length;
  const row = end * count;
  let bases = room.sums[actor] as Float64Array;
  let base = sum * draws;
  if (sum === -1 || count === 0) {
    if (sum === -1) into.fill(0, to, to + draws);
    else copyRow(into, to, bases, base, draws);
    [bases, base] = [into, to];
  }
  for (let index = 0; index < count; ) {
    const left = count - index;
    const one = (own[row + index] as number) * draws;
    const times = ownWeights[index] as number;
    if (left === 1) {
      if (bases !== into) copyRow(into, to, bases, base, draws);
      plusTimesRow(into, to, to, worths, one, times, draws);
      return;
    }
    const other = (own[row + index + 1] as number) * draws;
    const otherTimes = ownWeights[index + 1] as number;
    if (left === 2 || left === 4) {
      plusTwoRow(into, to, bases, base, worths, one, other, times, otherTimes, draws);
      index += 2;
    } else {
      const third = (own[row + index + 2] as number) * draws;
      const thirdTimes = ownWeights[index + 2] as number;
      plusThreeRow(into, to, bases, base, worths, one, other, third, times, otherTimes, thirdTimes, draws);
      index += 3;
    }
    bases = into;
    base = to;
  }
}

/** Odds or tendencies of a node's branches in every draw, divided by their sum: base · exp(Σ per · (clip(x) − ref)). */
function oddsBlock(
  plan: RollbackPlan,
  node: number,
  count: number,
  bases: BlockBases,
  values: Float64Array,
  room: WalkRoom,
): void {
  const { draws, shares, best: sums } = room;
  const firstBranch = plan.first[node] as number;
  sums.fill(0);
  for (let branch = 0; branch < count; branch += 1) {
    const from = (plan.move[firstBranch + branch] as number) * draws;
    const lean = plan.leansOf[firstBranch + branch] as number;
    const leans = plan.leansOf[firstBranch + branch + 1] as number;
    for (let draw = 0; draw < draws; draw += 1) {
      let tilt = 0;
      for (let at = lean; at < leans; at += 1) {
        const raw = values[(plan.leanClass[at] as number) * draws + draw] as number;
        const value = Math.min(plan.leanHigh[at] as number, Math.max(plan.leanLow[at] as number, raw));
        tilt += (plan.leanPer[at] as number) * (value - (plan.leanRef[at] as number));
      }
      const base = bases[from + draw] as number;
      const weight = tilt === 0 ? base : base * exp(tilt);
      shares[branch * draws + draw] = weight;
      sums[draw] = (sums[draw] as number) + weight;
    }
  }
  for (let branch = 0; branch < count; branch += 1)
    for (let draw = 0; draw < draws; draw += 1)
      shares[branch * draws + draw] = (shares[branch * draws + draw] as number) / (sums[draw] as number);
}

/** to = Σ share · value over the branches of a node, for every actor. */
function mixBranches({ draws, stack, actors, shares }: WalkRoom, from: number, to: number, count: number): void {
  for (let actor = 0; actor < actors; actor += 1) {
    const into = to + actor * draws;
    stack.fill(0, into, into + draws);
    for (let branch = 0; branch < count; branch += 1)
      plusProductRow(stack, into, shares, branch * draws, from + (branch * actors + actor) * draws, draws);
  }
}

/** to = the value of the branch that is taken, for every actor. */
function takeBranches({ draws, stack, actors, taken }: WalkRoom, from: number, to: number): void {
  for (let actor = 0; actor < actors; actor += 1)
    takeRow(stack, to + actor * draws, from + actor * draws, taken, actors * draws, draws);
}

function noteTaken({ draws, taken, branchShares }: WalkRoom, firstBranch: number, count: number): void {
  for (let branch = 0; branch < count; branch += 1)
    for (let draw = 0; draw < draws; draw += 1)
      branchShares[(firstBranch + branch) * draws + draw] = taken[draw] === branch ? 1 : 0;
}

/** Decides a node whose branches are known: writes what the actors have there, from the level of the stack below it. */
export type Decide = (node: number) => void;

/** How the nodes of a tree are decided in a block of draws whose values were read. */
export function deciding(
  plan: RollbackPlan,
  play: BlockPlay,
  bases: BlockBases,
  values: Float64Array,
  room: WalkRoom,
): Decide {
  const { draws, actors, branchShares } = room;
  const { kind, depth, ordinal, first, widest } = plan;
  const level = widest * actors * draws;
  const keepsShares = branchShares.length > 0;

  /** Whether a decision's moves have tendencies; a joint one without them is chosen as the deciders would. */
  const declares = (branch: number): boolean => !Number.isNaN(bases[(plan.move[branch] as number) * draws] as number);

  return (node) => {
    const at = depth[node] as number;
    const from = (at + 1) * level;
    const to = at * level + (ordinal[node] as number) * actors * draws;
    const firstBranch = first[node] as number;
    const count = (first[node + 1] as number) - firstBranch;
    if (count === 1) room.shares.fill(1, 0, draws);
    else if (kind[node] === NODE.chance || (play.name === 'tendency' && declares(firstBranch)))
      oddsBlock(plan, node, count, bases, values, room);
    else if (play.name === 'held')
      for (let branch = 0; branch < count; branch += 1)
        room.shares.fill(play.shares[firstBranch + branch] as number, branch * draws, (branch + 1) * draws);
    else {
      const set = plan.decider[node] as number;
      const deciders = plan.deciders[set] as readonly number[];
      const apart = plan.apart[node] as number;
      scoreBlock(room, from, count, deciders, apart, play.scales);
      if (play.name === 'bounded')
        chooseByLogit(room, count, play.scales.lambda[set] as number, plan.kinWeight, firstBranch);
      else if (chooseBest(room, from, count, deciders, apart, play.scales, play.scales.scoreWithin[set] as number)) {
        takeBranches(room, from, to);
        if (keepsShares) noteTaken(room, firstBranch, count);
        return;
      }
    }
    mixBranches(room, from, to, count);
    if (keepsShares) branchShares.set(room.shares.subarray(0, count * draws), firstBranch * draws);
  };
}

/**
 * Values of the whole tree in a block of draws whose values and worths were read, by backward induction: the tree is walked once from
 * the root down, and each node is decided when all that follows from it is known, so that only the nodes above one are kept. The root's
 * values are then at the bottom of the stack, and those of its branches a level above.
 */
export function rollBackBlock(
  { sums }: Pick<TreePlan, 'sums'>,
  { kind, depth, ordinal, widest, deepest }: RollbackPlan,
  decide: Decide,
  values: BlockRoom,
  { draws, actors, stack }: WalkRoom,
): void {
  const level = widest * actors * draws;
  const nodes = kind.length;
  // The nodes above the one that is walked, the root first.
  const path = new Int32Array(deepest + 1);
  let end = 0;
  for (let node = 0; node < nodes; node += 1) {
    const here = depth[node] as number;
    path[here] = node;
    if (kind[node] !== NODE.end) continue;
    const to = here * level + (ordinal[node] as number) * actors * draws;
    for (let actor = 0; actor < actors; actor += 1)
      writeEnd(sums.actors[actor] as ActorSums, end, stack, to + actor * draws, values, actor, draws);
    end += 1;
    // The nodes above that have no further branch to walk.
    const after = node + 1 < nodes ? (depth[node + 1] as number) : 0;
    for (let above = here - 1; above >= after; above -= 1) decide(path[above] as number);
  }
}
