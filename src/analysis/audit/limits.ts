/**
 * The audit's cut-offs: our own, chosen so that what they let pass would not be noticed in a discussion. Change them here and nowhere
 * else.
 */
export const AUDIT_LIMITS = {
  /** Largest share of the options on which one actor's leverage may rise. */
  risingShare: 0.7,
  /** The principals' shares of options up, among those that move them, may differ by this much before the audit warns. */
  signGap: 0.25,
  /** Largest share of a decision's positions in which one option may be best on everything. */
  dominantShare: 0.25,
  /** Changes of leverage or payoff below this many points count as none: a screen shows whole points. */
  noticeable: 0.5,
  /** Least part of a stake's swing that reachable positions should use. */
  swingUsed: 0.25,
} as const;
