import { isChance, isDecision, movesFrom, placedStates, stateAt } from '../../../domain/chart.ts';
import type { MoveId, StateId } from '../../../domain/identifier.ts';
import type { Scenario } from '../../../domain/scenario.ts';

/** A decision as paper carries it: all its moves, since nobody knows beforehand which will be open. */
export interface PrintedDecision {
  readonly state: StateId;
  readonly branch: string;
  readonly ask: string;
  readonly options: readonly { readonly id: MoveId; readonly label: string }[];
}

/** The decisions of a branch's short cut that people take, in its order; all of the branch where it has none. */
export function decisionsToPrint(scenario: Scenario, branch: string): readonly PrintedDecision[] {
  const every = placedStates(scenario).filter((placed) => placed.branchId === branch);
  const states = scenario.shortcuts?.[branch] ?? every.map(({ id }) => id);
  return states.flatMap((state) => {
    const placed = stateAt(scenario, state);
    if (placed === undefined || !isDecision(placed.state) || isChance(placed.state)) return [];
    const options = movesFrom(scenario, state).map(({ id, meta }) => ({ id, label: meta.label }));
    return [{ state, branch: placed.branchId, ask: placed.state.meta.ask, options }];
  });
}
