/**
 * Quantiles of the PERT distribution: a beta on [low, high] with α = 1 + 4(m − l)/(h − l) and β = 6 − α. One reading
 * inverts the cumulative; many readings of one estimate go through a table of it.
 */
import type { Triple } from './estimate.ts';
import { normalCumulative, normalDensity } from './normal.ts';
import { incompleteBeta, placeAt, type UnitPert, unitPert } from './unitPert.ts';

/**
 * The value below which the share `probability` of the PERT distribution lies, to within 1e-13 of high − low; the
 * constant itself where low = high. Throws RangeError for an estimate out of order and for a probability that is NaN or
 * outside [0, 1].
 */
export function pertQuantile(estimate: Triple, probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`a probability lies within [0, 1], not ${probability}`);
  }
  checkOrder(estimate);
  if (estimate.low === estimate.high) return estimate.low;
  const { fromLow, fromHigh } = placeAt(unitPert(estimate), probability, 1 - probability);
  return scaleTo(estimate, fromLow, fromHigh);
}

/** Cells per unit of the standard normal score, and the score up to which there are cells. */
const CELLS_PER_UNIT = 3;
const LAST_SCORE = 4;
const CELLS = 2 * LAST_SCORE * CELLS_PER_UNIT;
/** Coefficients of one cell: a polynomial of degree 7. */
const WIDTH = 8;

/** A standard normal score with its cumulative from either end and its density. */
interface ScoreNode {
  readonly z: number;
  readonly below: number;
  readonly above: number;
  readonly density: number;
}

const NODES: readonly ScoreNode[] = Array.from({ length: CELLS + 1 }, (_, node) => {
  const z = node / CELLS_PER_UNIT - LAST_SCORE;
  return { z, below: normalCumulative(z), above: normalCumulative(-z), density: normalDensity(z) };
});

/**
 * The map z ↦ Q(Φ(z)) from a standard normal score to the PERT variable Q, tabulated for many calls: it differs from
 * `pertQuantile` by less than 1e-10 of high − low. Hermite interpolation of degree 7 on 24 cells, for |z| < 4; beyond,
 * the quantile itself. Throws as `pertQuantile` does.
 */
export function pertFromNormal(estimate: Triple): (score: number) => number {
  checkOrder(estimate);
  if (estimate.low === estimate.high) return () => estimate.low;
  const pert = unitPert(estimate);
  const cells = hermiteCells(pert);
  return (score) => {
    if (!(score > -LAST_SCORE && score < LAST_SCORE)) {
      const { fromLow, fromHigh } = placeAt(pert, normalCumulative(score), normalCumulative(-score));
      return scaleTo(estimate, fromLow, fromHigh);
    }
    const position = (score + LAST_SCORE) * CELLS_PER_UNIT;
    // A score one rounding below the last node lands on it.
    const cell = Math.min(Math.floor(position), CELLS - 1);
    const fromLow = hermite(cells, cell * WIDTH, position - cell);
    return scaleTo(estimate, fromLow, 1 - fromLow);
  };
}

function checkOrder({ low, mode, high }: Triple): void {
  if (low <= mode && mode <= high && Number.isFinite(high - low)) return;
  throw new RangeError(`an estimate is finite with low ≤ mode ≤ high, not ${low}, ${mode}, ${high}`);
}

function scaleTo({ low, high }: Triple, fromLow: number, fromHigh: number): number {
  return fromLow <= 0.5 ? low + fromLow * (high - low) : high - fromHigh * (high - low);
}

/**
 * The value of z ↦ Q(Φ(z)) at a node and its first three derivatives over 1!, 2!, 3!, in units of a cell. The first is
 * φ(z) over the density; the others follow by differentiating (Steinbrecher & Shaw 2008, "Quantile mechanics").
 */
function taylorAt(pert: UnitPert, { z, below, above, density }: ScoreNode): readonly number[] {
  const { fromLow, fromHigh } = placeAt(pert, below, above);
  const a = pert.alpha - 1;
  const b = pert.beta - 1;
  const first =
    fromLow <= 0.5
      ? (density * fromLow) / (below * incompleteBeta(pert.alpha, fromLow).elasticity)
      : (density * fromHigh) / (above * incompleteBeta(pert.beta, fromHigh).elasticity);
  const slope = a / fromLow - b / fromHigh;
  const bend = -a / (fromLow * fromLow) - b / (fromHigh * fromHigh);
  const rate = z + first * slope;
  const second = -first * rate;
  const third = -second * rate - first * (1 + second * slope + first * first * bend);
  const h = 1 / CELLS_PER_UNIT;
  return [fromLow, first * h, (second * h * h) / 2, (third * h * h * h) / 6];
}

/**
 * The polynomial of each cell that agrees with `taylorAt` at both of its nodes, in Newton's form: the divided
 * differences over θ = 0, 0, 0, 0, 1, 1, 1, 1.
 */
function hermiteCells(pert: UnitPert): Float64Array {
  const cells = new Float64Array(CELLS * WIDTH);
  let left = taylorAt(pert, NODES[0] as ScoreNode);
  for (let from = 0, node = 1; node <= CELLS; from += WIDTH, node += 1) {
    const right = taylorAt(pert, NODES[node] as ScoreNode);
    cells.set(left, from);
    cells.set(right, from + 4);
    for (let order = 0; order < 4; order += 1) {
      let difference = cells[from + order] as number;
      for (let place = from + 4; place < from + WIDTH; place += 1) {
        difference = (cells[place] as number) - difference;
        cells[place] = difference;
      }
    }
    left = right;
  }
  return cells;
}

/** The polynomial of the cell that begins at `from`, at θ ∈ [0, 1]. */
function hermite(cells: Float64Array, from: number, theta: number): number {
  let sum = cells[from + 7] as number;
  for (let order = 6; order >= 4; order -= 1) sum = sum * (theta - 1) + (cells[from + order] as number);
  for (let order = 3; order >= 0; order -= 1) sum = sum * theta + (cells[from + order] as number);
  return sum;
}
