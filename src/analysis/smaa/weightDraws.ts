import { log } from '../../domain/elementary.ts';
import { randomKey, uniformAt } from '../../domain/random.ts';
import { fail, type Result, succeed } from '../../domain/result.ts';
import { logGammaStream, shares } from './gammaDraw.ts';
import { freeMass, halfSpaces, keepsBounds, varying, type WeightSpace } from './weightSpace.ts';

/** Weights in every draw: a row per draw, a weight per criterion. */
export interface WeightDraws {
  readonly count: number;
  readonly width: number;
  readonly rows: Float64Array;
}

/** Whose weights are drawn, and how often. A draw depends on seed, scope, names of criteria and its index alone. */
export interface WeightAsk {
  readonly seed: number;
  readonly count: number;
  /** Told apart from other weights of the same seed and names, for example by the actor. */
  readonly scope: string;
  readonly first?: number;
}

/** Tries that a draw has to keep all bounds. */
const MOST_TRIES = 2000;

const TOO_NARROW =
  'the bounds leave so small a part of all weights that draws do not come upon it; widen them, or name fewer criteria that vary';

/** A draw of the weights that vary before bounds are asked, per try; what is left after the least weights is shared out. */
function proposals(
  { criteria, law, low }: WeightSpace,
  free: readonly number[],
  { seed, scope }: WeightAsk,
  mass: number,
) {
  const slack = mass - free.reduce((sum, criterion) => sum + (low[criterion] ?? 0), 0);
  const made: ((draw: number) => number)[][] = [];
  const streams = (attempt: number): readonly ((draw: number) => number)[] => {
    const known = made[attempt];
    if (known !== undefined) return known;
    const found = free.map((criterion) => {
      const id = `weight ${scope} ${criteria[criterion]}${attempt === 0 ? '' : ` try ${attempt}`}`;
      if (law.name === 'dirichlet') return logGammaStream(seed, id, law.alpha[criterion] as number);
      const key = randomKey(seed, id);
      // Shares of independent exponential variables are uniform on the simplex.
      return (draw: number) => log(-log(uniformAt(key, draw)));
    });
    made[attempt] = found;
    return found;
  };
  return (draw: number, attempt: number): readonly number[] => {
    const parts = shares(streams(attempt).map((stream) => stream(draw)));
    return law.name === 'uniform'
      ? parts.map((part, index) => (low[free[index] as number] ?? 0) + slack * part)
      : parts.map((part) => mass * part);
  };
}

/**
 * Hands out the weights of a list of levels so that the order is kept: the largest to the first level, and within a level as they came.
 * Right only where the weights are exchangeable: of one law and with the same bounds.
 */
function sortedInto(levels: readonly (readonly number[])[], row: Float64Array): void {
  const all = levels.flat();
  const sorted = all.map((criterion) => row[criterion] as number).sort((a, b) => b - a);
  let from = 0;
  for (const level of levels) {
    const weights = sorted.slice(from, from + level.length);
    const rank = level.toSorted((a, b) => (row[b] as number) - (row[a] as number) || a - b);
    for (const [index, criterion] of rank.entries()) row[criterion] = weights[index] as number;
    from += level.length;
  }
}

/** The orders that can be kept by sorting: apart from each other, of weights that vary alike. The others are kept by trying again. */
function sortable({ fixed, law, low, high, orders }: WeightSpace): readonly (readonly (readonly number[])[])[] {
  const alike = (one: number, other: number) =>
    low[one] === low[other] &&
    high[one] === high[other] &&
    (law.name === 'uniform' || law.alpha[one] === law.alpha[other]);
  return orders.filter((levels, index) => {
    const members = levels.flat();
    const isApart = orders.every((other, at) => at === index || !other.flat().some((one) => members.includes(one)));
    return isApart && members.every((one) => fixed[one] === undefined && alike(one, members[0] as number));
  });
}

/**
 * Draws weights from a space: uniform (Exp(1) variables divided by their sum) or Dirichlet on the weights that vary, within their bounds and
 * orders. Fails, in words, where the bounds leave nothing or next to nothing.
 */
export function weightDraws(space: WeightSpace, ask: WeightAsk): Result<WeightDraws, string> {
  const { criteria, fixed, low, high } = space;
  const free = varying(space);
  const mass = freeMass(space);
  const sumOf = (bounds: readonly number[]) => free.reduce((sum, criterion) => sum + (bounds[criterion] as number), 0);
  if (sumOf(low) > mass + 1e-12 || sumOf(high) < mass - 1e-12)
    return fail('no weights keep these bounds: the least of them sum to more than 1, or the most to less');
  const width = criteria.length;
  const rows = new Float64Array(ask.count * width);
  const bounds = halfSpaces(space);
  const sorted = sortable(space);
  const propose = proposals(space, free, ask, mass);
  for (let index = 0; index < ask.count; index += 1) {
    const row = rows.subarray(index * width, (index + 1) * width);
    const draw = (ask.first ?? 0) + index;
    for (const [criterion, weight] of fixed.entries()) row[criterion] = weight ?? 0;
    if (free.length === 0) {
      if (!keepsBounds(bounds, row)) return fail('the fixed weights do not keep the bounds');
      continue;
    }
    let isFound = false;
    for (let attempt = 0; attempt < MOST_TRIES && !isFound; attempt += 1) {
      for (const [at, weight] of propose(draw, attempt).entries()) row[free[at] as number] = weight;
      for (const levels of sorted) sortedInto(levels, row);
      isFound = keepsBounds(bounds, row);
    }
    if (!isFound) return fail(TOO_NARROW);
  }
  return succeed({ count: ask.count, width, rows });
}
