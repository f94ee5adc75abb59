import { exp, log } from '../../domain/elementary.ts';
import { copyRow } from './rows.ts';

/** What a choice among branches reads and writes, for a block of draws: rows in a stack of values, and shares of the branches. */
export interface Choosing {
  readonly draws: number;
  /** Values: where branch `ordinal`'s row for actor `actor` begins is `at + (ordinal · actors + actor) · draws`. */
  readonly stack: Float64Array;
  readonly actors: number;
  /** Scores of branches by which a choice is made, and shares that it gives them: a row per branch. */
  readonly scores: Float64Array;
  readonly shares: Float64Array;
  /** Per draw, the best branch so far, its score and the score next to it. */
  readonly taken: Int32Array;
  readonly best: Float64Array;
  readonly next: Float64Array;
}

/** What is equally good: per actor, points within which two values are the same; per set of deciders the same for its score, and λ. */
export interface BlockScales {
  readonly equalWithin: readonly number[];
  readonly scoreWithin: readonly number[];
  readonly lambda: readonly number[];
}

/**
 * The scores of the branches of a decision: the mover's own value; of several who must agree, the geometric mean of their gains over no
 * agreement, or the least gain where somebody loses; 0 where nobody with payoffs decides.
 */
export function scoreBlock(
  room: Choosing,
  at: number,
  count: number,
  deciders: readonly number[],
  apart: number,
  { equalWithin }: BlockScales,
): void {
  const { draws, stack, actors, scores } = room;
  if (deciders.length === 0) {
    scores.fill(0, 0, count * draws);
    return;
  }
  if (deciders.length === 1) {
    for (let branch = 0; branch < count; branch += 1)
      copyRow(scores, branch * draws, stack, at + (branch * actors + (deciders[0] as number)) * draws, draws);
    return;
  }
  for (let branch = 0; branch < count; branch += 1) {
    const rowOf = (actor: number, of: number) => at + (of * actors + actor) * draws;
    const to = branch * draws;
    let isFirst = true;
    for (const actor of deciders) {
      const within = equalWithin[actor] as number;
      gainRow(scores, to, stack, rowOf(actor, branch), rowOf(actor, apart), within, isFirst, draws);
      isFirst = false;
    }
    rootRow(scores, to, deciders.length, draws);
  }
}

/** The n-th root of a product of gains; the square root is exact everywhere. */
const root = (product: number, degree: number): number =>
  degree === 2 ? Math.sqrt(product) : exp(log(product) / degree);

/** The geometric mean of gains whose product is there; 0, and the least gain of who loses, stay. */
function rootRow(scores: Float64Array, to: number, degree: number, draws: number): void {
  for (let draw = 0; draw < draws; draw += 1) {
    const product = scores[to + draw] as number;
    if (product > 0) scores[to + draw] = root(product, degree);
  }
}

/** Goes on from the score over earlier deciders: a product of gains while nobody loses, else the least gain. */
function gainRow(
  scores: Float64Array,
  to: number,
  stack: Float64Array,
  at: number,
  apart: number,
  within: number,
  isFirst: boolean,
  draws: number,
): void {
  for (let draw = 0; draw < draws; draw += 1) {
    const difference = (stack[at + draw] as number) - (stack[apart + draw] as number);
    const gain = difference > within || difference < -within ? difference : 0;
    const before = isFirst ? 1 : (scores[to + draw] as number);
    scores[to + draw] = gain < 0 ? (before < gain ? before : gain) : before < 0 ? before : before * gain;
  }
}

/** How many deciders are strictly better off by a branch than by no agreement, in one draw. */
function gainersOf(
  { stack, actors, draws }: Choosing,
  at: number,
  branch: number,
  deciders: readonly number[],
  apart: number,
  { equalWithin }: BlockScales,
  draw: number,
): number {
  return deciders.filter(
    (actor) =>
      (stack[at + (branch * actors + actor) * draws + draw] as number) -
        (stack[at + (apart * actors + actor) * draws + draw] as number) >
      (equalWithin[actor] as number),
  ).length;
}

/**
 * Finds the branch of the best score in every draw; true where in no draw another is equally good, and `taken` then says all. Otherwise
 * `shares` has the even mix of those that are.
 */
export function chooseBest(
  room: Choosing,
  at: number,
  count: number,
  deciders: readonly number[],
  apart: number,
  scales: BlockScales,
  within: number,
): boolean {
  const { draws, scores, shares, taken, best, next } = room;
  firstRow(draws, scores, taken, best, next);
  for (let branch = 1; branch < count; branch += 1) bestRow(branch, draws, scores, taken, best, next);
  const isClear = isClearBest(draws, best, next, within);
  if (isClear) return true;
  for (let draw = 0; draw < draws; draw += 1) {
    const enough = (best[draw] as number) - within;
    const isEnough = (branch: number) => (scores[branch * draws + draw] as number) >= enough;
    let most = -1;
    if (deciders.length > 1)
      for (let branch = 0; branch < count; branch += 1)
        if (isEnough(branch)) most = Math.max(most, gainersOf(room, at, branch, deciders, apart, scales, draw));
    let equal = 0;
    for (let branch = 0; branch < count; branch += 1) {
      const isBest =
        isEnough(branch) && (most === -1 || gainersOf(room, at, branch, deciders, apart, scales, draw) === most);
      shares[branch * draws + draw] = isBest ? 1 : 0;
      if (isBest) equal += 1;
    }
    for (let branch = 0; branch < count; branch += 1)
      shares[branch * draws + draw] = (shares[branch * draws + draw] as number) / equal;
  }
  return false;
}

function firstRow(
  draws: number,
  scores: Float64Array,
  taken: Int32Array,
  best: Float64Array,
  next: Float64Array,
): void {
  for (let draw = 0; draw < draws; draw += 1) {
    taken[draw] = 0;
    best[draw] = scores[draw] as number;
    next[draw] = Number.NEGATIVE_INFINITY;
  }
}

function bestRow(
  branch: number,
  draws: number,
  scores: Float64Array,
  taken: Int32Array,
  best: Float64Array,
  next: Float64Array,
): void {
  const from = branch * draws;
  for (let draw = 0; draw < draws; draw += 1) {
    const score = scores[from + draw] as number;
    if (score > (best[draw] as number)) {
      next[draw] = best[draw] as number;
      best[draw] = score;
      taken[draw] = branch;
    } else if (score > (next[draw] as number)) next[draw] = score;
  }
}

/** Whether in every draw the best score stands alone. */
function isClearBest(draws: number, best: Float64Array, next: Float64Array, within: number): boolean {
  for (let draw = 0; draw < draws; draw += 1)
    if ((next[draw] as number) >= (best[draw] as number) - within) return false;
  return true;
}

/** p ∝ exp(λ · score) in every draw, shared out over kin first: `kin` has, from `first` on, 1 ÷ the size of each branch's group. */
export function chooseByLogit(
  { draws, scores, shares, best }: Choosing,
  count: number,
  lambda: number,
  kin: Float64Array,
  first: number,
): void {
  for (let draw = 0; draw < draws; draw += 1) {
    let most = Number.NEGATIVE_INFINITY;
    for (let branch = 0; branch < count; branch += 1) most = Math.max(most, scores[branch * draws + draw] as number);
    best[draw] = most;
    let sum = 0;
    for (let branch = 0; branch < count; branch += 1) {
      const weight = (kin[first + branch] as number) * exp(lambda * ((scores[branch * draws + draw] as number) - most));
      shares[branch * draws + draw] = weight;
      sum += weight;
    }
    for (let branch = 0; branch < count; branch += 1)
      shares[branch * draws + draw] = (shares[branch * draws + draw] as number) / sum;
  }
}
