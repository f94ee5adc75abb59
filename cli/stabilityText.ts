import type { CoalitionStability } from '../src/analysis/stability/coalitions.ts';
import { CONCEPTS } from '../src/analysis/stability/concepts.ts';
import {
  type ConflictStability,
  STABILITY_ASSUMPTIONS,
  STABILITY_SOURCE,
  verdictsOn,
} from '../src/analysis/stability/stabilityReport.ts';
import { verdictSentence, vulnerabilitySentence } from '../src/analysis/stability/verdictSentence.ts';
import { inverseLines } from './stabilityInverse.ts';
import type { AskedStability } from './stabilityJson.ts';
import { sentenceLines, textTable } from './textTable.ts';

/** Rows of a table of states, and lists of a kind, that are printed; what is left out is counted. */
const MOST_ROWS = 40;
const MOST_LINES = 24;

/** The concepts that a state is stable by, without those that follow from another. */
function strongest(isStable: (concept: (typeof CONCEPTS)[number]) => boolean): string {
  if (isStable('nash')) return 'nash';
  const named = (['smr', 'seq'] as const).filter(isStable);
  if (named.length > 0) return named.join(' ');
  return isStable('gmr') ? 'gmr' : '–';
}

const mark = (value: boolean | undefined): string => (value === undefined ? '·' : value ? 'yes' : 'no');

function* stateTable({ conflict, stability, worthTelling }: ConflictStability): Generator<string> {
  const { states, options, taken, decisionMakers, statusQuo } = conflict;
  const rows = states.length <= MOST_ROWS ? [...states.keys()] : worthTelling.slice(0, MOST_ROWS);
  yield 'States: which options are taken, by what each decision maker would stay, and for whom it is an equilibrium';
  yield* textTable([
    ['', ...options.map(({ id }) => id), ...decisionMakers, 'everybody'],
    ...rows.map((state) => [
      `${states[state]}${state === statusQuo ? ' (now)' : ''}`,
      ...options.map((_, option) => mark(taken[state]?.[option])),
      ...decisionMakers.map((_, one) => strongest((concept) => stability.stable[concept][one]?.[state] === 1)),
      strongest((concept) => stability.equilibrium[concept][state] === 1),
    ]),
  ]);
  if (rows.length < states.length) yield `  and ${(states.length - rows.length).toLocaleString('en')} more states`;
  yield* sentenceLines(
    'nash: it has nothing better to move to. smr: whatever better it moves to, the others can answer so that it ends no better off, and it cannot get away. seq: they would answer so, each to its own good. gmr: they could answer so. What is stable by nash is stable by all; by smr or seq, by gmr too.',
  );
}

function* optionLegend({ conflict: { options, decisionMakers } }: ConflictStability): Generator<string> {
  if (options.every(({ id, label }) => id === label)) return;
  yield '';
  yield 'Options';
  yield* textTable(options.map(({ id, label, owner }) => [id, decisionMakers[owner] ?? '', label]));
}

function* reasons(found: ConflictStability, told: readonly number[]): Generator<string> {
  const { conflict } = found;
  for (const state of told) {
    yield '';
    yield `Why ${conflict.states[state]}${state === conflict.statusQuo ? ', where things stand now,' : ''} is or is not stable`;
    const verdicts = verdictsOn(found, state);
    for (const verdict of verdicts) {
      // Who has nothing better to move to stays by all four concepts for one reason.
      if (verdict.concept !== 'nash' && verdict.temptations.length === 0) continue;
      yield* sentenceLines(
        verdictSentence(conflict, verdict).replace('(nash): no move', '(by every concept): no move'),
      );
    }
  }
}

const names = (found: ConflictStability, list: readonly number[]): string =>
  list.map((state) => found.conflict.states[state]).join(', ') || 'none';

function* coalitionLines(found: ConflictStability): Generator<string> {
  const { conflict, coalitions, vulnerabilities } = found;
  yield '';
  yield 'Equilibria that a coalition could leave for another one that each of its members prefers';
  if (vulnerabilities === undefined) yield '  not looked for: with so many states it would take too long';
  else if (vulnerabilities.length === 0) yield '  none';
  for (const one of (vulnerabilities ?? []).slice(0, MOST_LINES))
    yield* sentenceLines(vulnerabilitySentence(conflict, one));
  if ((vulnerabilities?.length ?? 0) > MOST_LINES) yield `  and ${(vulnerabilities?.length ?? 0) - MOST_LINES} more`;
  yield '';
  yield 'States where a coalition would stay (reading A of the definitions)';
  if (coalitions === undefined) {
    yield '  not looked for: with so many states it would take too long';
    return;
  }
  const shown = (list: readonly number[]): string =>
    list.length === conflict.states.length ? 'all' : list.length > 12 ? `${list.length} states` : names(found, list);
  if (coalitions.length === 0) return;
  yield* textTable([
    ['', ...CONCEPTS],
    ...coalitions.map(({ members, stable }: CoalitionStability) => [
      members.map((member) => conflict.decisionMakers[member]).join(' + '),
      ...CONCEPTS.map((concept) => shown(stable[concept])),
    ]),
  ]);
}

function* reachLines(found: ConflictStability): Generator<string> {
  const { reach } = found;
  if (reach === undefined) return;
  const many = (list: readonly number[]): string =>
    list.length > MOST_LINES ? `${list.length} states` : names(found, list);
  yield '';
  yield `What can follow from ${found.conflict.states[reach.from]}, where things stand now`;
  yield* sentenceLines(`by any moves: ${many(reach.byMoves)}`);
  yield* sentenceLines(`by moves that are each to the good of who makes them: ${many(reach.byImprovements)}`);
}

/** What follows from a conflict, as people read it in a terminal. `between` are lines that only this sort of conflict has. */
export function* stabilityText(
  found: ConflictStability,
  { told, inverse }: AskedStability,
  rests: readonly string[] = [],
  between: Iterable<string> = [],
): Generator<string> {
  const { conflict, equilibria } = found;
  const { states, decisionMakers } = conflict;
  yield `${conflict.title} · ${states.length.toLocaleString('en')} states · ${decisionMakers.length} ${decisionMakers.length === 1 ? 'decision maker' : 'decision makers'}`;
  yield '';
  yield* stateTable(found);
  yield* optionLegend(found);
  yield '';
  yield 'Equilibria: where everybody would stay';
  yield* textTable(
    CONCEPTS.map((concept) => [
      concept,
      equilibria[concept].length > MOST_ROWS
        ? `${equilibria[concept].length} states`
        : names(found, equilibria[concept]),
    ]),
  );
  yield* between;
  yield* reasons(found, told);
  yield* coalitionLines(found);
  yield* reachLines(found);
  if (inverse !== undefined) yield* inverseLines(found, inverse, told);
  yield '';
  yield 'What this rests on';
  for (const sentence of [...rests, ...STABILITY_ASSUMPTIONS]) yield* sentenceLines(sentence);
  yield '  An equilibrium is a state that nobody would leave, by this reasoning. It is no forecast, and none is better than another for that.';
  yield* sentenceLines(`Source: ${STABILITY_SOURCE}.`);
}
