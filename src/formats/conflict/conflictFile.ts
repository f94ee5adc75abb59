import type { ConflictOption } from '../../domain/conflict.ts';
import type { OneWayOption, PartialChoice } from '../../domain/optionForm.ts';
import { feasibleCombinations, MOST_COMBINATIONS } from '../../domain/optionForm.ts';
import type { Path } from '../../domain/problem.ts';
import { type ConflictProblems, isMapping } from './conflictProblems.ts';

/** The most decision makers and states that a file may have. */
const MOST_MAKERS = 12;
const MOST_STATES = 16_384;

/** The names that a conflict file gives: decision makers, options, states; what else it says refers to them. */
export interface ConflictNames {
  readonly makers: readonly string[];
  readonly makerOf: ReadonlyMap<string, number>;
  readonly options: readonly ConflictOption[];
  readonly optionOf: ReadonlyMap<string, number>;
  readonly states: readonly string[];
  readonly stateOf: ReadonlyMap<string, number>;
  readonly taken: readonly (readonly (boolean | undefined)[])[];
  readonly infeasible: readonly PartialChoice[];
}

type Mapping = Readonly<Record<string, unknown>>;

/** Takes a name into a list, or says that it is there already. */
function nameOnce(
  names: Map<string, number>,
  name: string,
  path: Path,
  sort: string,
  problems: ConflictProblems,
): boolean {
  if (names.has(name)) {
    problems.error('duplicate-name', path, `two ${sort}s are called \`${name}\``, 'give each a name of its own');
    return false;
  }
  names.set(name, names.size);
  return true;
}

const MAKER_KEYS = ['name', 'options', 'ranking', 'payoffs', 'tolerance'];

function readMakers(file: Mapping, problems: ConflictProblems) {
  const makerOf = new Map<string, number>();
  const optionOf = new Map<string, number>();
  const options: ConflictOption[] = [];
  const list = problems.list(file.decisionMakers, ['decisionMakers'], 'a list of decision makers') ?? [];
  if (list.length > MOST_MAKERS)
    problems.error(
      'conflict-too-large',
      ['decisionMakers'],
      `there are ${list.length} decision makers; at most ${MOST_MAKERS} are read`,
    );
  if (Array.isArray(file.decisionMakers) && list.length === 0)
    problems.error('no-decision-makers', ['decisionMakers'], 'nobody decides here', 'name at least one decision maker');
  for (const [index, written] of list.slice(0, MOST_MAKERS).entries()) {
    const path: Path = ['decisionMakers', index];
    const maker = problems.mapping(written, path, 'a decision maker with a name and a ranking');
    if (maker === undefined) continue;
    problems.keys(maker, path, MAKER_KEYS);
    const name = problems.text(maker.name, [...path, 'name'], 'its name');
    if (name === undefined || !nameOnce(makerOf, name, [...path, 'name'], 'decision maker', problems)) continue;
    if (maker.options === undefined) continue;
    for (const [at, option] of (
      problems.list(maker.options, [...path, 'options'], 'a list of option ids') ?? []
    ).entries()) {
      const place = [...path, 'options', at];
      const id = problems.text(option, place, 'the id of an option');
      if (id === undefined || !nameOnce(optionOf, id, place, 'option', problems)) continue;
      options.push({ id, label: id, owner: makerOf.size - 1 });
    }
  }
  return { makers: [...makerOf.keys()], makerOf, options, optionOf };
}

/** A partial choice as written: which options are taken and which are not. */
export function readChoice(
  written: unknown,
  path: Path,
  optionOf: ReadonlyMap<string, number>,
  problems: ConflictProblems,
): PartialChoice | undefined {
  const mapping = problems.mapping(written, path, 'a mapping from options to true or false');
  if (mapping === undefined) return undefined;
  const choice = new Map<number, boolean>();
  for (const [id, value] of Object.entries(mapping)) {
    const option = problems.known(id, [...path, id], 'option', optionOf);
    const taken = problems.truth(value, [...path, id]);
    if (option !== undefined && taken !== undefined) choice.set(option, taken);
  }
  if (Object.keys(mapping).length === 0)
    problems.error(
      'empty-choice',
      path,
      'this says nothing about any option, so it is part of every state',
      'name at least one option',
    );
  return choice;
}

function readStates(
  file: Mapping,
  options: number,
  optionOf: ReadonlyMap<string, number>,
  infeasible: readonly PartialChoice[],
  problems: ConflictProblems,
) {
  const stateOf = new Map<string, number>();
  const taken: (readonly (boolean | undefined)[])[] = [];
  if (file.states === undefined && options > 0 && 2 ** options <= MOST_COMBINATIONS) {
    // States that nobody lists are all that the options allow, each called by the sum of its bits.
    for (const combination of feasibleCombinations(options, infeasible)) {
      const number = combination.reduce((sum, isTaken, option) => sum + (isTaken ? 2 ** option : 0), 0);
      stateOf.set(`s${number}`, taken.length);
      taken.push(combination);
    }
    if (taken.length === 0) problems.error('no-states', ['infeasible'], 'no combination of the options is feasible');
  } else {
    const list = problems.list(file.states, ['states'], 'a list of states') ?? [];
    if (Array.isArray(file.states) && list.length === 0) problems.error('no-states', ['states'], 'there is no state');
    for (const [index, written] of list.entries()) {
      const path: Path = ['states', index];
      const state = problems.mapping(written, path, 'a state with an id');
      const id = state === undefined ? undefined : problems.text(state.id, [...path, 'id'], 'its id');
      if (state === undefined || id === undefined || !nameOnce(stateOf, id, [...path, 'id'], 'state', problems))
        continue;
      problems.keys(state, path, ['id', 'options']);
      const values = new Array<boolean | undefined>(options).fill(undefined);
      const isEmpty = isMapping(state.options) && Object.keys(state.options).length === 0;
      if (state.options !== undefined && !isEmpty)
        for (const [option, value] of readChoice(state.options, [...path, 'options'], optionOf, problems) ?? [])
          values[option] = value;
      taken.push(values);
    }
  }
  if (taken.length > MOST_STATES) {
    const message = `there are ${taken.length.toLocaleString('en')} states; at most ${MOST_STATES.toLocaleString('en')} are read`;
    problems.error('conflict-too-large', ['states'], message, 'leave out options, or combinations that cannot be');
  }
  return { states: [...stateOf.keys()], stateOf, taken };
}

/** Reads the names that all else refers to; undefined where some could not be read, since what refers to them would be told as wrong too. */
export function readNames(file: Mapping, problems: ConflictProblems): ConflictNames | undefined {
  const { makers, makerOf, options, optionOf } = readMakers(file, problems);
  if (problems.hasErrors) return undefined;
  const parts =
    file.infeasible === undefined
      ? []
      : (problems.list(file.infeasible, ['infeasible'], 'a list of partial choices') ?? []);
  const infeasible = parts.flatMap((part, index) => readChoice(part, ['infeasible', index], optionOf, problems) ?? []);
  if (problems.hasErrors) return undefined;
  const states = readStates(file, options.length, optionOf, infeasible, problems);
  return problems.hasErrors ? undefined : { makers, makerOf, options, optionOf, ...states, infeasible };
}

/** Options that change only one way. */
export function readOneWay(
  file: Mapping,
  optionOf: ReadonlyMap<string, number>,
  problems: ConflictProblems,
): readonly OneWayOption[] {
  if (file.irreversible === undefined) return [];
  const list = problems.list(file.irreversible, ['irreversible'], 'a list of options with `from` and `to`') ?? [];
  return list.flatMap((written, index): readonly OneWayOption[] => {
    const path: Path = ['irreversible', index];
    const entry = problems.mapping(written, path, 'an option with `from` and `to`');
    if (entry === undefined) return [];
    const option = problems.known(entry.option, [...path, 'option'], 'option', optionOf);
    const from = problems.truth(entry.from, [...path, 'from']);
    const to = problems.truth(entry.to, [...path, 'to']);
    if (from !== undefined && from === to) {
      problems.error(
        'no-change',
        path,
        '`from` and `to` are the same, so nothing changes',
        'write what it changes from and to',
      );
      return [];
    }
    return option === undefined || from === undefined || to === undefined ? [] : [{ option, from }];
  });
}
