import { useMemo } from 'react';
import type { NegotiationSnapshot } from '../../../machines/negotiation.ts';
import { atEnd, standing } from '../../../machines/stepping.ts';
import type { Line, StateId } from '../../domain/identifier.ts';
import type { Position } from '../../domain/position.ts';
import { type Parley, useParley } from './parley.ts';

/** A line as the machine reads it: how far the chart allows it, what it passed, and where it leads. */
export interface LineReading {
  /** The moves that the chart allows, from the first. */
  readonly line: Line;
  /** The rest, from the first move that is not open. */
  readonly dropped: Line;
  /** The opening, then one snapshot per move of `line`. */
  readonly snapshots: readonly NegotiationSnapshot[];
  /** The positions of `snapshots`. */
  readonly positions: readonly Position[];
  /** Where the line leads: `table`, or `branch.state`. */
  readonly state: StateId;
  readonly ended: boolean;
}

/** Reads a line that need not be the one that the reader stands in. Lines share their beginnings, and those are kept. */
export function readLine({ read }: Pick<Parley, 'read'>, line: Line): LineReading {
  const snapshots: NegotiationSnapshot[] = [];
  for (let played = 0; played <= line.length; played += 1) {
    const snapshot = read(line.slice(0, played));
    if (snapshot === undefined) break;
    snapshots.push(snapshot);
  }
  const last = snapshots.at(-1);
  if (last === undefined) throw new TypeError('the opening is always open');
  return {
    line: line.slice(0, snapshots.length - 1),
    dropped: line.slice(snapshots.length - 1),
    snapshots,
    positions: snapshots.map(({ context }) => context),
    state: standing(last),
    ended: atEnd(last),
  };
}

/** `readLine`, again only when the line changes. */
export function useLineReading(line: Line): LineReading {
  const parley = useParley();
  return useMemo(() => readLine(parley, line), [parley, line]);
}
