import { candidates, isDecision, isEnd, isStub, moveAt, resolveTarget, stateAt } from '../src/domain/chart.ts';
import type { Guard } from '../src/domain/guard.ts';
import { type MoveId, moveIdOf, type StateId, stateIdOf } from '../src/domain/identifier.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { Branch, Decision, FileMove } from '../src/domain/schema/branch.ts';
import type { ApplyParams } from './apply.ts';

/** The tag of every end of the talks. */
export const END_TAG = 'end';

/** A transition of the composed chart: the one guard, the one action, and where it leads. */
export interface ChartTransition {
  readonly target: string;
  readonly guard?: { readonly type: 'holds'; readonly params: { readonly guard: Guard } };
  readonly actions: { readonly type: 'apply'; readonly params: ApplyParams };
}

export interface ChartState {
  readonly type?: 'final';
  readonly tags?: readonly string[];
  readonly on?: Readonly<Record<MoveId, readonly ChartTransition[]>>;
}

export interface ChartBranch {
  readonly id: string;
  readonly initial: string;
  readonly states: Readonly<Record<string, ChartState>>;
}

/** A transition to `target`, guarded where there is something to ask. */
export function chartTransition(
  move: MoveId,
  target: StateId | undefined,
  guards: readonly Guard[],
  to: string,
): ChartTransition {
  const [first, ...rest] = guards;
  const guard = first === undefined ? undefined : rest.length === 0 ? first : { all: guards };
  return {
    target: to,
    ...(guard === undefined ? {} : { guard: { type: 'holds' as const, params: { guard } } }),
    actions: { type: 'apply', params: { move, target } },
  };
}

/** What must hold to enter a state: nothing, or that its `limit` is not used up. */
function entryGuards(scenario: Scenario, target: StateId): readonly Guard[] {
  const placed = stateAt(scenario, target);
  const limit = placed !== undefined && isDecision(placed.state) ? placed.state.meta.limit : undefined;
  return limit === undefined ? [] : [{ entered: target, fewerThan: limit }];
}

interface OpenTarget {
  readonly target: StateId;
  readonly guards: readonly Guard[];
}

function targetsOf(scenario: Scenario, branchId: string, move: FileMove): readonly OpenTarget[] {
  return candidates(move).map((candidate) => {
    const target = resolveTarget(scenario, branchId, candidate.target);
    return {
      target,
      guards: [...(candidate.guard === undefined ? [] : [candidate.guard.params]), ...entryGuards(scenario, target)],
    };
  });
}

const conjunction = (guards: readonly Guard[]): Guard => ({ all: guards });

/** The guard that a move is open by any of its targets; undefined when one of them is always open. */
function openness(targets: readonly OpenTarget[]): Guard | undefined {
  return targets.some(({ guards }) => guards.length === 0)
    ? undefined
    : { any: targets.map(({ guards }) => conjunction(guards)) };
}

/** The targets of each move of a decision, with `whenNoneOpen` written out as a guard over its siblings. */
function decisionTargets(
  scenario: Scenario,
  branchId: string,
  decision: Decision,
): ReadonlyMap<string, readonly OpenTarget[]> {
  const own = new Map(
    Object.entries(decision.on ?? {}).map(([key, move]) => [key, targetsOf(scenario, branchId, move)]),
  );
  const rescue = decision.meta.whenNoneOpen;
  const rescueTargets = rescue === undefined ? undefined : own.get(rescue);
  const last = rescueTargets?.at(-1);
  if (rescue === undefined || rescueTargets === undefined || last === undefined) return own;
  const siblings = [...own].filter(([key]) => key !== rescue).map(([, targets]) => openness(targets));
  if (siblings.some((guard) => guard === undefined)) return own;
  const noneOpen: Guard = { not: { any: siblings.filter((guard) => guard !== undefined) } };
  return own.set(rescue, [...rescueTargets, { target: last.target, guards: siblings.length === 0 ? [] : [noneOpen] }]);
}

/**
 * The guards by which a move is open, as the composed chart has them: for a screen that says why a move is closed.
 * Undefined when the move is always open.
 */
export function opennessOf(scenario: Scenario, move: MoveId): Guard | undefined {
  const known = moveAt(scenario, move);
  const placed = known === undefined ? undefined : stateAt(scenario, known.from);
  if (known === undefined || placed === undefined || !isDecision(placed.state)) return undefined;
  return openness(decisionTargets(scenario, placed.branchId, placed.state).get(known.key) ?? []);
}

/**
 * A scenario's branch as a state config: stubs are gone, every transition has the one guard `holds` (where there is something to
 * ask) and the one action `apply`.
 */
export function branchConfig(scenario: Scenario, branchId: string, branch: Branch): ChartBranch {
  const states: Record<string, ChartState> = {};
  for (const [key, state] of Object.entries(branch.states)) {
    if (isStub(state)) continue;
    if (isEnd(state)) {
      states[key] = { type: 'final', tags: [END_TAG] };
      continue;
    }
    const on: Record<MoveId, readonly ChartTransition[]> = {};
    for (const [moveKey, targets] of decisionTargets(scenario, branchId, state)) {
      const move = moveIdOf(stateIdOf(branchId, key), moveKey);
      on[move] = targets.map(({ target, guards }) => chartTransition(move, target, guards, `#${target}`));
    }
    states[key] = { on };
  }
  return { id: branchId, initial: branch.initial, states };
}
