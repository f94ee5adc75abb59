/** The ranks of alternatives over a fine grid of weights, each point as likely: the slow and obvious version, right to the fineness of the grid. */
export function plainAcceptability(
  values: readonly (readonly number[])[],
  steps: number,
  isAllowed: (weights: readonly number[]) => boolean = () => true,
) {
  const width = values[0]?.length ?? 0;
  const grid: number[][] = [];
  const fill = (before: readonly number[], left: number): void => {
    if (before.length === width - 1) {
      grid.push([...before, left].map((part) => (part + 1 / width) / (steps + 1)));
      return;
    }
    for (let part = 0; part <= left; part += 1) fill([...before, part], left - part);
  };
  fill([], steps);
  const points = grid.filter(isAllowed);
  const ranks = values.map(() => values.map(() => 0));
  const sums = values.map(() => Array.from({ length: width }, () => 0));
  for (const weights of points) {
    const worth = values.map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
    for (const [one, own] of worth.entries()) {
      const better = worth.filter((other) => other > own + 1e-9).length;
      const equal = worth.filter((other) => Math.abs(other - own) <= 1e-9).length;
      for (let at = better; at < better + equal; at += 1) (ranks[one] ?? [])[at] = (ranks[one]?.[at] ?? 0) + 1 / equal;
      if (better === 0)
        for (const [at, weight] of weights.entries()) (sums[one] ?? [])[at] = (sums[one]?.[at] ?? 0) + weight / equal;
    }
  }
  return {
    rank: ranks.map((row) => row.map((count) => count / points.length)),
    central: sums.map((row, one) => {
      const first = ranks[one]?.[0] ?? 0;
      return first === 0 ? undefined : row.map((sum) => sum / first);
    }),
    points: points.length,
  };
}
