import type { GuardView } from './guard.ts';
import type { Address, MoveId, StateId } from './identifier.ts';
import { clippedValue, initialValues, type Values } from './indicators.ts';
import type { Scenario } from './scenario.ts';

/** Where a negotiation stands, apart from the state of the talks: what guards, effects and scores read. */
export interface Position {
  /** Raw indicator and driver values. */
  readonly values: Values;
  /** Condition → state. */
  readonly conditions: Readonly<Record<string, string>>;
  /** How often states with a `limit` were entered. */
  readonly visits: Readonly<Record<StateId, number>>;
  /** Moves played so far that some guard names. */
  readonly played: Readonly<Record<MoveId, true>>;
  /** The talks stand at an end. */
  readonly ended: boolean;
}

/** The position before the first move, at central values unless others are handed in. */
export function openingPosition(scenario: Scenario, values?: Values): Position {
  return {
    values: values ?? initialValues(scenario),
    conditions: Object.fromEntries(
      Object.entries(scenario.conditions).map(([id, condition]) => [id, condition.initial]),
    ),
    visits: {},
    played: {},
    ended: false,
  };
}

class PositionView implements GuardView {
  readonly #scenario: Scenario;
  readonly #position: Position;

  constructor(scenario: Scenario, position: Position) {
    this.#scenario = scenario;
    this.#position = position;
  }

  clipped(address: Address): number {
    return clippedValue(this.#scenario, this.#position.values, address);
  }

  condition(id: string): string | undefined {
    return this.#position.conditions[id];
  }

  played(move: MoveId): boolean {
    return this.#position.played[move] === true;
  }

  visits(state: StateId): number {
    return this.#position.visits[state] ?? 0;
  }

  get ended(): boolean {
    return this.#position.ended;
  }
}

/** The position as a guard sees it. Made at every move of an unfolding, so its methods are made once for all. */
export const guardView = (scenario: Scenario, position: Position): GuardView => new PositionView(scenario, position);
