/** Whether one outcome is at least as good as another for every party, and better for one (weak dominance). */
const dominates = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((points, party) => points >= (other[party] as number)) &&
  one.some((points, party) => points > (other[party] as number));

/** Sorts from the most for the first party down, then for the second, and so on: what dominates an outcome stands before it. */
function byMost(one: readonly number[], other: readonly number[]): number {
  for (let party = 0; party < one.length; party += 1) {
    const difference = (other[party] as number) - (one[party] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * The Pareto frontier: the outcomes that no other one dominates, as indexes in rising order. Each outcome is a row of points, one per party,
 * each in that party's own unit. Equal outcomes are all kept.
 */
export function paretoFrontier(outcomes: readonly (readonly number[])[]): readonly number[] {
  const order = [...outcomes.keys()].sort(
    (a, b) => byMost(outcomes[a] as readonly number[], outcomes[b] as readonly number[]) || a - b,
  );
  const kept: number[] = [];
  for (const index of order) {
    const outcome = outcomes[index] as readonly number[];
    if (!kept.some((other) => dominates(outcomes[other] as readonly number[], outcome))) kept.push(index);
  }
  return kept.sort((a, b) => a - b);
}
