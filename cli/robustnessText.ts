import type { Rule } from '../src/analysis/regret/regretTable.ts';
import { REGRET_SHARE } from '../src/analysis/regret/regretTable.ts';
import { CONCENTRATION, type WeightView } from '../src/analysis/robustness/criteria.ts';
import type { WeightFlip } from '../src/analysis/robustness/weightFlips.ts';
import { shareError } from '../src/analysis/smaa/acceptability.ts';
import { actorName } from '../src/domain/actors.ts';
import { isEnd, labelOf, stateAt } from '../src/domain/chart.ts';
import type { MoveId } from '../src/domain/identifier.ts';
import { quantityAt } from '../src/domain/indicators.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { type BranchRobustness, VIEWS } from './robustnessScenario.ts';
import { fromTo, percent, shareOfTwenty } from './shareWords.ts';
import { judgedPoints, textTable } from './textTable.ts';

/** How a view of the weights is called. */
const VIEW_NAMES: Readonly<Record<WeightView, string>> = {
  all: 'all weights',
  order: 'stated order',
  near: 'near the stated',
};

/** What stands beside an answer: draws that were asked for, Hurwicz’s α. */
export interface RobustnessWords {
  readonly draws: number;
  readonly alpha: number;
}

const quoted = (scenario: Scenario, moves: string): string =>
  moves
    .split(' = ')
    .map((move) => `“${labelOf(scenario, move as MoveId)}”`)
    .join(' and ');

const isBeside = (of: BranchRobustness): boolean => of.place.decides.length > 1;

function* rankLines(scenario: Scenario, of: BranchRobustness, { draws }: RobustnessWords): Generator<string> {
  const { alternatives, views } = of;
  const cell = (view: WeightView, index: number): string => {
    const share = views[view].acceptability.rank[index]?.[0] ?? Number.NaN;
    return shareOfTwenty(share, views[view].isExact ? 0 : shareError(share, draws));
  };
  yield 'In what share of the weights each move ranks first, what follows it held as it is solved at the stated weights';
  yield* textTable([
    ['', 'value now', ...VIEWS.map((view) => VIEW_NAMES[view])],
    ...alternatives.map(({ label, value }, index) => [
      label,
      judgedPoints(value),
      ...VIEWS.map((view) => cell(view, index)),
    ]),
  ]);
  const names = alternatives.map((_, rank) => `${rank + 1}.`);
  yield '';
  yield 'All ranks over all weights (of 20)';
  yield* textTable([
    ['', ...names],
    ...alternatives.map(({ label }, index) => [
      label,
      ...names.map((_, rank) =>
        shareOfTwenty(views.all.acceptability.rank[index]?.[rank] ?? 0, 0).replace(' of 20', ''),
      ),
    ]),
  ]);
  const exact = VIEWS.filter((view) => views[view].isExact);
  if (exact.length === VIEWS.length) yield '  These shares are exact.';
  else
    yield `  From ${draws.toLocaleString('en')} draws of the weights; no sampling error of a share is above ${(20 * Math.sqrt(0.25 / draws)).toFixed(2)} of 20.`;
  yield '';
  yield 'What one cares about where a move ranks first (central weights), and in what share of draws of the numbers it then does (confidence factor)';
  const whole = of.criteria.weights.map((weight) => weight > 0).filter(Boolean).length;
  for (const [index, { label }] of alternatives.entries()) {
    const central = views.all.acceptability.central[index];
    if (central === undefined) {
      yield `  ${label}: first at no weights that came up.`;
      continue;
    }
    // Beside even weights: what such a person cares about more than others do.
    const more = [...central.entries()]
      .filter(([criterion]) => (of.criteria.weights[criterion] as number) > 0)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 3)
      .map(([criterion, weight]) => `${criterionName(scenario, of, criterion)} ${percent(weight)}`);
    const sure = of.confidence[index];
    const told = sure === undefined ? '' : ` Confidence: ${shareOfTwenty(sure, shareError(sure, of.regret.draws))}.`;
    yield `  ${label}: most on ${more.join(', ')} (even would be ${percent(1 / whole)} each).${told}`;
  }
}

const criterionName = (scenario: Scenario, { criteria }: BranchRobustness, criterion: number): string =>
  quantityAt(scenario, criteria.names[criterion] as string).label;

function* flipLines(scenario: Scenario, of: BranchRobustness): Generator<string> {
  const told = ({ criterion, from, to, after }: WeightFlip): string =>
    `${criterionName(scenario, of, criterion)}: ${fromTo(from, to)} → ${quoted(scenario, after)}`;
  const list = function* (flips: readonly WeightFlip[], none: string): Generator<string> {
    if (flips.length === 0) yield `  ${none}`;
    for (const [index, flip] of flips.slice(0, 6).entries()) yield `  ${index === 0 ? 'smallest: ' : ''}${told(flip)}`;
    if (flips.length > 6) yield `  and ${flips.length - 6} larger changes`;
  };
  yield 'Which change of one weight (the others rescaled) would change the answer';
  yield ' what follows held: another move is worth most';
  yield* list(of.heldFlips, 'none: the same move is worth most whatever a single weight is');
  yield ' everything solved again, by everybody: another move is chosen here';
  yield* list(of.solvedFlips, 'none was found: the same move is chosen whatever a single weight is');
}

function* pathLines(scenario: Scenario, of: BranchRobustness): Generator<string> {
  const { path, firstMoves, game, alternatives } = of;
  const error = (share: number) => shareError(share, path.all.draws);
  const row = (label: string, all: number, near: number): readonly string[] => [
    label,
    shareOfTwenty(all, error(all)),
    shareOfTwenty(near, error(near)),
  ];
  yield `Everybody’s weights drawn, and the branch solved again (${path.all.draws} redraws each): in what share which move is chosen, and where play ends`;
  const head = ['', VIEW_NAMES.all, VIEW_NAMES.near];
  const first = (place: number, labels: readonly string[]) =>
    labels.map((label, index) =>
      row(label, path.all.choices[place]?.[index] ?? Number.NaN, path.near.choices[place]?.[index] ?? Number.NaN),
    );
  if (of.place.node !== 0 && firstMoves.length > 0) {
    yield ' first move of the branch';
    yield* textTable([
      head,
      ...first(
        0,
        firstMoves.map((move) => labelOf(scenario, move)),
      ),
    ]);
    yield ' at this decision, once it is reached';
  }
  yield* textTable([
    head,
    ...first(
      1,
      alternatives.map(({ label }) => label),
    ),
  ]);
  yield ' ends';
  const ends = [...new Set([...path.all.ends.keys(), ...path.near.ends.keys()])].sort((a, b) => a - b);
  yield* textTable([
    head,
    ...ends.map((end) =>
      row(
        endLabel(scenario, game.kernel.chart.states[end] ?? ''),
        path.all.ends.get(end) ?? 0,
        path.near.ends.get(end) ?? 0,
      ),
    ),
  ]);
  yield '  A share of the weights is no probability: it counts all weights alike, as nobody’s do.';
}

const endLabel = (scenario: Scenario, id: string): string => {
  const state = stateAt(scenario, id)?.state;
  return state !== undefined && isEnd(state) ? state.meta.label : id;
};

function* regretLines(of: BranchRobustness, { alpha }: RobustnessWords): Generator<string> {
  const { regret, cases, alternatives } = of;
  const picked = (rule: Rule, labels: readonly string[]) =>
    rule.picks.map((index) => `“${labels[index]}”`).join(' and ');
  const labels = alternatives.map(({ label }) => label);
  yield `Regret over ${regret.draws} draws of the numbers, at the stated weights: what is lost in a draw against the best move there (held values)`;
  yield* textTable([
    ['', `${100 * REGRET_SHARE}th percentile`],
    ...labels.map((label, index) => [label, judgedPoints(regret.rule.figures[index] ?? Number.NaN)]),
  ]);
  yield `  least for ${picked(regret.rule, labels)}`;
  yield '';
  if (cases === undefined) {
    yield 'There is no named case in which this decision is reached by the same line.';
    return;
  }
  const { rules, payoffs, leftOut } = cases;
  yield 'Named cases: the conditions that may prevail from the table on, each solved by itself, everybody knowing the case';
  for (const [index, name] of cases.cases.entries()) yield `  ${index + 1}  ${name}`;
  const numbers = cases.cases.map((_, index) => String(index + 1));
  yield* textTable([
    ['value in case', ...numbers],
    ...labels.map((name, index) => [name, ...(payoffs[index] ?? []).map(judgedPoints)]),
  ]);
  yield* textTable([
    ['rule', ...labels, 'picks'],
    ...(
      [
        ['largest regret (Savage: minimax)', rules.minimaxRegret],
        ['worst case (Wald: maximin)', rules.maximin],
        [`${alpha} best, ${Math.round(100 * (1 - alpha)) / 100} worst (Hurwicz)`, rules.hurwicz(alpha)],
        ['mean of the cases (Laplace)', rules.laplace],
      ] as const
    ).map(([name, rule]) => [name, ...rule.figures.map(judgedPoints), picked(rule, labels)]),
  ]);
  yield '  No rule is right by itself: each is a temper. Nobody says how probable the cases are, so there is no expected value here.';
  if (leftOut.length > 0)
    yield `  Left out, because the same line does not lead here in them, or a move is shut: ${leftOut.join(' · ')}.`;
}

function* branchLines(scenario: Scenario, of: BranchRobustness, words: RobustnessWords): Generator<string> {
  const { place, branch, criteria, alternatives, game } = of;
  const name = actorName(scenario, game.tree.actors[criteria.actor] as string);
  yield '';
  yield `${scenario.title}: ${branch} · ${name} at ${place.state}`;
  const way = place.line.slice(game.beginning.line.length).map((move) => labelOf(scenario, move));
  yield way.length === 0 ? '  the first decision of the branch' : `  after: ${way.join(' → ')}`;
  if (isBeside(of))
    yield `  It is decided together by ${place.decides.map((actor) => actorName(scenario, actor)).join(' and ')}: what follows is read for ${name} alone, which cannot choose by itself.`;
  const stated = criteria.weights.map((weight, index) => `${criterionName(scenario, of, index)} ${percent(weight)}`);
  yield `  stated weights: ${stated.join(', ')}`;
  yield '';
  if (alternatives.length === 0) return;
  yield* rankLines(scenario, of, words);
  yield '';
  yield* flipLines(scenario, of);
  yield '';
  yield* pathLines(scenario, of);
  yield '';
  yield* regretLines(of, words);
}

const ASSUMPTIONS: readonly string[] = [
  'A move’s value is what the actor has on average once it is made and everybody plays on by backward induction at the stated numbers (held). It is linear in the actor’s weights, so the same play is read at other weights.',
  'All weights: every set of weights that sums to 1 counts the same; what is stated as 0 stays 0. Stated order: only those in the stated order of importance. ' +
    `Near the stated: Dirichlet with α = ${CONCENTRATION} times the stated weights.`,
  'Equally good moves split a rank. Central weights are the mean of the weights under which a move ranks first; the confidence factor is the share of draws of all other numbers in which it then does.',
  'Solved again: in each redraw everybody has the drawn weights and knows of each other that they do; start values, effects and odds are central. A draw depends on seed, name and its number alone.',
  'A flip is bisected where the answer changes between steps of a grid of 17; a change that is undone within one step is not seen.',
  'Source: Lahdelma, Hokkanen & Salminen 1998 and Lahdelma & Salminen 2001 (SMAA); Savage 1951, Wald 1950, Hurwicz 1951, Laplace 1814 (rules).',
];

/** How sure answers are over the weights, as people read it in a terminal. */
export function* robustnessText(
  scenario: Scenario,
  stamp: readonly string[],
  branches: readonly { readonly branch: string; readonly found: BranchRobustness | string }[],
  words: RobustnessWords,
): Generator<string> {
  yield* stamp;
  for (const { branch, found } of branches) {
    if (typeof found !== 'string') yield* branchLines(scenario, found, words);
    else {
      yield '';
      yield `${scenario.title}: ${branch} · ${found}`;
    }
  }
  yield '';
  yield 'What this rests on';
  for (const assumption of ASSUMPTIONS) yield `  ${assumption}`;
}
