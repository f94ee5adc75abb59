import { type FigureSinceStart, hasMoved, isOpen, type LeftOpen } from '../../../analysis/endFindings.ts';
import { principals } from '../../../domain/actors.ts';
import { isBeyondScale, quantityAt, type Values } from '../../../domain/indicators.ts';
import type { Scenario } from '../../../domain/scenario.ts';
import type { BasisSubject } from '../../basis/BasisSheet.tsx';
import type { RangeRow } from '../../charts/rangeRows.ts';
import type { ExplainWords } from '../../text/explainWords.ts';
import { formatNumber } from '../../text/format.ts';
import { unitSuffix } from '../../text/sentences.ts';

type Words = ExplainWords['end'];

/** The neutral colour, for what belongs to no actor. */
const NEUTRAL = 4;
const SCORE_SCALE = [0, 100] as const;

/** A figure since the start as a row of a chart. */
export function endRow(scenario: Scenario, { figure, start, now }: FigureSinceStart, values: Values): RangeRow {
  const { subject, id } = figure;
  const shared = { id, start, now: { central: now.central, ...now.range } };
  if (subject.kind === 'indicator') {
    const { label, unit, range, of } = quantityAt(scenario, subject.address);
    const colour = scenario.actors[of ?? '']?.colour ?? NEUTRAL;
    return { ...shared, label, unit, scale: range, beyond: isBeyondScale(scenario, values, subject.address), colour };
  }
  const actor = scenario.actors[subject.actor];
  const [label, colour] = [actor?.name ?? subject.actor, actor?.colour ?? NEUTRAL];
  return { ...shared, label, unit: 'index', scale: SCORE_SCALE, beyond: false, colour };
}

/** Where a row's number comes from. */
export function endBasis({ figure: { subject } }: FigureSinceStart): BasisSubject {
  switch (subject.kind) {
    case 'indicator':
    case 'driver':
      return { kind: 'quantity', address: subject.address };
    case 'leverage':
      return { kind: 'score', actor: subject.actor };
    case 'payoff':
      return { kind: 'payoff', actor: subject.actor };
    case 'stake':
      return { kind: 'stake', actor: subject.actor, address: subject.address };
    default:
      return subject satisfies never;
  }
}

/** Indicators that the finding names. */
const NAMED = 2;

/** “9 of 12 indicators stand elsewhere than at the start; furthest: Kursk area held by Ukraine (from 190 km² to 0 km²) and …”. */
export function indicatorsFinding(scenario: Scenario, words: Words, found: readonly FigureSinceStart[]): string {
  const moved = found.filter(hasMoved);
  const shareMoved = ({ figure, change }: FigureSinceStart): number => Math.abs(change.central) / figure.span;
  const furthest = [...moved].sort((a, b) => shareMoved(b) - shareMoved(a)).slice(0, NAMED);
  const most = furthest.flatMap(({ figure: { subject }, start, now }) => {
    if (subject.kind !== 'indicator') return [];
    const { label, unit } = quantityAt(scenario, subject.address);
    return [words.indicatorsMost(label, formatNumber(start), `${formatNumber(now.central)}${unitSuffix(unit)}`)];
  });
  return words.indicatorsFinding(moved.length, found.length, most);
}

/** “By its own stakes, Ukraine has less than at the start and Russia has more than at the start …”. No amounts: they do not compare. */
export const payoffsFinding = (scenario: Scenario, words: Words, found: readonly FigureSinceStart[]): string =>
  words.payoffsFinding(
    found.filter(hasMoved).flatMap(({ figure: { subject }, change }) => {
      if (subject.kind !== 'payoff') return [];
      const name = scenario.actors[subject.actor]?.name ?? subject.actor;
      return [words.payoffsPart(name, change.central > 0, isOpen(change))];
    }),
  );

/** What an end's page does not say: what no page of Parley says, then what the numbers here leave open. */
export function notSaid(scenario: Scenario, words: Words, { higher, direction, wide }: LeftOpen): readonly string[] {
  const [one = '', other = ''] = principals(scenario).map((actor) => scenario.actors[actor]?.name ?? actor);
  const labels = (addresses: readonly string[]) => addresses.map((address) => quantityAt(scenario, address).label);
  return [
    ...words.notSaidAlways,
    ...(higher ? [words.notSaidHigher(one, other)] : []),
    ...(direction.length === 0 ? [] : [words.notSaidDirection(labels(direction))]),
    ...(wide.length === 0 ? [] : [words.notSaidWide(labels(wide))]),
  ];
}
