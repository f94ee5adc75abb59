import { SAME_POINT } from '../src/analysis/bargaining/bargainingPoints.ts';
import { GRAIN, MOST_POINTS } from '../src/analysis/bargaining/reachableBargains.ts';
import { actorName } from '../src/domain/actors.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { Table } from '../src/formats/csv.ts';
import { type BranchBargains, bargainIds, endIds, endStates, solvedEnds } from './bargainScenario.ts';
import { BARGAINING_WORDS, type BargainingLists, listsOf } from './bargainSet.ts';
import { planText } from './planText.ts';
import { inTwenty, judgedPoints, textTable } from './textTable.ts';

/** Rows of a table that are printed; the rest is counted. */
const MOST_ROWS = 50;

/** What the answer for a scenario rests on. */
const ASSUMPTIONS: readonly string[] = [
  'A binding agreement fixes every later choice in which one of the two takes part, alone or with others; chance keeps its odds, and all others move as they do in solved play (backward induction).',
  'A point is what a plan comes to on average over chance. What another plan beats for one of the two, and equals for the other, is left out; of plans that come to the same, one is shown.',
  'Without agreement each has what walking away from the branch’s beginning is worth, or its own alternative where that is more.',
  'Nash (1950): the largest product of gains over walking away. Kalai–Smorodinsky (1975): the largest least share of the ideal gain (max-min form for finite sets, ideal over the zone of agreement). Neither changes with the unit or the zero of an actor’s points.',
  'A bargaining point says which agreement a rule would name, not which one is reached, nor which one is right.',
];

/** Ends with their odds, in words. */
function endsText({ game }: BranchBargains, states: ReadonlyMap<string, number>): string {
  const names = new Map<string, string>();
  for (let node = 0; node < game.tree.kind.length; node += 1)
    if (game.tree.kind[node] === 0) names.set(game.labels.node(node), game.labels.outcome(node));
  return [...states]
    .map(([state, odds]) =>
      odds >= 1 - 1e-12 ? (names.get(state) ?? state) : `${names.get(state) ?? state} (${inTwenty(odds)})`,
    )
    .join('; ');
}

function* pointLines(scenario: Scenario, of: BranchBargains, isComparable: boolean): Generator<string> {
  const { report, game } = of;
  const ids = bargainIds(report);
  const lists = listsOf(report.of, ids);
  const nameOf = (actor: string) => actorName(scenario, actor);
  const reached = solvedEnds(of);
  const told = new Set<string>();
  const tell = function* (key: keyof BargainingLists): Generator<string> {
    yield `  ${BARGAINING_WORDS[key]}: ${lists[key].join(', ')}`;
    for (const id of lists[key]) {
      const bargain = report.bargains[ids.indexOf(id)];
      if (bargain === undefined || told.has(id)) continue;
      told.add(id);
      const states = endStates(game, bargain.plan.ends);
      const sameEnds = [...states.keys()].every((state) => reached.has(state));
      yield `   ${id}: ${of.parties.map((actor, party) => `${nameOf(actor)} ${judgedPoints(bargain.points[party] ?? Number.NaN)}`).join(', ')}. It leads to: ${endsText(of, states)}.`;
      yield bargain.isSolvedPlay
        ? '   Solved play comes to the same, with nothing binding.'
        : `   Solved play does not come to it${sameEnds ? ', though it leads to the same end by another way' : ''}: nothing binds there, and somebody would move otherwise.`;
      yield* planText(game, nameOf, bargain.plan);
    }
  };
  yield 'Points of agreement, and the plan that each binds the two to';
  yield* tell('nash');
  yield* tell('kalaiSmorodinsky');
  yield '';
  if (!isComparable) {
    yield `Two more points compare the two’s points with each other; --comparable shows them, under their label: “${SAME_POINT}”.`;
    return;
  }
  yield `Two more points, which hold only if one ${SAME_POINT}`;
  yield* tell('egalitarian');
  yield* tell('utilitarian');
}

function* leftLines(scenario: Scenario, of: BranchBargains): Generator<string> {
  const { solved, gains, distance } = of.report.leftOnTable;
  const name = (party: 0 | 1) => actorName(scenario, of.parties[party]);
  const points = (party: 0 | 1) => `${name(party)} ${judgedPoints(solved[party])}`;
  yield 'What solved play leaves on the table';
  yield `  Solved play comes to ${points(0)}, ${points(1)}, and ends so: ${endsText(of, solvedEnds(of))}.`;
  for (const party of [0, 1] as const) {
    const other = name(party === 0 ? 1 : 0);
    yield gains[party] < 0.05
      ? `  ${name(party)} could have nothing more without ${other} having less.`
      : `  ${name(party)} could have up to ${judgedPoints(gains[party])} more in its own points without ${other} having less.`;
  }
  if (distance !== null)
    yield `  Distance to the frontier: both at once could have ${Math.round(100 * distance)} % more of their own range of gains (ideal less walking away).`;
}

function* endLines(scenario: Scenario, of: BranchBargains, isComparable: boolean): Generator<string> {
  const { report, parties } = of;
  const ids = endIds(of);
  const lists = listsOf(report.ofEnds, ids);
  yield 'Another question: all reachable ends, whoever would have to move and whatever chance would have to bring';
  yield '  These are single outcomes at ends, most of them not in the power of the two; how many lines lead to one says nothing about how likely it is.';
  const rows = report.ofEnds.pareto.map((index) => {
    const end = report.ends[index];
    return [
      ids[index] ?? '',
      end === undefined ? '' : of.game.labels.outcome(end.node),
      ...parties.map((_, party) => judgedPoints(end?.points[party] ?? Number.NaN)),
    ];
  });
  if (rows.length === 0) yield '  No end is at least as good as walking away for both.';
  else
    yield* textTable([
      ['frontier in the zone', 'end', ...parties.map((actor) => actorName(scenario, actor))],
      ...rows.slice(0, MOST_ROWS),
    ]);
  if (rows.length > MOST_ROWS) yield `  and ${rows.length - MOST_ROWS} more`;
  if (rows.length > 0) {
    yield `  Nash: ${lists.nash.join(', ')}. Kalai–Smorodinsky: ${lists.kalaiSmorodinsky.join(', ')}.`;
    if (isComparable)
      yield `  Under “${SAME_POINT}”: egalitarian ${lists.egalitarian.join(', ')}, utilitarian ${lists.utilitarian.join(', ')}.`;
  }
}

function* branchLines(scenario: Scenario, of: BranchBargains, isComparable: boolean): Generator<string> {
  const { report, parties, branch } = of;
  const names = parties.map((actor) => actorName(scenario, actor));
  const ids = bargainIds(report);
  yield '';
  yield `${scenario.title}: ${branch} · what a binding agreement between ${names.join(' and ')} could reach`;
  yield '';
  const range = (party: number) => {
    const values = report.of.pareto.map((index) => report.bargains[index]?.points[party] ?? Number.NaN);
    return values.length === 0 ? '–' : `${judgedPoints(Math.min(...values))} to ${judgedPoints(Math.max(...values))}`;
  };
  yield* textTable([
    ['', 'walking away', 'frontier in the zone of agreement'],
    ...names.map((name, party) => {
      const apart = report.reservation[party] ?? null;
      return [
        name,
        apart === null ? `${judgedPoints(report.of.disagreement[party] ?? Number.NaN)} *` : judgedPoints(apart),
        range(party),
      ];
    }),
  ]);
  if (report.reservation.includes(null))
    yield '  * At the table there is nothing to walk away from: the least that the actor may end with stands in. Nobody decides there; its moves count as chance with even odds.';
  yield '';
  if (report.of.zopa.length === 0)
    yield 'There is no zone of agreement: no plan leaves both at least as well as walking away.';
  else {
    yield 'The frontier in the zone: bargains that no other one beats for one without costing the other';
    yield* textTable([
      ['', ...names, 'leads to', ''],
      ...report.of.pareto.slice(0, MOST_ROWS).map((index) => {
        const bargain = report.bargains[index];
        return [
          ids[index] ?? '',
          ...names.map((_, party) => judgedPoints(bargain?.points[party] ?? Number.NaN)),
          bargain === undefined ? '' : endsText(of, endStates(of.game, bargain.plan.ends)),
          bargain?.isSolvedPlay === true ? 'solved play comes to the same' : '',
        ];
      }),
    ]);
    if (report.of.pareto.length > MOST_ROWS) yield `  and ${report.of.pareto.length - MOST_ROWS} more (all with --csv)`;
    yield '';
    yield* pointLines(scenario, of, isComparable);
  }
  const { nodes, grain } = report.thinned;
  if (nodes > 0)
    yield `  Thinned: at ${nodes} positions more than ${MOST_POINTS} points stood; there, points nearer than ${grain} (at first ${GRAIN}) to the one before were left out.`;
  yield '';
  yield* leftLines(scenario, of);
  yield '';
  yield* endLines(scenario, of, isComparable);
}

/** The bargaining sets of a scenario as people read them in a terminal; with the rules that compare points where somebody accepts that. */
export function* bargainScenarioText(
  scenario: Scenario,
  stamp: readonly string[],
  branches: readonly BranchBargains[],
  isComparable: boolean,
): Generator<string> {
  yield* stamp;
  for (const of of branches) yield* branchLines(scenario, of, isComparable);
  yield '';
  yield 'What this rests on';
  for (const assumption of ASSUMPTIONS) yield `  ${assumption}`;
}

/** The bargaining sets of a scenario as a table: a row per point, those of binding agreements first, then those of all ends. */
export function bargainScenarioTable(branches: readonly BranchBargains[]): Table {
  const keys = Object.keys(BARGAINING_WORDS) as (keyof BargainingLists)[];
  const parties = branches[0]?.parties ?? ['', ''];
  const marks = (of: BranchBargains['report']['of'], index: number) =>
    keys.map((key) => (of[key].includes(index) ? 1 : 0));
  return {
    columns: ['branch', 'set', 'point', ...parties, ...keys, 'solvedPlay', 'ends'],
    rows: branches.flatMap((of) => {
      const { report, game, branch } = of;
      const ids = bargainIds(report);
      const idsOfEnds = endIds(of);
      return [
        ...report.bargains.map(({ points, plan, isSolvedPlay }, index) => [
          branch,
          'binding agreement',
          ids[index],
          ...points,
          ...marks(report.of, index),
          isSolvedPlay ? 1 : 0,
          [...endStates(game, plan.ends).keys()].join(' '),
        ]),
        ...report.ends.map(({ node, points }, index) => [
          branch,
          'all ends',
          idsOfEnds[index],
          ...points,
          ...marks(report.ofEnds, index),
          undefined,
          game.labels.node(node),
        ]),
      ];
    }),
  };
}
