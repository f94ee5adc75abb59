import { type MoveGraph, moveGraph, movesOf } from '../../domain/conflict.ts';
import { contains, MOST_MOVES, movesOfOptions, type OneWayOption } from '../../domain/optionForm.ts';
import type { Path } from '../../domain/problem.ts';
import type { ConflictNames } from './conflictFile.ts';
import type { ConflictProblems } from './conflictProblems.ts';

type Mapping = Readonly<Record<string, unknown>>;

const tooMany = (moves: number): string =>
  `there are ${moves.toLocaleString('en')} moves; at most ${MOST_MOVES.toLocaleString('en')} are read`;

/** Each decision maker's moves as a file lists them; undefined where it lists none. */
function givenMoves(file: Mapping, names: ConflictNames, problems: ConflictProblems): readonly MoveGraph[] | undefined {
  if (file.moves === undefined) return undefined;
  const moves = problems.mapping(file.moves, ['moves'], 'a mapping from decision makers to lists of moves');
  if (moves === undefined) return undefined;
  for (const name of Object.keys(moves)) problems.known(name, ['moves', name], 'decision maker', names.makerOf);
  return names.makers.map((name) => {
    const list =
      problems.list(
        Object.hasOwn(moves, name) ? moves[name] : undefined,
        ['moves', name],
        'a list of moves, [from, to] each',
      ) ?? [];
    if (list.length > MOST_MOVES) problems.error('conflict-too-large', ['moves', name], tooMany(list.length));
    const read = list.slice(0, MOST_MOVES).flatMap((written, index): readonly (readonly [number, number])[] => {
      const path: Path = ['moves', name, index];
      const pair = problems.list(written, path, 'a move, [from, to]');
      if (pair === undefined) return [];
      if (pair.length !== 2) {
        problems.error('wrong-length', path, `expected [from, to], found a list of ${pair.length}`);
        return [];
      }
      const from = problems.known(pair[0], [...path, 0], 'state', names.stateOf);
      const to = problems.known(pair[1], [...path, 1], 'state', names.stateOf);
      if (from === undefined || to === undefined) return [];
      if (from === to)
        problems.error(
          'move-to-itself',
          path,
          'this move stays where it is',
          'leave it out: staying is always possible',
        );
      return [[from, to]];
    });
    return moveGraph(names.states.length, read);
  });
}

/** The first move that only one of two graphs has. */
function differenceOf(
  given: MoveGraph,
  derived: MoveGraph,
): { readonly from: number; readonly to: number; readonly isGiven: boolean } | undefined {
  for (let from = 0; from + 1 < given.first.length; from += 1) {
    const [one, other] = [movesOf(given, from), movesOf(derived, from)];
    for (const to of one) if (!other.includes(to)) return { from, to, isGiven: true };
    for (const to of other) if (!one.includes(to)) return { from, to, isGiven: false };
  }
  return undefined;
}

function derivedMoves(
  names: ConflictNames,
  oneWay: readonly OneWayOption[],
  problems: ConflictProblems,
): readonly MoveGraph[] {
  return names.makers.map((name, maker) => {
    const own = names.options.flatMap(({ owner }, option) => (owner === maker ? [option] : []));
    const graph = movesOfOptions(names.taken, own, oneWay);
    if (graph.ok) return graph.value;
    problems.error(
      'conflict-too-large',
      ['states'],
      `${name} has ${graph.error.toLocaleString('en')} moves; at most ${MOST_MOVES.toLocaleString('en')} are read`,
    );
    return moveGraph(names.states.length, []);
  });
}

/** What makes a file contradict itself where moves follow from its options: states that cannot be, or that are not listed. */
function checkStates({ taken, states, infeasible, options }: ConflictNames, problems: ConflictProblems): void {
  for (const [state, values] of taken.entries()) {
    const part = infeasible.findIndex((one) => contains(values, one));
    if (part < 0) continue;
    const message = `state \`${states[state]}\` contains the choice of infeasible[${part}], which cannot be`;
    problems.error('infeasible-state', ['states', state], message, 'leave out the state, or the infeasible choice');
  }
  const seen = new Map<string, number>();
  for (const [state, values] of taken.entries()) {
    const key = values.map((value) => (value === undefined ? '-' : value ? '1' : '0')).join('');
    const same = seen.get(key);
    if (options.length > 0 && same !== undefined) {
      const message = `states \`${states[same]}\` and \`${states[state]}\` have the same options taken`;
      problems.error('same-state', ['states', state], message, 'leave out one of them');
    }
    seen.set(key, state);
  }
}

/** Reads or derives each decision maker's moves. Where a file does both and they differ, the moves as given hold, and it is said. */
export function readMoves(
  file: Mapping,
  names: ConflictNames,
  oneWay: readonly OneWayOption[],
  problems: ConflictProblems,
): readonly MoveGraph[] {
  const given = givenMoves(file, names, problems);
  const written = file.movesFromOptions;
  const fromOptions =
    written === undefined ? given === undefined : problems.truth(written, ['movesFromOptions']) === true;
  if (!fromOptions) {
    if (given !== undefined || file.moves !== undefined) return given ?? [];
    problems.error(
      'missing-key',
      ['moves'],
      '`moves` is missing, and `movesFromOptions` is false',
      'list the moves of each decision maker',
    );
    return [];
  }
  if (names.options.length === 0 && given === undefined) {
    problems.error(
      'missing-key',
      ['moves'],
      '`moves` is missing, and there are no options from which moves could follow',
      'list the moves of each decision maker, or their options',
    );
    return [];
  }
  checkStates(names, problems);
  if (problems.hasErrors) return given ?? [];
  const derived = derivedMoves(names, oneWay, problems);
  for (const [maker, graph] of (given ?? []).entries()) {
    const found = differenceOf(graph, derived[maker] as MoveGraph);
    if (found === undefined) continue;
    const [from, to] = [names.states[found.from], names.states[found.to]];
    const message = found.isGiven
      ? `the move from \`${from}\` to \`${to}\` is listed and does not follow from the options`
      : `the move from \`${from}\` to \`${to}\` follows from the options and is not listed`;
    problems.warning(
      'moves-differ',
      ['moves', names.makers[maker] ?? ''],
      message,
      'the moves as listed were used; mend them, or write movesFromOptions: false',
    );
  }
  return given ?? derived;
}
