import type { Scenario } from './scenario.ts';

/** A reading of a scenario that is made once and kept as long as the scenario is: scenarios never change. */
export function perScenario<Reading>(read: (scenario: Scenario) => Reading): (scenario: Scenario) => Reading {
  const kept = new WeakMap<Scenario, { readonly reading: Reading }>();
  return (scenario) => {
    const known = kept.get(scenario);
    if (known !== undefined) return known.reading;
    const reading = read(scenario);
    kept.set(scenario, { reading });
    return reading;
  };
}
