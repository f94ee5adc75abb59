import { actorName } from '../../domain/actors.ts';
import { labelOf } from '../../domain/chart.ts';
import { quantityAt } from '../../domain/indicators.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { ComparableLine } from '../../workshop/comparable.ts';
import { formatChange, formatChangeRange } from '../text/format.ts';
import { unitSuffix } from '../text/sentences.ts';
import type { ComparedFigure } from './comparison.ts';
import type { StageWords } from './words.ts';

/** What a line of a room is called beside another one. */
export function lineName(
  scenario: Scenario,
  words: StageWords,
  compared: ComparableLine,
  other?: ComparableLine,
): string {
  switch (compared.kind) {
    case 'round':
      return other?.kind === 'second' ? words.compare.played : words.compare.round(compared.round);
    case 'fork':
      return words.compare.fork(compared.round, compared.fork);
    case 'second':
      return `${words.compare.second}: ${labelOf(scenario, compared.line.at(-1) ?? '')}`;
    case 'start':
      return words.compare.start(compared.round);
    default:
      return compared satisfies never;
  }
}

/** “Ukraine’s leverage: +4 (−2 to +9): direction depends on judgement”. */
export function differenceSentence(
  scenario: Scenario,
  words: StageWords,
  { figure, difference }: ComparedFigure,
): string {
  const { subject } = figure;
  const label =
    subject.kind === 'leverage'
      ? words.compare.leverage(actorName(scenario, subject.actor))
      : subject.kind === 'indicator'
        ? quantityAt(scenario, subject.address).label
        : figure.id;
  const unit = subject.kind === 'indicator' ? unitSuffix(quantityAt(scenario, subject.address).unit) : '';
  const { central, range } = difference;
  const flat = [central, range.low, range.high].every((value) => Math.round(Math.abs(value)) === 0);
  if (flat) return words.compare.level(label);
  const said = `${label}: ${formatChange(central)}${unit} (${formatChangeRange(range)}${unit})`;
  const crosses = Math.round(range.low) < 0 && Math.round(range.high) > 0;
  return crosses ? `${said}: ${words.compare.depends}` : said;
}
