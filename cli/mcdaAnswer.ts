import { type DecisionRules, decisionRules, type Rule } from '../src/analysis/regret/regretTable.ts';
import { weightFlips } from '../src/analysis/robustness/weightFlips.ts';
import { acceptability, confidenceFactor, shareError } from '../src/analysis/smaa/acceptability.ts';
import { type Ranking, rankOver } from '../src/analysis/smaa/rankOver.ts';
import { readWeightConstraint } from '../src/analysis/smaa/weightConstraint.ts';
import { type Result, succeed } from '../src/domain/result.ts';
import type { CaseTable, McdaFile, WeightedTable } from '../src/formats/mcdaTable.ts';

/** The seed of draws for a table, unless another is asked for. */
export const MCDA_SEED = 1;

/** How alternatives of a table rank over its weights. */
export interface SmaaAnswer extends Ranking {
  /** Per alternative, whether it ranks first at its central weights; undefined where it has none. Values are taken as certain. */
  readonly confidence: readonly (number | undefined)[];
  readonly draws: number;
}

/** Stochastic multicriteria acceptability analysis of a table whose values are certain and whose weights are not known but for a constraint. */
export function smaaOf(
  { criteria, values, weightConstraint }: WeightedTable,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): Result<SmaaAnswer, string> {
  const space = readWeightConstraint(weightConstraint, criteria);
  if (!space.ok) return space;
  const ranked = rankOver(values, space.value, { draws, seed, scope: 'table' });
  if (!ranked.ok) return ranked;
  const { central } = ranked.value.acceptability;
  return succeed({
    ...ranked.value,
    confidence: central.map((weights, index) =>
      weights === undefined ? undefined : confidenceFactor(index, weights, 1, () => values),
    ),
    draws,
  });
}

/** The alternatives that a rule picks, by name. */
export const picksOf = ({ picks }: Rule, names: readonly string[]): readonly string[] =>
  picks.map((index) => names[index] as string);

/** What rules say of a table of cases, by the names that tables of this format use. */
export function regretAnswer(
  { alternatives }: Pick<CaseTable, 'alternatives'>,
  rules: DecisionRules,
  alphas: readonly number[],
) {
  const { expected } = rules;
  return {
    regret: rules.regret,
    maxRegret: rules.minimaxRegret.figures,
    minimaxRegretChoice: picksOf(rules.minimaxRegret, alternatives),
    maximin: rules.maximin.figures,
    maximinChoice: picksOf(rules.maximin, alternatives),
    maximax: rules.maximax.figures,
    maximaxChoice: picksOf(rules.maximax, alternatives),
    laplaceMean: rules.laplace.figures,
    laplaceChoice: picksOf(rules.laplace, alternatives),
    ...Object.fromEntries(
      alphas.flatMap((alpha) => {
        const rule = rules.hurwicz(alpha);
        return [
          [`hurwicz${alpha}`, rule.figures] as const,
          [`hurwicz${alpha}Choice`, picksOf(rule, alternatives)] as const,
        ];
      }),
    ),
    ...(expected === undefined
      ? {}
      : {
          ev: expected.payoff.figures,
          evChoice: picksOf(expected.payoff, alternatives),
          expectedRegret: expected.regret.figures,
          expectedRegretChoice: picksOf(expected.regret, alternatives),
          evpi: expected.evpi,
        }),
  };
}

/** The alternatives that are worth most at some weights, by name. */
export function bestAt({ alternatives, values }: WeightedTable, weights: readonly number[]): string {
  const { rank } = acceptability(values, [{ weights, size: 1 }]);
  return alternatives.filter((_, index) => (rank[index]?.[0] as number) > 0).join(' = ');
}

/** What is asked of a file. */
export interface McdaAsk {
  readonly draws: number;
  readonly seed: number;
  readonly alpha: number;
}

/** Both tables of a file as a program reads them: lists in the order of the file’s alternatives and criteria. Fails where weights cannot be had. */
export function mcdaAnswer({ name, smaa, regret }: McdaFile, ask: McdaAsk) {
  const ranked = smaa === undefined ? undefined : smaaOf(smaa, ask);
  if (ranked?.ok === false) return ranked;
  const { acceptability: ranks, isExact, confidence } = ranked?.value ?? {};
  const error = (share: number) => (isExact === true ? 0 : shareError(share, ask.draws));
  return succeed({
    name,
    smaa:
      smaa === undefined || ranks === undefined
        ? null
        : {
            alternatives: smaa.alternatives,
            criteria: smaa.criteria,
            exact: isExact,
            draws: isExact === true ? null : ask.draws,
            rankAcceptability: ranks.rank,
            rankAcceptabilityError: ranks.rank.map((row) => row.map(error)),
            pairwiseWinning: ranks.pairwise,
            centralWeights: ranks.central.map((weights) => weights ?? null),
            confidenceFactor: confidence?.map((share) => share ?? null),
            weightFlips:
              smaa.weights === undefined
                ? null
                : weightFlips(smaa.weights, (all) => all.map((weights) => bestAt(smaa, weights))).map((flip) => ({
                    ...flip,
                    criterion: smaa.criteria[flip.criterion],
                  })),
          },
    regret:
      regret === undefined
        ? null
        : {
            alternatives: regret.alternatives,
            cases: regret.cases,
            ...regretAnswer(regret, decisionRules(regret), [ask.alpha]),
          },
  });
}
