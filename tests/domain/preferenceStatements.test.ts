import { describe, expect, test } from 'vitest';
import { feasibleCombinations, movesOfOptions } from '../../src/domain/optionForm.ts';
import { ranksByStatements } from '../../src/domain/preferenceStatements.ts';
import { conflictOf, conflictText, publishedConflict } from '../support/conflictFixture.ts';

describe('preference statements', () => {
  test('the first that differs decides, and states in which the same hold are tied', () => {
    const taken = feasibleCombinations(2, []);
    const [a, b] = [new Map([[0, true]]), new Map([[1, true]])];
    expect([...ranksByStatements(taken, [{ anyOf: [b] }, { anyOf: [a] }])]).toEqual([0, 1, 2, 3]);
    expect([...ranksByStatements(taken, [{ anyOf: [a, b] }])]).toEqual([0, 1, 1, 1]);
  });

  test('an option that does not matter in a state makes no statement about it hold', () => {
    expect([...ranksByStatements([[undefined], [true], [false]], [{ anyOf: [new Map([[0, false]])] }])]).toEqual([
      0, 0, 1,
    ]);
  });

  test('more statements than a number has bits can still be told apart', () => {
    const statements = Array.from({ length: 80 }, (_, index) => ({ anyOf: [new Map([[index === 79 ? 1 : 0, true]])] }));
    expect([...ranksByStatements(feasibleCombinations(2, []), statements)]).toEqual([0, 2, 1, 3]);
  });

  test.each(['syria-iraq-1975', 'prisoners-dilemma'])(
    'the published statements of %s give the published rankings',
    (name) => {
      const file = JSON.parse(conflictText(name));
      const bare = {
        ...file,
        decisionMakers: file.decisionMakers.map((maker: { name: string; ranking: unknown }) =>
          maker.name in file.preferenceStatements ? { ...maker, ranking: undefined } : maker,
        ),
      };
      const order = (payoffs: Float64Array) =>
        [...payoffs.keys()].sort((a, b) => (payoffs[b] ?? 0) - (payoffs[a] ?? 0));
      const [said, ranked] = [conflictOf(JSON.stringify(bare)), publishedConflict(name)];
      expect(said.payoffs.map(order)).toEqual(ranked.payoffs.map(order));
    },
  );
});

describe('moves that follow from options', () => {
  test('any number of one’s own options change at once, and nobody else’s', () => {
    const graph = movesOfOptions(feasibleCombinations(3, []), [0, 2], []);
    expect(graph.ok && [...graph.value.to.subarray(0, graph.value.first[1])]).toEqual([1, 4, 5]);
  });

  test('a one-way option never changes back, whatever else changes', () => {
    const graph = movesOfOptions(feasibleCombinations(2, []), [0, 1], [{ option: 0, from: false }]);
    const from = (state: number) =>
      graph.ok ? [...graph.value.to.subarray(graph.value.first[state], graph.value.first[state + 1])] : [];
    expect([from(0), from(1), from(2), from(3)]).toEqual([[1, 2, 3], [3], [0, 1, 3], [1]]);
  });
});
