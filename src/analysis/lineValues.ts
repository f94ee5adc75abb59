import { principals } from '../domain/actors.ts';
import { effectsOfAlternative, effectsOfNoDeal } from '../domain/chart.ts';
import type { SizeOf } from '../domain/effects.ts';
import { drawColumn } from '../domain/errorModel.ts';
import type { Address } from '../domain/identifier.ts';
import { clippedValue, type Values } from '../domain/indicators.ts';
import { effectParameter, errorModelOf } from '../domain/parameters.ts';
import type { Position } from '../domain/position.ts';
import type { Scenario } from '../domain/scenario.ts';
import { payoff, stakeholders, worth } from '../domain/stakes.ts';
import { walkAway } from '../domain/walkAway.ts';
import type { DrawnPlace } from './figures.ts';
import { LINE_SEED, rangeOf } from './heldDraws.ts';
import type { Ranged } from './lineFindings.ts';

/** What the end of a line is worth, to every actor with stakes, with its range of judgement. */
export interface LineValues {
  /** Actor → payoff, 0 to 100. Points of different actors are not comparable. */
  readonly payoffs: Readonly<Record<string, Ranged>>;
  /** Actor → stake → how good it is for the actor, from 0 at its worst anchor to 100 at its best. */
  readonly worths: Readonly<Record<string, Readonly<Record<Address, Ranged>>>>;
  /** The payoffs of the two principals in every draw. */
  readonly drawn: readonly [readonly number[], readonly number[]];
}

/** Reads a place as the actors with stakes value it. */
export function lineValues(scenario: Scenario, { values, drawn }: DrawnPlace): LineValues {
  const ranged = (read: (values: Values) => number): Ranged => ({
    central: read(values),
    range: rangeOf(drawn.map(read)),
  });
  const actors = stakeholders(scenario);
  const payoffs = actors.map((actor) => [actor, ranged((at) => payoff(scenario, actor, at).payoff)]);
  const worths = actors.map((actor) => [
    actor,
    Object.fromEntries(
      Object.entries(scenario.stakes[actor]?.items ?? {}).map(([address, stake]) => [
        address,
        ranged((at) => 100 * worth(stake, clippedValue(scenario, at, address))),
      ]),
    ),
  ]);
  const [first, second] = principals(scenario);
  return {
    payoffs: Object.fromEntries(payoffs),
    worths: Object.fromEntries(worths),
    drawn: [
      drawn.map((at) => payoff(scenario, first, at).payoff),
      drawn.map((at) => payoff(scenario, second, at).payoff),
    ],
  };
}

/** What walking away from a branch is worth to the two principals in every draw, from a position that was drawn. */
export function drawnWalkAway(
  scenario: Scenario,
  branch: string,
  position: Position,
  drawn: DrawnPlace['drawn'],
): LineValues['drawn'] {
  const model = errorModelOf(scenario);
  const effects = [
    ...effectsOfNoDeal(scenario, branch),
    ...stakeholders(scenario).flatMap((actor) => effectsOfAlternative(scenario, branch, actor)),
  ];
  const columns = new Map(
    effects.map((effect) => [
      effect.parameter,
      drawColumn(effectParameter(scenario, effect), model, LINE_SEED, drawn.length),
    ]),
  );
  const sizeIn =
    (draw: number): SizeOf =>
    ({ parameter }) =>
      columns.get(parameter)?.[draw] ?? Number.NaN;
  const payoffs = drawn.map((values, draw) => {
    const found = walkAway(scenario, branch, { ...position, values }, sizeIn(draw));
    return new Map(found.map(({ actor, payoff }) => [actor, payoff]));
  });
  const [first, second] = principals(scenario);
  return [payoffs.map((each) => each.get(first) ?? 0), payoffs.map((each) => each.get(second) ?? 0)];
}
