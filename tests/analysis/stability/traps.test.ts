import { expect, test } from 'vitest';
import { inverseStability } from '../../../src/analysis/stability/inverse.ts';
import { stability } from '../../../src/analysis/stability/stability.ts';
import { explainer } from '../../../src/analysis/stability/verdict.ts';
import type { Conflict } from '../../../src/domain/conflict.ts';
import { conflictOf, publishedConflict, smallConflict } from '../../support/conflictFixture.ts';
import { improvements, isStableByDefinition, reachable } from '../../support/graphModelByDefinition.ts';

const relay = publishedConflict('synthetic-relay-3dm');
const at = (conflict: Conflict, id: string): number => conflict.states.indexOf(id);
const [A, B, C] = [0, 1, 2] as const;

/** Whether a state is stable by a rule that lets each opponent answer with one move, on its own. */
const byOneMove = (conflict: Conflict, one: number, state: number, step: typeof reachable): boolean =>
  [...improvements(conflict, one, state)].every((to) =>
    [...conflict.decisionMakers.keys()]
      .filter((other) => other !== one)
      .some((other) => [...step(conflict, other, to)].some((end) => !isBetterFor(conflict, one, end, state))),
  );

const isBetterFor = ({ payoffs }: Conflict, one: number, q: number, s: number): boolean =>
  (payoffs[one]?.[q] ?? Number.NaN) > (payoffs[one]?.[s] ?? Number.NaN);

test('trap 1: an answer may take more than one move of more than one opponent', () => {
  const { stable } = stability(relay);
  for (const [concept, maker, id] of [
    ['gmr', C, 's0'],
    ['seq', A, 's6'],
    ['seq', C, 's7'],
  ] as const) {
    expect(stable[concept][maker]?.[at(relay, id)]).toBe(1);
    expect(byOneMove(relay, maker, at(relay, id), concept === 'gmr' ? reachable : improvements)).toBe(false);
  }
  expect(stable.smr[A]?.[at(relay, 's6')]).toBe(1);
  expect(stable.smr[B]?.[at(relay, 's5')]).toBe(1);
});

test('trap 2: an opponent may move again after somebody else', () => {
  const verdict = explainer(relay)(C, 'seq', at(relay, 's7'));
  expect(verdict.stable).toBe(true);
  expect(verdict.temptations).toEqual([
    {
      to: at(relay, 's3'),
      answer: [
        { mover: B, to: at(relay, 's1') },
        { mover: A, to: at(relay, 's0') },
        { mover: B, to: at(relay, 's2') },
      ],
      lesser: undefined,
    },
  ]);
});

test('trap 3: in the inverse, one unanswered improvement is enough, whichever is looked at last; a tie answers', () => {
  const syria = publishedConflict('syria-iraq-1975');
  const { counts } = inverseStability(syria, 0);
  const ofS2 = (concept: keyof typeof counts) => counts[concept][at(syria, 's2')]?.count;
  expect([ofS2('nash'), ofS2('seq'), ofS2('gmr'), ofS2('smr')]).toEqual([240, 384, 384, 300]);
  // The rule by which a tool came to 420: the last improvement that is looked at decides.
  const overwritten = rankingsOf(syria.states.length).filter((ranking) => {
    const varied = { ...syria, payoffs: [ranking, syria.payoffs[1] as Float64Array] };
    const s2 = at(syria, 's2');
    const last = [...improvements(varied, 0, s2)].at(-1);
    const answered =
      last === undefined || [...reachable(varied, 1, last)].some((end) => !isBetterFor(varied, 0, end, s2));
    return answered && isStableByDefinition.gmr(varied, 1, s2);
  });
  expect(overwritten.length).toBe(420);
});

function rankingsOf(states: number): readonly Float64Array[] {
  const all: number[][] = [[]];
  for (let state = 0; state < states; state += 1)
    for (const ranking of all.splice(0))
      for (let place = 0; place <= ranking.length; place += 1) all.push(ranking.toSpliced(place, 0, state));
  return all.map((order) => Float64Array.from({ length: states }, (_, state) => order.indexOf(state)));
}

test('trap 4: every improvement is answered by all the opponents’ moves, not only the first that is looked at', () => {
  // From 0 one may go to 1 or 2; the other answers each by going to 3, which is bad for one.
  const conflict = smallConflict({
    one: {
      payoffs: [1, 2, 2, 0],
      moves: [
        [0, 1],
        [0, 2],
      ],
    },
    other: {
      payoffs: [0, 0, 0, 1],
      moves: [
        [1, 3],
        [2, 3],
      ],
    },
  });
  expect([stability(conflict).stable.gmr[0]?.[0], stability(conflict).stable.seq[0]?.[0]]).toEqual([1, 1]);
  const { temptations } = explainer(conflict)(0, 'seq', 0);
  expect(temptations.map(({ answer }) => answer)).toEqual([[{ mover: 1, to: 3 }], [{ mover: 1, to: 3 }]]);
});

test('trap 5: a tie is no improvement, and a tie is answer enough', () => {
  const tied = smallConflict({
    one: {
      payoffs: [1, 1, 2, 1],
      moves: [
        [0, 1],
        [0, 2],
      ],
    },
    other: { payoffs: [0, 0, 0, 0], moves: [[2, 3]] },
  });
  const { stable } = stability(tied);
  // The move to 1 is a tie and tempts nobody; that to 2 is answered by 3, which is just as good as 0.
  expect(explainer(tied)(0, 'gmr', 0).temptations.map(({ to }) => to)).toEqual([2]);
  expect([stable.nash[0]?.[0], stable.gmr[0]?.[0], stable.smr[0]?.[0]]).toEqual([0, 1, 1]);
  // The answer is a tie for who makes it, so nobody would make it to its own good.
  expect(stable.seq[0]?.[0]).toBe(0);
  // From 1 nobody moves; a tie that one could escape to is no escape.
  expect(stable.nash[0]?.[1]).toBe(1);
});

test('trap 6: several options change at once, though a step between could not be', () => {
  const conflict = conflictOf(
    JSON.stringify({
      format: 'gmcr-fixture/1',
      decisionMakers: [{ name: 'one', options: ['a', 'b'], ranking: ['s3', 's0'] }],
      infeasible: [
        { a: true, b: false },
        { a: false, b: true },
      ],
    }),
  );
  expect(conflict.states).toEqual(['s0', 's3']);
  expect([...reachable(conflict, 0, 0)]).toEqual([1]);
  expect([...stability(conflict).equilibrium.nash]).toEqual([0, 1]);
});

test('an answer that leads back to where one was counts: one ends no better off', () => {
  const shared = smallConflict({
    one: { payoffs: [0, 1], moves: [[0, 1]] },
    other: { payoffs: [1, 0], moves: [[1, 0]] },
  });
  expect(stability(shared).stable.gmr[0]?.[0]).toBe(1);
  expect(stability(shared).stable.seq[0]?.[0]).toBe(1);
});

test('a gain within the tolerance tempts nobody, and comparisons are each with the state that is asked about', () => {
  const moves = [
    [0, 1],
    [1, 2],
  ] as const;
  const within = { ...smallConflict({ one: { payoffs: [0, 1, 2], moves: [...moves, [0, 2]] } }), tolerances: [1] };
  expect([...(stability(within).stable.nash[0] ?? [])]).toEqual([0, 1, 1]);
});
