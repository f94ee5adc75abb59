import { candidates, isDecision, isEnd, isStub, placedStates } from '../chart.ts';
import type { StateId } from '../identifier.ts';
import { error, type Path, type Problem } from '../problem.ts';
import type { Scenario } from '../scenario.ts';
import type { Decision } from '../schema/branch.ts';

interface ChartGraph {
  readonly next: ReadonlyMap<StateId, readonly StateId[]>;
  readonly starts: readonly StateId[];
}

/** The chart with guards ignored and stubs followed; targets that are not there are left out. */
function chartGraph(scenario: Scenario): ChartGraph {
  const states = placedStates(scenario);
  const known = new Map(states.map((placed) => [placed.id, placed.state]));
  const follow = (id: StateId): StateId | undefined => {
    const state = known.get(id);
    if (state === undefined) return undefined;
    return isStub(state) ? (known.has(state.meta.continues) ? state.meta.continues : undefined) : id;
  };
  const next = new Map<StateId, readonly StateId[]>();
  for (const { id, branchId, state } of states) {
    if (isStub(state)) continue;
    const moves = isDecision(state) ? Object.values(state.on ?? {}) : [];
    const targets = moves.flatMap((move) => candidates(move).map(({ target }) => follow(`${branchId}.${target}`)));
    next.set(id, [...new Set(targets.filter((target) => target !== undefined))]);
  }
  const starts = Object.values(scenario.table.on).map(
    ({ target }) => `${target}.${scenario.branches[target]?.initial}`,
  );
  return { next, starts: starts.filter((start) => next.has(start)) };
}

/** Everything that can be reached from some states, themselves included. */
function reach(next: ReadonlyMap<StateId, readonly StateId[]>, from: Iterable<StateId>): ReadonlySet<StateId> {
  const seen = new Set(from);
  for (const state of seen) for (const target of next.get(state) ?? []) seen.add(target);
  return seen;
}

function reversed(next: ReadonlyMap<StateId, readonly StateId[]>): ReadonlyMap<StateId, readonly StateId[]> {
  const back = new Map<StateId, StateId[]>([...next.keys()].map((state) => [state, []]));
  for (const [state, targets] of next) for (const target of targets) back.get(target)?.push(state);
  return back;
}

/** A cycle that never passes a state of `bounded`, as the states along it, or undefined. */
function unboundedCycle(
  next: ReadonlyMap<StateId, readonly StateId[]>,
  bounded: ReadonlySet<StateId>,
): readonly StateId[] | undefined {
  const done = new Set<StateId>(bounded);
  for (const start of next.keys()) {
    if (done.has(start)) continue;
    const path: { readonly state: StateId; readonly rest: StateId[] }[] = [
      { state: start, rest: [...(next.get(start) ?? [])] },
    ];
    const open = new Set([start]);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const target = top.rest.shift();
      if (target === undefined) {
        done.add(top.state);
        open.delete(top.state);
        path.pop();
      } else if (open.has(target)) {
        const states = path.map(({ state }) => state);
        return [...states.slice(states.indexOf(target)), target];
      } else if (!done.has(target)) {
        open.add(target);
        path.push({ state: target, rest: [...(next.get(target) ?? [])] });
      }
    }
  }
  return undefined;
}

const statePath = (id: StateId): Path => {
  const [branch = '', key = ''] = id.split('.');
  return ['branches', branch, 'states', key];
};

/** Whether a decision always has an open move, whatever its guards and limits say. */
function alwaysOpen(scenario: Scenario, branchId: string, decision: Decision): boolean {
  const limited = (target: string): boolean => {
    const state = scenario.branches[branchId]?.states[target];
    const placed =
      state !== undefined && isStub(state)
        ? placedStates(scenario).find(({ id }) => id === state.meta.continues)?.state
        : state;
    return placed !== undefined && isDecision(placed) && placed.meta.limit !== undefined;
  };
  const moves = Object.entries(decision.on ?? {});
  const rescue = decision.meta.whenNoneOpen;
  const rescueMove = rescue === undefined ? undefined : decision.on?.[rescue];
  const last = rescueMove === undefined ? undefined : candidates(rescueMove).at(-1);
  if (last !== undefined && !limited(last.target)) return true;
  return moves.some(([, move]) =>
    candidates(move).some(({ guard, target }) => guard === undefined && !limited(target)),
  );
}

/** States without a path to them, dead ends, decisions that may have no open move, loops without a limit, deciders. */
export function graphProblems(scenario: Scenario): readonly Problem[] {
  const { next, starts } = chartGraph(scenario);
  const states = placedStates(scenario);
  const reached = reach(next, starts);
  const ends = states.flatMap(({ id, state }) => (isEnd(state) ? [id] : []));
  const finishing = reach(reversed(next), ends);
  const targeted = new Set(
    states.flatMap(({ branchId, state }) =>
      isDecision(state)
        ? Object.values(state.on ?? {}).flatMap((move) => candidates(move).map(({ target }) => `${branchId}.${target}`))
        : [],
    ),
  );
  const found: Problem[] = [];
  for (const { id, branchId, key, state } of states) {
    const path = statePath(id);
    if (isStub(state) ? !targeted.has(id) : !reached.has(id)) {
      found.push(
        error(
          'unreachable-state',
          path,
          `no move leads to \`${key}\`, even with every guard open`,
          'target it from somewhere, or remove it',
        ),
      );
    }
    if (!isDecision(state)) continue;
    if (state.meta.decides === undefined) {
      found.push(
        error(
          'decision-without-actor',
          [...path, 'meta'],
          `nobody decides at \`${key}\``,
          'add `decides`: an actor, a list of actors, or chance',
        ),
      );
    }
    if (state.meta.decides === 'user')
      found.push(
        error(
          'decision-without-actor',
          [...path, 'meta', 'decides'],
          'only the table is decided by the user',
          'name an actor, or chance',
        ),
      );
    if (Object.keys(state.on ?? {}).length === 0) {
      found.push(
        error('dead-end', path, `\`${key}\` has no moves and is no end`, 'add moves, or make it `type: final`'),
      );
    } else if (!finishing.has(id)) {
      found.push(
        error(
          'dead-end',
          path,
          `from \`${key}\` no end can be reached`,
          'give some move a target that leads to an end',
        ),
      );
    } else if (!alwaysOpen(scenario, branchId, state)) {
      const message = `every move of \`${key}\` has a guard or leads to a state with a limit, so it may have no open move`;
      found.push(error('may-be-stuck', path, message, 'leave one move without a guard, or name one in `whenNoneOpen`'));
    }
  }
  const limited = new Set(
    states.flatMap(({ id, state }) => (isDecision(state) && state.meta.limit !== undefined ? [id] : [])),
  );
  const cycle = unboundedCycle(next, limited);
  if (cycle !== undefined) {
    const message = `this loop never ends: ${cycle.join(' → ')}`;
    found.push(error('unbounded-loop', statePath(cycle[0] ?? ''), message, 'give one of these states a `limit`'));
  }
  return found;
}
