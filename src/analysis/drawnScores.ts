import type { Address } from '../domain/identifier.ts';
import { clip, DRIVER_RANGE, driverAddress, quantityAt } from '../domain/indicators.ts';
import { driverPoints, leverageWeights } from '../domain/leverage.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { DrawnValues } from './drawnValues.ts';

/** An actor's leverage in every draw: the score of `leverage`, to the last bit. */
export function drawnLeverage(scenario: Scenario, actor: string, drawn: DrawnValues): Float64Array {
  const scores = new Float64Array(drawn.length);
  for (const [driver, weight] of Object.entries(leverageWeights(scenario, actor))) {
    const values = drawn.column(driverAddress(actor, driver));
    for (let draw = 0; draw < scores.length; draw += 1)
      scores[draw] = (scores[draw] as number) + driverPoints(weight, clip(values[draw] as number, DRIVER_RANGE));
  }
  return scores;
}

/** An indicator or driver in every draw, as scores, stakes, guards and displays read it. */
export function clippedColumn(scenario: Scenario, drawn: DrawnValues, address: Address): Float64Array {
  const { range } = quantityAt(scenario, address);
  return drawn.column(address).map((value) => clip(value, range));
}
