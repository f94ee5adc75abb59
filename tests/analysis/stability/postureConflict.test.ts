import { describe, expect, test } from 'vitest';
import { CONCEPTS } from '../../../src/analysis/stability/concepts.ts';
import { drawnEquilibria, shareError } from '../../../src/analysis/stability/drawnEquilibria.ts';
import { drawnPostureConflicts, postureConflict } from '../../../src/analysis/stability/postureConflict.ts';
import { stability } from '../../../src/analysis/stability/stability.ts';
import type { Conflict } from '../../../src/domain/conflict.ts';
import type { Effect } from '../../../src/domain/effects.ts';
import { applyEffects, readEffects } from '../../../src/domain/effects.ts';
import { drawColumn } from '../../../src/domain/errorModel.ts';
import { initialValues, quantities } from '../../../src/domain/indicators.ts';
import { effectParameter, errorModelOf, startParameter } from '../../../src/domain/parameters.ts';
import { guardView, openingPosition } from '../../../src/domain/position.ts';
import type { Scenario } from '../../../src/domain/scenario.ts';
import { payoff } from '../../../src/domain/stakes.ts';
import { edit, harbourLease } from '../../support/harbourLease.ts';

function conflictOf(scenario: Scenario): Conflict {
  const conflict = postureConflict(scenario);
  if (conflict === undefined) throw new Error('the scenario has no postures');
  return conflict;
}

/** The effects of the harbour’s options and of their combination, by which of the two options are taken. */
function effectsAt(scenario: Scenario, insist: boolean, market: boolean): readonly Effect[] {
  const { options, combinations = [] } = scenario.postures ?? { options: {} };
  const read = (owner: string, effects: Parameters<typeof readEffects>[2]) => readEffects(scenario, owner, effects);
  return [
    ...(insist ? read('CITY.insist', options.CITY?.insist?.effects) : []),
    ...(market ? read('PORT.market', options.PORT?.market?.effects) : []),
    ...(insist && market ? read('combination.0', combinations[0]?.effects) : []),
  ];
}

const STATES = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
] as const;

describe('postures as a conflict', () => {
  test('a state is worth what is at stake on the initial values with the effects of what is taken, combinations too', () => {
    const scenario = harbourLease();
    const { payoffs, states, taken, statusQuo, tolerances, decisionMakers } = conflictOf(scenario);
    expect({ states, taken, statusQuo, decisionMakers }).toEqual({
      states: ['s1', 's2', 's3', 's4'],
      taken: STATES,
      statusQuo: 1,
      decisionMakers: ['CITY', 'PORT'],
    });
    expect(tolerances).toEqual([expect.closeTo(2, 6), expect.closeTo(2, 6)]);
    const view = guardView(scenario, openingPosition(scenario));
    for (const [state, [insist, market]] of STATES.entries()) {
      const values = applyEffects(initialValues(scenario), view, effectsAt(scenario, insist, market));
      for (const [index, actor] of decisionMakers.entries())
        expect(payoffs[index]?.[state]).toBeCloseTo(payoff(scenario, actor, values).payoff, 9);
    }
    // The combination is felt: what both options do together is not what each does alone.
    const [none = 0, one = 0, other = 0, both = 0] = payoffs[0] ?? [];
    expect(Math.abs(both - one - other + none)).toBeGreaterThan(0.1);
  });

  test('an option that is never given up has no way back', () => {
    const { moves } = conflictOf(harbourLease());
    const from = (maker: number, state: number) => [
      ...(moves[maker]?.to.subarray(moves[maker]?.first[state], moves[maker]?.first[state + 1]) ?? []),
    ];
    expect([from(0, 0), from(0, 1), from(1, 0), from(1, 2)]).toEqual([[1], [0], [2], []]);
  });

  test('an infeasible choice takes its states out', () => {
    const scenario = harbourLease(
      edit('scenario', '  infeasible: []\n', '  infeasible: [[CITY.insist, PORT.market]]\n'),
    );
    expect(conflictOf(scenario).taken).toEqual(STATES.slice(0, 3));
  });

  test('an actor with an order is judged by its statements, without points', () => {
    const scenario = harbourLease(
      edit(
        'scenario',
        '  statusQuo: [CITY.insist]\n',
        '  statusQuo: [CITY.insist]\n  order: { CITY: { statements: [{ anyOf: [{ PORT.market: false }] }, { anyOf: [[CITY.insist]] }], basis: { judgement: x } } }\n',
      ),
    );
    const { payoffs, tolerances } = conflictOf(scenario);
    expect([...(payoffs[0] ?? [])]).toEqual([2, 3, 0, 1]);
    expect(tolerances[0]).toBe(0);
  });

  test('without postures there is no conflict', () => {
    const { postures: _, ...scenario } = harbourLease();
    expect(postureConflict(scenario)).toBeUndefined();
    expect([...drawnPostureConflicts(scenario, 3, 1)]).toEqual([]);
  });
});

describe('redraws', () => {
  test('each is the conflict of that draw’s numbers, drawn as everywhere by id and index', () => {
    const scenario = harbourLease();
    const model = errorModelOf(scenario);
    const count = 5;
    const view = guardView(scenario, openingPosition(scenario));
    for (const [draw, conflict] of [...drawnPostureConflicts(scenario, count, 7)].entries()) {
      const start = Object.fromEntries(
        [...quantities(scenario)].map(([address, quantity]) => [
          address,
          drawColumn(startParameter(scenario, quantity), model, 7, count)[draw] ?? Number.NaN,
        ]),
      );
      const sizeOf = (effect: Effect): number =>
        drawColumn(effectParameter(scenario, effect), model, 7, count)[draw] ?? Number.NaN;
      for (const [state, [insist, market]] of STATES.entries()) {
        const values = applyEffects(start, view, effectsAt(scenario, insist, market), sizeOf);
        for (const [index, actor] of conflict.decisionMakers.entries())
          expect(conflict.payoffs[index]?.[state]).toBeCloseTo(payoff(scenario, actor, values).payoff, 9);
      }
    }
  });

  test('the share of a state is how often it is an equilibrium, and its error falls with the draws', () => {
    const scenario = harbourLease();
    const draws = [...drawnPostureConflicts(scenario, 40, 1)];
    const found = drawnEquilibria(draws, 4);
    expect(found.draws).toBe(40);
    for (const concept of CONCEPTS)
      for (let state = 0; state < 4; state += 1)
        expect(found.shares[concept][state]).toBeCloseTo(
          draws.filter((conflict) => stability(conflict).equilibrium[concept][state] === 1).length / 40,
          12,
        );
    // Some draws differ from others, or nothing was drawn.
    expect(CONCEPTS.some((concept) => found.shares[concept].some((share) => share > 0 && share < 1))).toBe(true);
    expect([shareError(0.5, 100), shareError(0.5, 400), shareError(0, 10)]).toEqual([0.05, 0.025, 0]);
  });
});
