import { Block, intAt, NUMBER, numberAt, PAIR, rowAt } from './block';
import { exp, isPlain, log } from './elementary';
import { readLogit } from './odds';

/** Where the scores of a decision's branches begin, and how far they are apart: rows of the stack, or rows made of several. */
let scores: usize = 0;
let stride: usize = 0;

/** Finds the scores of a decision. False where they are not to be had here. */
function findScores(block: Block, node: i32, below: usize, count: i32): bool {
  const set = intAt(block.decider, node);
  if (set === -1) return false;
  const first = intAt(block.setOf, set);
  const members = intAt(block.setOf, set + 1) - first;
  if (members === 0) return false;
  if (members === 1) {
    scores = rowAt(block, below, intAt(block.members, first));
    stride = (block.actors * block.row) as usize;
    return true;
  }
  scores = block.scores;
  stride = block.row as usize;
  return scoreJoint(block, below, count, first, members, intAt(block.apart, node));
}

/**
 * Decides a node at which actors choose the best, where one branch is best in every draw: its values are written, and its share. False where
 * another is equally good in some draw: what was written is to be written over.
 */
export function takeBest(block: Block, node: i32, below: usize, to: usize, branch: i32, count: i32): bool {
  if (!findScores(block, node, below, count)) return false;
  const within = numberAt(block.scoreWithin, intAt(block.decider, node));
  return take(block, below, to, count, within, block.keepsShares ? rowAt(block, block.branchShares, branch) : 0);
}

/** Shares of the branches of a node at which better moves are made more often. */
export function chooseByLogit(block: Block, node: i32, below: usize, branch: i32, count: i32): bool {
  if (!findScores(block, node, below, count)) return false;
  return readLogit(block, scores, stride, branch, count, numberAt(block.lambda, intAt(block.decider, node)));
}

/** The scores of a joint decision: `scoreBlock` of src/analysis/kernel/blockChoice.ts. False where a root is not to be had here. */
function scoreJoint(block: Block, below: usize, count: i32, first: i32, members: i32, apart: i32): bool {
  const row = block.row as usize;
  const zero = f64x2.splat(0);
  let isComplete = true;
  for (let branch = 0; branch < count; branch += 1) {
    const to = rowAt(block, block.scores, branch);
    for (let at: usize = 0; at < row; at += PAIR) {
      let score = f64x2.splat(1);
      for (let member = first; member < first + members; member += 1) {
        const actor = intAt(block.members, member);
        const within = f64x2.splat(numberAt(block.equalWithin, actor));
        const value = v128.load(rowAt(block, below, branch * block.actors + actor) + at);
        const without = v128.load(rowAt(block, below, apart * block.actors + actor) + at);
        const difference = f64x2.sub(value, without);
        const counts = v128.or(f64x2.gt(difference, within), f64x2.lt(difference, f64x2.neg(within)));
        const gain = v128.and(difference, counts);
        const joined = v128.bitselect(score, f64x2.mul(score, gain), f64x2.lt(score, zero));
        score = v128.bitselect(f64x2.pmin(gain, score), joined, f64x2.lt(gain, zero));
      }
      const gains = f64x2.gt(score, zero);
      if (v128.any_true(gains)) {
        // 1 in the place of what is no product of gains, and has no root.
        const product = v128.bitselect(score, f64x2.splat(1), gains);
        if (members > 2 && !isPlain(product)) isComplete = false;
        const root = members === 2 ? f64x2.sqrt(product) : exp(f64x2.div(log(product), f64x2.splat(members as f64)));
        score = v128.bitselect(root, score, gains);
      }
      v128.store(to + at, score);
    }
  }
  return isComplete;
}

/** Takes the branch of the best score in each draw; true where in every draw it stands alone. */
function take(block: Block, below: usize, to: usize, count: i32, within: f64, shares: usize): bool {
  const row = block.row as usize;
  const values = (block.actors as usize) * row;
  let doubt = i64x2.splat(0);
  for (let at: usize = 0; at < row; at += PAIR) {
    let best = v128.load(scores + at);
    let next = f64x2.splat(-Infinity);
    let taken = i64x2.splat(0);
    for (let branch = 1; branch < count; branch += 1) {
      const score = v128.load(scores + (branch as usize) * stride + at);
      const isBest = f64x2.gt(score, best);
      next = v128.bitselect(best, f64x2.pmax(next, score), isBest);
      best = v128.bitselect(score, best, isBest);
      taken = v128.bitselect(i64x2.splat(branch), taken, isBest);
    }
    doubt = v128.or(doubt, f64x2.ge(next, f64x2.sub(best, f64x2.splat(within))));
    const one = below + (i64x2.extract_lane(taken, 0) as usize) * values + at;
    const other = below + (i64x2.extract_lane(taken, 1) as usize) * values + at + NUMBER;
    for (let actor: usize = 0; actor < values; actor += row) {
      store<f64>(to + actor + at, load<f64>(one + actor));
      store<f64>(to + actor + at + NUMBER, load<f64>(other + actor));
    }
    if (shares === 0) continue;
    for (let branch = 0; branch < count; branch += 1) {
      const isTaken = i64x2.eq(taken, i64x2.splat(branch));
      v128.store(shares + (branch as usize) * row + at, v128.and(f64x2.splat(1), isTaken));
    }
  }
  return !v128.any_true(doubt);
}
