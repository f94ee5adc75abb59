import { rangeOf } from './heldDraws.ts';
import type { Ranged } from './lineFindings.ts';
import type { LineValues } from './lineValues.ts';

/** How an outcome stands to walking away, for one actor: in whole points, as they are shown, over the range of judgement. */
export type Side = 'better' | 'worse' | 'level' | 'open';

/** What an outcome is worth more than walking away to an actor, on shared draws: what both have in common cancels. */
export function gainOver(
  outcome: { readonly central: number; readonly drawn: readonly number[] },
  walkAway: { readonly central: number; readonly drawn: readonly number[] },
): Ranged {
  if (outcome.drawn.length !== walkAway.drawn.length) throw new RangeError('two places share their draws');
  return {
    central: outcome.central - walkAway.central,
    range: rangeOf(outcome.drawn.map((value, draw) => value - (walkAway.drawn[draw] ?? Number.NaN))),
  };
}

/** Which side of zero a gain lies on; open where its range of judgement reaches both sides, or to zero. */
export function sideOf({ range }: Ranged): Side {
  const [low, high] = [Math.round(range.low), Math.round(range.high)];
  if (low >= 1) return 'better';
  if (high <= -1) return 'worse';
  return low === 0 && high === 0 ? 'level' : 'open';
}

/** Both principals' sides as one: better for both, surely not so, or open. */
export function bothSides([one, other]: readonly [Side, Side]): 'both' | 'notBoth' | 'open' {
  const sides = [one, other];
  if (sides.includes('worse')) return 'notBoth';
  if (one === 'level' && other === 'level') return 'notBoth';
  return sides.includes('open') ? 'open' : 'both';
}

/** Smaller differences are rounding of the arithmetic. */
const LEVEL = 1e-9;

/** Draws in which one and the same line is worth most to both principals, of some lines that were drawn alike. */
export function drawsWithOneBest(lines: readonly LineValues['drawn'][]): number {
  const draws = lines[0]?.[0].length ?? 0;
  let found = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const most = ([0, 1] as const).map((principal) =>
      Math.max(...lines.map((line) => line[principal][draw] ?? Number.NEGATIVE_INFINITY)),
    );
    const isMost = (line: LineValues['drawn'], principal: 0 | 1) =>
      (line[principal][draw] ?? Number.NEGATIVE_INFINITY) >= (most[principal] ?? 0) - LEVEL;
    if (lines.some((line) => isMost(line, 0) && isMost(line, 1))) found += 1;
  }
  return found;
}
