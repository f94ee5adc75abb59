/** What is best to do at one value of a number that varies, and what it is then worth. */
export interface Played<Policy> {
  readonly value: number;
  readonly policy: Policy;
}

/**
 * A model of which one number varies, the others at their base. Neither answer is there where the model has none: a probability above 1,
 * a tree too large.
 */
export interface Varied<Policy> {
  /** Solved again at this value: what is then best, and what it is worth. */
  readonly solve: (x: number) => Played<Policy> | undefined;
  /** What the base policy is worth at this value: nobody chooses anew. */
  readonly hold: (x: number) => number | undefined;
  /** Equal for policies that choose the same wherever they come. */
  readonly keyOf: (policy: Policy) => string;
}
