/**
 * Arithmetic on rows of draws within flat arrays. Each loop is a function of its own, because engines compile small functions that are
 * called often better than a loop within a long one: measured, three times as fast.
 */

/** to = before + size. */
export function addRow(
  values: Float64Array,
  to: number,
  before: number,
  sizes: Float64Array,
  size: number,
  draws: number,
): void {
  for (let draw = 0; draw < draws; draw += 1)
    values[to + draw] = (values[before + draw] as number) + (sizes[size + draw] as number);
}

/** to = before + size · clip(by / unit, 0, 2). */
export function addScaledRow(
  values: Float64Array,
  to: number,
  before: number,
  by: number,
  unit: number,
  sizes: Float64Array,
  size: number,
  draws: number,
): void {
  for (let draw = 0; draw < draws; draw += 1) {
    const times = (values[by + draw] as number) / unit;
    const factor = times < 0 ? 0 : times > 2 ? 2 : times;
    values[to + draw] = (values[before + draw] as number) + (sizes[size + draw] as number) * factor;
  }
}

/** to = before · size. */
export function scaleRow(
  values: Float64Array,
  to: number,
  before: number,
  sizes: Float64Array,
  size: number,
  draws: number,
): void {
  for (let draw = 0; draw < draws; draw += 1)
    values[to + draw] = (values[before + draw] as number) * (sizes[size + draw] as number);
}

/** to = from, of another array. */
export function copyRow(into: Float64Array, to: number, values: Float64Array, from: number, draws: number): void {
  for (let draw = 0; draw < draws; draw += 1) into[to + draw] = values[from + draw] as number;
}

/** to = before, where the mask is 0. */
export function keepRow(
  values: Float64Array,
  to: number,
  before: number,
  masks: Uint8Array,
  mask: number,
  draws: number,
): void {
  for (let draw = 0; draw < draws; draw += 1)
    if (masks[mask + draw] === 0) values[to + draw] = values[before + draw] as number;
}

/**
 * to = base + height · clip(slope · at + offset, 0, 1). Written by absolute values, 2·clip(x, 0, 1) = |x| − |x − 1| + 1, because engines
 * make a comparison of each minimum: measured, three times as slow. It differs from the comparison in the last bits alone.
 */
export function worthRow(
  worths: Float64Array,
  to: number,
  values: Float64Array,
  at: number,
  slope: number,
  offset: number,
  base: number,
  height: number,
  draws: number,
): void {
  const half = height / 2;
  const middle = base + half;
  for (let draw = 0; draw < draws; draw += 1) {
    const share = slope * (values[at + draw] as number) + offset;
    worths[to + draw] = middle + half * (Math.abs(share) - Math.abs(share - 1));
  }
}

/** to = to + height · clip(slope · at + offset, 0, 1). */
export function risenRow(
  worths: Float64Array,
  to: number,
  values: Float64Array,
  at: number,
  slope: number,
  offset: number,
  height: number,
  draws: number,
): void {
  const half = height / 2;
  for (let draw = 0; draw < draws; draw += 1) {
    const share = slope * (values[at + draw] as number) + offset;
    worths[to + draw] = (worths[to + draw] as number) + half * (1 + Math.abs(share) - Math.abs(share - 1));
  }
}

/** to = times · add, of another array. */
export function timesRow(
  into: Float64Array,
  to: number,
  values: Float64Array,
  add: number,
  times: number,
  draws: number,
): void {
  for (let draw = 0; draw < draws; draw += 1) into[to + draw] = times * (values[add + draw] as number);
}

/** to = base + times · add, of another array. */
export function plusTimesRow(
  into: Float64Array,
  to: number,
  base: number,
  values: Float64Array,
  add: number,
  times: number,
  draws: number,
): void {
  for (let draw = 0; draw < draws; draw += 1)
    into[to + draw] = (into[base + draw] as number) + times * (values[add + draw] as number);
}

/** to = base + w₀ · a₀ + w₁ · a₁, each of an array of its own. */
export function plusTwoRow(
  into: Float64Array,
  to: number,
  bases: Float64Array,
  base: number,
  values: Float64Array,
  one: number,
  other: number,
  oneTimes: number,
  otherTimes: number,
  draws: number,
): void {
  for (let draw = 0; draw < draws; draw += 1)
    into[to + draw] =
      (bases[base + draw] as number) +
      oneTimes * (values[one + draw] as number) +
      otherTimes * (values[other + draw] as number);
}

/** to = base + w₀ · a₀ + w₁ · a₁ + w₂ · a₂, each of an array of its own. */
export function plusThreeRow(
  into: Float64Array,
  to: number,
  bases: Float64Array,
  base: number,
  values: Float64Array,
  one: number,
  other: number,
  third: number,
  oneTimes: number,
  otherTimes: number,
  thirdTimes: number,
  draws: number,
): void {
  for (let draw = 0; draw < draws; draw += 1)
    into[to + draw] =
      (bases[base + draw] as number) +
      oneTimes * (values[one + draw] as number) +
      otherTimes * (values[other + draw] as number) +
      thirdTimes * (values[third + draw] as number);
}

/** to = to + share · at. */
export function plusProductRow(
  values: Float64Array,
  to: number,
  shares: Float64Array,
  share: number,
  at: number,
  draws: number,
): void {
  for (let draw = 0; draw < draws; draw += 1)
    values[to + draw] =
      (values[to + draw] as number) + (shares[share + draw] as number) * (values[at + draw] as number);
}

/** to = the row that is taken in each draw, of rows that begin `stride` apart. */
export function takeRow(
  values: Float64Array,
  to: number,
  at: number,
  taken: Int32Array,
  stride: number,
  draws: number,
): void {
  for (let draw = 0; draw < draws; draw += 1)
    values[to + draw] = values[at + (taken[draw] as number) * stride + draw] as number;
}
