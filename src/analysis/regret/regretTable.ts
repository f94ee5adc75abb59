import { quantile } from '../heldDraws.ts';

/** A decision table: what each alternative comes to in each case. */
export interface DecisionTable {
  /** A row per alternative, a payoff per case, all in one unit. */
  readonly payoffs: readonly (readonly number[])[];
  /** How probable each case is; undefined where nobody says. */
  readonly probabilities: readonly number[] | undefined;
}

/** One figure per alternative, and the alternatives that a rule picks by it; several where they are equally good. */
export interface Rule {
  readonly figures: readonly number[];
  readonly picks: readonly number[];
}

/** What rules for deciding under uncertainty say of a table. No rule is right by itself: each is a temper. */
export interface DecisionRules {
  /** r_as = max_b payoff_bs − payoff_as: what is lost in a case against the best there. */
  readonly regret: readonly (readonly number[])[];
  /** Savage: the largest regret; the least is picked. */
  readonly minimaxRegret: Rule;
  /** Wald: the worst case; the best of them is picked. */
  readonly maximin: Rule;
  /** The best case; the best of them is picked. */
  readonly maximax: Rule;
  /** Laplace: the mean over the cases, as if all were as likely. */
  readonly laplace: Rule;
  /** Hurwicz: α times the best case and 1 − α times the worst. */
  readonly hurwicz: (alpha: number) => Rule;
  /** Where cases have probabilities: expected payoff, expected regret, and the value of knowing the case first. */
  readonly expected: { readonly payoff: Rule; readonly regret: Rule; readonly evpi: number } | undefined;
}

/** Figures closer than this part of the largest payoff are equal: rounding, no preference. */
const SAME = 1e-12;

const largest = (numbers: readonly number[]): number =>
  numbers.reduce((most, number) => Math.max(most, number), -Infinity);
const least = (numbers: readonly number[]): number => numbers.reduce((few, number) => Math.min(few, number), Infinity);

/** The regret of every alternative in every case. */
function regretTable(payoffs: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const best = (payoffs[0] ?? []).map((_, at) => largest(payoffs.map((row) => row[at] as number)));
  return payoffs.map((row) => row.map((payoff, at) => (best[at] as number) - payoff));
}

/** Reads a decision table by every rule. There is at least one case. */
export function decisionRules({ payoffs, probabilities }: DecisionTable): DecisionRules {
  const scale = largest(payoffs.flat().map(Math.abs));
  const rule = (figures: readonly number[], better: 1 | -1): Rule => {
    const best = largest(figures.map((figure) => better * figure));
    return {
      figures,
      picks: [...figures.keys()].filter((index) => better * (figures[index] as number) >= best - SAME * scale),
    };
  };
  const regret = regretTable(payoffs);
  const mean = (row: readonly number[], odds: readonly number[]): number =>
    row.reduce((sum, payoff, at) => sum + payoff * (odds[at] as number), 0);
  const [worst, best] = [payoffs.map(least), payoffs.map(largest)];
  const cases = payoffs[0]?.length ?? 0;
  const expectedPayoffs = probabilities === undefined ? undefined : payoffs.map((row) => mean(row, probabilities));
  return {
    regret,
    minimaxRegret: rule(regret.map(largest), -1),
    maximin: rule(worst, 1),
    maximax: rule(best, 1),
    laplace: rule(
      payoffs.map((row) => row.reduce((sum, payoff) => sum + payoff, 0) / cases),
      1,
    ),
    hurwicz: (alpha) =>
      rule(
        payoffs.map((_, index) => alpha * (best[index] as number) + (1 - alpha) * (worst[index] as number)),
        1,
      ),
    expected:
      probabilities === undefined || expectedPayoffs === undefined
        ? undefined
        : {
            payoff: rule(expectedPayoffs, 1),
            regret: rule(
              regret.map((row) => mean(row, probabilities)),
              -1,
            ),
            evpi:
              mean(
                (payoffs[0] ?? []).map((_, at) => largest(payoffs.map((row) => row[at] as number))),
                probabilities,
              ) - largest(expectedPayoffs),
          },
  };
}

/** The share of cases that a regret over draws is read at: a maximum would grow with their number. */
export const REGRET_SHARE = 0.95;

/** Per alternative, the 95th percentile of its regret over draws, and the alternatives for which it is least. A row of draws per alternative. */
export function regretOverDraws(draws: readonly ArrayLike<number>[]): Rule {
  const count = draws[0]?.length ?? 0;
  const regrets = draws.map(() => new Float64Array(count));
  let scale = 0;
  for (let draw = 0; draw < count; draw += 1) {
    let best = Number.NEGATIVE_INFINITY;
    for (const row of draws) best = Math.max(best, row[draw] as number);
    scale = Math.max(scale, Math.abs(best));
    for (const [index, row] of draws.entries()) (regrets[index] as Float64Array)[draw] = best - (row[draw] as number);
  }
  const figures = regrets.map((row) => quantile(row.sort(), REGRET_SHARE));
  const fewest = least(figures);
  return {
    figures,
    picks: [...figures.keys()].filter((index) => (figures[index] as number) <= fewest + SAME * scale),
  };
}
