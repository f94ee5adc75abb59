import type { ScenarioKernel } from '../src/analysis/kernel/scenarioKernel.ts';
import { solve, valueAt } from '../src/analysis/rollback/solve.ts';
import { labelOf } from '../src/domain/chart.ts';
import { type MoveId, shockId } from '../src/domain/identifier.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { type DecisionPlace, placeAfter } from './robustnessPlace.ts';

/** A case in which a decision may have to be taken: the conditions that prevail from the table on. */
export interface NamedCase {
  readonly name: string;
  readonly shocks: readonly MoveId[];
}

/** Combinations of conditions that are all tried; where there are more, one condition at a time changes. */
const MOST_COMBINATIONS = 16;

/** The named cases of a scenario: the conditions as they are, and every other state that they may be in, combined where that stays few. */
export function namedCases(scenario: Scenario): readonly NamedCase[] {
  const conditions = Object.entries(scenario.conditions).map(([condition, { initial, states }]) =>
    Object.keys(states)
      .filter((state) => state !== initial)
      .map((state) => shockId(condition, state)),
  );
  const nameOf = (shocks: readonly MoveId[]) =>
    shocks.length === 0 ? 'Conditions as they are' : shocks.map((shock) => labelOf(scenario, shock)).join('; ');
  const combinations = conditions.reduce((count, shocks) => count * (shocks.length + 1), 1);
  const all: readonly (readonly MoveId[])[] =
    combinations <= MOST_COMBINATIONS
      ? conditions.reduce<readonly (readonly MoveId[])[]>(
          (before, shocks) => before.flatMap((line) => [line, ...shocks.map((shock) => [...line, shock])]),
          [[]],
        )
      : [[], ...conditions.flat().map((shock) => [shock])];
  return all.map((shocks) => ({ name: nameOf(shocks), shocks }));
}

/** What each move of a decision is worth to an actor in one case, once the move is made and everybody plays rationally, knowing the case. */
export interface CaseValues {
  readonly name: string;
  /** By move; undefined where the decision is not reached in the case, or cannot be solved there. */
  readonly values: ReadonlyMap<MoveId, number> | undefined;
}

/** The values of a decision’s moves in every named case, by the same line after the shocks. */
export function valuesInCases(
  scenario: Scenario,
  kernel: ScenarioKernel,
  { line, state }: Pick<DecisionPlace, 'line' | 'state'>,
  actor: number,
  onCase: (done: number, of: number) => void,
): readonly CaseValues[] {
  const cases = namedCases(scenario);
  return cases.map(({ name, shocks }, index): CaseValues => {
    onCase(index, cases.length);
    const place = placeAfter(scenario, { kernel }, [...shocks, ...line]);
    if (place === undefined || place.state !== state) return { name, values: undefined };
    const { game, tree } = place.unfolded;
    const solution = solve(game, { name: 'rational' });
    if (!solution.ok) return { name, values: undefined };
    const values = new Map<MoveId, number>();
    for (let branch = game.first[0] as number; branch < (game.first[1] as number); branch += 1)
      values.set(
        kernel.chart.moves[tree.move[branch] as number] as MoveId,
        valueAt(solution.value, actor, game.child[branch] as number),
      );
    return { name, values };
  });
}
