import { negotiation } from '../machines/negotiation.ts';
import { openingSnapshot, openShocks, play, standing } from '../machines/stepping.ts';
import type { ShockSweep } from '../src/analysis/audit/shockedChoices.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { kernelOf } from './scenarioGame.ts';

/** A scenario at the table at its opening conditions, and after each shock that may strike there. */
export function shockSweep(scenario: Scenario): ShockSweep {
  const machine = negotiation(scenario);
  const opening = openingSnapshot(machine);
  const shocks = openShocks(scenario, opening).flatMap((shock) => {
    const after = play(machine, opening, shock);
    return after === undefined ? [] : [{ shock, position: after.context }];
  });
  return { kernel: kernelOf(scenario), table: standing(opening), opening: opening.context, shocks };
}
