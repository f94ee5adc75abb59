import { principals } from '../../domain/actors.ts';
import type { Address } from '../../domain/identifier.ts';
import { clippedValue, quantityAt, type Values } from '../../domain/indicators.ts';
import type { Scenario } from '../../domain/scenario.ts';

/** An indicator that nobody owns and that all who care want to move the same way. */
export interface Protection {
  readonly address: Address;
  readonly better: 'higher' | 'lower';
}

/**
 * The shared protections: indicators of no single actor that both principals name in their stakes and that every actor who names them
 * reads in the same direction. In Kursk these are the civilians, the prisoners, the risk of escalation and the like.
 */
export function sharedProtections(scenario: Scenario): readonly Protection[] {
  return Object.entries(scenario.indicators).flatMap(([address, { of }]): readonly Protection[] => {
    const named = (actor: string) => scenario.stakes[actor]?.items[address] !== undefined;
    if (of !== undefined || !principals(scenario).every(named)) return [];
    const readings = Object.values(scenario.stakes).flatMap(({ items }) => items[address] ?? []);
    const upward = readings.filter(({ worst, best }) => best > worst).length;
    if (upward !== 0 && upward !== readings.length) return [];
    return [{ address, better: upward === 0 ? 'lower' : 'higher' }];
  });
}

/** How well the shared protections stand, 0 to 100: the mean of their places in their ranges, the better end at 100. */
export function protectionLevel(scenario: Scenario, protections: readonly Protection[], values: Values): number {
  const shares = protections.map(({ address, better }) => {
    const [low, high] = quantityAt(scenario, address).range;
    const share = (clippedValue(scenario, values, address) - low) / (high - low);
    return better === 'higher' ? share : 1 - share;
  });
  return (100 * shares.reduce((sum, share) => sum + share, 0)) / shares.length;
}
