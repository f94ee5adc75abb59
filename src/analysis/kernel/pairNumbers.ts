/** Numbers pairs of whole numbers in the order in which they are first met. */
export interface PairNumbers {
  /** The pair's number; `count` before the call where it was not met before. Both parts are 32-bit and not negative. */
  readonly of: (one: number, other: number) => number;
  readonly count: () => number;
}

/**
 * A table of pairs by open addressing with linear probing (Knuth, The Art of Computer Programming 3, 6.4): a Map would make an object
 * for each of the million pairs of a large tree.
 */
export function pairNumbers(expected = 1024): PairNumbers {
  let size = 2 ** Math.ceil(Math.log2(Math.max(16, 2 * expected)));
  let slots = new Int32Array(size).fill(-1);
  let ones = new Int32Array(expected);
  let others = new Int32Array(expected);
  let count = 0;
  const slotOf = (one: number, other: number): number => {
    const mixed = Math.imul(Math.imul(one, 0x9e3779b1) ^ other, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & (size - 1);
    for (;;) {
      const number = slots[slot] as number;
      if (number === -1 || (ones[number] === one && others[number] === other)) return slot;
      slot = (slot + 1) & (size - 1);
    }
  };
  const grow = () => {
    size *= 2;
    slots = new Int32Array(size).fill(-1);
    for (let number = 0; number < count; number += 1)
      slots[slotOf(ones[number] as number, others[number] as number)] = number;
  };
  const longer = (list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
    const copy = new Int32Array(2 * list.length);
    copy.set(list);
    return copy;
  };
  return {
    of: (one, other) => {
      const slot = slotOf(one, other);
      const known = slots[slot] as number;
      if (known !== -1) return known;
      if (count === ones.length) {
        ones = longer(ones);
        others = longer(others);
      }
      ones[count] = one;
      others[count] = other;
      slots[slot] = count;
      count += 1;
      if (2 * count > size) grow();
      return count - 1;
    },
    count: () => count,
  };
}
