import type { Played, Varied } from './varied.ts';

/** A model where one number is some percent above or below its base. */
export interface SpiderPoint<Policy> {
  readonly percent: number;
  readonly held: number | undefined;
  readonly solved: Played<Policy> | undefined;
}

/** The changes at which a spider is drawn unless others are named, in percent. */
export const SPIDER_PERCENTS: readonly number[] = [-40, -30, -20, -10, 0, 10, 20, 30, 40];

/** A leg of a spider: a number at base · (1 + c) for each relative change c, the base policy held and solved again. */
export const spider = <Policy>(
  { solve, hold }: Varied<Policy>,
  base: number,
  percents: readonly number[] = SPIDER_PERCENTS,
): readonly SpiderPoint<Policy>[] =>
  percents.map((percent) => {
    const x = base * (1 + percent / 100);
    return { percent, held: hold(x), solved: solve(x) };
  });
