/** A change of a single weight, the others rescaled in their proportions, at which an answer becomes another. */
export interface WeightFlip {
  readonly criterion: number;
  readonly from: number;
  /** The weight at which the answer changes: the nearest place on this side that was found. */
  readonly to: number;
  readonly before: string;
  readonly after: string;
}

/** Places between a weight and 0, and between it and 1, at which the answer is read before it is bisected. */
const GRID = 17;

/** How finely a change of the answer is placed, and whether only changes smaller than those found already are looked for. */
export interface FlipSearch {
  readonly placedTo: number;
  readonly onlySmallest: boolean;
}

const EVERY_FLIP: FlipSearch = { placedTo: 1e-9, onlySmallest: false };

/** The weights with one of them changed and the others rescaled in their proportions: they sum to what they did. */
export function withWeight(weights: readonly number[], criterion: number, to: number): readonly number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const factor = (whole - to) / (whole - (weights[criterion] as number));
  return weights.map((weight, index) => (index === criterion ? to : weight * factor));
}

/**
 * The flips nearest to the stated weights, one for each criterion and direction in which there is one, the smallest change first. `answerAt` names
 * the answer at a set of weights. It is read on a grid of 17 steps each way and bisected where it changes, never interpolated; an answer that
 * changes and changes back within one step of the grid is not seen. A weight of 0 stays 0, and one that is alone cannot be changed.
 */
export function weightFlips(
  weights: readonly number[],
  answerAt: (weights: readonly number[]) => string,
  { placedTo, onlySmallest }: FlipSearch = EVERY_FLIP,
): readonly WeightFlip[] {
  const before = answerAt(weights);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const flips: WeightFlip[] = [];
  let smallest = Number.POSITIVE_INFINITY;
  for (const [criterion, from] of weights.entries()) {
    if (from <= 0 || from >= whole) continue;
    const at = (to: number) => answerAt(withWeight(weights, criterion, to));
    for (const limit of [0, whole]) {
      let near = from;
      for (let step = 1; step <= GRID; step += 1) {
        // At the limit itself the others have no proportions left, or the criterion drops out; just before it all is as it was.
        const to = from + ((limit - from) * step * (1 - 1e-9)) / GRID;
        if (onlySmallest && Math.abs(near - from) >= smallest) break;
        if (at(to) === before) {
          near = to;
          continue;
        }
        let [same, other] = [near, to];
        while (Math.abs(other - same) > placedTo) {
          const middle = (same + other) / 2;
          if (at(middle) === before) same = middle;
          else other = middle;
        }
        smallest = Math.min(smallest, Math.abs(other - from));
        flips.push({ criterion, from, to: other, before, after: at(other) });
        break;
      }
    }
  }
  return flips.sort((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from) || a.criterion - b.criterion);
}
