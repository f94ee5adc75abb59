import { Block, intAt, NUMBER, numberAt, PAIR, rowAt } from './block';
import { exp, isModest } from './elementary';

/** Whether a decision's moves have tendencies. */
export function declares(block: Block, branch: i32): bool {
  const base = load<f64>(rowAt(block, block.bases, intAt(block.move, branch)));
  return base - base === 0;
}

/**
 * Shares of a node's branches by their likelihoods or tendencies: `oddsBlock` of src/analysis/kernel/blockRollback.ts. False where some leans
 * too far to be computed here.
 */
export function readOdds(block: Block, branch: i32, count: i32): bool {
  const row = block.row as usize;
  for (let at: usize = 0; at < row; at += PAIR) {
    let sum = f64x2.splat(0);
    for (let index = 0; index < count; index += 1) {
      const base = v128.load(rowAt(block, block.bases, intAt(block.move, branch + index)) + at);
      const first = intAt(block.leansOf, branch + index);
      const end = intAt(block.leansOf, branch + index + 1);
      let weight = base;
      if (first !== end) {
        const tilt = tiltOf(block, first, end, at);
        if (!isModest(tilt)) return false;
        weight = f64x2.mul(base, exp(tilt));
      }
      v128.store(rowAt(block, block.shares, index) + at, weight);
      sum = f64x2.add(sum, weight);
    }
    divide(block, count, at, sum);
  }
  return true;
}

/** The sum of a move's leans: how far the values it leans on are from where it leans neither way. */
function tiltOf(block: Block, first: i32, end: i32, at: usize): v128 {
  let tilt = f64x2.splat(0);
  for (let lean = first; lean < end; lean += 1) {
    const raw = v128.load(rowAt(block, block.values, intAt(block.leanClass, lean)) + at);
    const high = f64x2.splat(numberAt(block.leanHigh, lean));
    const value = f64x2.pmin(f64x2.pmax(raw, f64x2.splat(numberAt(block.leanLow, lean))), high);
    const from = f64x2.sub(value, f64x2.splat(numberAt(block.leanRef, lean)));
    tilt = f64x2.add(tilt, f64x2.mul(f64x2.splat(numberAt(block.leanPer, lean)), from));
  }
  return tilt;
}

/** p ∝ exp(λ · score), shared out over kin first. False where some score is so far below the best that it is not computed here. */
export function readLogit(block: Block, scores: usize, stride: usize, branch: i32, count: i32, lambda: f64): bool {
  const row = block.row as usize;
  for (let at: usize = 0; at < row; at += PAIR) {
    let most = f64x2.splat(-Infinity);
    for (let index = 0; index < count; index += 1)
      most = f64x2.pmax(most, v128.load(scores + (index as usize) * stride + at));
    let sum = f64x2.splat(0);
    for (let index = 0; index < count; index += 1) {
      const score = v128.load(scores + (index as usize) * stride + at);
      const below = f64x2.mul(f64x2.splat(lambda), f64x2.sub(score, most));
      if (!isModest(below)) return false;
      const weight = f64x2.mul(f64x2.splat(numberAt(block.kinWeight, branch + index)), exp(below));
      v128.store(rowAt(block, block.shares, index) + at, weight);
      sum = f64x2.add(sum, weight);
    }
    divide(block, count, at, sum);
  }
  return true;
}

function divide(block: Block, count: i32, at: usize, sum: v128): void {
  for (let index = 0; index < count; index += 1) {
    const share = rowAt(block, block.shares, index) + at;
    v128.store(share, f64x2.div(v128.load(share), sum));
  }
}

/** Writes what a node is worth to each actor: the sum over its branches of share and value; and keeps the shares where that was asked. */
export function mix(block: Block, below: usize, to: usize, branch: i32, count: i32): void {
  const row = block.row as usize;
  for (let actor = 0; actor < block.actors; actor += 1) {
    for (let at: usize = 0; at < row; at += PAIR) {
      let value = f64x2.splat(0);
      for (let index = 0; index < count; index += 1) {
        const share = v128.load(rowAt(block, block.shares, index) + at);
        const after = v128.load(rowAt(block, below, index * block.actors + actor) + at);
        value = f64x2.add(value, f64x2.mul(share, after));
      }
      v128.store(rowAt(block, to, actor) + at, value);
    }
  }
  if (block.keepsShares) memory.copy(rowAt(block, block.branchShares, branch), block.shares, (count as usize) * row);
}

/** The only branch there is is taken. */
export function takeOnly(block: Block, below: usize, to: usize, branch: i32): void {
  memory.copy(to, below, (block.actors * block.row) as usize);
  if (!block.keepsShares) return;
  const share = rowAt(block, block.branchShares, branch);
  for (let at: usize = 0; at < (block.row as usize); at += NUMBER) store<f64>(share + at, 1);
}
