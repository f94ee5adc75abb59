import type { Ranged } from '../../analysis/lineFindings.ts';
import type { LineValues } from '../../analysis/lineValues.ts';
import { gainOver, type Side, sideOf } from '../../analysis/outcomeFindings.ts';
import { type EndOutcomes, endsOf, type Outcome, type Outcomes } from '../../analysis/outcomes.ts';
import { principals } from '../../domain/actors.ts';
import { isEnd, stateAt } from '../../domain/chart.ts';
import type { Line, StateId } from '../../domain/identifier.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { WalkAway } from '../../domain/walkAway.ts';
import type { Representative } from './tradeoffsView.ts';

/** An end as its chart, its key and its table show it. */
export interface OutcomeRow {
  /** Its number among all ends of the scenario, which no filter changes. */
  readonly number: number;
  readonly end: StateId;
  /** The branch that the end belongs to. */
  readonly branch: string;
  readonly label: string;
  readonly agreement: boolean;
  /** The line that stands for it. */
  readonly outcome: Outcome;
  /** Where any of its lines ends. */
  readonly cells: readonly number[];
  /** What that line is worth, with ranges; undefined until they were read. */
  readonly values: LineValues | undefined;
}

/** The line that stands for an end. */
function representativeOf(end: EndOutcomes, by: Representative): Outcome {
  switch (by) {
    case 'shortest':
      return end.shortest;
    case 'first':
      return end.best[0];
    case 'second':
      return end.best[1];
    default:
      return by satisfies never;
  }
}

/** The number, label and kind of an end. */
export function endWords(scenario: Scenario, end: StateId) {
  const placed = stateAt(scenario, end);
  if (placed === undefined || !isEnd(placed.state)) throw new RangeError(`no end is called ${end}`);
  const { label, agreement } = placed.state.meta;
  return { number: endsOf(scenario).indexOf(end) + 1, end, branch: placed.branchId, label, agreement };
}

/** One row per reached end, in file order. */
export const outcomeRows = (
  scenario: Scenario,
  { ends }: Outcomes,
  by: Representative,
  valuesOf: (line: Line) => LineValues | undefined,
): readonly OutcomeRow[] =>
  ends.map((found) => {
    const outcome = representativeOf(found, by);
    return { ...endWords(scenario, found.end), outcome, cells: found.cells, values: valuesOf(outcome.line) };
  });

/** Ends that no line reaches, in file order. */
export const unreachedEnds = (scenario: Scenario, { ends }: Outcomes): readonly StateId[] =>
  endsOf(scenario).filter((end) => !ends.some((found) => found.end === end));

/** Walking away from where some lines begin: at central values, and in every draw once that was read. */
export interface WalkAwayPlace {
  readonly start: Line;
  readonly branch: string;
  readonly payoffs: readonly [number, number];
  /** The end that it leads to for each principal: the branch's own, or what the principal can bring about alone. */
  readonly ends: readonly [Pick<WalkAway, 'end' | 'alone'>, Pick<WalkAway, 'end' | 'alone'>];
  readonly drawn: LineValues['drawn'] | undefined;
}

/** The ends that walking away leads to, by label: one, or each principal's own. */
export const walkAwayEnds = (scenario: Scenario, { ends }: Pick<WalkAwayPlace, 'ends'>): string =>
  [...new Set(ends.map(({ end }) => endWords(scenario, end).label))].join('; ');

/** What a line is worth more than walking away to each principal, with the side that it falls on. */
export interface Gain extends Ranged {
  readonly actor: string;
  readonly side: Side;
}

/** Both principals' gains of a line over walking away; undefined until their ranges were read. */
export function gainsOver(
  scenario: Scenario,
  { payoffs }: Outcome,
  values: LineValues | undefined,
  place: WalkAwayPlace | undefined,
): readonly [Gain, Gain] | undefined {
  const drawn = place?.drawn;
  if (values === undefined || place === undefined || drawn === undefined) return undefined;
  const actors = principals(scenario);
  const gain = (principal: 0 | 1): Gain => {
    const found = gainOver(
      { central: payoffs[principal], drawn: values.drawn[principal] },
      { central: place.payoffs[principal], drawn: drawn[principal] },
    );
    return { ...found, actor: actors[principal], side: sideOf(found) };
  };
  return [gain(0), gain(1)];
}
