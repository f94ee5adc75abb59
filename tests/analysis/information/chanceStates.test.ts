import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scenarioGame } from '../../../cli/scenarioGame.ts';
import { informationPerState } from '../../../src/analysis/information/chanceStates.ts';
import { informationForOne } from '../../../src/analysis/information/informationForOne.ts';
import { solve } from '../../../src/analysis/rollback/solve.ts';
import { NODE } from '../../../src/domain/gameTree.ts';
import { toScenario } from '../../../src/domain/scenario.ts';
import { randomScenarioFile } from '../../support/randomScenario.ts';
import { smallBranches } from '../../support/smallTrees.ts';

describe('what knowing a state of chance first is worth', () => {
  test('is that of its places as one draw where they may be one, else of the first to which play comes; privately never negative', () => {
    const seen = { whole: 0, first: 0, none: 0 };
    fc.assert(
      fc.property(randomScenarioFile, (file) => {
        const scenario = toScenario(file);
        for (const branch of smallBranches(scenario, 200)) {
          const game = scenarioGame(scenario, branch);
          const solution = game === undefined ? undefined : solve(game.tree, { name: 'rational' });
          if (game === undefined || solution?.ok !== true) continue;
          const { tree, unfolded } = game;
          const told = informationPerState(tree, unfolded, solution.value, 0);
          const chance = [...tree.kind.keys()].filter((node) => tree.kind[node] === NODE.chance);
          for (const state of new Set(chance.map((node) => unfolded.state[node] as number))) {
            const places = chance.filter((node) => unfolded.state[node] === state);
            const found = told.find((each) => each.state === state);
            const whole = informationForOne(tree, solution.value, 0, [places]);
            const reached = places.find((node) => (solution.value.columns.reach[node] as number) > 0);
            if (found === undefined) {
              expect(whole.ok).toBe(false);
              seen.none += 1;
              continue;
            }
            const expected = whole.ok ? whole : informationForOne(tree, solution.value, 0, [[reached ?? -1]]);
            if (!expected.ok) throw new Error(expected.error.message);
            expect(found.privately).toBe(expected.value.privately.value);
            expect(found.publicly).toBe(expected.value.publicly.value);
            expect(found.privately).toBeGreaterThanOrEqual(0);
            expect(found.isWhole).toBe(whole.ok);
            expect(found.places).toBe(whole.ok ? places.length : 1);
            seen[whole.ok ? 'whole' : 'first'] += 1;
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(seen.whole).toBeGreaterThan(10);
    expect(seen.first + seen.none).toBeGreaterThan(0);
  });
});
