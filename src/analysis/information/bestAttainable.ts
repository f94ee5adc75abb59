/** A random number with finitely many values: the values in rising order, and how likely each is. */
export interface Discrete {
  readonly values: readonly number[];
  readonly odds: readonly number[];
}

export const certain = (value: number): Discrete => ({ values: [value], odds: [1] });

export const shifted = ({ values, odds }: Discrete, by: number): Discrete =>
  by === 0 ? { values, odds } : { values: values.map((value) => value + by), odds };

export const meanOf = ({ values, odds }: Discrete): number =>
  values.reduce((sum, value, index) => sum + value * (odds[index] ?? 0), 0);

/** One of several, drawn by `weights`. */
export function mixture(parts: readonly Discrete[], weights: readonly number[]): Discrete {
  const all = parts
    .flatMap(({ values, odds }, part) =>
      values.map((value, index) => ({ value, odds: (odds[index] ?? 0) * (weights[part] ?? 0) })),
    )
    .filter(({ odds }) => odds > 0)
    .sort((a, b) => a.value - b.value);
  return gathered(all);
}

/** The larger of two that are independent: P(max ≤ x) = P(one ≤ x) × P(other ≤ x). */
export function largerOf(one: Discrete, other: Discrete): Discrete {
  const all: { value: number; odds: number }[] = [];
  let [i, j, below, beside] = [0, 0, 0, 0];
  while (i < one.values.length || j < other.values.length) {
    const value = Math.min(one.values[i] ?? Number.POSITIVE_INFINITY, other.values[j] ?? Number.POSITIVE_INFINITY);
    const here = one.values[i] === value ? (one.odds[i++] ?? 0) : 0;
    const there = other.values[j] === value ? (other.odds[j++] ?? 0) : 0;
    // P(one = x, other ≤ x) + P(one < x, other = x): no difference of sums, so that nothing cancels.
    const odds = here * (beside + there) + below * there;
    below += here;
    beside += there;
    if (odds > 0) all.push({ value, odds });
  }
  return gathered(all);
}

function gathered(sorted: readonly { readonly value: number; readonly odds: number }[]): Discrete {
  const values: number[] = [];
  const odds: number[] = [];
  for (const point of sorted) {
    if (values.at(-1) === point.value) odds[odds.length - 1] = (odds.at(-1) ?? 0) + point.odds;
    else {
      values.push(point.value);
      odds.push(point.odds);
    }
  }
  return { values, odds };
}
