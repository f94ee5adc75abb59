import { initialTransition } from 'xstate';
import { movesFrom } from '../src/domain/chart.ts';
import { type Line, type MoveId, type StateId, shockId } from '../src/domain/identifier.ts';
import { lineKey } from '../src/domain/line.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { END_TAG } from './branch.ts';
import type { ChartInput, NegotiationMachine, NegotiationSnapshot } from './negotiation.ts';
import { step } from './step.ts';

/** The snapshot before the first move. */
export function openingSnapshot(machine: NegotiationMachine, input?: ChartInput): NegotiationSnapshot {
  const [snapshot] = initialTransition(machine, input);
  if (snapshot.status === 'error') throw new Error('the composed chart does not start', { cause: snapshot.error });
  return snapshot;
}

/** Where the talks stand: `table`, or `branch.state`. */
export function standing(snapshot: NegotiationSnapshot): StateId {
  const { talks } = snapshot.value as { talks: string | Record<string, string> };
  if (typeof talks === 'string') return talks;
  const [entry] = Object.entries(talks);
  if (entry === undefined) throw new TypeError('the talks stand nowhere');
  return `${entry[0]}.${entry[1]}`;
}

/** Whether the talks have reached an end. */
export const atEnd = (snapshot: NegotiationSnapshot): boolean => snapshot.hasTag(END_TAG);

/** The open moves out of the current state, in file order: the state's own moves, filtered by the machine. */
export const openMoves = (scenario: Scenario, snapshot: NegotiationSnapshot): Line =>
  movesFrom(scenario, standing(snapshot))
    .map(({ id }) => id)
    .filter((type) => snapshot.can({ type }));

/** The shocks that may strike now: every other state of every condition, none at an end. */
export const openShocks = (scenario: Scenario, snapshot: NegotiationSnapshot): Line =>
  Object.entries(scenario.conditions)
    .flatMap(([condition, { states }]) => Object.keys(states).map((state) => shockId(condition, state)))
    .filter((type) => snapshot.can({ type }));

/** The snapshot after a move or shock, or undefined where the machine does not allow it. */
export function play(
  machine: NegotiationMachine,
  snapshot: NegotiationSnapshot,
  move: MoveId,
): NegotiationSnapshot | undefined {
  return snapshot.can({ type: move }) ? step(machine, snapshot, move) : undefined;
}

/** A line replayed as far as the chart allows it. */
export interface Replay {
  /** The opening and one snapshot per move that was played. */
  readonly snapshots: readonly [NegotiationSnapshot, ...NegotiationSnapshot[]];
  readonly line: Line;
  /** The rest of the line, from the first move that is not open. */
  readonly dropped: Line;
}

/** Plays a saved line by its ids and stops at the first move that is not open. */
export function replay(machine: NegotiationMachine, line: Line, input?: ChartInput): Replay {
  const snapshots: [NegotiationSnapshot, ...NegotiationSnapshot[]] = [openingSnapshot(machine, input)];
  for (const [index, move] of line.entries()) {
    const next = play(machine, snapshots.at(-1) as NegotiationSnapshot, move);
    if (next === undefined) return { snapshots, line: line.slice(0, index), dropped: line.slice(index) };
    snapshots.push(next);
  }
  return { snapshots, line, dropped: [] };
}

/** Reads snapshots by line and keeps them: lines share their beginnings. Undefined where the chart does not allow the line. */
export function lineReader(machine: NegotiationMachine): (line: Line) => NegotiationSnapshot | undefined {
  const kept = new Map<string, NegotiationSnapshot | undefined>([['', openingSnapshot(machine)]]);
  const read = (line: Line): NegotiationSnapshot | undefined => {
    const key = lineKey(line);
    const move = line.at(-1);
    if (kept.has(key) || move === undefined) return kept.get(key);
    const before = read(line.slice(0, -1));
    const snapshot = before === undefined ? undefined : play(machine, before, move);
    kept.set(key, snapshot);
    return snapshot;
  };
  return read;
}
