import type { DecisionReport, GameReport, TieReport } from '../src/analysis/rollback/gameReport.ts';
import { type ModelOdds, twentieths } from '../src/analysis/rollback/modelsBeside.ts';
import { figure, inTwenty, textTable } from './textTable.ts';
import { decidersInWords } from './withoutStakes.ts';

/** Who decides somewhere, too, and has no stakes. */
interface WithoutStakes {
  readonly withoutStakes?: readonly string[];
}

/** What follows from a game; of a scenario, with those who decide and have no stakes. */
export interface NamedReport extends GameReport {
  readonly options: (DecisionReport & WithoutStakes) | null;
  readonly ties: readonly (TieReport & WithoutStakes)[];
  /** Who of them makes each move of the line, too. */
  readonly moversWithoutStakes?: readonly (readonly string[])[];
}

/** How points are written: exact payoffs with six digits, judged ones with what is known of them. */
type Write = (points: number) => string;

/** Outcomes that a table of odds shows; what is left out is counted. */
const MOST_OUTCOMES = 12;

/** What a column of odds is called. */
function columnName({ model, rationality, lambda }: ModelOdds): string {
  if (rationality !== undefined) return `Λ ${figure(rationality)}`;
  if (lambda !== undefined) return typeof lambda === 'number' ? `λ ${figure(lambda)}` : 'λ as given';
  return model;
}

function* oddsLines({ beside, dependsOnModel }: GameReport): Generator<string> {
  const most = (name: string) => Math.max(...beside.map(({ odds }) => odds[name] ?? 0));
  const names = Object.keys(beside[0]?.odds ?? {});
  const ranked = names
    .map((name) => ({ name, odds: most(name) }))
    .filter(({ odds }) => twentieths(odds) > 0)
    .sort((a, b) => b.odds - a.odds)
    .slice(0, MOST_OUTCOMES);
  const shown = new Set(ranked.map(({ name }) => name));
  const rows = names
    .filter((name) => shown.has(name))
    .map((name) => [name, ...beside.map(({ odds }) => inTwenty(odds[name] ?? 0))]);
  yield 'How often play ends where, by model of play, to the nearest 1 in 20';
  yield* textTable([['', ...beside.map(columnName)], ...rows]);
  const left = names.filter((name) => !shown.has(name));
  if (left.length > 0) {
    const largest = twentieths(left.reduce((odds, name) => Math.max(odds, most(name)), 0));
    const ends = left.length === 1 ? '1 other end' : `${left.length.toLocaleString('en')} other ends, each`;
    yield `  ${ends} ${largest === 0 ? 'under 1 in 20' : `at most ${largest} in 20`} under any of these models`;
  }
  yield dependsOnModel
    ? '  The order of the ends depends on the model.'
    : '  The order of the ends is the same under all of these models.';
}

function* lineLines(report: NamedReport): Generator<string> {
  yield 'The line that this model plays';
  for (const [index, move] of report.line.entries()) {
    const tie = report.lineTies.includes(index) ? '   (tie)' : '';
    const movers = decidersInWords(
      report.movers[index] ?? [],
      report.moversWithoutStakes?.[index] ?? [],
      'nobody with payoffs',
    );
    yield `  ${movers}: ${move}${tie}`;
  }
  yield report.lineOutcome === null ? '  … then chance decides' : `  ■ ${report.lineOutcome}`;
}

function* optionLines({ options, actors }: NamedReport, write: Write): Generator<string> {
  if (options === null || options.moves.length < 2) return;
  const { node, label, actors: deciders, moves, withoutStakes = [] } = options;
  const [lone, ...others] = deciders;
  const mover = lone === undefined || others.length > 0 ? 'all who decide (J)' : lone;
  yield '';
  yield `What the first decision offers (n${node}${label === '' ? '' : ` ${label}`}): the value for each actor, what ${mover} ${others.length > 0 ? 'lose' : 'loses'} against the best move, and how often this model moves so`;
  if (deciders.length !== 1 || withoutStakes.length > 0)
    yield `  Who decides: ${decidersInWords(deciders, withoutStakes, 'nobody with payoffs')}`;
  const ranked = moves.toSorted((a, b) => b.share - a.share || a.regret - b.regret).slice(0, MOST_OUTCOMES);
  const shown = new Set(ranked);
  yield* textTable([
    ['', ...actors, 'loss', 'share'],
    ...moves
      .filter((move) => shown.has(move))
      .map(({ move, values, regret, share }) => [
        move,
        ...actors.map((actor) => write(values[actor] ?? Number.NaN)),
        write(regret),
        inTwenty(share),
      ]),
  ]);
  if (moves.length > MOST_OUTCOMES) yield `  and ${(moves.length - MOST_OUTCOMES).toLocaleString('en')} more moves`;
}

function* tieLines({ ties, tiesOffPath, actors, bounds }: NamedReport, write: Write): Generator<string> {
  if (ties.length + tiesOffPath === 0) return;
  yield '';
  yield 'Ties: moves that are equally good for who decides';
  for (const { node, label, actors: deciders, moves, withoutStakes = [] } of ties.slice(0, MOST_OUTCOMES)) {
    const who = decidersInWords(deciders, withoutStakes, 'nobody with payoffs');
    yield `  n${node}${label === '' ? '' : ` ${label}`} (${who}): ${moves.join(' · ')}`;
  }
  if (ties.length > MOST_OUTCOMES)
    yield `  and ${(ties.length - MOST_OUTCOMES).toLocaleString('en')} more where play comes`;
  if (tiesOffPath > 0) yield `  ${tiesOffPath.toLocaleString('en')} where play does not come`;
  for (const actor of actors) {
    const [least, most] = bounds[actor] ?? [Number.NaN, Number.NaN];
    yield `  ${actor}: from ${write(least)} (ties resolved against it) to ${write(most)} (for it)`;
  }
}

const how = ({ model, rationality, lambda }: GameReport): string => {
  if (rationality !== null) return `bounded, Λ ${figure(rationality)}`;
  return lambda === null ? model : `bounded, λ ${figure(lambda)} per point`;
};

function* informationLines({ information }: GameReport, write: Write): Generator<string> {
  if (information === null) return;
  const { actor, evpi, refused, mostWorth } = information;
  yield '';
  yield `What it is worth to ${actor} to know results of chance before the first decision, if it always moves at its best`;
  yield evpi === null ? `  all of them: ${refused}` : `  all of them: ${write(evpi)}`;
  if (mostWorth === null) yield '  no single one is worth anything';
  else {
    const { node, label, value } = mostWorth;
    yield `  most of all ${node}${label === '' ? '' : ` ${label}`}: ${write(value)}`;
  }
}

/** What follows from a game, as people read it in a terminal. Odds are never alone: the other models stand beside them. */
export function* solveText(report: NamedReport, write: Write = figure): Generator<string> {
  const { title, actors, values, positions } = report;
  yield `${title || 'Game without a title'} · ${positions.toLocaleString('en')} positions · ${how(report)}`;
  yield '';
  yield 'What the start is worth to each actor, in its own points (not comparable between actors)';
  const columns = [values, report.securityLevel, report.bestCase];
  yield* textTable([
    ['', 'value', 'sure of', 'at best'],
    ...actors.map((actor) => [actor, ...columns.map((column) => write(column[actor] ?? Number.NaN))]),
  ]);
  yield '';
  yield* lineLines(report);
  yield* optionLines(report, write);
  yield '';
  yield* oddsLines(report);
  yield* tieLines(report, write);
  yield* informationLines(report, write);
  yield '';
  yield 'What this rests on';
  yield '  “Sure of” is what an actor keeps if all others work against it; “at best”, what it gets if all work for it.';
  for (const assumption of report.assumptions) yield `  ${assumption}`;
  yield `  Method: ${report.method}. Source: ${report.source}.`;
}
