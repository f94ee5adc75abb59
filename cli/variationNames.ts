import { estimateAt, type Variation } from '../src/analysis/sensitivity/variations.ts';
import { moveAt } from '../src/domain/chart.ts';
import { quantities } from '../src/domain/indicators.ts';
import type { Scenario } from '../src/domain/scenario.ts';

const many = (count: number): string => `${count.toLocaleString('en')} estimate${count === 1 ? '' : 's'}`;

const moveName = (scenario: Scenario, id: string): string => moveAt(scenario, id)?.meta.label ?? id;
const quantityName = (scenario: Scenario, address: string): string => {
  const quantity = quantities(scenario).get(address);
  if (quantity === undefined) return address;
  const actor = quantity.driver === undefined ? undefined : scenario.actors[quantity.of ?? '']?.name;
  return actor === undefined ? quantity.label : `${quantity.label} (${actor})`;
};

/** What a single estimate is called, by the id under which it is drawn: a start value, an effect, or a likelihood. */
export function estimateName(scenario: Scenario, id: string): string {
  const at = id.lastIndexOf('/');
  const [owner, what] = [id.slice(0, at), id.slice(at + 1)];
  if (owner === 'start') return `${quantityName(scenario, what)}, at the start`;
  if (what === 'likelihood') return `Likelihood of ${moveName(scenario, owner)} (${owner})`;
  return `Effect of ${moveName(scenario, owner)} (${owner}) on ${quantityName(scenario, what)}`;
}

/** What a variation is called. */
export function variationName(scenario: Scenario, { kind, about, estimates }: Variation): string {
  const [first = '', second = ''] = about;
  switch (kind) {
    case 'word':
      return `Effects called “${first}” (${second}; ${many(estimates)})`;
    case 'actor':
      return `Own numbers of ${second} (${many(estimates)})`;
    case 'start':
      return `${quantityName(scenario, first)}, at the start`;
    case 'chance':
      return `Chance at ${first}: ${moveName(scenario, second)}`;
    default:
      return estimateName(scenario, first);
  }
}

/** What a bar is called: a state of chance by its name, everything else as its variation. */
export const barName = (scenario: Scenario, variation: Variation): string =>
  variation.kind === 'chance' ? `Chance at ${variation.about[0]}` : variationName(scenario, variation);

/** The unit of a single start value or effect; likelihoods have none. */
function unitOf(scenario: Scenario, { kind, about }: Variation): string | null {
  if (kind === 'chance') return null;
  const address = kind === 'effect' ? about[0]?.split('/')[1] : about[0];
  return quantities(scenario).get(address ?? '')?.unit ?? null;
}

/** What a single estimate is at a position, in its own unit; null for what moves together. */
export function ownValue(
  scenario: Scenario,
  variation: Variation,
  at: number,
): { readonly value: number; readonly unit: string | null } | null {
  const { single } = variation;
  return single === undefined ? null : { value: estimateAt(single, at), unit: unitOf(scenario, variation) };
}
