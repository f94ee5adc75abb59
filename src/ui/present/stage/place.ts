import { standing } from '../../../../machines/stepping.ts';
import { deciders, isChance, isDecision, stateAt } from '../../../domain/chart.ts';
import type { Line, StateId } from '../../../domain/identifier.ts';
import type { Parley } from '../../app/parley.ts';

/** A place of a room's line, as a scene names it. */
export interface NamedPlace {
  readonly state: StateId;
  readonly branch: string;
  /** Actors who decide; none where chance does, or at an end. */
  readonly deciders: readonly string[];
  readonly chance: boolean;
}

/** Where a line leads. A line that this version of the scenario does not allow leads nowhere: undefined. */
export function namedPlace({ scenario, read }: Pick<Parley, 'scenario' | 'read'>, line: Line): NamedPlace | undefined {
  const snapshot = read(line);
  if (snapshot === undefined) return undefined;
  const state = standing(snapshot);
  const placed = stateAt(scenario, state);
  const decision = placed !== undefined && isDecision(placed.state) ? placed.state : undefined;
  return {
    state,
    branch: placed?.branchId ?? '',
    deciders: decision === undefined ? [] : deciders(decision),
    chance: decision !== undefined && isChance(decision),
  };
}
