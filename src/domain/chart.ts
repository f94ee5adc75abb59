import { type Effect, readEffects } from './effects.ts';
import { type MoveId, moveIdOf, readShock, type StateId, stateIdOf } from './identifier.ts';
import { perScenario } from './perScenario.ts';
import type { Scenario } from './scenario.ts';
import type { Branch, BranchState, Candidate, Decision, End, FileMove, MoveMeta, Stub } from './schema/branch.ts';

/** The place where the user chooses a branch. */
export const TABLE = 'table';

export const isStub = (state: BranchState): state is Stub => 'type' in state && 'continues' in state.meta;
export const isEnd = (state: BranchState): state is End => 'type' in state && !('continues' in state.meta);
export const isDecision = (state: BranchState): state is Decision => !('type' in state);

/** A move's targets, first to last. */
export const candidates = (move: FileMove): readonly Candidate[] => (Array.isArray(move) ? move : [move]);

/** What a move says; it stands in the first target. */
export function moveMeta(move: FileMove): MoveMeta {
  const meta = candidates(move)[0]?.meta;
  if (meta === undefined) throw new TypeError('a move without meta passed the checker');
  return meta;
}

/** The actors who decide at a state: one, several jointly, or none (chance, the table). */
export function deciders(decision: Decision): readonly string[] {
  const { decides } = decision.meta;
  if (decides === undefined || decides === 'chance') return [];
  return typeof decides === 'string' ? [decides] : decides;
}
export const isChance = (decision: Decision): boolean => decision.meta.decides === 'chance';
export const isJoint = (decision: Decision): boolean => deciders(decision).length > 1;

/** The stage tags of a state; a state that is checked has exactly one where its branch names an instrument. */
export const stageTags = (state: BranchState): readonly string[] =>
  state.tags === undefined ? [] : typeof state.tags === 'string' ? [state.tags] : state.tags;

/** A state of a branch with its id. */
export interface PlacedState {
  readonly id: StateId;
  readonly branch: Branch;
  readonly branchId: string;
  readonly key: string;
  readonly state: BranchState;
}

/** Every state of every branch, stubs included, in file order. */
export const placedStates = perScenario((scenario): readonly PlacedState[] =>
  Object.entries(scenario.branches).flatMap(([branchId, branch]) =>
    Object.entries(branch.states).map(([key, state]) => ({
      id: stateIdOf(branchId, key),
      branch,
      branchId,
      key,
      state,
    })),
  ),
);

/** The state with this id, or undefined. */
export function stateAt(scenario: Scenario, id: StateId): PlacedState | undefined {
  const [branchId, key, ...rest] = id.split('.');
  if (branchId === undefined || key === undefined || rest.length > 0 || !Object.hasOwn(scenario.branches, branchId))
    return undefined;
  const branch = scenario.branches[branchId];
  const state = branch !== undefined && Object.hasOwn(branch.states, key) ? branch.states[key] : undefined;
  return branch === undefined || state === undefined ? undefined : { id, branch, branchId, key, state };
}

/** The place that a target leads to once stubs have vanished. */
export function resolveTarget(scenario: Scenario, branchId: string, target: string): StateId {
  const placed = stateAt(scenario, stateIdOf(branchId, target));
  if (placed === undefined) throw new RangeError(`${branchId} has no state called ${target}`);
  return isStub(placed.state) ? placed.state.meta.continues : placed.id;
}

/** A move as the rest of Parley reads it: its id, what it says, and its targets. */
export interface Move {
  readonly id: MoveId;
  /** The last segment of the id. */
  readonly key: string;
  readonly from: StateId;
  readonly meta: MoveMeta;
  readonly targets: readonly { readonly state: StateId; readonly guard: Candidate['guard'] }[];
}

const keptMoves = perScenario(() => new Map<StateId, readonly Move[]>());

/** The moves out of a state (the table included), in file order; none out of an end. */
export function movesFrom(scenario: Scenario, from: StateId): readonly Move[] {
  const kept = keptMoves(scenario);
  const moves = kept.get(from) ?? readMoves(scenario, from);
  // Any text may be asked for; only what is a state is kept.
  if (moves.length > 0) kept.set(from, moves);
  return moves;
}

function readMoves(scenario: Scenario, from: StateId): readonly Move[] {
  if (from === TABLE) {
    return Object.entries(scenario.table.on).map(([key, move]) => ({
      id: moveIdOf(TABLE, key),
      key,
      from,
      meta: move.meta,
      targets: [{ state: stateIdOf(move.target, scenario.branches[move.target]?.initial ?? ''), guard: undefined }],
    }));
  }
  const placed = stateAt(scenario, from);
  if (placed === undefined || !isDecision(placed.state)) return [];
  return Object.entries(placed.state.on ?? {}).map(([key, move]) => ({
    id: moveIdOf(from, key),
    key,
    from,
    meta: moveMeta(move),
    targets: candidates(move).map((candidate) => ({
      state: resolveTarget(scenario, placed.branchId, candidate.target),
      guard: candidate.guard,
    })),
  }));
}

/** The move with this id, or undefined; shocks are not moves of a state. */
export function moveAt(scenario: Scenario, id: MoveId): Move | undefined {
  const from = id.slice(0, id.lastIndexOf('.'));
  return movesFrom(scenario, from).find((move) => move.id === id);
}

/** The effects of a move, with the scale's words looked up. */
export const effectsOfMove = (scenario: Scenario, move: Move): readonly Effect[] =>
  readEffects(scenario, move.id, move.meta.effects);

/** The effects of a condition's state, relative to the condition's initial state. */
export const effectsOfCondition = (scenario: Scenario, condition: string, state: string): readonly Effect[] =>
  readEffects(scenario, `${condition}.${state}`, scenario.conditions[condition]?.states[state]?.effects);

/** The effects of walking away from a branch with no deal. */
export const effectsOfNoDeal = (scenario: Scenario, branch: string): readonly Effect[] =>
  readEffects(scenario, `noDeal.${branch}`, scenario.branches[branch]?.meta.noDeal.effects);

/** The effects of what an actor can bring about alone when it walks away from a branch. */
export const effectsOfAlternative = (scenario: Scenario, branch: string, actor: string): readonly Effect[] =>
  readEffects(
    scenario,
    `alternative.${branch}.${actor}`,
    scenario.branches[branch]?.meta.alternative?.[actor]?.effects,
  );

/** A name for a move or a shock as a reader sees it. */
export function labelOf(scenario: Scenario, id: MoveId): string {
  const shock = readShock(id);
  if (shock === undefined) return moveAt(scenario, id)?.meta.label ?? id;
  const condition = scenario.conditions[shock.condition];
  return `${condition?.label ?? shock.condition}: ${condition?.states[shock.state]?.label ?? shock.state}`;
}
