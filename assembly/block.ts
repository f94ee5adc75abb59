/** Bytes of a number, and of the two that one instruction computes with. */
export const NUMBER: usize = 8;
export const PAIR: usize = 16;

/**
 * Where everything of a block of draws lies in the memory: addresses in bytes, lists as src/analysis/kernel has them. A row is a number
 * per draw. Written by src/analysis/kernel/wasmBlocks.ts, in this order.
 */
@unmanaged
export class Block {
  /** Bytes of a row. */
  row: i32;
  actors: i32;
  /** Whether shares of branches are kept; and how actors choose: one of the numbers below. */
  keepsShares: i32;
  play: i32;

  /** The first class of values that an effect makes, and how many classes there are. */
  firstClass: i32;
  classes: i32;
  kind: usize;
  from: usize;
  effect: usize;
  by: usize;
  when: usize;
  ref: usize;
  values: usize;
  sizes: usize;
  masks: usize;

  columns: i32;
  worthOf: usize;
  worthShape: usize;
  /** Per shape and one more, its straight parts. */
  shapeParts: usize;
  shapeBase: usize;
  slope: usize;
  offset: usize;
  rise: usize;
  worths: usize;
  /** A `Sums` per actor. */
  sums: usize;

  nodes: i32;
  nodeKind: usize;
  depth: usize;
  ordinal: usize;
  first: usize;
  decider: usize;
  apart: usize;
  /** Per set of deciders and one more, where its actors begin in `members`. */
  setOf: usize;
  members: usize;
  equalWithin: usize;
  scoreWithin: usize;
  lambda: usize;
  kinWeight: usize;
  /** Per branch its move; per branch and one more its leans. */
  move: usize;
  leansOf: usize;
  leanClass: usize;
  leanPer: usize;
  leanRef: usize;
  leanLow: usize;
  leanHigh: usize;
  bases: usize;
  /** Bytes of a level of the stack. */
  level: i32;
  stack: usize;
  scores: usize;
  shares: usize;
  branchShares: usize;
  /** Room for the nodes above the one that is walked. */
  path: usize;
}

/** Ways to choose, as `play` says. Whatever else it says is the caller's. */
export const RATIONAL = 1;
export const BOUNDED = 2;
export const TENDENCY = 3;

/** An actor's payoffs, as `ActorSums` has them; and the rows of its shared sums. */
@unmanaged
export class Sums {
  count: i32;
  before: usize;
  column: usize;
  weight: usize;
  shared: usize;
  ownCount: i32;
  ownWeights: usize;
  own: usize;
  rows: usize;
}

export function byteAt(list: usize, index: i32): i32 {
  return load<u8>(list + (index as usize));
}

export function shortAt(list: usize, index: i32): i32 {
  return load<u16>(list + ((index as usize) << 1));
}

export function intAt(list: usize, index: i32): i32 {
  return load<i32>(list + ((index as usize) << 2));
}

export function numberAt(list: usize, index: i32): f64 {
  return load<f64>(list + ((index as usize) << 3));
}

/** Where a row begins, of rows that follow each other. */
export function rowAt(block: Block, rows: usize, index: i32): usize {
  return rows + (index as usize) * (block.row as usize);
}
