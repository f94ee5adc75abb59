import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelLines, spreadLabels } from '../../../src/ui/charts/endLabels.ts';

describe('a name beside the end of its line', () => {
  test.each([
    ['Ukraine', ['Ukraine']],
    ['United States', ['United States']],
    ['Other supporters of Ukraine', ['Other', 'supporters of', 'Ukraine']],
    ['Nordrhein-Westfalen', ['Nordrhein-Westfalen']],
  ])('%s', (name, lines) => {
    expect(labelLines(name)).toEqual(lines);
  });
});

describe('names that would overlap', () => {
  const label = (at: number) => ({ at, height: 16 });

  test('stand where they belong when there is room', () => {
    expect(spreadLabels([label(50), label(90)], 0, 200)).toEqual([50, 90]);
  });

  test('make way for each other in the order of their lines, not of the list', () => {
    expect(spreadLabels([label(60), label(50)], 0, 200)).toEqual([66, 50]);
  });

  test('stay inside at both ends', () => {
    expect(spreadLabels([label(0), label(2)], 0, 200)).toEqual([8, 24]);
    expect(spreadLabels([label(199), label(200)], 0, 200)).toEqual([176, 192]);
  });

  test('never overlap and never leave the plot where there is room for all', () => {
    const labels = fc.array(
      fc.record({ at: fc.integer({ min: 0, max: 160 }), height: fc.integer({ min: 10, max: 38 }) }),
      {
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(labels, (list) => {
        const centres = spreadLabels(list, 0, 160);
        const boxes = list
          .map(({ height }, index) => {
            const centre = centres[index] ?? Number.NaN;
            return { top: centre - height / 2, bottom: centre + height / 2 };
          })
          .sort((a, b) => a.top - b.top);
        for (const [index, { top, bottom }] of boxes.entries()) {
          expect(top).toBeGreaterThanOrEqual(boxes[index - 1]?.bottom ?? 0);
          expect(bottom).toBeLessThanOrEqual(160);
        }
      }),
    );
  });
});
