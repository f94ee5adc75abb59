import { describe, expect, test } from 'vitest';
import { jointPayoffs } from '../../../src/analysis/compare.ts';
import type { Difference } from '../../../src/analysis/figures.ts';
import { principals } from '../../../src/domain/actors.ts';
import type { Scenario } from '../../../src/domain/scenario.ts';
import { bothSentence, differenceText, findingSentence, redrawSentences } from '../../../src/ui/compare/findings.ts';
import { compare as words } from '../../../src/ui/text/en/compare.ts';
import { comparison, HOLD, LEAVE } from './comparison.ts';

const scenario = { actors: { UKR: { name: 'Ukraine' }, RUS: { name: 'Russia' } } } as unknown as Scenario;
const letters = { first: 'A', second: 'B' };

const differing = (central: number, low: number, high: number, higher = 0, lower = 0): Difference => ({
  central,
  range: { low, high },
  higher,
  lower,
  draws: 200,
});
const joint = (UKR: Difference, RUS: Difference, allHigher = 0, allLower = 0) => ({
  payoffs: { UKR, RUS },
  allHigher,
  allLower,
  draws: 200,
});
const up = differing(8, 6, 11, 200);
const down = differing(-8, -11, -6, 0, 200);
const level = differing(0.1, -0.3, 0.4);
const open = differing(2, -2, 7, 140, 60);

describe('the finding', () => {
  test.each([
    [joint(level, up), 'B leaves Russia’s payoff 6 to 11 points higher than A, and Ukraine’s about level.'],
    [joint(down, up), 'B leaves Ukraine’s payoff 6 to 11 points lower than A, and Russia’s 6 to 11 points higher.'],
    [
      joint(down, open),
      'B leaves Ukraine’s payoff 6 to 11 points lower than A; for Russia the direction depends on judgement (−2 to +7).',
    ],
    [
      joint(open, open),
      'Whether B leaves the payoffs higher or lower than A: direction depends on judgement (Ukraine −2 to +7; Russia −2 to +7).',
    ],
    [
      joint(level, open),
      'Whether B leaves Russia’s payoff higher or lower than A: direction depends on judgement (−2 to +7); A and B leave Ukraine’s payoff about level.',
    ],
    [joint(level, level), 'A and B leave Ukraine’s and Russia’s payoffs about level.'],
    [
      joint(differing(1, 0.8, 1.3), level),
      'B leaves Ukraine’s payoff about 1 point higher than A, and Russia’s about level.',
    ],
  ])('%#: %s', (found, sentence) => {
    expect(findingSentence(scenario, words, letters, found)).toBe(sentence);
  });
});

test('redraws are told out of twenty, and none and all as such', () => {
  expect(redrawSentences(scenario, words, letters, joint(open, down))).toEqual([
    'In 14 of 20 redraws Ukraine’s payoff is higher in B, in 6 of 20 redraws it is higher in A.',
    'In all 20 redraws Russia’s payoff is higher in A.',
  ]);
  expect(redrawSentences(scenario, words, letters, joint(level, up))[0]).toBe(
    'In no redraw does Ukraine’s payoff differ.',
  );
});

describe('better for both?', () => {
  test.each([
    [joint(up, up), 'On these judgements the payoff of both principals is higher in B.'],
    [joint(down, down), 'On these judgements the payoff of both principals is higher in A.'],
    [
      joint(up, down),
      'Ukraine’s payoff is higher in B and Russia’s payoff is higher in A: what one gains, the other loses.',
    ],
    [joint(level, up), 'Ukraine’s does not differ by a whole point and Russia’s payoff is higher in B.'],
    [joint(level, level), 'Neither principal’s payoff differs by a whole point.'],
    [
      joint(open, up, 140, 0),
      'Whether either is better for both depends on judgement: in 14 of 20 redraws are both payoffs higher in B, in no redraw are both higher in A.',
    ],
    [
      joint(open, down),
      'Whether either is better for both depends on judgement: in no redraw are both payoffs higher in the same line.',
    ],
  ])('%#: %s', (found, sentence) => expect(bothSentence(scenario, words, letters, found)).toBe(sentence));
});

test('a finding of two lines of Kursk holds the numbers that their payoffs differ by', async () => {
  const { scenario: kursk, lines, rows } = await comparison([HOLD, LEAVE]);
  const places = lines.map(({ place }) => place);
  const found = jointPayoffs(kursk, principals(kursk), places, [0, 1]);
  for (const [actor, difference] of Object.entries(found.payoffs)) {
    expect(rows.find(({ figure }) => figure.id === `payoff/${actor}`)?.difference).toEqual(difference);
  }
  const swapped = jointPayoffs(kursk, principals(kursk), places, [1, 0]);
  const [there, back] = [found, swapped].map((each) => findingSentence(kursk, words, letters, each));
  expect(there).not.toBe(back);
  expect(there).toMatch(/^(B leaves|Whether B leaves|A and B leave) .+\.$/);
});

test('a difference is written with its sign and its range in brackets', () => {
  expect(differenceText(open)).toBe('+2 (−2 to +7)');
});
