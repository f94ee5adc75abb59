import { decisionRules, type Rule } from '../src/analysis/regret/regretTable.ts';
import { weightFlips } from '../src/analysis/robustness/weightFlips.ts';
import { shareError } from '../src/analysis/smaa/acceptability.ts';
import type { Table } from '../src/formats/csv.ts';
import type { CaseTable, McdaFile, WeightedTable } from '../src/formats/mcdaTable.ts';
import { bestAt, type McdaAsk, picksOf, smaaOf } from './mcdaAnswer.ts';
import { fromTo, percent, shareOfTwenty } from './shareWords.ts';
import { figure, textTable } from './textTable.ts';

function* weightLines(table: WeightedTable, ask: McdaAsk): Generator<string> {
  const found = smaaOf(table, ask);
  if (!found.ok) throw new Error(`asked of a table whose weights cannot be had: ${found.error}`);
  const { acceptability, isExact, confidence } = found.value;
  const { alternatives, criteria, weights, weightConstraint } = table;
  const share = (value: number) => shareOfTwenty(value, isExact ? 0 : shareError(value, ask.draws));
  yield `In what share of the weights each alternative has which rank${/^\s*(none\b.*)?$/is.test(weightConstraint) ? '' : ` (${weightConstraint})`}`;
  yield* textTable([
    ['', ...alternatives.map((_, rank) => `${rank + 1}.`)],
    ...alternatives.map((name, index) => [name, ...(acceptability.rank[index] ?? []).map(share)]),
  ]);
  yield isExact
    ? '  These shares are exact.'
    : `  From ${ask.draws.toLocaleString('en')} draws of the weights (seed ${ask.seed}).`;
  yield '';
  yield 'What one cares about where an alternative ranks first (central weights), and whether it then does (confidence factor; the values are taken as certain)';
  yield* textTable([
    ['', ...criteria, 'confidence'],
    ...alternatives.map((name, index) => {
      const central = acceptability.central[index];
      return central === undefined
        ? [name, 'first at no weights that came up']
        : [name, ...central.map(percent), figure(confidence[index] ?? Number.NaN)];
    }),
  ]);
  yield '';
  yield 'In what share of the weights the first is worth more than the other';
  yield* textTable([
    ['', ...alternatives.map((name) => `than ${name}`)],
    ...alternatives.map((name, index) => [
      name,
      ...(acceptability.pairwise[index] ?? []).map((value, other) => (other === index ? '' : share(value))),
    ]),
  ]);
  if (weights === undefined) return;
  yield '';
  yield `Which change of one stated weight (the others rescaled) would put another first than ${bestAt(table, weights)}`;
  const flips = weightFlips(weights, (all) => all.map((each) => bestAt(table, each)));
  if (flips.length === 0) yield '  none';
  for (const { criterion, from, to, after } of flips) yield `  ${criteria[criterion]}: ${fromTo(from, to)} → ${after}`;
}

function* caseLines(table: CaseTable, { alpha }: McdaAsk): Generator<string> {
  const { alternatives, cases } = table;
  const rules = decisionRules(table);
  yield 'Regret: what is lost in each case against the best there';
  yield* textTable([
    ['', ...cases],
    ...alternatives.map((name, index) => [name, ...(rules.regret[index] ?? []).map(figure)]),
  ]);
  yield '';
  const { expected } = rules;
  const row = (name: string, rule: Rule) => [
    name,
    ...rule.figures.map(figure),
    picksOf(rule, alternatives).join(' and '),
  ];
  yield* textTable([
    ['rule', ...alternatives, 'picks'],
    row('largest regret (Savage: minimax)', rules.minimaxRegret),
    row('worst case (Wald: maximin)', rules.maximin),
    row(`${figure(alpha)} best, ${figure(1 - alpha)} worst (Hurwicz)`, rules.hurwicz(alpha)),
    row('mean of the cases (Laplace)', rules.laplace),
    ...(expected === undefined
      ? []
      : [row('expected payoff', expected.payoff), row('expected regret', expected.regret)]),
  ]);
  yield '  No rule is right by itself: each is a temper.';
  yield expected === undefined
    ? '  Nobody says how probable the cases are, so there is no expected value.'
    : `  To know the case first would be worth ${figure(expected.evpi)} (EVPI).`;
}

/** Both tables of a file as people read them in a terminal. The weights of the file can be had. */
export function* mcdaText({ name, smaa, regret }: McdaFile, ask: McdaAsk): Generator<string> {
  yield name || 'Table without a name';
  if (smaa !== undefined) {
    yield '';
    yield* weightLines(smaa, ask);
  }
  if (regret !== undefined) {
    yield '';
    yield* caseLines(regret, ask);
  }
  yield '';
  yield 'What this rests on';
  yield '  Values of different criteria are on one scale and add up by their weights; more is better.';
  yield '  A share of the weights is no probability: it counts all weights alike, as nobody’s do.';
  yield '  Source: Lahdelma, Hokkanen & Salminen 1998 and Lahdelma & Salminen 2001 (SMAA); Savage 1951, Wald 1950, Hurwicz 1951, Laplace 1814 (rules).';
}

/** Both tables as rows: alternative, figure, value. */
export function mcdaTable({ smaa, regret }: McdaFile, ask: McdaAsk): Table {
  const rows: (string | number | undefined)[][] = [];
  const found = smaa === undefined ? undefined : smaaOf(smaa, ask);
  for (const [index, name] of (smaa?.alternatives ?? []).entries()) {
    if (found?.ok !== true) break;
    const { rank, central, pairwise } = found.value.acceptability;
    for (const [at, share] of (rank[index] ?? []).entries()) rows.push([name, `rank ${at + 1}`, share]);
    for (const [at, weight] of (central[index] ?? []).entries())
      rows.push([name, `central weight of ${smaa?.criteria[at]}`, weight]);
    for (const [at, share] of (pairwise[index] ?? []).entries())
      if (at !== index) rows.push([name, `wins against ${smaa?.alternatives[at]}`, share]);
    rows.push([name, 'confidence factor', found.value.confidence[index]]);
  }
  if (regret !== undefined) {
    const rules = decisionRules(regret);
    for (const [index, name] of regret.alternatives.entries()) {
      for (const [at, each] of regret.cases.entries())
        rows.push([name, `regret in ${each}`, rules.regret[index]?.[at]]);
      rows.push([name, 'largest regret', rules.minimaxRegret.figures[index]]);
      rows.push([name, 'worst case', rules.maximin.figures[index]]);
      rows.push([name, `Hurwicz ${ask.alpha}`, rules.hurwicz(ask.alpha).figures[index]]);
      rows.push([name, 'mean of the cases', rules.laplace.figures[index]]);
      if (rules.expected !== undefined) {
        rows.push([name, 'expected payoff', rules.expected.payoff.figures[index]]);
        rows.push([name, 'expected regret', rules.expected.regret.figures[index]]);
      }
    }
  }
  return { columns: ['alternative', 'figure', 'value'], rows };
}
