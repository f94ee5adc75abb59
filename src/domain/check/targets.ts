import { isDecision, isEnd, isStub, moveMeta, type PlacedState, placedStates, stateAt } from '../chart.ts';
import { didYouMean, error, inferred, type Path, type Problem } from '../problem.ts';
import type { Scenario } from '../scenario.ts';
import type { Branch, Decision } from '../schema/branch.ts';
import { keySet, lookUp, type WrittenName } from './lookup.ts';
import { writtenMoves } from './walkFile.ts';

const statesOf = (branchId: string): Path => ['branches', branchId, 'states'];

/** A state or branch that is not there; one of another branch has its own answer. */
function unknownTarget(
  sort: string,
  { name, path }: WrittenName,
  known: Iterable<string>,
  given: Path,
  help?: string,
): Problem {
  const message = `no ${sort} is called \`${name}\``;
  return inferred(error('unknown-target', path, message, help ?? didYouMean(name, known)), given);
}

function inMoves(scenario: Scenario): readonly Problem[] {
  return writtenMoves(scenario).flatMap(({ branchId, targets }) =>
    targets.flatMap(({ path: at, candidate }): readonly Problem[] => {
      const name = candidate.target;
      const path = [...at, 'target'];
      if (branchId === undefined) {
        const branches = keySet(scenario.branches);
        return branches.has(name) ? [] : [unknownTarget('branch', { name, path }, branches, ['branches', name])];
      }
      const states = keySet(scenario.branches[branchId]?.states);
      if (states.has(name)) return [];
      const elsewhere = stateAt(scenario, name) !== undefined;
      const help = elsewhere ? `add a final state here with \`continues: ${name}\`, and target that` : undefined;
      return [unknownTarget('state', { name, path }, states, [...statesOf(branchId), name], help)];
    }),
  );
}

function inStub(scenario: Scenario, { branchId, key }: PlacedState, name: string): readonly Problem[] {
  const path: Path = [...statesOf(branchId), key, 'meta', 'continues'];
  const [toBranch = '', toState = ''] = name.split('.');
  const known = placedStates(scenario).flatMap(({ id, state }) => (isStub(state) ? [] : [id]));
  const placed = stateAt(scenario, name);
  if (placed === undefined || isStub(placed.state)) {
    const help =
      placed !== undefined && isStub(placed.state)
        ? `write \`${placed.state.meta.continues}\`, where that one continues`
        : undefined;
    return [unknownTarget('decision or end', { name, path }, known, [...statesOf(toBranch), toState, 'type'], help)];
  }
  return toBranch === branchId
    ? [error('stub-at-home', path, `\`${name}\` is in this branch`, 'target it directly and remove this stub')]
    : [];
}

/** A move that says which one it resembles: another of its decision, which says so of none. */
function kinProblems(decision: Decision, at: Path, moves: ReturnType<typeof keySet>): readonly Problem[] {
  return Object.entries(decision.on ?? {}).flatMap(([key, move]): readonly Problem[] => {
    const { kin } = moveMeta(move);
    if (kin === undefined) return [];
    const path: Path = [...at, 'on', key, ...(Array.isArray(move) ? [0] : []), 'meta', 'kin'];
    const unknown = lookUp('move', { name: kin, path }, moves, [...at, 'on', kin]);
    if (unknown.length > 0) return unknown;
    const named = decision.on?.[kin];
    const wrong =
      decision.meta.decides === 'chance'
        ? ['chance does not choose, so its moves have no kin', 'remove `kin`']
        : kin === key
          ? ['a move is no kin of its own', 'name another move of this decision, or remove `kin`']
          : named !== undefined && moveMeta(named).kin !== undefined
            ? [`\`${kin}\` names a move that it resembles itself`, 'let all moves of a kind name one and the same move']
            : undefined;
    return wrong === undefined ? [] : [error('kin-unusable', path, wrong[0] ?? '', wrong[1] ?? '')];
  });
}

function inStates(scenario: Scenario): readonly Problem[] {
  return placedStates(scenario).flatMap((placed): readonly Problem[] => {
    const { branchId, key, state } = placed;
    if (isStub(state)) return inStub(scenario, placed, state.meta.continues);
    if (!isDecision(state)) return [];
    const moves = keySet(state.on);
    const at: Path = [...statesOf(branchId), key];
    const roles = (['whenNoneOpen', 'noAgreement'] as const).flatMap((role) => {
      const name = state.meta[role];
      return name === undefined
        ? []
        : lookUp('move', { name, path: [...at, 'meta', role] }, moves, [...at, 'on', name]);
    });
    return [...roles, ...kinProblems(state, at, moves)];
  });
}

/** The end at which a branch is walked away from: `noDeal`, or an actor's `alternative`. */
function walkAway(scenario: Scenario, branchId: string, { name, path }: WrittenName): readonly Problem[] {
  const id = name.includes('.') ? name : `${branchId}.${name}`;
  const placed = stateAt(scenario, id);
  const [toBranch = '', toState = ''] = id.split('.');
  const given: Path = [...statesOf(toBranch), toState];
  if (placed !== undefined && isEnd(placed.state)) {
    if (!placed.state.meta.agreement) return [];
    const message = `\`${name}\` is marked as an agreement, so it is no way of walking away`;
    const found = error('no-deal-agreement', path, message, 'name an end with agreement: false');
    return [inferred(found, [...given, 'meta', 'agreement'])];
  }
  const ends = placedStates(scenario).flatMap((end) => (isEnd(end.state) ? [end] : []));
  const known = name.includes('.')
    ? ends.map((end) => end.id)
    : ends.flatMap((end) => (end.branchId === branchId ? [end.key] : []));
  const help =
    placed !== undefined && isStub(placed.state)
      ? 'this state only continues elsewhere: name an end, as in `branch.end`'
      : undefined;
  return [unknownTarget('end', { name, path }, known, [...given, 'type'], help)];
}

function inBranch(scenario: Scenario, id: string, { id: written, initial, states, meta }: Branch): readonly Problem[] {
  const path: Path = ['branches', id];
  const found: Problem[] = [];
  if (written !== id) {
    const message = `this branch stands under the key \`${id}\` but calls itself \`${written}\``;
    found.push(error('branch-id', [...path, 'id'], message, 'make them equal'));
  }
  const first = Object.hasOwn(states, initial) ? states[initial] : undefined;
  const initialAt: Path = [...path, 'initial'];
  if (first === undefined) {
    found.push(
      unknownTarget('state', { name: initial, path: initialAt }, keySet(states), [...path, 'states', initial]),
    );
  } else if (!isDecision(first)) {
    const message = `a branch must begin with a decision; \`${initial}\` is none`;
    found.push(
      inferred(error('initial-end', initialAt, message, 'name a decision'), [...path, 'states', initial, 'type']),
    );
  }
  const metaPath: Path = [...path, 'meta'];
  found.push(...walkAway(scenario, id, { name: meta.noDeal.end, path: [...metaPath, 'noDeal', 'end'] }));
  for (const [actor, { end }] of Object.entries(meta.alternative ?? {})) {
    found.push(...walkAway(scenario, id, { name: end, path: [...metaPath, 'alternative', actor, 'end'] }));
  }
  return found;
}

function inShortcuts(scenario: Scenario): readonly Problem[] {
  const branches = keySet(scenario.branches);
  const decisions = new Set(placedStates(scenario).flatMap(({ id, state }) => (isDecision(state) ? [id] : [])));
  return Object.entries(scenario.shortcuts ?? {}).flatMap(([branch, states]) => [
    ...lookUp('branch', { name: branch, path: ['shortcuts', branch], atKey: true }, branches, ['branches', branch]),
    ...states.flatMap((name, index) => {
      const [toBranch = '', toState = ''] = name.split('.');
      const path: Path = ['shortcuts', branch, index];
      return lookUp('decision', { name, path }, decisions, [...statesOf(toBranch), toState, 'type']);
    }),
  ]);
}

/** Targets of moves, of the table and of stubs; the states and moves that branches and shortcuts name. */
export const targetProblems = (scenario: Scenario): readonly Problem[] => [
  ...inMoves(scenario),
  ...inStates(scenario),
  ...Object.entries(scenario.branches).flatMap(([id, branch]) => inBranch(scenario, id, branch)),
  ...inShortcuts(scenario),
];
