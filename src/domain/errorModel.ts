/**
 * The law by which the errors of the analyst's estimates hang together: a Gaussian copula with one common factor per
 * block (Vasicek 1987), read through each parameter's own PERT quantile, so that the margins stay as they were written
 * (NORTA: Cario & Nelson 1997). The score of parameter p in block b, with sign σ, is z = √ρ·σ·F_b + √(1 − ρ)·ε_p.
 */
import type { Triple } from './estimate.ts';
import { normalCumulative, normalQuantile } from './normal.ts';
import { pertFromNormal } from './pertQuantile.ts';
import { randomKey, uniformAt } from './random.ts';

/** How far the errors of estimates are shared. */
export interface ErrorModel {
  /** ρ in [0, 1]: the correlation of two scores of the same block and sign. */
  readonly rho: number;
  /** κ in [−1, 1]: the correlation of the two principals' common errors; −ρ is "a judge who leans". */
  readonly kappa: number;
  /** The block ids of the two principals. */
  readonly principals: readonly [string, string];
}

/** An estimate of the scenario as the draws see it. */
export interface UncertainParameter {
  /** Stable: the draws are keyed by it. */
  readonly id: string;
  readonly estimate: Triple;
  /** Whose common error it shares: an actor or a shared indicator; undefined for likelihoods and tendencies, which are independent. */
  readonly block: string | undefined;
  /** −1 where a higher value lowers the score of the block's actor. */
  readonly sign: 1 | -1;
  /** Its value at a standard normal score, `pertFromNormal` of its estimate, where draws come in parts and it is to be tabulated once. */
  readonly quantile?: Stream;
}

/** A number for each draw index. */
type Stream = (draw: number) => number;

/** Φ(z): the probability at which the parameter's quantile is read in one draw. Throws RangeError as `drawColumns` does. */
export function drawProbability(parameter: UncertainParameter, model: ErrorModel, seed: number, draw: number): number {
  checkErrorModel(model);
  const score = scoreStream(parameter, model, seed, (block) => commonError(block, model, seed));
  return normalCumulative(score(draw));
}

/** One column of `drawColumns`: the values of one parameter, in its own unit. */
export function drawColumn(
  parameter: UncertainParameter,
  model: ErrorModel,
  seed: number,
  count: number,
  first = 0,
): Float64Array {
  return drawColumns([parameter], model, seed, count, first)[0] as Float64Array;
}

/**
 * For each parameter its values in the draws `first`, `first` + 1, …, `count` of them, in its own unit. A draw is the
 * same whatever is asked for beside it, and F and ε are the same at every ρ and κ, so that a change of the error model
 * moves each draw rather than making new ones. Throws RangeError for ρ, κ, principals, seed or draws out of range and
 * for an estimate out of order.
 */
export function drawColumns(
  parameters: readonly UncertainParameter[],
  model: ErrorModel,
  seed: number,
  count: number,
  first = 0,
): readonly Float64Array[] {
  checkErrorModel(model);
  const columnOf = (stream: Stream): Float64Array => {
    const column = new Float64Array(count);
    for (let row = 0; row < count; row += 1) column[row] = stream(first + row);
    return column;
  };
  const blocks = new Map<string, Stream>();
  // Many parameters share a block, so its errors are drawn once.
  const common = (block: string): Stream => {
    const known = blocks.get(block);
    if (known !== undefined) return known;
    const column = columnOf(commonError(block, model, seed));
    const stream: Stream = (draw) => column[draw - first] as number;
    blocks.set(block, stream);
    return stream;
  };
  return parameters.map((parameter) => {
    const value = parameter.quantile ?? pertFromNormal(parameter.estimate);
    const score = scoreStream(parameter, model, seed, common);
    return columnOf((draw) => value(score(draw)));
  });
}

/** z of one parameter, given the common errors of each block. */
function scoreStream(
  parameter: UncertainParameter,
  { rho }: ErrorModel,
  seed: number,
  common: (block: string) => Stream,
): Stream {
  const own = normalStream(seed, `own ${parameter.id}`);
  if (parameter.block === undefined) return own;
  const shared = common(parameter.block);
  const sharedWeight = parameter.sign * Math.sqrt(rho);
  const ownWeight = Math.sqrt(1 - rho);
  return (draw) => sharedWeight * shared(draw) + ownWeight * own(draw);
}

/** F of one block. The second principal's is built from the first's: κ·F_A + √(1 − κ²)·F′_B. */
function commonError(block: string, { kappa, principals }: ErrorModel, seed: number): Stream {
  const own = normalStream(seed, `block ${block}`);
  if (kappa === 0 || block !== principals[1]) return own;
  const first = normalStream(seed, `block ${principals[0]}`);
  const ownWeight = Math.sqrt(1 - kappa * kappa);
  return (draw) => kappa * first(draw) + ownWeight * own(draw);
}

function normalStream(seed: number, id: string): Stream {
  const key = randomKey(seed, id);
  return (draw) => normalQuantile(uniformAt(key, draw));
}

function checkErrorModel({ rho, kappa, principals: [one, other] }: ErrorModel): void {
  if (!(rho >= 0 && rho <= 1)) throw new RangeError(`ρ lies within [0, 1], not ${rho}`);
  if (!(kappa >= -1 && kappa <= 1)) throw new RangeError(`κ lies within [−1, 1], not ${kappa}`);
  if (one === other) throw new RangeError(`the two principals must differ, got ${one} twice`);
}
