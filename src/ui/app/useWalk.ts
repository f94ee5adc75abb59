import { useMemo } from 'react';
import { opennessOf } from '../../../machines/branch.ts';
import type { NegotiationSnapshot } from '../../../machines/negotiation.ts';
import { atEnd, openMoves, openShocks, standing } from '../../../machines/stepping.ts';
import type { DrawnValues } from '../../analysis/drawnValues.ts';
import { type StepFinding, stepFinding } from '../../analysis/lineFindings.ts';
import { type Move, movesFrom } from '../../domain/chart.ts';
import { type Obstacle, obstacles } from '../../domain/guard.ts';
import type { Line, MoveId, StateId } from '../../domain/identifier.ts';
import { guardView, type Position } from '../../domain/position.ts';
import { type Parley, useParley } from './parley.ts';
import { useStudyState } from './useStudy.ts';

/** A move out of the present state: open, or closed with what keeps it closed. */
export interface WalkOption {
  readonly move: Move;
  readonly open: boolean;
  readonly obstacles: readonly Obstacle[];
}

/** Where the reader stands and what can be done there, straight from the machine. */
export interface Walk {
  readonly line: Line;
  readonly state: StateId;
  readonly ended: boolean;
  readonly snapshot: NegotiationSnapshot;
  readonly positions: readonly Position[];
  readonly options: readonly WalkOption[];
  readonly shocks: readonly MoveId[];
}

/** The present step of the reader's line. */
export function useWalk(): Walk {
  const { scenario } = useParley();
  const { line, snapshots } = useStudyState();
  return useMemo(() => {
    const snapshot = snapshots.at(-1);
    if (snapshot === undefined) throw new TypeError('a study always stands somewhere');
    const state = standing(snapshot);
    const open = openMoves(scenario, snapshot);
    const view = guardView(scenario, snapshot.context);
    const options = movesFrom(scenario, state).map((move): WalkOption => {
      const guard = opennessOf(scenario, move.id);
      const isOpen = open.includes(move.id);
      return { move, open: isOpen, obstacles: isOpen || guard === undefined ? [] : obstacles(guard, view) };
    });
    return {
      line,
      state,
      ended: atEnd(snapshot),
      snapshot,
      positions: snapshots.map(({ context }) => context),
      options,
      shocks: openShocks(scenario, snapshot),
    };
  }, [scenario, line, snapshots]);
}

/** Findings by the draws after their step: `drawsAlong` makes these once for each line, and drops them with it. */
const keptFindings = new WeakMap<DrawnValues, StepFinding>();

/** What each step of a line did, the opening first. Steps are kept, so a longer line costs one more step. */
export function findingsAlong(parley: Parley, line: Line, positions: readonly Position[]): readonly StepFinding[] {
  const drawn = parley.drawsAlong(line, positions);
  return positions.map((position, index) => {
    const before = Math.max(0, index - 1);
    const [drawnBefore, drawnAfter] = [drawn[before], drawn[index]];
    if (drawnBefore === undefined || drawnAfter === undefined)
      throw new RangeError('draws and positions differ in length');
    const known = keptFindings.get(drawnAfter);
    if (known !== undefined) return known;
    const { values } = positions[before] ?? position;
    const finding = stepFinding(parley.scenario, line[index - 1], [values, position.values], [drawnBefore, drawnAfter]);
    keptFindings.set(drawnAfter, finding);
    return finding;
  });
}
