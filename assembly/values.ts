import { Block, byteAt, intAt, NUMBER, numberAt, PAIR, rowAt } from './block';

/** Reads whether a condition on an effect holds, in every draw, into its masks. The caller's, since a guard may say anything. */
declare function readCondition(condition: i32): void;

/** Reads every class of values: `readValues` of src/analysis/kernel/blockValues.ts. */
export function readValues(block: Block): void {
  const row = block.row as usize;
  for (let found = block.firstClass; found < block.classes; found += 1) {
    const to = rowAt(block, block.values, found);
    const before = rowAt(block, block.values, intAt(block.from, found));
    const effect = intAt(block.effect, found);
    const size = rowAt(block, block.sizes, effect);
    const kind = byteAt(block.kind, found);
    const by = intAt(block.by, found);
    if (kind === 1 && by === -1) {
      for (let at: usize = 0; at < row; at += PAIR)
        v128.store(to + at, f64x2.add(v128.load(before + at), v128.load(size + at)));
    } else if (kind === 1) {
      addScaled(to, before, rowAt(block, block.values, by), numberAt(block.ref, effect), size, row);
    } else if (kind === 2) {
      for (let at: usize = 0; at < row; at += PAIR)
        v128.store(to + at, f64x2.mul(v128.load(before + at), v128.load(size + at)));
    } else memory.copy(to, size, row);
    const condition = intAt(block.when, found);
    if (condition !== -1) keep(block, to, before, condition);
  }
}

/** to = before + size · clip(by / unit, 0, 2). */
function addScaled(to: usize, before: usize, by: usize, unit: f64, size: usize, row: usize): void {
  for (let at: usize = 0; at < row; at += PAIR) {
    const times = f64x2.div(v128.load(by + at), f64x2.splat(unit));
    const factor = f64x2.pmin(f64x2.pmax(times, f64x2.splat(0)), f64x2.splat(2));
    v128.store(to + at, f64x2.add(v128.load(before + at), f64x2.mul(v128.load(size + at), factor)));
  }
}

/** to = before, where a condition does not hold. */
function keep(block: Block, to: usize, before: usize, condition: i32): void {
  readCondition(condition);
  const draws = (block.row as usize) / NUMBER;
  const mask = block.masks + (condition as usize) * draws;
  for (let draw: usize = 0; draw < draws; draw += 1)
    if (load<u8>(mask + draw) === 0) store<f64>(to + draw * NUMBER, load<f64>(before + draw * NUMBER));
}
