import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Guard, type GuardView, holds, obstacles, terms } from '../../src/domain/guard.ts';

/** A position in a few words: one indicator, one condition, one move, one state with a limit. */
interface Facts {
  readonly days: number;
  readonly storm: string;
  readonly played: boolean;
  readonly visits: number;
}

const view = ({ days, storm, played, visits }: Facts): GuardView => ({
  clipped: () => days,
  condition: () => storm,
  played: () => played,
  visits: () => visits,
  ended: false,
});

const facts = fc.record({
  days: fc.integer({ min: 0, max: 10 }),
  storm: fc.constantFrom('calm', 'early'),
  played: fc.boolean(),
  visits: fc.integer({ min: 0, max: 3 }),
});

const bound = fc.integer({ min: 0, max: 10 });
const guards = fc.letrec<{ guard: Guard }>((tie) => ({
  guard: fc.oneof(
    { maxDepth: 3 },
    bound.map((atLeast): Guard => ({ indicator: 'days', atLeast })),
    bound.map((atMost): Guard => ({ indicator: 'days', atMost })),
    fc.tuple(bound, bound).map(([atLeast, atMost]): Guard => ({ indicator: 'days', atLeast, atMost })),
    fc.constantFrom<Guard>({ condition: 'storm', is: 'early' }, { played: 'a.b.c' }, { entered: 'a.b', fewerThan: 2 }),
    fc.array(tie('guard'), { minLength: 1, maxLength: 3 }).map((all): Guard => ({ all })),
    fc.array(tie('guard'), { minLength: 1, maxLength: 3 }).map((any): Guard => ({ any })),
    tie('guard').map((not): Guard => ({ not })),
  ),
})).guard;

describe('a guard', () => {
  test.each<[Guard, Partial<Facts>, boolean]>([
    [{ indicator: 'days', atLeast: 5 }, { days: 5 }, true],
    [{ indicator: 'days', atLeast: 5 }, { days: 4.999 }, false],
    [{ indicator: 'days', atMost: 5 }, { days: 5 }, true],
    [{ indicator: 'days', atLeast: 2, atMost: 5 }, { days: 6 }, false],
    [{ indicator: 'days', atLeast: 0 }, { days: Number.NaN }, false],
    [{ indicator: 'days', atMost: 9 }, { days: Number.NaN }, false],
    [{ condition: 'storm', is: 'early' }, { storm: 'calm' }, false],
    [{ not: { played: 'a.b.c' } }, { played: false }, true],
    [{ entered: 'a.b', fewerThan: 2 }, { visits: 1 }, true],
    [{ entered: 'a.b', fewerThan: 2 }, { visits: 2 }, false],
  ])('%j at %j: %s', (guard, at, expected) => {
    expect(holds(guard, view({ days: 0, storm: 'calm', played: false, visits: 0, ...at }))).toBe(expected);
  });

  test('has something in its way exactly where it does not hold', () => {
    fc.assert(
      fc.property(guards, facts, (guard, at) => {
        expect(obstacles(guard, view(at)).length === 0).toBe(holds(guard, view(at)));
      }),
    );
  });

  test('names only terms of its own as what is in its way', () => {
    fc.assert(
      fc.property(guards, facts, (guard, at) => {
        const named = new Set(terms(guard).flatMap((term) => Object.keys(term)));
        const key = {
          indicator: 'indicator',
          condition: 'condition',
          played: 'played',
          limit: 'entered',
          ended: 'talks',
        };
        for (const { kind } of obstacles(guard, view(at))) expect(named).toContain(key[kind]);
      }),
    );
  });

  test('opens once what is in its way is out of the way, for every `all`, and one way for an `any`', () => {
    const guard: Guard = {
      all: [{ indicator: 'days', atLeast: 5 }, { any: [{ condition: 'storm', is: 'early' }, { played: 'a.b.c' }] }],
    };
    const at: Facts = { days: 1, storm: 'calm', played: false, visits: 0 };
    expect(obstacles(guard, view(at))).toEqual([
      { kind: 'indicator', address: 'days', need: 'atLeast', bound: 5, now: 1 },
      { kind: 'condition', condition: 'storm', need: 'is', state: 'early' },
    ]);
    expect(holds(guard, view({ ...at, days: 5, storm: 'early' }))).toBe(true);
  });
});
