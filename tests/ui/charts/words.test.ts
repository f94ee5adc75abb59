import { describe, expect, test } from 'vitest';
import type { ChartActor, LeverageRow } from '../../../src/ui/charts/leverageRows.ts';
import { description, findingSentence, valuesSentence } from '../../../src/ui/charts/words.ts';
import { en } from '../../../src/ui/text/en.ts';

const A: ChartActor = { id: 'A', name: 'Ana', shape: 'circle', colour: 1 };
const B: ChartActor = { id: 'B', name: 'Bo', shape: 'square', colour: 2 };
const value = (central: number, low: number, high: number) => ({ central, low, high });
const rows: readonly LeverageRow[] = [
  { step: 0, label: 'Start', values: { A: value(50, 40, 60), B: value(50, 45, 55) }, gap: value(0, -4, 4) },
  { step: 1, label: 'Ana asks', values: { A: value(45, 40, 50), B: value(46, 45, 55) }, gap: value(-1, -5, 3) },
  { step: 2, label: 'Bo agrees', values: { A: value(70, 61, 80), B: value(50, 45, 60) }, gap: value(20, 12, 29) },
];

describe('the finding of the chart', () => {
  test.each([
    [
      0,
      'At the start, Ana and Bo stand level (−4 to +4 on the same judgements): which is higher depends on judgement.',
    ],
    [
      1,
      'At step 1, Bo stands 1 point above Ana (−3 to 5 on the same judgements): which is higher depends on judgement.',
    ],
    [2, 'At step 2, Ana stands 20 points above Bo (12 to 29 on the same judgements).'],
    // The cursor may be ahead of what has been computed.
    [7, 'At step 2, Ana stands 20 points above Bo (12 to 29 on the same judgements).'],
  ])('at step %i', (current, sentence) => {
    expect(findingSentence(en.charts, rows, [A, B], current)).toBe(sentence);
  });

  test('is the score alone where nobody else is drawn', () => {
    expect(findingSentence(en.charts, rows, [A], 1)).toBe('At step 1: Ana 45, range 40 to 50.');
  });

  test('says so where there is nothing', () => {
    expect(findingSentence(en.charts, [], [A, B], 0)).toBe('No step to show yet.');
    expect(description(en.charts, [], [A, B], 0)).toBe('No step to show yet.');
  });
});

test('a step is told whole', () => {
  const [, row] = rows;
  if (row === undefined) throw new Error('no row');
  expect(valuesSentence(en.charts, row, [A, B])).toBe(
    'Step 1, Ana asks: Ana 45, range 40 to 50; Bo 46, range 45 to 55',
  );
  expect(valuesSentence(en.charts, row, [{ ...A, id: 'C' }])).toBe('Step 1, Ana asks: Ana has no score');
});

test('the picture is described by its finding and the ends of its lines', () => {
  expect(description(en.charts, rows, [A, B], 2)).toBe(
    'At step 2, Ana stands 20 points above Bo (12 to 29 on the same judgements). ' +
      'Start: Ana 50, range 40 to 60; Bo 50, range 45 to 55. ' +
      'Step 2, Bo agrees: Ana 70, range 61 to 80; Bo 50, range 45 to 60.',
  );
});
