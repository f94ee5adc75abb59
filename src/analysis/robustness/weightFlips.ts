/** A change of a single weight, the others rescaled in their proportions, at which an answer becomes another. */
export interface WeightFlip {
  readonly criterion: number;
  readonly from: number;
  /** The weight at which the answer changes: the nearest place on this side that was found. */
  readonly to: number;
  readonly before: string;
  readonly after: string;
}

/** Names the answers at several sets of weights, each by itself. */
export type AnswersAt = (weights: readonly (readonly number[])[]) => readonly string[];

/** Places between a weight and 0, and between it and the whole, at which the answer is read before it is bisected. */
const GRID = 17;

/** How much of the way to 0, or to the whole, is gone: at the very end the other weights have no proportions left, and what differs by them is equal. */
const FARTHEST = 0.999;

/** How finely a change of the answer is placed, unless told otherwise. */
const PLACED_TO = 1e-9;

/** The weights with one of them changed and the others rescaled in their proportions: they sum to what they did. */
export function withWeight(weights: readonly number[], criterion: number, to: number): readonly number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const factor = (whole - to) / (whole - (weights[criterion] as number));
  return weights.map((weight, index) => (index === criterion ? to : weight * factor));
}

/** A stretch of one weight at whose ends the answer differs. */
interface Bracket {
  readonly criterion: number;
  same: number;
  other: number;
  after: string;
}

/**
 * The flips nearest to the stated weights, one for each criterion and direction in which there is one, the smallest change first. The answer
 * is read on a grid of 17 steps each way and bisected where it changes, never interpolated; one that changes and changes back within a
 * step of the grid is not seen. A weight of 0 stays 0, and one that is alone cannot be changed.
 */
export function weightFlips(
  weights: readonly number[],
  answersAt: AnswersAt,
  placedTo: number = PLACED_TO,
): readonly WeightFlip[] {
  const [before = ''] = answersAt([weights]);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const free = [...weights.keys()].filter(
    (index) => (weights[index] as number) > 0 && (weights[index] as number) < whole,
  );
  const directions = free.flatMap((criterion) => [0, whole].map((limit) => ({ criterion, limit })));
  const placed = ({ criterion, limit }: (typeof directions)[number], step: number): number => {
    const from = weights[criterion] as number;
    return from + ((limit - from) * step * FARTHEST) / GRID;
  };
  const steps = Array.from({ length: GRID }, (_, index) => index + 1);
  const onGrid = answersAt(
    directions.flatMap((way) => steps.map((step) => withWeight(weights, way.criterion, placed(way, step)))),
  );
  const brackets = directions.flatMap((way, index): readonly Bracket[] => {
    const answers = onGrid.slice(index * GRID, (index + 1) * GRID);
    const first = answers.findIndex((answer) => answer !== before);
    if (first === -1) return [];
    const same = first === 0 ? (weights[way.criterion] as number) : placed(way, first);
    return [{ criterion: way.criterion, same, other: placed(way, first + 1), after: answers[first] as string }];
  });
  for (;;) {
    const open = brackets.filter(({ same, other }) => Math.abs(other - same) > placedTo);
    if (open.length === 0) break;
    const middles = open.map(({ same, other }) => (same + other) / 2);
    const answers = answersAt(
      open.map(({ criterion }, index) => withWeight(weights, criterion, middles[index] as number)),
    );
    for (const [index, bracket] of open.entries()) {
      if (answers[index] === before) bracket.same = middles[index] as number;
      else {
        bracket.other = middles[index] as number;
        bracket.after = answers[index] as string;
      }
    }
  }
  return brackets
    .map(({ criterion, other, after }) => ({ criterion, from: weights[criterion] as number, to: other, before, after }))
    .sort((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from) || a.criterion - b.criterion);
}
