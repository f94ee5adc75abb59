import type { Expression } from './expression.ts';

/** A number that a decision tree rests on, and the values for which its sensitivity is looked at. */
export interface TreeParameter {
  readonly name: string;
  readonly base: number;
  readonly min: number;
  readonly max: number;
  /** How many evenly spaced values are looked at, both ends included. */
  readonly steps: number;
}

/**
 * A decision tree of one actor whose payoffs and probabilities are expressions over parameters; laid flat as a game is (GameTree): node 0
 * is the root, children come after their parents, and node n has the branches `first[n]` to `first[n + 1]`.
 */
export interface DecisionTree {
  readonly title: string;
  readonly parameters: readonly TreeParameter[];
  /** Per node, one of `NODE`. */
  readonly kind: Uint8Array;
  readonly first: Int32Array;
  /** Per branch, the node that it leads to. */
  readonly child: Int32Array;
  /** Per node, what a decision or chance node is called; decisions that one policy may reach together differ in it. */
  readonly names: readonly string[];
  /** Per branch: what it is called, what it pays, and how likely it is (undefined where nobody but the actor decides it). */
  readonly labels: readonly string[];
  readonly payoff: readonly Expression[];
  readonly probability: readonly (Expression | undefined)[];
  /** Per branch, where it stands in its file, for messages: `root.branches[1]`. */
  readonly places: readonly string[];
}
