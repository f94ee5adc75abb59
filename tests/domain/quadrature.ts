/**
 * The slow, independent side of the tests of chance: integrals by the tanh-sinh rule (Takahasi & Mori 1974), which
 * converges for end-point singularities, and the beta distribution by integrating its density. Uses the engine's own
 * Math functions, on purpose.
 */

const STEP = 1 / 16;
const POINTS = Array.from({ length: 129 }, (_, index) => {
  const t = (index - 64) * STEP;
  const u = (Math.PI / 2) * Math.sinh(t);
  return {
    /** The distances from both ends of [0, 1], each without cancellation. */
    fromLow: 1 / (1 + Math.exp(-2 * u)),
    fromHigh: 1 / (1 + Math.exp(2 * u)),
    weight: ((Math.PI / 4) * STEP * Math.cosh(t)) / Math.cosh(u) ** 2,
  };
});

/** The integral over [0, 1] of a function of the distances from 0 and from 1. */
export function integrate(integrand: (fromLow: number, fromHigh: number) => number): number {
  return POINTS.reduce((sum, { fromLow, fromHigh, weight }) => sum + weight * integrand(fromLow, fromHigh), 0);
}

/** The cumulative of the beta distribution at x; for small x exact to about 1e-14 of itself. */
export function betaCumulative(alpha: number, beta: number, x: number): number {
  const complete = integrate((fromLow, fromHigh) => fromLow ** (alpha - 1) * fromHigh ** (beta - 1));
  const below = x * integrate((fromLow) => (x * fromLow) ** (alpha - 1) * (1 - x * fromLow) ** (beta - 1));
  return below / complete;
}

/** The quantile of the beta distribution by bisection, from whichever end the probability is nearer to. */
export function betaQuantile(alpha: number, beta: number, probability: number): number {
  if (probability > 0.5) return 1 - betaLowerQuantile(beta, alpha, 1 - probability);
  return betaLowerQuantile(alpha, beta, probability);
}

function betaLowerQuantile(alpha: number, beta: number, probability: number): number {
  let [from, to] = [0, 1];
  for (let halving = 0; halving < 54; halving += 1) {
    const middle = (from + to) / 2;
    if (betaCumulative(alpha, beta, middle) < probability) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
