import { type BargainingPoints, bargainingPoints, SAME_POINT } from '../src/analysis/bargaining/bargainingPoints.ts';
import type { BargainingSet } from '../src/formats/bargainingSet.ts';
import type { Table } from '../src/formats/csv.ts';
import { figure, textTable } from './textTable.ts';

/** The lists of a bargaining set by the ids of its outcomes: what a program reads. */
export interface BargainingLists<Id = string | number> {
  readonly zopa: readonly Id[];
  readonly pareto: readonly Id[];
  readonly nash: readonly Id[];
  readonly kalaiSmorodinsky: readonly Id[];
  readonly egalitarian: readonly Id[];
  readonly utilitarian: readonly Id[];
}

/** Indexes as the ids of what they stand for. */
export function listsOf<Id>(of: BargainingPoints, ids: readonly Id[]): BargainingLists<Id> {
  const named = (indexes: readonly number[]): readonly Id[] => indexes.map((index) => ids[index] as Id);
  const { zopa, pareto, nash, kalaiSmorodinsky, egalitarian, utilitarian } = of;
  return {
    zopa: named(zopa),
    pareto: named(pareto),
    nash: named(nash),
    kalaiSmorodinsky: named(kalaiSmorodinsky),
    egalitarian: named(egalitarian),
    utilitarian: named(utilitarian),
  };
}

/** What each list is, in words. */
export const BARGAINING_WORDS: Readonly<Record<keyof BargainingLists, string>> = {
  zopa: 'Zone of agreement (nobody has less than without agreement)',
  pareto: 'Pareto frontier in it (no other outcome is better for one and no worse for all)',
  nash: 'Nash (largest product of gains)',
  kalaiSmorodinsky: 'Kalai–Smorodinsky (largest least share of the ideal gain; ideal over the zone)',
  egalitarian: 'Egalitarian (largest least gain)',
  utilitarian: 'Utilitarian (largest sum)',
};

/** What the answer for a list of outcomes rests on. */
const BARGAINING_ASSUMPTIONS: readonly string[] = [
  'What a party has without agreement is its reservation value; where it states none, the least that any outcome gives it.',
  'The points of agreement are taken over the frontier of the zone; equal outcomes are all kept, and all lists are empty where there is no zone.',
  'Nash: over the largest groups of parties that can gain together. Kalai–Smorodinsky: a party that can gain nothing in the zone is left out. Neither changes with the unit or the zero of a party’s points.',
  'Source: Nash 1950, The Bargaining Problem; Kalai & Smorodinsky 1975, Other Solutions to Nash’s Bargaining Problem; the max-min form for finite sets.',
];

/** The bargaining set of a file as a program reads it. */
export function bargainingAnswer(set: BargainingSet) {
  const of = bargainingPoints(set.utilities, set.reservation);
  const finite = (points: readonly number[]) => points.map((value) => (Number.isFinite(value) ? value : null));
  return {
    ...listsOf(of, set.ids),
    disagreement: finite(of.disagreement),
    ideal: of.ideal === null ? null : finite(of.ideal),
    kalaiSmorodinskyVariant: 'max-min ratio, ideal over the rational set',
    egalitarianAndUtilitarian: SAME_POINT,
    assumptions: BARGAINING_ASSUMPTIONS,
  };
}

/** The bargaining set of a file as people read it in a terminal. */
export function* bargainingText(set: BargainingSet): Generator<string> {
  const answer = bargainingAnswer(set);
  const parties = set.reservation.length;
  const told = (ids: readonly (string | number)[]) => (ids.length === 0 ? 'none' : ids.join(', '));
  yield `${set.name || 'Bargaining set'} · ${set.ids.length} outcomes · ${parties} parties`;
  yield '';
  yield* textTable([
    ['', ...answer.disagreement.map((_, party) => `party ${party + 1}`)],
    ['without agreement', ...answer.disagreement.map((value) => (value === null ? '–' : figure(value)))],
    ['ideal in the zone', ...answer.disagreement.map((_, party) => idealText(answer.ideal?.[party]))],
  ]);
  yield '';
  for (const key of ['zopa', 'pareto', 'nash', 'kalaiSmorodinsky'] as const) {
    yield BARGAINING_WORDS[key];
    yield `  ${told(answer[key])}`;
  }
  if (answer.zopa.length === 0)
    yield 'There is no zone of agreement: every outcome leaves somebody with less than no agreement.';
  yield '';
  yield `What ${SAME_POINT.replace('assumes', 'follows only if one assumes')}`;
  for (const key of ['egalitarian', 'utilitarian'] as const) yield `  ${BARGAINING_WORDS[key]}: ${told(answer[key])}`;
  yield '';
  yield 'What this rests on';
  for (const assumption of answer.assumptions) yield `  ${assumption}`;
}

const idealText = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : figure(value);

/** The bargaining set of a file as a table, a row per outcome. */
export function bargainingTable(set: BargainingSet): Table {
  const of = bargainingPoints(set.utilities, set.reservation);
  const keys = Object.keys(BARGAINING_WORDS) as (keyof BargainingLists)[];
  return {
    columns: ['outcome', ...set.reservation.map((_, party) => `party ${party + 1}`), ...keys],
    rows: set.ids.map((id, index) => [
      String(id),
      ...(set.utilities[index] ?? []),
      ...keys.map((key) => (of[key].includes(index) ? 1 : 0)),
    ]),
  };
}
