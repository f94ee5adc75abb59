import { candidates, isDecision, isStub, type PlacedState, placedStates, stateAt } from '../chart.ts';
import type { StateId } from '../identifier.ts';
import { nearMiss } from '../problem.ts';
import type { Scenario } from '../scenario.ts';

/** State → the states that its moves may lead to, guards ignored. */
export type Arrows = ReadonlyMap<StateId, readonly StateId[]>;

/** The chart with guards ignored and stubs followed; a misspelt target leads where it was meant to, an unknown one nowhere. */
export interface ChartGraph {
  readonly next: Arrows;
  /** Where branches begin that the table offers. */
  readonly starts: readonly StateId[];
  /** Every state that some move targets, stubs included. */
  readonly targeted: ReadonlySet<StateId>;
}

const meant = (name: string, among: object): string | undefined =>
  Object.hasOwn(among, name) ? name : nearMiss(name, Object.keys(among));

/** The state with this id, or the one whose id was misspelt. */
function meantState(scenario: Scenario, id: StateId): PlacedState | undefined {
  const [branchName = '', stateName = ''] = id.split('.');
  const branch = meant(branchName, scenario.branches);
  const state = branch === undefined ? undefined : meant(stateName, scenario.branches[branch]?.states ?? {});
  return state === undefined ? undefined : stateAt(scenario, `${branch}.${state}`);
}

export function chartGraph(scenario: Scenario): ChartGraph {
  const follow = (id: StateId): readonly StateId[] => {
    const placed = meantState(scenario, id);
    if (placed === undefined || !isStub(placed.state)) return placed === undefined ? [] : [placed.id];
    const to = meantState(scenario, placed.state.meta.continues);
    return to === undefined || isStub(to.state) ? [] : [to.id];
  };
  const next = new Map<StateId, readonly StateId[]>();
  const targeted = new Set<StateId>();
  for (const { id, branchId, state } of placedStates(scenario)) {
    if (isStub(state)) continue;
    const moves = isDecision(state) ? Object.values(state.on ?? {}) : [];
    const targets = moves.flatMap(candidates).map(({ target }) => `${branchId}.${target}`);
    for (const target of targets) targeted.add(meantState(scenario, target)?.id ?? target);
    next.set(id, [...new Set(targets.flatMap(follow))]);
  }
  const starts = Object.values(scenario.table.on).flatMap(({ target }) => {
    const id = meant(target, scenario.branches);
    return id === undefined ? [] : follow(`${id}.${scenario.branches[id]?.initial}`);
  });
  return { next, starts, targeted };
}

/** Everything that can be reached from some states, themselves included. */
export function reach(arrows: Arrows, from: Iterable<StateId>): ReadonlySet<StateId> {
  const seen = new Set(from);
  for (const state of seen) for (const target of arrows.get(state) ?? []) seen.add(target);
  return seen;
}

export function reversed(arrows: Arrows): Arrows {
  const back = new Map<StateId, StateId[]>([...arrows.keys()].map((state) => [state, []]));
  for (const [state, targets] of arrows) for (const target of targets) back.get(target)?.push(state);
  return back;
}

/** A cycle that passes no state of `without`, as the states along it, the first again at the end; undefined where there is none. */
export function findCycle(arrows: Arrows, without: ReadonlySet<StateId>): readonly StateId[] | undefined {
  const done = new Set<StateId>(without);
  for (const start of arrows.keys()) {
    if (done.has(start)) continue;
    // Depth first with a stack of its own: `path` is the way from the start, `left` what is still to follow from each state on it.
    const path: StateId[] = [start];
    const left = [(arrows.get(start) ?? []).values()];
    const onPath = new Set(path);
    while (path.length > 0) {
      const target = left.at(-1)?.next().value;
      if (target === undefined) {
        const finished = path.pop() as StateId;
        left.pop();
        onPath.delete(finished);
        done.add(finished);
      } else if (onPath.has(target)) {
        return [...path.slice(path.indexOf(target)), target];
      } else if (!done.has(target)) {
        path.push(target);
        left.push((arrows.get(target) ?? []).values());
        onPath.add(target);
      }
    }
  }
  return undefined;
}
