import { describe, expect, test } from 'vitest';
import { negotiation } from '../../machines/negotiation.ts';
import { openingSnapshot, openMoves, play, standing } from '../../machines/stepping.ts';
import { type TreePosition, type UnfoldBounds, unfold } from '../../machines/unfold.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { edit, harbourLease } from '../support/harbourLease.ts';

const scenario = harbourLease();

const unfolded = (of: Scenario, bounds?: UnfoldBounds): readonly TreePosition[] => [
  ...unfold(of, negotiation(of), bounds),
];

/** The tree by recursion, in as few words as it can be said. */
function plainTree(of: Scenario): readonly string[] {
  const machine = negotiation(of);
  const below = (snapshot: ReturnType<typeof openingSnapshot>, line: readonly string[]): readonly string[] => [
    `${standing(snapshot)}: ${line.join(' ')}`,
    ...openMoves(of, snapshot).flatMap((move) => below(play(machine, snapshot, move) ?? snapshot, [...line, move])),
  ];
  return below(openingSnapshot(machine), []);
}

describe('the what-if tree', () => {
  test('is every line, depth first and in the order of the file', () => {
    expect(unfolded(scenario).map(({ state, line }) => `${state}: ${line.join(' ')}`)).toEqual(plainTree(scenario));
  });

  test('stops at a depth, where positions still say what is open', () => {
    const positions = unfolded(scenario, { depth: 1 });
    expect(positions.map(({ state, moves }) => [state, moves.length])).toEqual([
      ['table', 1],
      ['lease.reply', 2],
    ]);
    expect(unfolded(scenario, { depth: 0 })).toHaveLength(1);
  });

  test('may begin in the middle, its lines counted from there', () => {
    const machine = negotiation(scenario);
    const from = play(machine, openingSnapshot(machine), 'table.lease');
    const [first, second] = from === undefined ? [] : [...unfold(scenario, machine, { from, depth: 1 })];
    expect([first?.line, second?.line]).toEqual([[], ['lease.reply.accept']]);
  });

  test('may begin at other values', () => {
    const values = { ...openingSnapshot(negotiation(scenario)).context.values, days: 0 };
    const reached = unfolded(scenario, { input: { values } }).map(({ state }) => state);
    expect(reached).toEqual(['table', 'lease.reply', 'lease.signed', 'lease.walkedAway']);
  });

  test('is lazy: nothing is played that nobody asks for', () => {
    const endless = unfold(scenario, negotiation(scenario));
    expect(endless.next().value?.state).toBe('table');
    expect(endless.return(undefined).done).toBe(true);
  });

  test('of a scenario whose id is that of a branch is the same', () => {
    const namesake = harbourLease(edit('scenario', 'id: harbour-lease', 'id: lease'));
    expect(plainTree(namesake)).toEqual(plainTree(scenario));
  });
});

test('a line of thousands of moves costs no more than its moves: copied at every step, they would fill the memory', () => {
  const patient = harbourLease(
    edit('courts', 'decides: CITY, ', 'decides: CITY, limit: 20000, '),
    edit(
      'courts',
      '      sue: {',
      '      wait: { target: filed, meta: { label: Wait, tendency: 1, basis: { judgement: Even. } } }\n      sue: {',
    ),
  );
  let longest: readonly string[] = [];
  let count = 0;
  for (const position of unfold(patient, negotiation(patient))) {
    count += 1;
    if (count === 20_000) longest = position.line;
    if (count === 20_000) break;
  }
  expect(longest.length).toBeGreaterThan(19_000);
  expect(longest.at(-1)).toBe('courts.filed.wait');
});
