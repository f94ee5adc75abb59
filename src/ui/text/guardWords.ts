import { labelOf } from '../../domain/chart.ts';
import type { Guard } from '../../domain/guard.ts';
import { quantityAt } from '../../domain/indicators.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Messages } from './en.ts';
import { formatWritten } from './format.ts';
import { unitSuffix } from './sentences.ts';

/** What a guard asks, in words: “Kursk area at least 5 km² and not (“US aid” is: frozen)”. */
export function guardWords(scenario: Scenario, text: Messages, guard: Guard): string {
  const { guard: words } = text;
  const inside = (term: Guard) => guardWords(scenario, text, term);
  if ('all' in guard) return guard.all.map(inside).join(words.and);
  if ('any' in guard) {
    const terms = guard.any.map(inside);
    return terms.length === 1 ? terms.join('') : words.either(terms.join(words.or));
  }
  if ('not' in guard) return words.not(inside(guard.not));
  if ('indicator' in guard) {
    const { label, unit } = quantityAt(scenario, guard.indicator);
    const bound = (value: number) => `${formatWritten(value)}${unitSuffix(unit)}`;
    const bounds = [
      ...(guard.atLeast === undefined ? [] : [words.atLeast(label, bound(guard.atLeast))]),
      ...(guard.atMost === undefined ? [] : [words.atMost(label, bound(guard.atMost))]),
    ];
    return bounds.join(words.and);
  }
  if ('condition' in guard) {
    const condition = scenario.conditions[guard.condition];
    return words.is(condition?.label ?? guard.condition, condition?.states[guard.is]?.label ?? guard.is);
  }
  if ('played' in guard) return words.played(labelOf(scenario, guard.played));
  if ('entered' in guard) return text.obstacle.limit(guard.fewerThan);
  if ('talks' in guard) return words.open;
  return guard satisfies never;
}
