import type { CoalitionStability, Vulnerability } from '../src/analysis/stability/coalitions.ts';
import { CONCEPTS, type Concept } from '../src/analysis/stability/concepts.ts';
import {
  type ConflictStability,
  STABILITY_ASSUMPTIONS,
  STABILITY_SOURCE,
  verdictsOn,
} from '../src/analysis/stability/stabilityReport.ts';
import type { Verdict } from '../src/analysis/stability/verdict.ts';
import { verdictSentence, vulnerabilitySentence } from '../src/analysis/stability/verdictSentence.ts';
import { inverseLines } from './stabilityInverse.ts';
import type { AskedStability } from './stabilityJson.ts';
import { sentenceLines, textTable } from './textTable.ts';

/** Rows of a table of states, and lists of a kind, that are printed; what is left out is counted. */
const MOST_ROWS = 64;
const MOST_LINES = 24;
const MOST_WAYS = 6;
const MOST_NAMED = 8;

/** The concepts that a state is stable by, without those that follow from another. */
function strongest(isStable: (concept: Concept) => boolean): string {
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

/** The verdicts that say all there is to say on one decision maker: what follows from another is left out. */
function tellingVerdicts(verdicts: readonly Verdict[]): readonly Verdict[] {
  const of = (concept: Concept): Verdict | undefined => verdicts.find((verdict) => verdict.concept === concept);
  const isStable = (concept: Concept): boolean => of(concept)?.stable === true;
  const told: readonly Concept[] = isStable('nash')
    ? ['nash']
    : isStable('gmr')
      ? isStable('smr')
        ? ['nash', 'smr', 'seq']
        : ['nash', 'gmr', 'smr', 'seq']
      : ['nash', 'gmr'];
  return told.flatMap((concept) => of(concept) ?? []);
}

function* reasons(found: ConflictStability, told: readonly number[]): Generator<string> {
  const { conflict, equilibria } = found;
  const plain = told.filter((state) => equilibria.nash.includes(state));
  if (plain.length > 0) {
    yield '';
    yield `Why ${names(found, plain)} would hold by every concept`;
    yield '  Nobody has a move of its own to what it prefers.';
  }
  for (const state of told) {
    if (plain.includes(state)) continue;
    yield '';
    yield `Why ${conflict.states[state]}${state === conflict.statusQuo ? ', where things stand now,' : ''} would hold, or would not`;
    const verdicts = verdictsOn(found, state);
    for (const one of conflict.decisionMakers.keys())
      for (const verdict of tellingVerdicts(verdicts.filter(({ decisionMaker }) => decisionMaker === one)))
        yield* sentenceLines(
          verdictSentence(conflict, verdict).replace('(nash): no move', '(by every concept): no move'),
        );
  }
}

/** Each way to leave an equilibrium once, by the narrowest concept for which both ends are one. */
function narrowest(all: readonly Vulnerability[]): readonly Vulnerability[] {
  const found = new Map<string, Vulnerability>();
  for (const concept of ['nash', 'smr', 'seq', 'gmr'] as const) {
    for (const one of all) {
      const key = `${one.members} ${one.from} ${one.to}`;
      if (one.concept === concept && !found.has(key)) found.set(key, one);
    }
  }
  return [...found.values()];
}

const names = (found: ConflictStability, list: readonly number[]): string =>
  list.map((state) => found.conflict.states[state]).join(', ') || 'none';

function* coalitionLines(found: ConflictStability): Generator<string> {
  const { conflict, coalitions } = found;
  const vulnerable = found.vulnerabilities === undefined ? undefined : narrowest(found.vulnerabilities);
  yield '';
  yield 'Equilibria that a coalition could leave for another one that each of its members prefers';
  if (vulnerable === undefined) yield '  not looked for: with so many states it would take too long';
  else if (vulnerable.length === 0) yield '  none';
  for (const one of (vulnerable ?? []).slice(0, MOST_WAYS)) yield* sentenceLines(vulnerabilitySentence(conflict, one));
  const more = (vulnerable?.length ?? 0) - MOST_WAYS;
  if (more > 0) yield `  and ${more.toLocaleString('en')} more; --json lists them all`;
  yield '';
  yield 'States where a coalition would stay (reading A of the definitions)';
  if (coalitions === undefined) {
    yield '  not looked for: with so many states it would take too long';
    return;
  }
  if (coalitions.length === 0) yield '  there is nobody to join';
  const shown = (list: readonly number[]): string =>
    list.length === conflict.states.length
      ? 'all'
      : list.length > MOST_NAMED
        ? `${list.length} states`
        : names(found, list);
  if (coalitions.length === 0) return;
  yield* textTable([
    ['', ...CONCEPTS],
    ...coalitions.map(({ members, stable }: CoalitionStability) => [
      members.map((member) => conflict.decisionMakers[member]).join(' + '),
      ...CONCEPTS.map((concept) => shown(stable[concept])),
    ]),
  ]);
}

/** The equilibria, and in words what is taken in those that hold by every concept, where options have names of their own. */
function* equilibriumLines(found: ConflictStability): Generator<string> {
  const { states, options, taken } = found.conflict;
  const { equilibria } = found;
  yield 'Equilibria: where everybody would stay';
  yield* textTable(
    CONCEPTS.map((concept) => {
      const { length } = equilibria[concept];
      return [
        concept,
        length > MOST_LINES ? `${length} of ${states.length} states` : names(found, equilibria[concept]),
      ];
    }),
  );
  if (2 * equilibria.gmr.length > states.length)
    yield '  By gmr most states would hold: it counts any threat that could be carried out, so it rules out little here.';
  if (options.every(({ id, label }) => id === label)) return;
  for (const state of equilibria.nash.slice(0, MOST_LINES)) {
    const labels = options.flatMap(({ label }, option) => (taken[state]?.[option] === true ? [`“${label}”`] : []));
    yield* sentenceLines(`${states[state]}: ${labels.join(', ') || 'no option is taken'}`);
  }
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
  const { conflict } = found;
  const { states, decisionMakers } = conflict;
  yield `${conflict.title} · ${states.length.toLocaleString('en')} states · ${decisionMakers.length} ${decisionMakers.length === 1 ? 'decision maker' : 'decision makers'}`;
  yield '';
  yield* stateTable(found);
  yield* optionLegend(found);
  yield '';
  yield* equilibriumLines(found);
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
