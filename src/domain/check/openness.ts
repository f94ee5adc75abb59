import { candidates, isDecision, isStub, stateAt } from '../chart.ts';
import type { Scenario } from '../scenario.ts';
import type { Decision, FileMove } from '../schema/branch.ts';

/** Whether a target may be closed by a `limit` of the state that it leads to. */
function isLimited(scenario: Scenario, branchId: string, target: string): boolean {
  const local = stateAt(scenario, `${branchId}.${target}`)?.state;
  const state = local !== undefined && isStub(local) ? stateAt(scenario, local.meta.continues)?.state : local;
  return state !== undefined && isDecision(state) && state.meta.limit !== undefined;
}

/** Whether a move has a target that neither a guard nor a limit ever closes. */
export const isAlwaysOpen = (scenario: Scenario, branchId: string, move: FileMove): boolean =>
  candidates(move).some(({ guard, target }) => guard === undefined && !isLimited(scenario, branchId, target));

/** Whether a decision has an open move at every position: one that nothing closes, or the one that opens when no other is. */
export function hasAlwaysAMove(scenario: Scenario, branchId: string, { on, meta }: Decision): boolean {
  const rescue = meta.whenNoneOpen === undefined ? undefined : on?.[meta.whenNoneOpen];
  const last = rescue === undefined ? undefined : candidates(rescue).at(-1);
  if (last !== undefined && !isLimited(scenario, branchId, last.target)) return true;
  return Object.values(on ?? {}).some((move) => isAlwaysOpen(scenario, branchId, move));
}
