import { isDecision, isEnd, isStub, type PlacedState, placedStates } from '../chart.ts';
import type { StateId } from '../identifier.ts';
import { error, inferred, type Path, type Problem } from '../problem.ts';
import type { Scenario } from '../scenario.ts';
import type { Decision } from '../schema/branch.ts';
import { type ChartGraph, chartGraph, findCycle, reach, reversed } from './chartGraph.ts';
import { hasAlwaysAMove } from './openness.ts';

const statePath = (id: StateId): Path => {
  const [branch = '', key = ''] = id.split('.');
  return ['branches', branch, 'states', key];
};

/** What the shape of the chart is read from: where it could not be read, nothing is said about ways through it. */
const CHART: readonly Path[] = [
  ['table', 'on', '*', 'target'],
  ['branches', '*', 'initial'],
  ...[
    ['type'],
    ['meta', 'limit'],
    ['meta', 'whenNoneOpen'],
    ['meta', 'continues'],
    ['on', '*', 'target'],
    ['on', '*', '*', 'target'],
  ].map((part) => ['branches', '*', 'states', '*', ...part]),
];

const ofChart = (code: string, path: Path, message: string, suggestion: string): Problem =>
  inferred(error(code, path, message, suggestion), ...CHART);

function unreachable(states: readonly PlacedState[], { next, starts, targeted }: ChartGraph): readonly Problem[] {
  const reached = reach(next, starts);
  return states.flatMap(({ id, key, state }) => {
    if (isStub(state) ? targeted.has(id) : reached.has(id)) return [];
    const message = `no move leads to \`${key}\`, even with every guard open`;
    return [ofChart('unreachable-state', statePath(id), message, 'target it from somewhere, or remove it')];
  });
}

/** Decisions without moves, or from which no end can be reached, or which may have no open move. */
function deadEnds(scenario: Scenario, states: readonly PlacedState[], { next }: ChartGraph): readonly Problem[] {
  const back = reversed(next);
  const isEmpty = (state: Decision): boolean => Object.keys(state.on ?? {}).length === 0;
  const idsOf = (test: (placed: PlacedState) => boolean) =>
    states.flatMap((placed) => (test(placed) ? [placed.id] : []));
  const finishing = reach(
    back,
    idsOf(({ state }) => isEnd(state)),
  );
  // A state that leads to one without moves is no fault of its own.
  const leadingToEmpty = reach(
    back,
    idsOf(({ state }) => isDecision(state) && isEmpty(state)),
  );
  return states.flatMap(({ id, branchId, key, state }): readonly Problem[] => {
    if (!isDecision(state)) return [];
    const path = statePath(id);
    if (isEmpty(state)) {
      const problem = error(
        'dead-end',
        path,
        `\`${key}\` has no moves and is no end`,
        'add moves, or make it `type: final`',
      );
      return [inferred(problem, [...path, 'on', '*'], [...path, 'type'])];
    }
    if (!finishing.has(id)) {
      if (leadingToEmpty.has(id)) return [];
      const message = `from \`${key}\` no end can be reached`;
      return [ofChart('dead-end', path, message, 'give some move a target that leads to an end')];
    }
    if (hasAlwaysAMove(scenario, branchId, state)) return [];
    const message = `every move of \`${key}\` has a guard or leads to a state with a limit, so it may have no open move`;
    return [ofChart('may-be-stuck', path, message, 'leave one move without a guard, or name one in `whenNoneOpen`')];
  });
}

/** Loops that no limit ends; after the first, those that share no state with one that was told. */
function unboundedLoops(states: readonly PlacedState[], { next }: ChartGraph): readonly Problem[] {
  const bounded = new Set(
    states.flatMap(({ id, state }) => (isDecision(state) && state.meta.limit !== undefined ? [id] : [])),
  );
  const found: Problem[] = [];
  for (let cycle = findCycle(next, bounded); cycle !== undefined; cycle = findCycle(next, bounded)) {
    const message = `this loop never ends: ${cycle.join(' → ')}`;
    found.push(ofChart('unbounded-loop', statePath(cycle[0] ?? ''), message, 'give one of these states a `limit`'));
    for (const state of cycle) bounded.add(state);
  }
  return found;
}

/** States without a path to them, dead ends, decisions that may have no open move, loops without a limit. */
export function graphProblems(scenario: Scenario): readonly Problem[] {
  const states = placedStates(scenario);
  const graph = chartGraph(scenario);
  return [...unreachable(states, graph), ...deadEnds(scenario, states, graph), ...unboundedLoops(states, graph)];
}
