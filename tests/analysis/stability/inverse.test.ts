import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONCEPTS } from '../../../src/analysis/stability/concepts.ts';
import { inverseStability } from '../../../src/analysis/stability/inverse.ts';
import { stability } from '../../../src/analysis/stability/stability.ts';
import type { Conflict } from '../../../src/domain/conflict.ts';
import { moveGraph } from '../../../src/domain/conflict.ts';
import { isStableByDefinition } from '../../support/graphModelByDefinition.ts';
import { graphConflict } from '../../support/randomConflict.ts';

/** Every strict ranking of some states, as worths. */
function rankings(states: number): readonly Float64Array[] {
  let all: readonly (readonly number[])[] = [[]];
  for (let state = 0; state < states; state += 1)
    all = all.flatMap((order) =>
      Array.from({ length: order.length + 1 }, (_, place) => order.toSpliced(place, 0, state)),
    );
  return all.map((order) => Float64Array.from({ length: states }, (_, state) => order.indexOf(state)));
}

const withRanking = (conflict: Conflict, one: number, ranking: Float64Array): Conflict => ({
  ...conflict,
  payoffs: conflict.payoffs.map((own, other) => (other === one ? ranking : own)),
  tolerances: conflict.tolerances.map((own, other) => (other === one ? 0 : own)),
});

test('the counts are those of going through every ranking with the definitions', () => {
  fc.assert(
    fc.property(graphConflict({ most: 5, makers: [2, 3] }), (conflict) => {
      const { counts } = inverseStability(conflict, 0);
      const all = rankings(conflict.states.length).map((ranking) => withRanking(conflict, 0, ranking));
      for (const concept of CONCEPTS) {
        const defined = conflict.states.map(
          (_, state) =>
            all.filter((varied) =>
              varied.decisionMakers.every((__, i) => isStableByDefinition[concept](varied, i, state)),
            ).length,
        );
        expect(counts[concept].map(({ count }) => count)).toEqual(defined);
        expect(counts[concept].map(({ share }) => share)).toEqual(
          defined.map((count) => expect.closeTo(count / all.length, 12)),
        );
      }
    }),
    { numRuns: 30 },
  );
});

test('a ranking makes a state stable for who has it exactly where it does what the conditions say', () => {
  fc.assert(
    fc.property(graphConflict({ most: 5, makers: [2, 3] }), (conflict) => {
      const { conditions } = inverseStability(conflict, 0);
      for (const ranking of rankings(conflict.states.length)) {
        const { stable } = stability(withRanking(conflict, 0, ranking));
        for (const concept of CONCEPTS) {
          for (const state of conflict.states.keys()) {
            const own = ranking[state] as number;
            const isBelow = (other: number): boolean => (ranking[other] as number) < own;
            const does = conditions(concept, state).every(({ below }) => below.some((list) => list.every(isBelow)));
            expect(does).toBe(stable[concept][0]?.[state] === 1);
          }
        }
      }
    }),
    { numRuns: 12 },
  );
});

/** One may move from state 0 to any of the others, and nobody can answer: 0 must be the best of so many. */
const fan = (states: number): Conflict => ({
  title: 'A fan',
  decisionMakers: ['one', 'other'],
  states: Array.from({ length: states }, (_, state) => `s${state}`),
  payoffs: [new Float64Array(states), new Float64Array(states)],
  tolerances: [0, 0],
  moves: [
    moveGraph(
      states,
      Array.from({ length: states - 1 }, (_, to) => [0, to + 1]),
    ),
    moveGraph(states, []),
  ],
  statusQuo: 0,
  options: [],
  taken: [],
});

test('to be the first of many is counted for any number of states', () => {
  const exact = inverseStability(fan(15), 0).counts.nash[0];
  expect(exact).toEqual({ share: 1 / 15, error: 0, count: expect.closeTo(87178291200, -1) });
  expect(inverseStability(fan(31), 0).counts.nash[0]).toEqual({ share: 1 / 31, error: 0, count: undefined });
});

test('where fifteen other states or more matter, who is below is sampled, with its error', () => {
  // Every move away from 0 is answered by going to the last state: one of both must be below, for each move.
  const states = 16;
  const answered: Conflict = {
    ...fan(states),
    moves: [
      fan(states - 1).moves[0] as Conflict['moves'][number],
      moveGraph(
        states,
        Array.from({ length: states - 2 }, (_, from) => [from + 1, states - 1]),
      ),
    ].map(({ first, to }) => ({
      first: Int32Array.from({ length: states + 1 }, (_, at) => first[at] ?? to.length),
      to,
    })),
  };
  const { share, error, count } = inverseStability(answered, 0).counts.gmr[0] ?? { share: 0, error: 0, count: 0 };
  expect(count).toBeUndefined();
  // The last state is below in half of the rankings; where it is not, all fourteen others are, and 0 is second of sixteen.
  expect(Math.abs(share - (1 / 2 + 1 / (16 * 15)))).toBeLessThan(4 * error);
});

test('in a conflict with many states, whole rankings are sampled, and what no ranking brings about is told as none', () => {
  const states = 20;
  const many: Conflict = {
    ...fan(states),
    payoffs: [new Float64Array(states), Float64Array.from({ length: states }, (_, state) => state)],
    moves: [
      fan(states).moves[0] as Conflict['moves'][number],
      moveGraph(states, [
        [1, 2],
        [3, 0],
      ]),
    ],
  };
  const { gmr, seq } = inverseStability(many, 0).counts;
  expect(gmr[1]).toEqual({ share: 0, error: 0, count: 0 });
  expect(gmr[5]?.share).toBe(1);
  // 0 must be above eighteen others; from the third the other would come back, if that were to its good, which it is not.
  // From 3 the other could come back to 0, which under gmr holds one back whatever it prefers; it would not, under seq.
  for (const [count, expected] of [
    [gmr[0], 1 / 18],
    [seq[0], 1 / 19],
  ] as const) {
    expect(count?.count).toBeUndefined();
    expect(Math.abs((count?.share ?? 0) - expected)).toBeLessThan(4 * (count?.error ?? 0));
  }
});

test('where an order matters and too many states do, orders are sampled', () => {
  // The other is held at 0 only where one would go on from 1 to some state that is better for it.
  const states = 13;
  const long: Conflict = {
    ...fan(states),
    payoffs: [new Float64Array(states), Float64Array.from({ length: states }, (_, state) => (state === 1 ? 1 : 0))],
    moves: [
      moveGraph(
        states,
        Array.from({ length: states - 2 }, (_, to) => [1, to + 2]),
      ),
      moveGraph(states, [[0, 1]]),
    ],
  };
  const { share, error, count } = inverseStability(long, 0).counts.seq[0] ?? { share: 0, error: 0, count: 0 };
  expect(count).toBeUndefined();
  // State 1 is the best of twelve in one ranking of twelve; in the others, one would go on.
  expect(Math.abs(share - 11 / 12)).toBeLessThan(4 * error);
});
