import { clip, quantityAt } from '../domain/indicators.ts';
import type { Scenario } from '../domain/scenario.ts';
import { worth } from '../domain/stakes.ts';
import type { DrawnValues } from './drawnValues.ts';

/** What a position is worth to an actor in every draw: `payoff`, to the last bit. */
export function drawnPayoff(scenario: Scenario, actor: string, drawn: DrawnValues): Float64Array {
  const payoffs = new Float64Array(drawn.length);
  for (const [address, stake] of Object.entries(scenario.stakes[actor]?.items ?? {})) {
    const values = drawn.column(address);
    const { range } = quantityAt(scenario, address);
    for (let draw = 0; draw < payoffs.length; draw += 1)
      payoffs[draw] =
        (payoffs[draw] as number) + 100 * stake.weight * worth(stake, clip(values[draw] as number, range));
  }
  return payoffs;
}
