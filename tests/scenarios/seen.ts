import type { NegotiationMachine } from '../../machines/negotiation.ts';
import { openMoves, openShocks, play } from '../../machines/stepping.ts';
import { type TreePosition, unfold } from '../../machines/unfold.ts';
import type { StateId } from '../../src/domain/identifier.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { regionProblems, scoreProblems } from './rules.ts';

/** Trees up to this many positions are looked at whole; of larger ones every position with a number divisible by STRIDE. */
const WHOLE_UP_TO = 1000;
const STRIDE = 61;
/** At how many positions of each state every shock is tried. */
const SHOCKED_PER_STATE = 3;

/** What was noticed while a scenario's tree went by, so that a large one is unfolded once for all its tests. */
export interface Noticed {
  readonly reached: Set<StateId>;
  readonly stuck: string[];
  readonly stuckByShock: string[];
  readonly scores: string[];
  readonly regions: string[];
  looked: number;
}

export const nothingNoticed = (): Noticed => ({
  reached: new Set(),
  stuck: [],
  stuckByShock: [],
  scores: [],
  regions: [],
  looked: 0,
});

/** The tree of a scenario as `unfold` gives it, noticing on the way what breaks a rule. */
export function* watchedTree(
  scenario: Scenario,
  machine: NegotiationMachine,
  noticed: Noticed,
): Generator<TreePosition> {
  const visits = new Map<StateId, number>();
  let count = 0;
  for (const position of unfold(scenario, machine)) {
    const { state, snapshot, end, moves, line } = position;
    const at = `${state} after ${line.join(' → ')}`;
    noticed.reached.add(state);
    if (!end && moves.length === 0) noticed.stuck.push(at);
    if (count < WHOLE_UP_TO || count % STRIDE === 0) {
      noticed.looked += 1;
      noticed.scores.push(...scoreProblems(scenario, snapshot).map((problem) => `${at}: ${problem}`));
      noticed.regions.push(...regionProblems(scenario, snapshot).map((problem) => `${at}: ${problem}`));
    }
    const visit = visits.get(state) ?? 0;
    visits.set(state, visit + 1);
    if (!end && visit < SHOCKED_PER_STATE) {
      for (const shock of openShocks(scenario, snapshot)) {
        const shocked = play(machine, snapshot, shock);
        if (shocked === undefined || openMoves(scenario, shocked).length === 0)
          noticed.stuckByShock.push(`${at} → ${shock}`);
      }
    }
    count += 1;
    yield position;
  }
}
