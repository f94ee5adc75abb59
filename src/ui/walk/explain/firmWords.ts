import type { Firmness, WidestPart } from '../../../analysis/firmness.ts';
import { labelOf } from '../../../domain/chart.ts';
import { quantityAt } from '../../../domain/indicators.ts';
import type { Scenario } from '../../../domain/scenario.ts';
import type { ExplainWords } from '../../text/explainWords.ts';
import { formatChangeRange } from '../../text/format.ts';

type Words = ExplainWords['firm'];

/** Whether the options of a decision are further apart than the widest of its own judgements is wide. */
export function firmSentence(scenario: Scenario, words: Words, { figure, separation, widest }: Firmness): string {
  const { subject } = figure;
  const actor = 'actor' in subject ? (scenario.actors[subject.actor]?.name ?? subject.actor) : '';
  const name = subject.kind === 'payoff' ? words.payoff(actor) : words.leverage(actor);
  const points = Math.round(separation);
  const apart = points === 0 ? words.underOne : words.apart(points);
  const isWider = widest.range.high - widest.range.low >= separation;
  const say = isWider ? words.wider : words.narrower;
  return say(name, apart, labelOf(scenario, widest.move), formatChangeRange(widest.range));
}

/** Which judgement that is widest: what one option does to one driver or stake. */
export function widestSentence(scenario: Scenario, words: Words, { move, part, range }: WidestPart): string {
  const label = 'address' in part.subject ? quantityAt(scenario, part.subject.address).label : '';
  return words.widest(labelOf(scenario, move), label, formatChangeRange(range));
}
