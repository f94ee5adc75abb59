import type { Played, Varied } from './varied.ts';

/** A value at which what is best to do changes: below it one policy, above it the other. */
export interface Flip<Policy> {
  readonly x: number;
  readonly from: Policy;
  readonly to: Policy;
}

/** How closely flips are looked for. */
export interface FlipSearch {
  /** How near a flip is to the place where it is told. */
  readonly within: number;
  /** Looks inside each step of the grid, so that a policy which comes and goes between two points of it is found. */
  readonly looks?: number;
}

/** A step with more flips than this has a policy that flickers; it is looked at no further. */
const MOST_FLIPS = 100;

type Point<Policy> = { readonly x: number; readonly played: Played<Policy> | undefined };

/**
 * Every flip of the best policy over a grid, by bisection on the policy itself: between two neighbours with different policies the last
 * place with the left one is found, then the step is taken past it, and so on. Nothing is interpolated, because with several actors a
 * value may jump where another one switches. Flips nearer to each other than the search can tell apart are one.
 */
export function flipsOf<Policy>(
  { solve, keyOf }: Pick<Varied<Policy>, 'solve' | 'keyOf'>,
  grid: readonly number[],
  { within, looks = 1 }: FlipSearch,
): readonly Flip<Policy>[] {
  const keyAt = ({ played }: Point<Policy>): string | undefined =>
    played === undefined ? undefined : keyOf(played.policy);
  const pointAt = (x: number): Point<Policy> => ({ x, played: solve(x) });
  const found: Flip<Policy>[] = [];

  /** Flips between two points, the left one first. */
  function between(left: Point<Policy>, right: Point<Policy>): void {
    const end = keyAt(right);
    let low = left;
    for (let count = 0; count < MOST_FLIPS && keyAt(low) !== end; count += 1) {
      const here = keyAt(low);
      let high = right;
      while (high.x - low.x > within) {
        const middle = pointAt(low.x + (high.x - low.x) / 2);
        if (middle.x <= low.x || middle.x >= high.x) break;
        if (keyAt(middle) === here) low = middle;
        else high = middle;
      }
      if (low.played !== undefined && high.played !== undefined)
        found.push({ x: low.x + (high.x - low.x) / 2, from: low.played.policy, to: high.played.policy });
      low = high;
    }
  }

  const [first, ...others] = grid;
  if (first === undefined) return found;
  let left = pointAt(first);
  for (const x of others) {
    const from = left.x;
    for (let look = 1; look <= looks; look += 1) {
      const right = pointAt(look === looks ? x : from + ((x - from) * look) / looks);
      between(left, right);
      left = right;
    }
  }
  return merged(found, keyOf, within);
}

/** Two flips at one place, within what the search can tell, are one: a tie of a single point stands between them. */
function merged<Policy>(
  flips: readonly Flip<Policy>[],
  keyOf: (policy: Policy) => string,
  within: number,
): readonly Flip<Policy>[] {
  const kept: Flip<Policy>[] = [];
  for (const flip of flips) {
    const before = kept.at(-1);
    if (before !== undefined && flip.x - before.x <= 4 * within) {
      kept.pop();
      if (keyOf(before.from) !== keyOf(flip.to))
        kept.push({ x: (before.x + flip.x) / 2, from: before.from, to: flip.to });
    } else kept.push(flip);
  }
  return kept;
}
