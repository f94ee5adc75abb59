import type { Conflict, ConflictOption } from '../../domain/conflict.ts';
import { applyEffects, type Effect } from '../../domain/effects.ts';
import { drawColumn } from '../../domain/errorModel.ts';
import { initialValues } from '../../domain/indicators.ts';
import { movesOfOptions } from '../../domain/optionForm.ts';
import { effectParameter, errorModelOf } from '../../domain/parameters.ts';
import { guardView, openingPosition } from '../../domain/position.ts';
import { type Postures, posturesOf } from '../../domain/postures.ts';
import { ranksByStatements } from '../../domain/preferenceStatements.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { payoff } from '../../domain/stakes.ts';
import { switchDrawn } from '../drawnEffects.ts';
import { drawnPayoff } from '../drawnPayoff.ts';
import { heldDraws } from '../heldDraws.ts';

/** Payoffs closer than this are the same: what rounding leaves, no judgement. */
const ROUNDING = 1e-9;

/** What one combination of options changes: the effects of each that is taken, then of the combinations that it contains. */
const effectsOf = ({ options, combinations }: Postures, taken: readonly boolean[]): readonly Effect[] => [
  ...options.flatMap(({ effects }, option) => (taken[option] === true ? effects : [])),
  ...combinations.flatMap(({ when, effects }) => (when.every((option) => taken[option] === true) ? effects : [])),
];

/** Everything about the postures but what they are worth. */
function withPayoffs(
  scenario: Scenario,
  postures: Postures,
  nameOf: (actor: string) => string,
  worth: (actor: string, state: number) => number,
): Conflict {
  const { actors, feasible, options, oneWay, orders, statusQuo, tolerances } = postures;
  return {
    title: scenario.title,
    decisionMakers: actors.map(nameOf),
    states: feasible.map((_, state) => `s${state + 1}`),
    payoffs: actors.map((actor, index) => {
      const order = orders[index];
      return order === undefined
        ? Float64Array.from(feasible, (_, state) => worth(actor, state))
        : ranksByStatements(feasible, order);
    }),
    tolerances: tolerances.map((tolerance, index) => (orders[index] === undefined ? tolerance + ROUNDING : 0)),
    moves: actors.map((actor, index) => {
      const own = options.flatMap(({ owner }, option) => (owner === index ? [option] : []));
      const graph = movesOfOptions(feasible, own, oneWay);
      if (!graph.ok) throw new RangeError(`${actor} has ${graph.error} moves`);
      return graph.value;
    }),
    statusQuo,
    options: options.map(({ id, label, owner }): ConflictOption => ({ id, label, owner })),
    taken: feasible,
  };
}

/**
 * The postures of a scenario as a conflict at central values: a state is a combination of options, and its worth to an actor the stakes
 * on the initial values with the effects of what is taken; or the rank by its statements. Undefined where a scenario has no postures.
 */
export function postureConflict(
  scenario: Scenario,
  nameOf: (actor: string) => string = (actor) => actor,
): Conflict | undefined {
  const postures = posturesOf(scenario);
  if (postures === undefined) return undefined;
  const view = guardView(scenario, openingPosition(scenario));
  const values = postures.feasible.map((taken) =>
    applyEffects(initialValues(scenario), view, effectsOf(postures, taken)),
  );
  return withPayoffs(scenario, postures, nameOf, (actor, state) => payoff(scenario, actor, values[state] ?? {}).payoff);
}

/** The same in each of some draws of every start value and effect, by the common-error model; statements are not drawn. */
export function* drawnPostureConflicts(scenario: Scenario, count: number, seed: number): Generator<Conflict> {
  const postures = posturesOf(scenario);
  if (postures === undefined) return;
  const model = errorModelOf(scenario);
  const sizes = new Map<string, Float64Array>();
  const sizesOf = (effect: Effect): Float64Array => {
    const known = sizes.get(effect.parameter) ?? drawColumn(effectParameter(scenario, effect), model, seed, count);
    sizes.set(effect.parameter, known);
    return known;
  };
  const { opening } = heldDraws(scenario, count, seed);
  const position = openingPosition(scenario);
  const paid = postures.feasible.map((taken) => {
    const drawn = switchDrawn(scenario, position, opening, [[], effectsOf(postures, taken)], sizesOf);
    return new Map(postures.actors.map((actor) => [actor, drawnPayoff(scenario, actor, drawn)]));
  });
  const central = withPayoffs(
    scenario,
    postures,
    (actor) => actor,
    () => 0,
  );
  for (let draw = 0; draw < count; draw += 1) {
    yield {
      ...central,
      payoffs: central.payoffs.map((ranks, index) => {
        const actor = postures.actors[index] ?? '';
        return postures.orders[index] === undefined
          ? Float64Array.from(paid, (columns) => columns.get(actor)?.[draw] ?? Number.NaN)
          : ranks;
      }),
    };
  }
}
