import { type PreferenceStatement, ranksByStatements } from '../../domain/preferenceStatements.ts';
import type { Path } from '../../domain/problem.ts';
import { type ConflictNames, readChoice } from './conflictFile.ts';
import { type ConflictProblems, isMapping } from './conflictProblems.ts';

type Mapping = Readonly<Record<string, unknown>>;

/** What a decision maker prefers, as worths of states, and the points within which it does not care. */
export interface Preferences {
  readonly payoffs: Float64Array;
  readonly tolerance: number;
}

/** The first few of some states that a file forgets. */
function named(states: readonly string[]): string {
  const shown = states.slice(0, 5).map((state) => `\`${state}\``);
  return `${shown.join(', ')}${states.length > 5 ? ` and ${states.length - 5} more` : ''}`;
}

function mustHaveAll(payoffs: Float64Array, path: Path, { states }: ConflictNames, problems: ConflictProblems): void {
  const left = states.filter((_, state) => Number.isNaN(payoffs[state]));
  if (left.length > 0)
    problems.error(
      'states-left-out',
      path,
      `${named(left)} ${left.length === 1 ? 'is' : 'are'} left out`,
      'every state must have its place',
    );
}

/** A ranking, best first; the states of one place are tied. */
function readRanking(written: unknown, path: Path, names: ConflictNames, problems: ConflictProblems): Float64Array {
  const places = problems.list(written, path, 'a list of states, best first') ?? [];
  const payoffs = new Float64Array(names.states.length).fill(Number.NaN);
  for (const [index, place] of places.entries()) {
    const isList = Array.isArray(place);
    const tied: readonly unknown[] = isList ? place : [place];
    for (const [at, name] of tied.entries()) {
      const here: Path = isList ? [...path, index, at] : [...path, index];
      const state = problems.known(name, here, 'state', names.stateOf);
      if (state === undefined) continue;
      if (!Number.isNaN(payoffs[state]))
        problems.error('ranked-twice', here, `state \`${name}\` is ranked twice`, 'leave out one of its places');
      payoffs[state] = places.length - 1 - index;
    }
  }
  mustHaveAll(payoffs, path, names, problems);
  return payoffs;
}

/** Worths per state, in the decision maker's own points. */
function readPayoffs(written: unknown, path: Path, names: ConflictNames, problems: ConflictProblems): Float64Array {
  const mapping = problems.mapping(written, path, 'a mapping from states to numbers') ?? {};
  const payoffs = new Float64Array(names.states.length).fill(Number.NaN);
  for (const [name, value] of Object.entries(mapping)) {
    const state = problems.known(name, [...path, name], 'state', names.stateOf);
    const number = problems.number(value, [...path, name], 'a number');
    if (state !== undefined) payoffs[state] = number ?? 0;
  }
  mustHaveAll(payoffs, path, names, problems);
  return payoffs;
}

function readStatements(
  written: unknown,
  path: Path,
  names: ConflictNames,
  problems: ConflictProblems,
): readonly PreferenceStatement[] {
  const list = problems.list(written, path, 'a list of statements, the most important first') ?? [];
  return list.flatMap((statement, index): readonly PreferenceStatement[] => {
    const at: Path = [...path, index];
    const mapping = problems.mapping(statement, at, 'a statement with `anyOf`');
    if (mapping === undefined) return [];
    const parts = problems.list(mapping.anyOf, [...at, 'anyOf'], 'a list of partial choices') ?? [];
    if (parts.length === 0 && Array.isArray(mapping.anyOf))
      problems.error('empty-choice', [...at, 'anyOf'], 'this statement never holds', 'name at least one choice');
    return [
      {
        anyOf: parts.flatMap(
          (part, place) => readChoice(part, [...at, 'anyOf', place], names.optionOf, problems) ?? [],
        ),
      },
    ];
  });
}

/** Two states that two rankings put in another order. */
function disagreement(one: Float64Array, other: Float64Array): readonly [number, number] | undefined {
  const order = [...one.keys()].sort(
    (a, b) => (one[a] as number) - (one[b] as number) || (other[a] as number) - (other[b] as number),
  );
  for (const [at, state] of order.entries()) {
    const next = order[at + 1];
    if (next === undefined) break;
    const step = Math.sign((one[next] as number) - (one[state] as number));
    if (step !== Math.sign((other[next] as number) - (other[state] as number))) return [state, next];
  }
  return undefined;
}

/** Reads what each decision maker prefers: its ranking, its payoffs with a tolerance, or its statements. */
export function readPreferences(
  file: Mapping,
  names: ConflictNames,
  problems: ConflictProblems,
): readonly Preferences[] {
  const makers = Array.isArray(file.decisionMakers) ? (file.decisionMakers as readonly unknown[]) : [];
  const statements =
    file.preferenceStatements === undefined
      ? {}
      : (problems.mapping(
          file.preferenceStatements,
          ['preferenceStatements'],
          'a mapping from decision makers to statements',
        ) ?? {});
  for (const name of Object.keys(statements))
    problems.known(name, ['preferenceStatements', name], 'decision maker', names.makerOf);
  return names.makers.map((name) => {
    const index = makers.findIndex((maker) => isMapping(maker) && maker.name === name);
    const maker = makers[index] as Mapping;
    const path: Path = ['decisionMakers', index];
    const said = Object.hasOwn(statements, name)
      ? ranksByStatements(
          names.taken,
          readStatements(statements[name], ['preferenceStatements', name], names, problems),
        )
      : undefined;
    if (maker.ranking !== undefined && maker.payoffs !== undefined)
      problems.error('two-preferences', path, `${name} has both a ranking and payoffs`, 'keep one of them');
    const tolerance =
      maker.tolerance === undefined
        ? 0
        : (problems.number(maker.tolerance, [...path, 'tolerance'], 'a number from 0 upwards') ?? 0);
    if (tolerance < 0)
      problems.error(
        'out-of-range',
        [...path, 'tolerance'],
        `${tolerance} is below 0`,
        'write a number from 0 upwards',
      );
    const ranked =
      maker.ranking === undefined ? undefined : readRanking(maker.ranking, [...path, 'ranking'], names, problems);
    const paid =
      ranked !== undefined || maker.payoffs === undefined
        ? undefined
        : readPayoffs(maker.payoffs, [...path, 'payoffs'], names, problems);
    const apart =
      ranked === undefined || said === undefined || problems.hasErrors ? undefined : disagreement(ranked, said);
    if (apart !== undefined) {
      const [a, b] = apart.map((state) => `\`${names.states[state]}\``);
      problems.warning(
        'preferences-differ',
        ['preferenceStatements', name],
        `the statements of ${name} and its ranking disagree about ${a} and ${b}`,
        'the ranking was used; mend one of the two',
      );
    }
    const payoffs = ranked ?? paid ?? said;
    if (payoffs === undefined)
      problems.error(
        'no-preferences',
        path,
        `nothing says what ${name} prefers`,
        'add a ranking, payoffs, or statements in preferenceStatements',
      );
    return { payoffs: payoffs ?? new Float64Array(names.states.length), tolerance };
  });
}
