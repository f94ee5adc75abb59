import type { Address } from '../domain/identifier.ts';
import { clippedValue, driverAddress, quantities, type Values } from '../domain/indicators.ts';
import { leverage, leverageWeights, scoredActors } from '../domain/leverage.ts';
import { perScenario } from '../domain/perScenario.ts';
import type { Scenario } from '../domain/scenario.ts';
import { payoff, stakeholders, worth } from '../domain/stakes.ts';
import type { DrawnValues } from './drawnValues.ts';
import { rangeOf } from './heldDraws.ts';
import type { Ranged } from './lineFindings.ts';

/** What a figure is about. */
export type FigureSubject =
  /** An actor's leverage, 0 to 100, and one driver's points of it. */
  | { readonly kind: 'leverage'; readonly actor: string }
  | { readonly kind: 'driver'; readonly actor: string; readonly address: Address }
  /** What a position is worth to an actor, 0 to 100, and one stake's points of it. Points of two actors are not comparable. */
  | { readonly kind: 'payoff'; readonly actor: string }
  | { readonly kind: 'stake'; readonly actor: string; readonly address: Address }
  /** An indicator's value, in its own unit, as displays read it. */
  | { readonly kind: 'indicator'; readonly address: Address };

/** A number that can be read at any position: of the central walk, or of a draw. */
export interface Figure {
  /** Stable: `leverage/UKR`, `stake/UKR/area`. */
  readonly id: string;
  readonly subject: FigureSubject;
  /** How far the figure can go from one end to the other: what the size of a difference is measured against. */
  readonly span: number;
  readonly read: (values: Values) => number;
}

function readFigures(scenario: Scenario): readonly Figure[] {
  const ofLeverage = scoredActors(scenario).flatMap((actor): Figure[] => [
    {
      id: `leverage/${actor}`,
      subject: { kind: 'leverage', actor },
      span: 100,
      read: (values) => leverage(scenario, actor, values).score,
    },
    ...Object.entries(leverageWeights(scenario, actor)).map(([driver, weight]): Figure => {
      const address = driverAddress(actor, driver);
      return {
        id: `driver/${address}`,
        subject: { kind: 'driver', actor, address },
        span: 100 * weight,
        read: (values) => weight * clippedValue(scenario, values, address),
      };
    }),
  ]);
  const ofPayoffs = stakeholders(scenario).flatMap((actor): Figure[] => [
    {
      id: `payoff/${actor}`,
      subject: { kind: 'payoff', actor },
      span: 100,
      read: (values) => payoff(scenario, actor, values).payoff,
    },
    ...Object.entries(scenario.stakes[actor]?.items ?? {}).map(
      ([address, stake]): Figure => ({
        id: `stake/${actor}/${address}`,
        subject: { kind: 'stake', actor, address },
        span: 100 * stake.weight,
        read: (values) => 100 * stake.weight * worth(stake, clippedValue(scenario, values, address)),
      }),
    ),
  ]);
  const ofIndicators = [...quantities(scenario).values()]
    .filter(({ driver }) => driver === undefined)
    .map(({ address, range: [low, high] }): Figure => {
      return {
        id: `indicator/${address}`,
        subject: { kind: 'indicator', address },
        span: high - low,
        read: (values) => clippedValue(scenario, values, address),
      };
    });
  return [...ofLeverage, ...ofPayoffs, ...ofIndicators];
}

/** Every figure of a scenario: leverage with its drivers, payoffs with their stakes, indicators; each in file order. */
export const figures = perScenario(readFigures);

/** The figure with this id; an unknown id is our own mistake. */
export function figureAt(scenario: Scenario, id: string): Figure {
  const found = figures(scenario).find((figure) => figure.id === id);
  if (found === undefined) throw new RangeError(`no figure is called ${id}`);
  return found;
}

/** A place of a line as figures read it: its central values, and the same place in every draw. */
export interface DrawnPlace {
  readonly values: Values;
  readonly drawn: DrawnValues;
}

/** Draws of a place are kept while its line is, so what a figure reads there is kept with them. */
const kept = new WeakMap<DrawnValues, Map<Figure, readonly number[]>>();

/** A figure in every draw of a place, in draw order. */
function inDraws(figure: Figure, drawn: DrawnValues): readonly number[] {
  const known = kept.get(drawn) ?? new Map<Figure, readonly number[]>();
  kept.set(drawn, known);
  const column = known.get(figure) ?? drawn.map(figure.read);
  known.set(figure, column);
  return column;
}

/** A figure at a place, with its range of judgement. */
export const figureIn = (figure: Figure, { values, drawn }: DrawnPlace): Ranged => ({
  central: figure.read(values),
  range: rangeOf(inDraws(figure, drawn)),
});

/** How a figure differs between two places, on shared draws: what both have in common cancels. */
export interface Difference extends Ranged {
  /** Draws in which the second place has the higher figure, and in which the first has; the others are level. */
  readonly higher: number;
  readonly lower: number;
  readonly draws: number;
}

/** The second place's figure less the first's. Both must be drawn alike: the same seed, the same number. RangeError otherwise. */
export function differenceIn(figure: Figure, first: DrawnPlace, second: DrawnPlace): Difference {
  const differences = differencesIn(figure, first, second);
  return {
    central: figure.read(second.values) - figure.read(first.values),
    range: rangeOf(differences),
    higher: differences.filter((difference) => difference > LEVEL).length,
    lower: differences.filter((difference) => difference < -LEVEL).length,
    draws: differences.length,
  };
}

/** The second place's figure less the first's in every draw, in draw order. RangeError where they are not drawn alike. */
export function differencesIn(figure: Figure, first: DrawnPlace, second: DrawnPlace): readonly number[] {
  if (first.drawn.length !== second.drawn.length) throw new RangeError('two places share their draws');
  const before = inDraws(figure, first.drawn);
  return inDraws(figure, second.drawn).map((value, draw) => value - (before[draw] ?? Number.NaN));
}

/** Smaller differences are rounding of the arithmetic, not a difference. */
export const LEVEL = 1e-9;
