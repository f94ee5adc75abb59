/**
 * The standard normal distribution: its cumulative Φ and its quantile Φ⁻¹, the same on every engine.
 *
 * Φ: rational Chebyshev approximations of W. J. Cody (1969, Mathematics of Computation 23, 631–637), with the
 * coefficients of his ANORM (1993, ACM Algorithm 715). Φ⁻¹: PPND16 of M. J. Wichura (1988, Algorithm AS 241, Applied
 * Statistics 37, 477–484). Coefficients are the published ones, rounded to the nearest double, constant first.
 */
import { exp, log } from './elementary.ts';

const ONE_OVER_SQRT_2_PI = 0.3989422804014327;

/** A ratio of two polynomials of one degree, constants first. */
interface Rational {
  readonly over: readonly number[];
  readonly under: readonly number[];
}

function ratio(at: number, { over, under }: Rational): number {
  let above = 0;
  let below = 0;
  for (let power = over.length - 1; power >= 0; power -= 1) {
    above = above * at + (over[power] as number);
    below = below * at + (under[power] as number);
  }
  return above / below;
}

/** (Φ(z) − ½)/z in z², for |z| ≤ 0.66291. */
const CUMULATIVE_CENTRE: Rational = {
  over: [18154.98125334356, 1067.6894854603709, 161.02823106855587, 2.2352520354606837, 0.06568233791820745],
  under: [45507.78933502673, 10260.932208618979, 976.0985517377767, 47.202581904688245, 1],
};

/** Φ(−y)·exp(y²/2) in y, for 0.66291 < y ≤ √32. */
const CUMULATIVE_SHOULDER: Rational = {
  over: [
    9842.714838383978, 11602.65143764735, 6848.190450536283, 2494.5375852903726, 597.2702763948002, 93.50665613217785,
    8.883149794388377, 0.39894151208813466, 1.0765576773720192e-8,
  ],
  under: [
    19685.429676859992, 38912.00328609327, 34900.95272114598, 18615.571640885097, 6485.558298266761, 1519.3775994075547,
    235.387901782625, 22.266688044328117, 1,
  ],
};

/** (1/√2π − y·Φ(−y)·exp(y²/2))·y² in 1/y², for y > √32. */
const CUMULATIVE_TAIL: Rational = {
  over: [
    2.9112874951168793e-5, 0.0014216191932278934, 0.022235277870649807, 0.12740116116024736, 0.215898534057957,
    0.023073441764940174,
  ],
  under: [7.297515550839662e-5, 0.0037823963320275824, 0.06598813786892856, 0.4682382124808651, 1.284260096144911, 1],
};

/** Φ⁻¹(p)/(p − ½) in 0.425² − (p − ½)². */
const QUANTILE_CENTRE: Rational = {
  over: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  under: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
};

/** |Φ⁻¹(p)| in r − 1.6, where r = √(−ln min(p, 1 − p)) ≤ 5. */
const QUANTILE_SHOULDER: Rational = {
  over: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  under: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
};

/** The same in r − 5, for r > 5. */
const QUANTILE_TAIL: Rational = {
  over: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  under: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};

/** The standard normal density, φ(z) = exp(−z²/2)/√(2π). */
export function normalDensity(z: number): number {
  return ONE_OVER_SQRT_2_PI * gaussian(Math.abs(z));
}

/** The standard normal cumulative Φ(z): a probability, with relative error below 2e-15 where it is a normal double. Throws RangeError for NaN. */
export function normalCumulative(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('a score must be a number');
  const y = Math.abs(z);
  if (y <= 0.66291) return 0.5 + z * ratio(z * z, CUMULATIVE_CENTRE);
  const tail = y > 39 ? 0 : gaussian(y) * millsRatio(y);
  return z < 0 ? tail : 1 - tail;
}

/**
 * The standard normal quantile Φ⁻¹: the score below which a share `probability` of draws falls; −∞ at 0 and ∞ at 1.
 * Its relative error is below 1e-15. Throws RangeError for NaN and outside [0, 1].
 */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`a probability lies within [0, 1], not ${probability}`);
  }
  const q = probability - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(0.180625 - q * q, QUANTILE_CENTRE);
  const tail = q < 0 ? probability : 1 - probability;
  if (tail === 0) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-log(tail));
  const score = r <= 5 ? ratio(r - 1.6, QUANTILE_SHOULDER) : ratio(r - 5, QUANTILE_TAIL);
  return q < 0 ? -score : score;
}

/** Φ(−y)/exp(−y²/2), for y > 0.66291. */
function millsRatio(y: number): number {
  // √32
  if (y <= 5.656854249492381) return ratio(y, CUMULATIVE_SHOULDER);
  const inverseSquare = 1 / (y * y);
  return (ONE_OVER_SQRT_2_PI - inverseSquare * ratio(inverseSquare, CUMULATIVE_TAIL)) / y;
}

/** exp(−y²/2), with y² split after four binary digits as in ANORM, since its rounding error grows with y². */
function gaussian(y: number): number {
  const coarse = Math.floor(y * 16) / 16;
  return exp((-coarse * coarse) / 2) * exp((-(y - coarse) * (y + coarse)) / 2);
}
