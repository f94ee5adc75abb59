import type { Line, MoveId, StateId } from '../src/domain/identifier.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { ChartInput, NegotiationMachine, NegotiationSnapshot } from './negotiation.ts';
import { step } from './step.ts';
import { atEnd, openingSnapshot, openMoves, standing } from './stepping.ts';

/** A position of the what-if tree, by the line that leads to it. */
export interface TreePosition {
  readonly line: Line;
  /** Moves from the start of the unfolding: the length of `line`. */
  readonly depth: number;
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

/** The way to a position, shared with those that follow: a line of a thousand moves is not copied a thousand times. */
interface Trail {
  readonly before: Trail | undefined;
  readonly move: MoveId;
  readonly length: number;
}

function lineOf(trail: Trail | undefined): Line {
  const line: MoveId[] = [];
  for (let at = trail; at !== undefined; at = at.before) line.push(at.move);
  return line.reverse();
}

/** A position that nobody has asked for yet: the one before it, and the move that leads to it. */
interface Waiting {
  readonly before: NegotiationSnapshot;
  readonly trail: Trail;
}

function read(scenario: Scenario, snapshot: NegotiationSnapshot, trail: Trail | undefined): TreePosition {
  const end = atEnd(snapshot);
  return {
    get line() {
      return lineOf(trail);
    },
    depth: trail?.length ?? 0,
    state: standing(snapshot),
    snapshot,
    end,
    moves: end ? [] : openMoves(scenario, snapshot),
  };
}

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
  const waiting: Waiting[] = [];
  let snapshot = bounds.from ?? openingSnapshot(machine, bounds.input);
  let trail: Trail | undefined;
  for (;;) {
    const position = read(scenario, snapshot, trail);
    yield position;
    const length = (trail?.length ?? 0) + 1;
    for (const move of length > depth ? [] : position.moves.toReversed()) {
      waiting.push({ before: snapshot, trail: { before: trail, move, length } });
    }
    const next = waiting.pop();
    if (next === undefined) return;
    snapshot = step(machine, next.before, next.trail.move);
    trail = next.trail;
  }
}
