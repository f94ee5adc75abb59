import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { negotiation } from '../../../machines/negotiation.ts';
import { replay } from '../../../machines/stepping.ts';
import { heldDraws } from '../../../src/analysis/heldDraws.ts';
import { lineDraws } from '../../../src/analysis/lineDraws.ts';
import { stepFinding } from '../../../src/analysis/lineFindings.ts';
import {
  type ChartActor,
  type LeverageRow,
  scoreTicks,
  standingAt,
  stepTicks,
  toLeverageRows,
} from '../../../src/ui/charts/leverageRows.ts';
import { templateWith } from '../../support/template.ts';

const A: ChartActor = { id: 'A', name: 'Ana', shape: 'circle', colour: 1 };
const B: ChartActor = { id: 'B', name: 'Bo', shape: 'square', colour: 2 };

/** A row in which each range, and that of the gap, reaches `reach` to both sides. */
const row = (a: number, b: number, reach: number, step = 0): LeverageRow => ({
  step,
  label: 'a step',
  values: {
    A: { central: a, low: a - reach, high: a + reach },
    B: { central: b, low: b - reach, high: b + reach },
  },
  gap: { central: a - b, low: a - b - reach, high: a - b + reach },
});

test('rows are the findings of a line: the opening, then one per move, with scores and ranges', async () => {
  const scenario = await templateWith();
  const line = ['table.evenings', 'evenings.request.sweep', 'evenings.answer.agree'];
  const { snapshots } = replay(negotiation(scenario), line);
  const positions = snapshots.map(({ context }) => context);
  const drawn = lineDraws(heldDraws(scenario))(line, positions);
  const findings = positions.map((position, index) => {
    const before = Math.max(0, index - 1);
    const [drawnBefore, drawnAfter] = [drawn[before], drawn[index]];
    if (drawnBefore === undefined || drawnAfter === undefined) throw new Error('draws and positions differ');
    return stepFinding(
      scenario,
      line[index - 1],
      [positions[before]?.values ?? {}, position.values],
      [drawnBefore, drawnAfter],
    );
  });
  const rows = toLeverageRows(findings, (move) => move ?? 'opening');
  expect(rows.map(({ step, label }) => [step, label])).toEqual([
    [0, 'opening'],
    [1, 'table.evenings'],
    [2, 'evenings.request.sweep'],
    [3, 'evenings.answer.agree'],
  ]);
  // By hand: the library's drivers 60 and 50 weigh the same; giving in costs it the central value of 2, 5 and 10 of the first.
  expect(rows[0]?.values.LIBRARY?.central).toBeCloseTo(55, 9);
  expect(rows[3]?.values.LIBRARY?.central).toBeCloseTo(55 - (2 + 4 * 5 + 10) / 6 / 2, 9);
  for (const { values, gap } of rows) {
    expect(gap.central).toBeCloseTo((values.LIBRARY?.central ?? 0) - (values.CAFE?.central ?? 0), 9);
    for (const { low, central, high } of [...Object.values(values), gap]) {
      expect(low).toBeLessThan(central);
      expect(central).toBeLessThan(high);
    }
  }
});

describe('the scale of scores', () => {
  test.each([
    ['holds every range', [row(38, 61, 8)], [20, 40, 60, 80]],
    ['shows at least forty points, so that little does not look like much', [row(50, 51, 0)], [40, 60, 80]],
    ['ends at 100', [row(97, 99, 1)], [60, 80, 100]],
    ['begins at 0', [row(0, 3, 0)], [0, 20, 40]],
    ['is whole where scores are at both ends', [row(0, 100, 0)], [0, 20, 40, 60, 80, 100]],
    ['reads all rows', [row(30, 35, 1), row(75, 70, 1)], [20, 40, 60, 80]],
  ] as const)('%s', (_name, rows, ticks) => {
    expect(scoreTicks(rows, [A, B])).toEqual(ticks);
  });

  test('leaves out actors that are not drawn', () => {
    expect(scoreTicks([row(50, 99, 0)], [A])).toEqual([40, 60, 80]);
  });

  test('holds a central value that its own range does not', () => {
    const rows = [
      { step: 0, label: '', values: { A: { central: 81, low: 60, high: 70 } }, gap: { central: 0, low: 0, high: 0 } },
    ];
    expect(scoreTicks(rows, [A])).toEqual([60, 80, 100]);
  });
});

describe('the steps that an axis names', () => {
  test.each([
    [1, 0, [0]],
    [4, 2, [0, 1, 2, 3]],
    [7, 6, [0, 1, 2, 3, 4, 5, 6]],
    [9, 5, [0, 2, 5, 8]],
    [40, 17, [0, 10, 17, 30]],
    [40, 39, [0, 10, 20, 30, 39]],
    [4, 9, [0, 1, 2, 3]],
  ])('of %i, at step %i', (count, current, ticks) => {
    expect(stepTicks(count, current)).toEqual(ticks);
  });

  test('are few enough to stand apart, and always hold the current one', () => {
    const places = fc.integer({ min: 1, max: 120 }).chain((count) => fc.tuple(fc.constant(count), fc.nat(count - 1)));
    fc.assert(
      fc.property(places, ([count, current]) => {
        const ticks = stepTicks(count, current);
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(ticks).toContain(current);
        expect(ticks).toEqual([...new Set(ticks)].sort((a, b) => a - b));
      }),
    );
  });
});

describe('how two actors stand to each other', () => {
  test('is the difference of the whole numbers that are shown, with the range of the gap from the higher one’s side', () => {
    // 60.4 and 38.6 are shown as 60 and 39.
    const gap = { low: expect.closeTo(16.8, 9), high: expect.closeTo(26.8, 9) };
    expect(standingAt(row(60.4, 38.6, 5), [A, B])).toEqual({
      higher: A,
      lower: B,
      points: 21,
      range: gap,
      open: false,
    });
    expect(standingAt(row(38.6, 60.4, 5), [A, B])).toEqual({
      higher: B,
      lower: A,
      points: 21,
      range: gap,
      open: false,
    });
  });

  test('is level where both show the same number', () => {
    expect(standingAt(row(50.4, 49.6, 1), [A, B])).toMatchObject({ points: 0, open: true });
  });

  test('is open where the gap may be nothing or the other way round', () => {
    expect(standingAt(row(50, 60, 12), [A, B])).toMatchObject({ higher: B, range: { low: -2, high: 22 }, open: true });
    expect(standingAt(row(50, 60, 9.6), [A, B])?.open).toBe(true);
    expect(standingAt(row(50, 60, 9), [A, B])?.open).toBe(false);
  });

  test('is nothing where there is one actor', () => {
    expect(standingAt(row(50, 60, 5), [A])).toBeUndefined();
  });
});
