import type { DecisionRules, Rule } from '../src/analysis/regret/regretTable.ts';
import { REGRET_SHARE } from '../src/analysis/regret/regretTable.ts';
import type { RobustPath } from '../src/analysis/robustness/robustPath.ts';
import type { WeightFlip } from '../src/analysis/robustness/weightFlips.ts';
import { shareError } from '../src/analysis/smaa/acceptability.ts';
import type { Ranking } from '../src/analysis/smaa/rankOver.ts';
import type { Table } from '../src/formats/csv.ts';
import { type BranchRobustness, VIEWS } from './robustnessScenario.ts';

const byName = <Item>(names: readonly string[], items: readonly Item[]): Readonly<Record<string, Item>> =>
  Object.fromEntries(names.map((name, index) => [name, items[index] as Item]));

/** A ranking by names: what a program reads. */
function rankingAnswer(
  { acceptability: { rank, central, pairwise }, isExact }: Ranking,
  alternatives: readonly string[],
  criteria: readonly string[],
  draws: number,
) {
  const error = (share: number) => (isExact ? 0 : shareError(share, draws));
  return {
    exact: isExact,
    draws: isExact ? null : draws,
    rankAcceptability: byName(alternatives, rank),
    rankAcceptabilityError: byName(
      alternatives,
      rank.map((row) => row.map(error)),
    ),
    centralWeights: byName(
      alternatives,
      central.map((weights) => (weights === undefined ? null : byName(criteria, weights))),
    ),
    pairwiseWinning: byName(
      alternatives,
      pairwise.map((row) => byName(alternatives, row)),
    ),
  };
}

const picked = (rule: Rule, names: readonly string[]) => ({
  figures: byName(names, rule.figures),
  picks: rule.picks.map((index) => names[index] as string),
});

/** What rules for deciding under uncertainty say, by names. */
const rulesAnswer = (rules: DecisionRules, names: readonly string[], cases: readonly string[], alpha: number) => ({
  regret: byName(
    names,
    rules.regret.map((row) => byName(cases, row)),
  ),
  minimaxRegret: picked(rules.minimaxRegret, names),
  wald: picked(rules.maximin, names),
  hurwicz: { alpha, ...picked(rules.hurwicz(alpha), names) },
  laplace: picked(rules.laplace, names),
  expected:
    rules.expected === undefined
      ? null
      : {
          payoff: picked(rules.expected.payoff, names),
          regret: picked(rules.expected.regret, names),
          evpi: rules.expected.evpi,
        },
});

/** How sure the answer of one branch is, as a program reads it. */
export function robustnessAnswer(of: BranchRobustness, draws: number, alpha: number) {
  const { alternatives, criteria, views, place, game, path, firstMoves, regret, cases } = of;
  const moves = alternatives.map(({ move }) => move);
  const flip = ({ criterion, from, to, before, after }: WeightFlip) => ({
    criterion: criteria.names[criterion],
    from,
    to,
    before: before.split(' = '),
    after: after.split(' = '),
  });
  const shares = (one: RobustPath) => ({
    redraws: one.draws,
    firstMove: byName(firstMoves, one.choices[0] ?? []),
    here: byName(moves, one.choices[1] ?? []),
    ends: Object.fromEntries([...one.ends].map(([end, share]) => [game.kernel.chart.states[end] as string, share])),
  });
  return {
    decision: place.state,
    line: place.line,
    decides: place.decides,
    statedWeights: byName(criteria.names, criteria.weights),
    alternatives: byName(
      moves,
      alternatives.map(({ label, value, criteria: worths }) => ({
        label,
        value,
        criteria: byName(criteria.names, worths),
      })),
    ),
    views: Object.fromEntries(VIEWS.map((view) => [view, rankingAnswer(views[view], moves, criteria.names, draws)])),
    confidenceFactor: byName(
      moves,
      of.confidence.map((share) => share ?? null),
    ),
    weightFlips: { held: of.heldFlips.map(flip), solved: of.solvedFlips.map(flip) },
    robustPath: { all: shares(path.all), near: shares(path.near) },
    regretOverDraws: { draws: regret.draws, percentile: 100 * REGRET_SHARE, ...picked(regret.rule, moves) },
    namedCases:
      cases === undefined
        ? null
        : {
            cases: cases.cases,
            payoffs: byName(
              moves,
              cases.payoffs.map((row) => byName(cases.cases, row)),
            ),
            ...rulesAnswer(cases.rules, moves, cases.cases, alpha),
            leftOut: cases.leftOut,
          },
  };
}

/** How sure answers are, as a table: a row per branch, move, view of the weights and figure. */
export function robustnessTable(branches: readonly BranchRobustness[]): Table {
  const rows: (string | number | undefined)[][] = [];
  for (const { branch, place, alternatives, views, criteria, confidence, regret, cases, path } of branches) {
    const row = (move: string, view: string, figure: string, value: number | undefined) =>
      rows.push([branch, place.state, move, view, figure, value]);
    for (const [index, { move, value, criteria: worths }] of alternatives.entries()) {
      row(move, 'stated', 'value', value);
      for (const [at, worth] of worths.entries()) row(move, 'stated', `worth by ${criteria.names[at]}`, worth);
      for (const view of VIEWS) {
        const { rank, central, pairwise } = views[view].acceptability;
        for (const [at, share] of (rank[index] ?? []).entries()) row(move, view, `rank ${at + 1}`, share);
        for (const [at, weight] of (central[index] ?? []).entries())
          row(move, view, `central weight of ${criteria.names[at]}`, weight);
        for (const [at, share] of (pairwise[index] ?? []).entries())
          if (at !== index) row(move, view, `wins against ${alternatives[at]?.move}`, share);
      }
      row(move, 'all', 'confidence factor', confidence[index]);
      row(move, 'all', 'chosen in redraws', path.all.choices[1]?.[index]);
      row(move, 'near', 'chosen in redraws', path.near.choices[1]?.[index]);
      row(move, 'stated', '95th percentile of regret over draws', regret.rule.figures[index]);
    }
    for (const [index, { move }] of alternatives.entries())
      for (const [at, name] of (cases?.cases ?? []).entries()) {
        row(move, name, 'value', cases?.payoffs[index]?.[at]);
        row(move, name, 'regret', cases?.rules.regret[index]?.[at]);
      }
  }
  return { columns: ['branch', 'decision', 'move', 'weights or case', 'figure', 'value'], rows };
}
