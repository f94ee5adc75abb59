import { centralValue, type Estimate } from './estimate.ts';
import type { Address } from './identifier.ts';
import { perScenario } from './perScenario.ts';
import type { Scenario } from './scenario.ts';
import type { Basis } from './schema/parts.ts';

/** One thing that a score rests on: an indicator of the scenario, or an actor's leverage driver. */
export interface Quantity {
  readonly address: Address;
  readonly label: string;
  readonly unit: string;
  /** Lowest and highest value that scores, guards and displays read. */
  readonly range: readonly [number, number];
  readonly initial: Estimate;
  /** The actor whose own indicator or driver this is. */
  readonly of: string | undefined;
  /** The driver's id, when this is one. */
  readonly driver: string | undefined;
  readonly basis: Basis | undefined;
  readonly note: string | undefined;
}

/** Drivers are indexes from 0 to 100. */
export const DRIVER_RANGE = [0, 100] as const;
const DRIVER_UNIT = 'index';

export const driverAddress = (actor: string, driver: string): Address => `${actor}.${driver}`;

function readQuantities(scenario: Scenario): ReadonlyMap<Address, Quantity> {
  const all = new Map<Address, Quantity>();
  for (const [id, indicator] of Object.entries(scenario.indicators)) {
    const { label, unit, range, initial, of, basis, note } = indicator;
    all.set(id, { address: id, label, unit, range, initial, of, driver: undefined, basis, note });
  }
  for (const [actor, block] of Object.entries(scenario.drivers.initial)) {
    for (const [driver, initial] of Object.entries(block)) {
      const address = driverAddress(actor, driver);
      all.set(address, {
        address,
        label: scenario.drivers.labels[driver] ?? driver,
        unit: DRIVER_UNIT,
        range: DRIVER_RANGE,
        initial,
        of: actor,
        driver,
        basis: scenario.drivers.basis[actor],
        note: undefined,
      });
    }
  }
  return all;
}

/** Every indicator and driver of a scenario by address, indicators first, in file order. */
export const quantities = perScenario(readQuantities);

/** The quantity at an address; an unknown address is our own mistake, since files are checked first. */
export function quantityAt(scenario: Scenario, address: Address): Quantity {
  const quantity = quantities(scenario).get(address);
  if (quantity === undefined) throw new RangeError(`no indicator or driver is called ${address}`);
  return quantity;
}

/** A value moved to the nearer end of a range where it lies outside; NaN stays NaN. */
export const clip = (value: number, range: readonly [number, number]): number =>
  // Not taken apart in the parameters, which would walk an iterator in the innermost loop of every range.
  Math.min(range[1], Math.max(range[0], value));

/** Raw values by address. They are never clamped; whoever reads a score, a guard or a display clips them. */
export type Values = Readonly<Record<Address, number>>;

/** The value as scores, stakes, guards and displays read it. */
export function clippedValue(scenario: Scenario, values: Values, address: Address): number {
  return clip(values[address] ?? Number.NaN, quantityAt(scenario, address).range);
}

/** Whether the raw value lies outside the range, which a display says as “beyond the scale”. */
export function isBeyondScale(scenario: Scenario, values: Values, address: Address): boolean {
  const raw = values[address] ?? Number.NaN;
  return clip(raw, quantityAt(scenario, address).range) !== raw;
}

/** Central start values of every indicator and driver. */
export const initialValues = perScenario(
  (scenario): Values =>
    Object.fromEntries(
      [...quantities(scenario).values()].map(({ address, initial }) => [address, centralValue(initial)]),
    ),
);
