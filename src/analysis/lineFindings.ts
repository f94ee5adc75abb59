import { principals } from '../domain/actors.ts';
import type { Address, MoveId } from '../domain/identifier.ts';
import { clippedValue, isBeyondScale, quantities, type Values } from '../domain/indicators.ts';
import { type Leverage, type LeverageChange, leverage, leverageChange, scoredActors } from '../domain/leverage.ts';
import type { Position } from '../domain/position.ts';
import type { Scenario } from '../domain/scenario.ts';
import { clippedColumn, drawnLeverage } from './drawnScores.ts';
import { columnDifference, type DrawnValues } from './drawnValues.ts';
import { type HeldDraws, type Range, rangeOf } from './heldDraws.ts';

/** A figure at central values, with its range of judgement. */
export interface Ranged {
  readonly central: number;
  readonly range: Range;
}

/** An actor's leverage at a step, with what the last move did to it. */
export interface LeverageFinding extends Leverage {
  readonly range: Range;
  readonly change: LeverageChange & { readonly range: Range };
}

/** An indicator or driver that a move changed, by its clipped value. */
export interface Movement extends Ranged {
  readonly address: string;
}

/** What a line shows at one of its steps. */
export interface StepFinding {
  readonly move: MoveId | undefined;
  readonly leverage: Readonly<Record<string, LeverageFinding>>;
  /** How far the first principal stands above the second, on shared draws, so that common errors cancel. */
  readonly gap: Ranged;
  /** Indicators and drivers whose raw value lies outside the scale, so that a score reads the scale's end. */
  readonly beyond: readonly Address[];
  /** Indicators that the last move changed, largest change against their range first. */
  readonly moved: readonly Movement[];
}

/** What a move that is not played yet would do. */
export interface Preview {
  readonly move: MoveId;
  /** Change of leverage per scored actor. */
  readonly change: Readonly<Record<string, LeverageChange & { readonly range: Range }>>;
}

function changeOf(
  scenario: Scenario,
  actor: string,
  before: Values,
  after: Values,
  drawnBefore: DrawnValues,
  drawnAfter: DrawnValues,
) {
  const scores = (drawn: DrawnValues) => drawnLeverage(scenario, actor, drawn);
  const range = rangeOf(columnDifference(scores(drawnBefore), scores(drawnAfter)));
  return { ...leverageChange(scenario, actor, before, after), range };
}

const UNMOVED: Range = { low: 0, high: 0 };

/** Changes smaller than this share of a range are rounding, not movement. */
const SMALLEST_MOVEMENT = 1e-9;

function movements(
  scenario: Scenario,
  before: Values,
  after: Values,
  drawnBefore: DrawnValues,
  drawnAfter: DrawnValues,
): readonly Movement[] {
  const indicators = [...quantities(scenario).values()].filter(({ driver }) => driver === undefined);
  return indicators
    .map(({ address, range: [low, high] }) => {
      const read = (values: Values) => clippedValue(scenario, values, address);
      const central = read(after) - read(before);
      // A step shares the columns that it left alone.
      const moved = drawnBefore.column(address) !== drawnAfter.column(address);
      const column = (drawn: DrawnValues) => clippedColumn(scenario, drawn, address);
      const range = moved ? rangeOf(columnDifference(column(drawnBefore), column(drawnAfter))) : UNMOVED;
      const size = Math.max(Math.abs(central), Math.abs(range.low), Math.abs(range.high)) / (high - low);
      return { address, central, range, size };
    })
    .filter(({ size }) => size > SMALLEST_MOVEMENT)
    .sort((a, b) => b.size - a.size)
    .map(({ address, central, range }) => ({ address, central, range }));
}

/** One step as the line's reader sees it: before and after at central values and in every draw. */
export function stepFinding(
  scenario: Scenario,
  move: MoveId | undefined,
  [before, after]: readonly [Values, Values],
  [drawnBefore, drawnAfter]: readonly [DrawnValues, DrawnValues],
): StepFinding {
  const found = scoredActors(scenario).map((actor): [string, LeverageFinding] => [
    actor,
    {
      ...leverage(scenario, actor, after),
      range: rangeOf(drawnLeverage(scenario, actor, drawnAfter)),
      change: changeOf(scenario, actor, before, after, drawnBefore, drawnAfter),
    },
  ]);
  const [one, other] = principals(scenario);
  const gap = {
    central: leverage(scenario, one, after).score - leverage(scenario, other, after).score,
    range: rangeOf(
      columnDifference(drawnLeverage(scenario, other, drawnAfter), drawnLeverage(scenario, one, drawnAfter)),
    ),
  };
  return {
    move,
    gap,
    beyond: [...quantities(scenario).keys()].filter((address) => isBeyondScale(scenario, after, address)),
    leverage: Object.fromEntries(found),
    moved: movements(scenario, before, after, drawnBefore, drawnAfter),
  };
}

/** A move's effect on every scored actor, before anybody plays it. `after` is the central position that the move leads to. */
export function preview(
  scenario: Scenario,
  draws: HeldDraws,
  move: MoveId,
  position: Position,
  after: Values,
  drawn: DrawnValues,
): Preview {
  const drawnAfter = draws.after(drawn, position, move);
  const change = scoredActors(scenario).map((actor) => [
    actor,
    changeOf(scenario, actor, position.values, after, drawn, drawnAfter),
  ]);
  return { move, change: Object.fromEntries(change) };
}
