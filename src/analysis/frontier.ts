/** What an outcome is worth to the two principals, each in its own points. */
export type PayoffPair = readonly [number, number];

/** Whether one pair is at least as good for both and better for one. */
export const dominates = ([a, b]: PayoffPair, [c, d]: PayoffPair): boolean => a >= c && b >= d && (a > c || b > d);

/**
 * The outcomes that no other dominates (the Pareto frontier), from the least to the most for the first principal. Equal outcomes are
 * all kept, in the order in which they came.
 */
export function frontierOf<Item extends { readonly payoffs: PayoffPair }>(items: readonly Item[]): readonly Item[] {
  // Turned round first, because what is kept is turned round at the end, and equal outcomes keep their order.
  const order = [...items].reverse().sort(({ payoffs: [a, b] }, { payoffs: [c, d] }) => c - a || d - b);
  const kept: Item[] = [];
  // From the most for the first principal on, an outcome stands if it is the most for the second so far.
  let highest: PayoffPair = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const item of order) {
    const [a, b] = item.payoffs;
    const equal = a === highest[0] && b === highest[1];
    if (!equal && b <= highest[1]) continue;
    highest = item.payoffs;
    kept.push(item);
  }
  return kept.reverse();
}
