/**
 * A game in extensive form with perfect information, laid flat: one entry per node and per branch, so that the largest tree is walked
 * by loops and never by recursion. Node 0 is the root and every child comes after its parent: rollback reads the nodes backwards.
 */
export interface GameTree {
  /** Who has payoffs, in the order of the columns. */
  readonly actors: readonly string[];
  /** Per node, what happens there: one of `NODE`. */
  readonly kind: Uint8Array;
  /** Per node, who decides: an index into `deciders`; −1 at chance and at ends. */
  readonly decider: Int32Array;
  /** The actors who decide at some node, as indexes into `actors`: one, or several who must agree. */
  readonly deciders: readonly (readonly number[])[];
  /** Per node and one more: node n's branches are `first[n]` to `first[n + 1]`, in declared order. */
  readonly first: Int32Array;
  /** Per branch, the node that it leads to. */
  readonly child: Int32Array;
  /** Per branch, its probability at a chance node; 0 elsewhere. The branches of a chance node sum to 1. */
  readonly odds: Float64Array;
  /** Per actor and node, what is paid there; a line's payoff is the sum along it. */
  readonly payoffs: readonly Float64Array[];
  /** Per node, the branch that stands for disagreement where several decide together; −1 elsewhere. */
  readonly noAgreement: Int32Array;
  /** Per branch, a number that only branches of one node which resemble each other share. */
  readonly kin: Int32Array;
  /** Per branch, the analyst's declared tendency, not normalised; NaN where a branch has none, undefined where the whole game has none. */
  readonly tendency: Float64Array | undefined;
}

/** What happens at a node of a game. */
export const NODE = { end: 0, chance: 1, decision: 2 } as const;

/** What a reader of a game calls its parts. Kept apart: solving reads none of it. */
export interface GameLabels {
  readonly title: string;
  /** Per branch, what it is called. */
  readonly branch: (branch: number) => string;
  /** Per node, what an end is called; ends that share a name are one outcome. */
  readonly outcome: (node: number) => string;
  /** Per node, what a decision or chance node is called. */
  readonly node: (node: number) => string;
}
