import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movesOf } from '../../src/domain/conflict.ts';
import { feasibleCombinations, MOST_COMBINATIONS, movesOfOptions } from '../../src/domain/optionForm.ts';

describe('combinations of options', () => {
  test('are all but those that contain an infeasible choice, by the number whose bits they are', () => {
    const infeasible = [
      new Map([
        [0, true],
        [1, true],
      ]),
    ];
    expect(feasibleCombinations(2, infeasible)).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
  });

  test('are not gone through where there are too many', () => {
    expect(() => feasibleCombinations(Math.log2(MOST_COMBINATIONS) + 1, [])).toThrow(RangeError);
  });
});

describe('moves that follow from options', () => {
  test('any number of one’s own options change at once, and nobody else’s', () => {
    const graph = movesOfOptions(feasibleCombinations(3, []), [0, 2], []);
    expect(graph.ok && [...graph.value.to.subarray(0, graph.value.first[1])]).toEqual([1, 4, 5]);
  });

  test('are those of looking at every pair of states', () => {
    const choice = fc.array(fc.constantFrom(true, false, undefined), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(choice, { maxLength: 12 }),
        fc.subarray([0, 1, 2, 3]),
        fc.array(fc.record({ option: fc.nat({ max: 3 }), from: fc.boolean() }), { maxLength: 2 }),
        (states, own, oneWay) => {
          const graph = movesOfOptions(states, own, oneWay);
          const pairs = [...states.keys()].map((from) =>
            [...states.keys()].filter(
              (to) =>
                to !== from &&
                [0, 1, 2, 3].every(
                  (option) => own.includes(option) || states[from]?.[option] === states[to]?.[option],
                ) &&
                !oneWay.some(
                  (one) =>
                    own.includes(one.option) &&
                    states[from]?.[one.option] === !one.from &&
                    states[to]?.[one.option] === one.from,
                ),
            ),
          );
          expect(graph.ok && pairs.map((_, from) => [...movesOf(graph.value, from)])).toEqual(pairs);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a one-way option never changes back, whatever else changes', () => {
    const graph = movesOfOptions(feasibleCombinations(2, []), [0, 1], [{ option: 0, from: false }]);
    const from = (state: number) =>
      graph.ok ? [...graph.value.to.subarray(graph.value.first[state], graph.value.first[state + 1])] : [];
    expect([from(0), from(1), from(2), from(3)]).toEqual([[1, 2, 3], [3], [0, 1, 3], [1]]);
  });
});
