import type { Waterfall, WaterfallPart } from '../../analysis/waterfall.ts';
import { labelOf } from '../../domain/chart.ts';
import type { MoveId } from '../../domain/identifier.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Messages } from '../text/en.ts';
import type { ExplainWords } from '../text/explainWords.ts';
import { formatChange, formatChangeRange, formatNumber, formatRange } from '../text/format.ts';
import { driverPhrase } from '../text/sentences.ts';
import type { WaterfallLabels, WaterfallRow } from './waterfallRows.ts';

/** What is taken apart: one step, or a line of so many. */
export type WaterfallScope =
  | { readonly kind: 'step'; readonly move: MoveId }
  | { readonly kind: 'line'; readonly steps: number };

/** What a waterfall is said in: the scenario's names and the interface's words. */
export interface WaterfallLanguage {
  readonly scenario: Scenario;
  readonly text: Messages;
  readonly words: ExplainWords['waterfall'];
}

/** What a waterfall's rows are called. */
export function waterfallLabels({ scenario, words }: WaterfallLanguage, scope: WaterfallScope): WaterfallLabels {
  return {
    start: scope.kind === 'step' ? words.before : words.start,
    end: scope.kind === 'step' ? words.after : words.now,
    part: (subject) => {
      if (subject.kind === 'driver') return scenario.drivers.labels[subject.driver] ?? subject.driver;
      if (subject.kind === 'others') return words.others(subject.steps);
      return words.stepLabel(formatNumber(subject.step), labelOf(scenario, subject.move));
    },
  };
}

/** A part is most of a change from half of it on. */
const MOST = 0.5;

const rounded = (points: number): number => Math.round(Math.abs(points));

/** “Ukraine’s leverage rose 6 points over 5 steps (+2 to +9), most of it at “Washington sets a date” (+5).” */
export function waterfallSentence(language: WaterfallLanguage, waterfall: Waterfall, scope: WaterfallScope): string {
  const { scenario, words } = language;
  const { change, parts } = waterfall;
  const actor = scenario.actors[waterfall.actor]?.name ?? waterfall.actor;
  const over = scope.kind === 'step' ? words.atStep(labelOf(scenario, scope.move)) : words.over(scope.steps);
  const range = `(${formatChangeRange(change.range)})`;
  const named = parts
    .filter(({ subject, central }) => subject.kind !== 'others' && rounded(central) >= 1)
    .sort((a, b) => Math.abs(b.central) - Math.abs(a.central));
  const phraseOf = ({ subject, central }: WaterfallPart): string => {
    if (subject.kind === 'driver') return driverPhrase(scenario, language.text, subject.driver, central);
    return subject.kind === 'step' ? words.quoted(labelOf(scenario, subject.move)) : '';
  };
  const what = (part: WaterfallPart): string =>
    words.part((scope.kind === 'step' ? words.because : words.when)(phraseOf(part)), formatChange(part.central));
  if (rounded(change.central) === 0) {
    if (named.length === 0) return words.unmoved(actor, over);
    const both = [named.find(({ central }) => central > 0), named.find(({ central }) => central < 0)];
    const phrases = both.flatMap((part) =>
      part === undefined ? [] : [words.part(phraseOf(part), formatChange(part.central))],
    );
    const why = scope.kind === 'step' ? words.balancedDrivers(phrases) : words.balancedSteps(phrases);
    return words.balanced(actor, over, formatChangeRange(change.range), why);
  }
  const along = named.filter(({ central }) => Math.sign(central) === Math.sign(change.central));
  const [first] = along;
  const isMost = first !== undefined && first.central / change.central >= MOST;
  const reason = first === undefined ? '' : `, ${(isMost ? words.most : words.largest)(what(first))}`;
  const crosses = Math.round(change.range.low) <= 0 && Math.round(change.range.high) >= 0;
  const open = crosses ? `: ${words.depends}` : '';
  return `${words.moved(actor, change.central > 0, rounded(change.central), over)} ${range}${reason}${open}.`;
}

const isNothing = ({ low, high }: WaterfallRow['value']): boolean => low === 0 && high === 0;

/** A row's number as the chart shows it: “43 (37 to 49)” for a level, “+4 (+1 to +6)” for a change. */
export const waterfallValue = ({ kind, value }: WaterfallRow): string =>
  kind === 'part'
    ? isNothing(value)
      ? formatChange(0)
      : `${formatChange(value.central)} (${formatChangeRange(value)})`
    : `${formatNumber(value.central)} (${formatRange(value)})`;

/** Where the number of a row comes from: a driver, or the effects of a step; a level's is the score. */
export type WaterfallPick =
  | { readonly kind: 'score'; readonly actor: string }
  | { readonly kind: 'quantity'; readonly address: string }
  | { readonly kind: 'move'; readonly move: MoveId; readonly step: number };

/** What a row opens; undefined for the small steps that stand together. */
export function waterfallPick(actor: string, { subject }: WaterfallRow): WaterfallPick | undefined {
  if (subject === undefined) return { kind: 'score', actor };
  if (subject.kind === 'driver') return { kind: 'quantity', address: subject.address };
  return subject.kind === 'step' ? { kind: 'move', move: subject.move, step: subject.step } : undefined;
}
