import type { Scenario } from '../domain/scenario.ts';
import {
  type Difference,
  type DrawnPlace,
  differenceIn,
  differencesIn,
  type Figure,
  figureAt,
  figureIn,
  LEVEL,
} from './figures.ts';
import type { Ranged } from './lineFindings.ts';

/** Two of the lines that are compared, by their place among them. A difference is the second less the first. */
export type Pair = readonly [first: number, second: number];

/** A figure where each line stands, and how it differs between two of them. */
export interface FigureComparison {
  readonly figure: Figure;
  /** The figure on each line, in the order of the lines. */
  readonly values: readonly Ranged[];
  readonly difference: Difference;
  /** The central difference as a share of the figure's span, 0 to 1: what rows are put in order by. */
  readonly size: number;
}

/** The pair's places; a pair that names no place is our own mistake. */
function pairOf(places: readonly DrawnPlace[], [first, second]: Pair): readonly [DrawnPlace, DrawnPlace] {
  const [one, other] = [places[first], places[second]];
  if (one === undefined || other === undefined) throw new RangeError('a pair names two of the lines');
  return [one, other];
}

/** Every figure on every line, with its difference in one pair of them, in the order of the figures. */
export function compareFigures(
  all: readonly Figure[],
  places: readonly DrawnPlace[],
  pair: Pair,
): readonly FigureComparison[] {
  const [first, second] = pairOf(places, pair);
  return all.map((figure) => {
    const difference = differenceIn(figure, first, second);
    return {
      figure,
      values: places.map((place) => figureIn(figure, place)),
      difference,
      size: figure.span === 0 ? 0 : Math.abs(difference.central) / figure.span,
    };
  });
}

/** Which way a figure differs, as its range is shown in whole numbers. */
export type Direction =
  /** The second line has more of it, or has less of it. */
  | 'higher'
  | 'lower'
  /** Neither the central difference nor its range makes a whole point. */
  | 'level'
  /** The range crosses zero: the direction depends on judgement. */
  | 'open';

/** A number as screens show it, whole; halves away from zero, so that a difference and its mirror show alike. */
const shown = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

/** The direction of a difference, read off the numbers that are shown, so that nobody sees a range that contradicts it. */
export function directionOf({ central, range }: Ranged): Direction {
  const numbers = [shown(range.low), shown(central), shown(range.high)];
  const rises = numbers.some((number) => number > 0);
  const falls = numbers.some((number) => number < 0);
  if (rises && falls) return 'open';
  return rises ? 'higher' : falls ? 'lower' : 'level';
}

/** Figures that differ, largest share of their span first, and those that do not by a whole point; else in their order. */
export function sortBySize(rows: readonly FigureComparison[]): {
  readonly differing: readonly FigureComparison[];
  readonly level: readonly FigureComparison[];
} {
  const differs = ({ difference }: FigureComparison): boolean => directionOf(difference) !== 'level';
  return {
    differing: rows.filter(differs).sort((a, b) => b.size - a.size),
    level: rows.filter((row) => !differs(row)),
  };
}

/** Draws are told in twentieths: finer counts would claim more than judgements hold. */
export const TWENTIETHS = 20;

/** A count of draws out of twenty. None and all are said only where it is none and all. */
export function outOfTwenty(count: number, draws: number): number {
  if (count === 0 || count === draws) return count === 0 ? 0 : TWENTIETHS;
  return Math.min(TWENTIETHS - 1, Math.max(1, Math.round((TWENTIETHS * count) / draws)));
}

/** Whether two actors' payoffs move together between two lines. Points of different actors are never added. */
export interface JointDifference {
  /** Each actor's payoff on the second line less that on the first. */
  readonly payoffs: Readonly<Record<string, Difference>>;
  /** Draws in which all of them are higher on the second line, and in which all are lower. */
  readonly allHigher: number;
  readonly allLower: number;
  readonly draws: number;
}

/** Payoffs of some actors on two lines, on shared draws. */
export function jointPayoffs(
  scenario: Scenario,
  actors: readonly string[],
  places: readonly DrawnPlace[],
  pair: Pair,
): JointDifference {
  const [first, second] = pairOf(places, pair);
  const payoffs = actors.map((actor) => figureAt(scenario, `payoff/${actor}`));
  const drawn = payoffs.map((figure) => differencesIn(figure, first, second));
  const draws = first.drawn.length;
  const inAll = (sign: 1 | -1): number =>
    Array.from({ length: draws }, (_, draw) => drawn.every((column) => sign * (column[draw] ?? 0) > LEVEL)).filter(
      Boolean,
    ).length;
  return {
    payoffs: Object.fromEntries(
      payoffs.map((figure, index) => [actors[index] ?? '', differenceIn(figure, first, second)]),
    ),
    allHigher: inAll(1),
    allLower: inAll(-1),
    draws,
  };
}

/** What two lines are for two actors at once, as the ranges are shown. */
export type JointVerdict =
  /** Every payoff is higher on the second line, or on the first. */
  | 'allHigher'
  | 'allLower'
  /** Some are higher on the one line and some on the other: what one gains, the other loses. */
  | 'opposed'
  /** Some differ, the others do not by a whole point. */
  | 'someLevel'
  | 'level'
  /** At least one direction depends on judgement. */
  | 'open';

/** Reads the directions of several payoffs together. */
export function jointVerdict({ payoffs }: JointDifference): JointVerdict {
  const directions = Object.values(payoffs).map(directionOf);
  const every = (direction: Direction): boolean => directions.every((each) => each === direction);
  if (directions.includes('open')) return 'open';
  if (every('level')) return 'level';
  if (every('higher')) return 'allHigher';
  if (every('lower')) return 'allLower';
  return directions.includes('level') ? 'someLevel' : 'opposed';
}

/** Pairs of lines, in their order: [0, 1], [0, 2], … */
export const pairsOf = (lines: number): readonly Pair[] =>
  Array.from({ length: lines }, (_, first) => first).flatMap((first) =>
    Array.from({ length: lines - first - 1 }, (_, after): Pair => [first, first + 1 + after]),
  );
