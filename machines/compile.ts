import { effectsOfMove, isChance, isDecision, isEnd, moveAt, stateAt, TABLE } from '../src/domain/chart.ts';
import { OPERATION, STATE } from '../src/domain/chartCodes.ts';
import type { Effect } from '../src/domain/effects.ts';
import type { Guard } from '../src/domain/guard.ts';
import type { Address, MoveId, StateId } from '../src/domain/identifier.ts';
import { quantities } from '../src/domain/indicators.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { waysOut } from '../src/domain/waysOut.ts';
import type { ChartBranch, ChartState } from './branch.ts';
import { type CompiledGuards, guardCompiler } from './compileGuards.ts';
import type { NegotiationMachine } from './negotiation.ts';

/**
 * The effects of a chart's moves and then of its ways to walk away, one entry per effect: its structure. The sizes are numbers, and handed
 * in when they are needed.
 */
export interface CompiledEffects {
  /** Per move, per way to walk away and one more: its effects, those that add before the others, each in file order. */
  readonly of: Int32Array;
  /** Per effect, the index of the address that it changes. */
  readonly address: Int32Array;
  /** Per effect, one of `OPERATION`. */
  readonly operation: Uint8Array;
  /** Per effect, the address by whose value an add is scaled, or −1; and the value at which it counts once. */
  readonly scaledBy: Int32Array;
  readonly ref: Float64Array;
  /** Per effect, the guard under which it counts, or −1. */
  readonly when: Int32Array;
  /** Per effect, 1 where it adds its size at every position: most do. */
  readonly isPlain: Uint8Array;
  readonly source: readonly Effect[];
}

/** A way to walk away from a branch, as a move beside the chart's own: nobody makes it in the tree, only its effects are read. */
export interface CompiledWalkAway {
  readonly branch: string;
  /** Whose `alternative` it is; undefined for the branch's `noDeal`. */
  readonly actor: string | undefined;
  /** Its place among `effects.of`, after the chart's moves. */
  readonly move: number;
}

/** A composed chart as flat arrays: what may follow, and what it changes, without any number that somebody judged. */
export interface CompiledChart {
  readonly states: readonly StateId[];
  readonly stateIndex: ReadonlyMap<StateId, number>;
  /** Per state, one of `STATE`. */
  readonly kind: Uint8Array;
  /** Per state and one more: a state's moves, in file order. */
  readonly movesOf: Int32Array;
  readonly moves: readonly MoveId[];
  /** Per move and one more: a move's targets, of which the first whose guard holds is taken. */
  readonly targetsOf: Int32Array;
  /** Per target, the state that it leads to. */
  readonly target: Int32Array;
  /** Per target, its guard, or −1 where it is always open. */
  readonly guard: Int32Array;
  readonly guards: CompiledGuards;
  readonly effects: CompiledEffects;
  /** Every branch's `noDeal`, then its actors' alternatives. */
  readonly walkAways: readonly CompiledWalkAway[];
  readonly addresses: readonly Address[];
  /** Per address, the range to which scores, stakes and guards clip its value. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Per state, the index of its count of visits, or −1 where nothing reads one. */
  readonly visit: Int32Array;
  readonly visits: readonly StateId[];
  /** Per move, the index of its flag of having been played, or −1 where no guard names it. */
  readonly flag: Int32Array;
  readonly flags: readonly MoveId[];
  readonly conditions: readonly string[];
  /** Condition → the index of each of its states. */
  readonly conditionStates: readonly ReadonlyMap<string, number>[];
}

interface Talks {
  readonly states: Readonly<Record<string, ChartBranch | ChartState>>;
}

/** The states of the talks with their transitions, as the machine has them. */
function chartStates(machine: NegotiationMachine): readonly (readonly [StateId, ChartState])[] {
  const { states } = machine.config as unknown as { readonly states: { readonly talks: Talks } };
  return Object.entries(states.talks.states).flatMap(([id, state]): (readonly [StateId, ChartState])[] =>
    'states' in state
      ? Object.entries(state.states).map(([key, inner]) => [`${id}.${key}`, inner] as const)
      : [[id, state]],
  );
}

function kindOf(scenario: Scenario, id: StateId): number {
  if (id === TABLE) return STATE.table;
  const state = stateAt(scenario, id)?.state;
  if (state === undefined || isEnd(state)) return STATE.end;
  return isDecision(state) && isChance(state) ? STATE.chance : STATE.decision;
}

/** Every guard of the talks and of the effects; `played` and `entered` are remembered only where one of them asks. */
function compiledEffects(
  lists: readonly (readonly Effect[])[],
  addressIndex: ReadonlyMap<Address, number>,
  compileGuard: (guard: Guard | undefined) => number,
): CompiledEffects {
  const of = [0];
  const all: Effect[] = [];
  for (const effects of lists) {
    all.push(...effects.filter((effect) => effect.operation === 'add'));
    all.push(...effects.filter((effect) => effect.operation !== 'add'));
    of.push(all.length);
  }
  const indexOf = (address: Address | undefined): number =>
    address === undefined ? -1 : (addressIndex.get(address) ?? -1);
  return {
    of: Int32Array.from(of),
    address: Int32Array.from(all, ({ address }) => indexOf(address)),
    operation: Uint8Array.from(all, ({ operation }) => OPERATION[operation]),
    scaledBy: Int32Array.from(all, ({ scaled }) => indexOf(scaled?.by)),
    ref: Float64Array.from(all, ({ scaled }) => scaled?.ref ?? 1),
    when: Int32Array.from(all, ({ when }) => compileGuard(when)),
    isPlain: Uint8Array.from(all, ({ operation, scaled, when }) =>
      operation === 'add' && scaled === undefined && when === undefined ? 1 : 0,
    ),
    source: all,
  };
}

/**
 * Compiles the talks of a composed machine into flat arrays. What may follow is read off the machine itself, so that XState stays the
 * only truth; what a move changes is read off the scenario, as the machine's action `apply` does.
 */
export function compile(scenario: Scenario, machine: NegotiationMachine): CompiledChart {
  const chart = chartStates(machine);
  const states = chart.map(([id]) => id);
  const stateIndex = new Map(states.map((id, index) => [id, index]));
  const addresses = [...quantities(scenario).values()];
  const addressIndex = new Map(addresses.map(({ address }, index) => [address, index]));
  const conditions = Object.keys(scenario.conditions);
  const conditionStates = Object.values(scenario.conditions).map(
    (condition) => new Map(Object.keys(condition.states).map((state, index) => [state, index])),
  );
  const { compileGuard, guards, visits, flags } = guardCompiler({ addressIndex, conditions, conditionStates });

  const movesOf = [0];
  const moves: MoveId[] = [];
  const targetsOf = [0];
  const target: number[] = [];
  const guard: number[] = [];
  for (const [, { on }] of chart) {
    for (const [move, transitions] of Object.entries(on ?? {})) {
      moves.push(move);
      for (const transition of transitions) {
        const to = stateIndex.get(transition.target.slice(1));
        if (to === undefined) throw new RangeError(`${move} leads to ${transition.target}, which the chart has not`);
        target.push(to);
        guard.push(compileGuard(transition.guard?.params.guard));
      }
      targetsOf.push(target.length);
    }
    movesOf.push(moves.length);
  }
  const leaving = waysOut(scenario);
  const changes = moves.map((id) => {
    const move = moveAt(scenario, id);
    return move === undefined ? [] : effectsOfMove(scenario, move);
  });
  const effects = compiledEffects([...changes, ...leaving.map((way) => way.effects)], addressIndex, compileGuard);
  return {
    states,
    stateIndex,
    kind: Uint8Array.from(states, (id) => kindOf(scenario, id)),
    movesOf: Int32Array.from(movesOf),
    moves,
    targetsOf: Int32Array.from(targetsOf),
    target: Int32Array.from(target),
    guard: Int32Array.from(guard),
    guards: guards(),
    effects,
    walkAways: leaving.map(({ branch, actor }, index) => ({ branch, actor, move: moves.length + index })),
    addresses: addresses.map(({ address }) => address),
    low: Float64Array.from(addresses, ({ range }) => range[0]),
    high: Float64Array.from(addresses, ({ range }) => range[1]),
    visit: Int32Array.from(states, (id) => visits.get(id) ?? -1),
    visits: [...visits.keys()],
    flag: Int32Array.from(moves, (id) => flags.get(id) ?? -1),
    flags: [...flags.keys()],
    conditions,
    conditionStates,
  };
}
