import type { Line, MoveId, StateId } from '../src/domain/identifier.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { ChartInput, NegotiationMachine, NegotiationSnapshot } from './negotiation.ts';
import { atEnd, openingSnapshot, openMoves, play, standing } from './stepping.ts';

/** A position of the what-if tree, by the line that leads to it. */
export interface TreePosition {
  readonly line: Line;
  readonly state: StateId;
  readonly snapshot: NegotiationSnapshot;
  readonly end: boolean;
  /** Open moves; empty at an end. Where it is empty elsewhere, the chart is stuck. */
  readonly moves: readonly MoveId[];
}

/** Where to stop: a tree has no bound of its own once loops are allowed. */
export interface UnfoldBounds {
  /** Longest line, in moves from the start of the unfolding. */
  readonly depth?: number;
  /** Only lines that begin here. */
  readonly from?: NegotiationSnapshot;
  readonly input?: ChartInput;
}

/** Positions that an unfolding visits before it stops and says so. */
export const POSITION_LIMIT = 200_000;

/**
 * The what-if tree of a scenario at its present conditions, lazily and depth first, in the order of the file: every position is
 * handed out once, before those that follow from it. Shocks are played by people and are no part of the tree.
 */
export function* unfold(
  scenario: Scenario,
  machine: NegotiationMachine,
  bounds: UnfoldBounds = {},
): Generator<TreePosition> {
  const depth = bounds.depth ?? Number.POSITIVE_INFINITY;
  const read = (snapshot: NegotiationSnapshot, line: Line): TreePosition => {
    const end = atEnd(snapshot);
    return { line, state: standing(snapshot), snapshot, end, moves: end ? [] : openMoves(scenario, snapshot) };
  };
  const stack: TreePosition[] = [read(bounds.from ?? openingSnapshot(machine, bounds.input), [])];
  for (let position = stack.pop(); position !== undefined; position = stack.pop()) {
    yield position;
    if (position.line.length >= depth) continue;
    for (const move of position.moves.toReversed()) {
      const next = play(machine, position.snapshot, move);
      if (next !== undefined) stack.push(read(next, [...position.line, move]));
    }
  }
}
