import { Block, intAt, numberAt, PAIR, rowAt, Sums } from './block';

/** Reads every worth: `worthRow` and `risenRow` of src/analysis/kernel/rows.ts. */
export function readWorths(block: Block): void {
  const row = block.row as usize;
  for (let column = 0; column < block.columns; column += 1) {
    const from = rowAt(block, block.values, intAt(block.worthOf, column));
    const to = rowAt(block, block.worths, column);
    const shape = intAt(block.worthShape, column);
    const first = intAt(block.shapeParts, shape);
    const end = intAt(block.shapeParts, shape + 1);
    const base = numberAt(block.shapeBase, shape);
    if (first === end) for (let at: usize = 0; at < row; at += PAIR) v128.store(to + at, f64x2.splat(base));
    for (let part = first; part < end; part += 1) {
      const half = numberAt(block.rise, part) / 2;
      const halves = f64x2.splat(half);
      const slope = f64x2.splat(numberAt(block.slope, part));
      const offset = f64x2.splat(numberAt(block.offset, part));
      if (part === first) {
        const middle = f64x2.splat(base + half);
        for (let at: usize = 0; at < row; at += PAIR) {
          const share = f64x2.add(f64x2.mul(slope, v128.load(from + at)), offset);
          const risen = f64x2.sub(f64x2.abs(share), f64x2.abs(f64x2.sub(share, f64x2.splat(1))));
          v128.store(to + at, f64x2.add(middle, f64x2.mul(halves, risen)));
        }
      } else {
        for (let at: usize = 0; at < row; at += PAIR) {
          const share = f64x2.add(f64x2.mul(slope, v128.load(from + at)), offset);
          const one = f64x2.splat(1);
          const risen = f64x2.sub(f64x2.add(one, f64x2.abs(share)), f64x2.abs(f64x2.sub(share, one)));
          v128.store(to + at, f64x2.add(v128.load(to + at), f64x2.mul(halves, risen)));
        }
      }
    }
  }
}

function sumsOf(block: Block, actor: i32): Sums {
  return changetype<Sums>(block.sums + (actor as usize) * offsetof<Sums>());
}

/** Reads every sum of worths that several ends share. */
export function readSums(block: Block): void {
  const row = block.row as usize;
  for (let actor = 0; actor < block.actors; actor += 1) {
    const sums = sumsOf(block, actor);
    for (let sum = 0; sum < sums.count; sum += 1) {
      const add = rowAt(block, block.worths, intAt(sums.column, sum));
      const to = rowAt(block, sums.rows, sum);
      const times = f64x2.splat(numberAt(sums.weight, sum));
      const earlier = intAt(sums.before, sum);
      if (earlier === -1) {
        for (let at: usize = 0; at < row; at += PAIR) v128.store(to + at, f64x2.mul(times, v128.load(add + at)));
        continue;
      }
      const before = rowAt(block, sums.rows, earlier);
      for (let at: usize = 0; at < row; at += PAIR)
        v128.store(to + at, f64x2.add(v128.load(before + at), f64x2.mul(times, v128.load(add + at))));
    }
  }
}

/** Writes what an actor has at an end. Eight draws at a time stay in registers while all that the end adds is added. */
export function writeEnd(block: Block, actor: i32, end: i32, to: usize): void {
  const row = block.row as usize;
  const sums = sumsOf(block, actor);
  const shared = intAt(sums.shared, end);
  const base = rowAt(block, sums.rows, shared);
  const count = sums.ownCount;
  const own = sums.own + (((end * count) as usize) << 2);
  for (let at: usize = 0; at < row; at += 4 * PAIR) {
    let one = f64x2.splat(0);
    let two = one;
    let three = one;
    let four = one;
    if (shared !== -1) {
      one = v128.load(base + at);
      two = v128.load(base + at, 16);
      three = v128.load(base + at, 32);
      four = v128.load(base + at, 48);
    }
    for (let index = 0; index < count; index += 1) {
      const add = rowAt(block, block.worths, intAt(own, index)) + at;
      const times = f64x2.splat(numberAt(sums.ownWeights, index));
      one = f64x2.add(one, f64x2.mul(times, v128.load(add)));
      two = f64x2.add(two, f64x2.mul(times, v128.load(add, 16)));
      three = f64x2.add(three, f64x2.mul(times, v128.load(add, 32)));
      four = f64x2.add(four, f64x2.mul(times, v128.load(add, 48)));
    }
    v128.store(to + at, one);
    v128.store(to + at, two, 16);
    v128.store(to + at, three, 32);
    v128.store(to + at, four, 48);
  }
}
