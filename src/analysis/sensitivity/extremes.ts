import { type GameTree, NODE } from '../../domain/gameTree.ts';

/**
 * What one actor gets in a tree where chance comes out at its worst, or at its best, and every decision is the actor's own best: maximin
 * and maximax. A result of probability 0 does not come out.
 */
export function extremes({ kind, first, child, odds, payoffs }: GameTree): {
  readonly maximin: number;
  readonly maximax: number;
} {
  const paid = payoffs[0] as Float64Array;
  const rolled = (chance: (a: number, b: number) => number): number => {
    const values = new Float64Array(kind.length);
    for (let node = kind.length - 1; node >= 0; node -= 1) {
      let value: number | undefined;
      for (let branch = first[node] as number; branch < (first[node + 1] as number); branch += 1) {
        if (kind[node] === NODE.chance && odds[branch] === 0) continue;
        const next = values[child[branch] as number] as number;
        value = value === undefined ? next : kind[node] === NODE.chance ? chance(value, next) : Math.max(value, next);
      }
      values[node] = (paid[node] as number) + (value ?? 0);
    }
    return values[0] ?? Number.NaN;
  };
  return { maximin: rolled(Math.min), maximax: rolled(Math.max) };
}
