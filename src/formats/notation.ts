import { actorName } from '../domain/actors.ts';
import { deciders, isChance, isDecision, isEnd, labelOf, stateAt, TABLE } from '../domain/chart.ts';
import { isShock, type Line, type MoveId, type StateId } from '../domain/identifier.ts';
import type { Scenario } from '../domain/scenario.ts';

/** A position as an outline needs it: how one came here, where one stands, and what is open. */
export interface OutlinePosition {
  readonly line: Line;
  readonly state: StateId;
  readonly end: boolean;
  readonly moves: readonly MoveId[];
}

/** Who moves at a place, by name: an actor, several jointly (`Ukraine + Russia`), chance, or you at the table. */
function moverNotation(scenario: Scenario, state: StateId): string {
  if (state === TABLE) return 'you';
  const placed = stateAt(scenario, state)?.state;
  if (placed === undefined || !isDecision(placed)) return '';
  if (isChance(placed)) return 'chance';
  return deciders(placed)
    .map((actor) => actorName(scenario, actor))
    .join(' + ');
}

/**
 * A place: `withdrawal.offer (Ukraine)` with who moves, or an end with whether it is an agreement:
 * `withdrawal.out □ no agreement · Ukraine has left`.
 */
export function placeNotation(scenario: Scenario, state: StateId): string {
  const placed = stateAt(scenario, state)?.state;
  if (placed === undefined || !isEnd(placed)) return `${state} (${moverNotation(scenario, state)})`;
  const { agreement, label } = placed.meta;
  return `${state} ${agreement ? '■ agreement' : '□ no agreement'} · ${label}`;
}

/** A move: the last part of its id and its label, `offer: Offer an exchange`. A shock keeps its whole id. */
export const moveNotation = (scenario: Scenario, move: MoveId): string =>
  `${isShock(move) ? move : move.slice(move.lastIndexOf('.') + 1)}: ${labelOf(scenario, move)}`;

/**
 * A what-if tree as an outline, one line of text per position: indented by its depth, the move that led here, the place, who moves.
 * A move's whole id is its key after the place one level up. Positions at `depth` say how many moves are left out.
 */
export function* outline(
  scenario: Scenario,
  positions: Iterable<OutlinePosition>,
  depth: number,
): Generator<string, void, undefined> {
  for (const { line, state, end, moves } of positions) {
    const last = line.at(-1);
    const led = last === undefined ? '' : `${moveNotation(scenario, last)} → `;
    const cut = !end && line.length >= depth ? ` … ${moves.length} ${moves.length === 1 ? 'move' : 'moves'}` : '';
    yield `${'  '.repeat(line.length)}${led}${placeNotation(scenario, state)}${cut}`;
  }
}
