import { deciders, isDecision, stateAt } from '../src/domain/chart.ts';
import type { StateId } from '../src/domain/identifier.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { stakeholders } from '../src/domain/stakes.ts';

/** Who decides at a state, too, and has no stakes, such as a monitor: named beside those who have, and not counted. */
export function withoutStakes(scenario: Scenario, id: StateId): readonly string[] {
  const state = stateAt(scenario, id)?.state;
  if (state === undefined || !isDecision(state)) return [];
  const counted = stakeholders(scenario);
  return deciders(state).filter((actor) => !counted.includes(actor));
}

/** Who decides, in words: those who have stakes, then those who have none. */
export function decidersInWords(counted: readonly string[], others: readonly string[], nobody: string): string {
  return [...counted, ...others.map((name) => `${name} (without stakes)`)].join(' and ') || nobody;
}
