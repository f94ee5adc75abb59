import type { NegotiationMachine, NegotiationSnapshot } from '../../machines/negotiation.ts';
import { atEnd, openingSnapshot, openMoves, openShocks, play } from '../../machines/stepping.ts';
import type { Line, MoveId } from '../../src/domain/identifier.ts';
import { uniform } from '../../src/domain/random.ts';
import type { Scenario } from '../../src/domain/scenario.ts';

/** A line with the snapshot before it and after each of its moves. */
export interface WalkedLine {
  readonly line: Line;
  readonly snapshots: readonly [NegotiationSnapshot, ...NegotiationSnapshot[]];
}

/** One step in this many is a shock, where one is open. */
const SHOCK_EVERY = 4;

/**
 * A line to an end, drawn step by step from a seed: open moves, and now and then a shock. Begins with `first` where they are given.
 * Throws where no move is open before an end, since then the chart is stuck.
 */
export function randomLine(
  scenario: Scenario,
  machine: NegotiationMachine,
  draw: number,
  first: Line = [],
): WalkedLine {
  const line: MoveId[] = [];
  const snapshots: [NegotiationSnapshot, ...NegotiationSnapshot[]] = [openingSnapshot(machine)];
  for (let snapshot = snapshots[0]; !atEnd(snapshot); ) {
    const step = line.length;
    const shocks = uniform(draw, 'shock', step) < 1 / SHOCK_EVERY ? openShocks(scenario, snapshot) : [];
    const moves = openMoves(scenario, snapshot);
    if (moves.length === 0) throw new Error(`no move is open after ${line.join(' → ')}`);
    const choices = shocks.length > 0 ? shocks : moves;
    const move = first[step] ?? (choices[Math.floor(uniform(draw, 'move', step) * choices.length)] as MoveId);
    const next = play(machine, snapshot, move);
    if (next === undefined) throw new Error(`${move} is offered but not allowed after ${line.join(' → ')}`);
    line.push(move);
    snapshots.push(next);
    snapshot = next;
  }
  return { line, snapshots };
}
