import {
  effectsOfCondition,
  effectsOfMove,
  isDecision,
  isEnd,
  type Move,
  movesFrom,
  placedStates,
  TABLE,
} from '../src/domain/chart.ts';
import { applyEffects, type Effect, switchCondition } from '../src/domain/effects.ts';
import { type Guard, terms } from '../src/domain/guard.ts';
import { type MoveId, readShock, type StateId } from '../src/domain/identifier.ts';
import { guardView, type Position } from '../src/domain/position.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { waysOut } from '../src/domain/waysOut.ts';

/** What the action `apply` is told: the move, and the place that it takes (none for a shock). */
export interface ApplyParams {
  readonly move: MoveId;
  readonly target: StateId | undefined;
}

const allMoves = (scenario: Scenario): readonly Move[] =>
  [TABLE, ...placedStates(scenario).map(({ id }) => id)].flatMap((state) => movesFrom(scenario, state));

/** Effects by move and by `condition.state`, with the scale's words looked up once. */
function effectTable(scenario: Scenario, moves: readonly Move[]): ReadonlyMap<string, readonly Effect[]> {
  const ofMoves = moves.map((move): [string, readonly Effect[]] => [move.id, effectsOfMove(scenario, move)]);
  const ofConditions = Object.entries(scenario.conditions).flatMap(([condition, { states }]) =>
    Object.keys(states).map((state): [string, readonly Effect[]] => [
      `${condition}.${state}`,
      effectsOfCondition(scenario, condition, state),
    ]),
  );
  return new Map([...ofMoves, ...ofConditions]);
}

/** Moves that some guard names: only these are remembered as played. */
function namedMoves(moves: readonly Move[], effects: Iterable<readonly Effect[]>): ReadonlySet<MoveId> {
  const guards: (Guard | undefined)[] = [
    ...moves.flatMap(({ targets }) => targets.map(({ guard }) => guard?.params)),
    ...[...effects].flat().map(({ when }) => when),
  ];
  const named = guards.flatMap((guard) => (guard === undefined ? [] : terms(guard)));
  return new Set(named.flatMap((term) => ('played' in term ? [term.played] : [])));
}

/** The position after a move or a shock, told the move and the target that it takes. Raw values, never clamped. */
export function positionAfter(scenario: Scenario): (position: Position, params: ApplyParams) => Position {
  const moves = allMoves(scenario);
  const table = effectTable(scenario, moves);
  const effectsOf = (owner: string): readonly Effect[] => {
    const effects = table.get(owner);
    if (effects === undefined) throw new RangeError(`no move or condition state is called ${owner}`);
    return effects;
  };
  // What walking away comes to may depend on what was played, too.
  const named = namedMoves(moves, [...table.values(), ...waysOut(scenario).map(({ effects }) => effects)]);
  const states = placedStates(scenario);
  const limited = new Set(
    states.flatMap(({ id, state }) => (isDecision(state) && state.meta.limit !== undefined ? [id] : [])),
  );
  const ends = new Set(states.flatMap(({ id, state }) => (isEnd(state) ? [id] : [])));

  return (position, { move, target }) => {
    const view = guardView(scenario, position);
    const shock = readShock(move);
    if (shock !== undefined) {
      const from = effectsOf(`${shock.condition}.${position.conditions[shock.condition]}`);
      const values = switchCondition(position.values, view, from, effectsOf(`${shock.condition}.${shock.state}`));
      return { ...position, values, conditions: { ...position.conditions, [shock.condition]: shock.state } };
    }
    const entered = target !== undefined && limited.has(target) ? target : undefined;
    return {
      values: applyEffects(position.values, view, effectsOf(move)),
      conditions: position.conditions,
      visits:
        entered === undefined
          ? position.visits
          : { ...position.visits, [entered]: (position.visits[entered] ?? 0) + 1 },
      played: named.has(move) ? { ...position.played, [move]: true } : position.played,
      ended: target !== undefined && ends.has(target),
    };
  };
}
