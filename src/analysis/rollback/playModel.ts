/**
 * How the actors are taken to choose. `rational`: always the best move. `bounded`: better moves more often (logit); `lambda` in choices
 * per payoff point of the game, one for all or one per actor, or `rationality` Λ = λ × (most − least that the actor may end with), which
 * does not depend on the unit: 0 is chance, 100 nearly never a mistake. `tendency`: as the analyst expects, whatever the payoffs.
 */
export type PlayModel =
  | { readonly name: 'rational' }
  | { readonly name: 'bounded'; readonly lambda: number | readonly number[] }
  | { readonly name: 'bounded'; readonly rationality: number }
  | { readonly name: 'tendency' };

/** Why a method does not give an answer, in words for the reader; `node` where one place is at fault. */
export interface Refusal {
  /** Stable and kebab-case, for example `no-tendency`. */
  readonly code: string;
  readonly message: string;
  readonly node?: number;
}
