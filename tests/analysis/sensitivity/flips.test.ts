import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenGrid } from '../../../src/analysis/sensitivity/evenGrid.ts';
import { flipsOf } from '../../../src/analysis/sensitivity/flips.ts';

/** A model whose policy is a letter, by the places at which it changes; `asked` counts how often it was solved. */
function letters(places: readonly number[]) {
  let asked = 0;
  return {
    keyOf: (policy: string) => policy,
    solve: (x: number) => {
      asked += 1;
      const passed = places.filter((place) => x > place).length;
      return { value: passed, policy: String.fromCharCode(65 + passed) };
    },
    asked: () => asked,
  };
}

const GRID = evenGrid(0, 1, 11);

describe('flips', () => {
  test('every change between two points with different policies is found, however many stand in one step', () => {
    const place = fc.integer({ min: 1, max: 999_999 }).map((part) => part / 1_000_000);
    fc.assert(
      fc.property(fc.uniqueArray(place, { maxLength: 12 }), (drawn) => {
        const places = drawn.sort((a, b) => a - b).filter((each, index) => each - (drawn[index - 1] ?? -1) > 1e-5);
        const found = flipsOf(letters(places), GRID, { within: 1e-9 });
        expect(found.map(({ from, to }) => `${from}${to}`)).toEqual(
          places.map((_, index) => String.fromCharCode(65 + index, 66 + index)),
        );
        for (const [index, { x }] of found.entries()) expect(Math.abs(x - (places[index] ?? 2))).toBeLessThan(1e-9);
      }),
      { numRuns: 200 },
    );
  });

  test('a policy that comes and goes inside a step is found by looks inside it, and only by those', () => {
    const solve = (x: number) => ({ value: 0, policy: x > 0.52 && x < 0.58 ? 'B' : 'A' });
    const model = { solve, keyOf: (policy: string) => policy };
    expect(flipsOf(model, GRID, { within: 1e-9 })).toEqual([]);
    const found = flipsOf(model, GRID, { within: 1e-9, looks: 4 });
    expect(found.map(({ from, to }) => from + to)).toEqual(['AB', 'BA']);
    expect(found[0]?.x).toBeCloseTo(0.52, 8);
    expect(found[1]?.x).toBeCloseTo(0.58, 8);
  });

  test('a tie at a single point is no policy of its own: one flip where it leads on, none where it leads back', () => {
    const tie = (after: string) => ({
      solve: (x: number) => ({ value: 0, policy: x === 0.5 ? 'A or B' : x < 0.5 ? 'A' : after }),
      keyOf: (policy: string) => policy,
    });
    const [through, ...others] = flipsOf(tie('B'), GRID, { within: 1e-9 });
    expect(others).toEqual([]);
    expect(through).toMatchObject({ from: 'A', to: 'B' });
    expect(through?.x).toBeCloseTo(0.5, 8);
    expect(flipsOf(tie('A'), GRID, { within: 1e-9 })).toEqual([]);
  });

  test('where there is no value there is no flip, and those on both sides are still found', () => {
    const solve = (x: number) =>
      x > 0.42 && x < 0.47 ? undefined : { value: 0, policy: x < 0.33 ? 'A' : x < 0.77 ? 'B' : 'C' };
    const found = flipsOf({ solve, keyOf: (policy: string) => policy }, GRID, { within: 1e-9, looks: 4 });
    expect(found.map(({ from, to }) => from + to)).toEqual(['AB', 'BC']);
  });

  test('a policy that flickers ends the search of its step, and does not hang', () => {
    const solve = (x: number) => ({ value: 0, policy: String(Math.floor(x * 1e7) % 7) });
    const found = flipsOf({ solve, keyOf: (policy: string) => policy }, [0, 1], { within: 1e-12 });
    expect(found.length).toBeLessThanOrEqual(100);
  });

  test('bisection asks about forty times per flip, not once per place', () => {
    const model = letters([0.123456]);
    flipsOf(model, GRID, { within: 1e-12 });
    expect(model.asked()).toBeLessThan(60);
  });
});
