import { principals } from '../domain/actors.ts';
import type { Address } from '../domain/identifier.ts';
import type { Scenario } from '../domain/scenario.ts';
import { type Difference, type DrawnPlace, differenceIn, type Figure, figureAt, figureIn, figures } from './figures.ts';
import { quantile } from './heldDraws.ts';
import type { Ranged } from './lineFindings.ts';

/** A figure at the start of a line and where it leads, with the difference on shared draws. */
export interface FigureSinceStart {
  readonly figure: Figure;
  readonly start: number;
  readonly now: Ranged;
  readonly change: Difference;
}

/** A line's two ends as figures read them. */
export interface LineEnds {
  readonly start: DrawnPlace;
  readonly here: DrawnPlace;
}

/** Every figure of a kind, at the start and here, in file order. */
export const figuresSinceStart = (
  scenario: Scenario,
  kind: Figure['subject']['kind'],
  { start, here }: LineEnds,
): readonly FigureSinceStart[] =>
  figures(scenario)
    .filter(({ subject }) => subject.kind === kind)
    .map((figure) => ({
      figure,
      start: figure.read(start.values),
      now: figureIn(figure, here),
      change: differenceIn(figure, start, here),
    }));

/** Whether a difference leaves it open which way it goes, in whole points as a reader sees them. */
export const isOpen = ({ range }: Ranged): boolean => Math.round(range.low) < 0 && Math.round(range.high) > 0;

/** Whether a figure has moved, as a reader sees it. */
export const hasMoved = ({ start, now }: FigureSinceStart): boolean => Math.round(start) !== Math.round(now.central);

/** From this share of its scale on, a range says little of where a number stands. */
const WIDE = 1 / 3;

/** What an end's numbers leave open. */
export interface LeftOpen {
  /** Which of the two principals has more leverage. */
  readonly higher: boolean;
  /** Indicators that moved, though their range leaves it open which way. */
  readonly direction: readonly Address[];
  /** Indicators whose range spans a third of their scale or more. */
  readonly wide: readonly Address[];
}

/** What the numbers at an end do not settle. */
export function leftOpen(scenario: Scenario, ends: LineEnds): LeftOpen {
  const [one, other] = principals(scenario).map((actor) => figureAt(scenario, `leverage/${actor}`));
  const indicators = figuresSinceStart(scenario, 'indicator', ends);
  const addresses = (found: readonly FigureSinceStart[]) =>
    found.flatMap(({ figure: { subject } }) => (subject.kind === 'indicator' ? [subject.address] : []));
  if (one === undefined || other === undefined) throw new TypeError('a negotiation has two principals');
  const gap: Figure = { ...one, read: (values) => one.read(values) - other.read(values) };
  return {
    higher: isOpen(figureIn(gap, ends.here)),
    direction: addresses(indicators.filter((each) => hasMoved(each) && isOpen(each.change))),
    wide: addresses(indicators.filter(({ figure, now }) => (now.range.high - now.range.low) / figure.span >= WIDE)),
  };
}

/** Cases in a quantile dot plot: people count this many at a glance (Kay et al. 2016). */
const CASES = 20;

/** A figure's draws as twenty cases of equal weight, smallest first: the 2.5th, 7.5th … 97.5th percentile. */
export function twentyCases(figure: Figure, { drawn }: DrawnPlace): readonly number[] {
  const sorted = [...drawn.map(figure.read)].sort((a, b) => a - b);
  return Array.from({ length: CASES }, (_, index) => quantile(sorted, (index + 0.5) / CASES));
}
