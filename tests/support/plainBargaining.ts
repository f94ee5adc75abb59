import type { PlainGame, PlainNode } from './randomGameTree.ts';

type Row = readonly number[];

const beats = (one: Row, other: Row): boolean =>
  one.every((points, party) => points >= (other[party] ?? 0)) &&
  one.some((points, party) => points > (other[party] ?? 0));

/** Outcomes that none of the others beats, by comparing each with each. */
export const plainFrontier = (rows: readonly Row[]): readonly number[] =>
  [...rows.keys()].filter((index) => !rows.some((other) => beats(other, rows[index] ?? [])));

const product = (numbers: readonly number[]): number => numbers.reduce((all, number) => all * number, 1);

/** The definitions of the bargaining set, word for word, for points that are whole numbers, so that products and sums are exact. */
export function plainBargaining(rows: readonly Row[], reservation: readonly (number | null)[]) {
  const apart = reservation.map((value, party) => value ?? Math.min(...rows.map((row) => row[party] ?? 0)));
  const gains = (index: number): readonly number[] =>
    (rows[index] ?? []).map((points, party) => points - (apart[party] ?? 0));
  const zopa = [...rows.keys()].filter((index) => gains(index).every((gain) => gain >= 0));
  const pareto = zopa.filter((index) => plainFrontier(rows).includes(index));
  const most = (candidates: readonly number[], score: (index: number) => number) =>
    candidates.filter((index) => candidates.every((other) => score(index) >= score(other)));
  const gainers = (index: number) => gains(index).flatMap((gain, party) => (gain > 0 ? [party] : []));
  const largest = Math.max(0, ...pareto.map((index) => gainers(index).length));
  const nash = pareto.filter((index) => {
    if (gainers(index).length < largest) return false;
    const same = pareto.filter((other) => gainers(other).join() === gainers(index).join());
    const score = (of: number) => product(gainers(of).map((party) => gains(of)[party] ?? 0));
    return same.every((other) => score(index) >= score(other));
  });
  const ranges = apart.map((_, party) => Math.max(...zopa.map((index) => gains(index)[party] ?? 0)));
  // Ratios over a common denominator, so that they are whole too.
  const whole = product(ranges.filter((range) => range > 0));
  const ratios = (index: number) =>
    gains(index).flatMap((gain, party) => {
      const range = ranges[party] ?? 0;
      return range > 0 ? [gain * (whole / range)] : [];
    });
  return {
    zopa,
    pareto,
    nash,
    kalaiSmorodinsky: most(pareto, (index) => Math.min(...ratios(index))),
    egalitarian: most(pareto, (index) => Math.min(...gains(index))),
    utilitarian: most(pareto, (index) => (rows[index] ?? []).reduce((sum, points) => sum + points, 0)),
  };
}

/** What two actors come to under each plan that they could bind themselves to: every plan, one by one. `shares` is the solved play of each node. */
export function plainAgreements(
  { root }: PlainGame,
  shares: (node: PlainNode) => readonly number[],
  pair: readonly [number, number],
): readonly Row[] {
  const all = (node: PlainNode): readonly Row[] => {
    const own = pair.map((actor) => node.paid[actor] ?? 0);
    const plus = (row: Row): Row => own.map((amount, party) => amount + (row[party] ?? 0));
    if (node.mover === 'end') return [own];
    if (Array.isArray(node.mover) && node.mover.some((actor) => pair.includes(actor)))
      return node.branches.flatMap(({ to }) => all(to)).map(plus);
    const odds = shares(node);
    let sums: readonly Row[] = [[0, 0]];
    for (const [index, { to }] of node.branches.entries()) {
      const share = odds[index] ?? 0;
      if (share === 0) continue;
      const after = all(to);
      sums = sums.flatMap((sum) => after.map((row) => sum.map((points, party) => points + share * (row[party] ?? 0))));
    }
    return sums.map(plus);
  };
  return all(root);
}
