import type { Stake } from '../../domain/scenario.ts';
import type { ExplainWords } from '../text/explainWords.ts';
import { formatNumber } from '../text/format.ts';
import { unitSuffix } from '../text/sentences.ts';

/** A share from 0 to 1 as a reader sees it. */
export const percent = (share: number): string => `${formatNumber(100 * share)} %`;

/** How much a value is worth, in words: a straight line, or the points of a curve. */
export function worthWords(words: ExplainWords['payoff'], { worst, best, curve }: Stake, unit: string): string {
  const value = (number: number) => `${formatNumber(number)}${unitSuffix(unit)}`;
  if (curve === undefined) return words.linear(value(worst), value(best));
  return words.curve(curve.map(([at, share]) => words.curvePart(percent(share), value(at))));
}
