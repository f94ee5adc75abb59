import { expect, test } from 'vitest';
import { worthWords } from '../../../src/ui/basis/worthWords.ts';
import { explain } from '../../../src/ui/text/en/explain.ts';

test('a stake’s worth is told as a straight line between its anchors', () => {
  expect(worthWords(explain.payoff, { weight: 0.2, worst: 90, best: 35 }, 'days')).toBe(
    'Worth nothing at 90 days and everything at 35 days, in a straight line between.',
  );
});

test('a curve is told by its points', () => {
  const stake = {
    weight: 0.1,
    worst: 0,
    best: 200,
    curve: [
      [0, 0],
      [40, 0.5],
      [200, 1],
    ] satisfies [number, number][],
  };
  expect(worthWords(explain.payoff, stake, 'km2')).toBe(
    'Worth 0 % at 0 km², 50 % at 40 km² and 100 % at 200 km²; straight lines between.',
  );
});
