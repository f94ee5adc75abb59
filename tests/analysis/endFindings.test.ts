import { beforeAll, describe, expect, test } from 'vitest';
import { requireScenario } from '../../cli/loadScenario.ts';
import {
  figuresSinceStart,
  hasMoved,
  isOpen,
  type LineEnds,
  leftOpen,
  twentyCases,
} from '../../src/analysis/endFindings.ts';
import { figureAt } from '../../src/analysis/figures.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { drawnAt, drawnLine, drawsOf, eachDraw, randomDrawnLine } from '../support/drawnLine.ts';

let kursk: Scenario;
beforeAll(async () => {
  kursk = await requireScenario(new URL('../../scenarios/kursk-2025', import.meta.url).pathname);
});

function ends(line: readonly string[] | number, count = 60): LineEnds {
  const { positions, drawn } =
    typeof line === 'number' ? randomDrawnLine(kursk, line, count) : drawnLine(kursk, line, count);
  const side = (at: 0 | -1) => ({ values: positions.at(at)?.values ?? {}, drawn: drawnAt(drawn, at) });
  return { start: side(0), here: side(-1) };
}

describe('figures since the start', () => {
  test('are those of one kind, in file order, and the difference is of the same judgements', () => {
    const found = figuresSinceStart(kursk, 'indicator', ends(3));
    expect(found.map(({ figure }) => figure.id)).toEqual(
      Object.keys(kursk.indicators).map((address) => `indicator/${address}`),
    );
    for (const { start, now, change } of found) expect(change.central).toBeCloseTo(now.central - start, 9);
  });

  test('have not moved where the line has no step', () => {
    const found = figuresSinceStart(kursk, 'payoff', ends([]));
    expect(found).toHaveLength(3);
    for (const each of found) {
      expect(hasMoved(each)).toBe(false);
      expect(each.change).toMatchObject({ central: 0, range: { low: 0, high: 0 }, higher: 0, lower: 0 });
    }
  });
});

describe('what an end leaves open', () => {
  test('is the direction of what moved and may have moved the other way, and what spans a third of its scale', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const at = ends(seed);
      const { direction, wide } = leftOpen(kursk, at);
      for (const { figure, start, now, change } of figuresSinceStart(kursk, 'indicator', at)) {
        const { subject } = figure;
        if (subject.kind !== 'indicator') throw new Error('not an indicator');
        const isMoved = Math.round(start) !== Math.round(now.central);
        const crosses = Math.round(change.range.low) < 0 && Math.round(change.range.high) > 0;
        expect(direction.includes(subject.address)).toBe(isMoved && crosses);
        expect(wide.includes(subject.address)).toBe(now.range.high - now.range.low >= figure.span / 3);
      }
    }
  });

  test('says that it is open who stands higher where the range of the gap holds both answers', () => {
    const flat = ends([]);
    expect(leftOpen(kursk, flat).higher).toBe(false);
    // The same numbers for both, apart from the draws: half one way, half the other.
    const [one] = eachDraw(flat.here.drawn);
    const swapped = Object.fromEntries(
      Object.entries(one ?? {}).map(([address, value]) => {
        const other = address.startsWith('UKR.') ? address.replace('UKR', 'RUS') : address.replace('RUS', 'UKR');
        return [address, one?.[other] ?? value];
      }),
    );
    const both = { values: one ?? {}, drawn: drawsOf([one ?? {}, swapped]) };
    expect(leftOpen(kursk, { start: both, here: both }).higher).toBe(true);
  });

  test.each([
    [-2, 3, true],
    [-0.4, 3, false],
    [1, 3, false],
    [-3, -1, false],
    [0, 0, false],
  ])('a difference of %f to %f is open: %s', (low, high, open) =>
    expect(isOpen({ central: 0, range: { low, high } })).toBe(open),
  );
});

test('twenty cases are equally likely by the same draws, smallest first', () => {
  const figure = figureAt(kursk, 'indicator/durability');
  const here = ends([], 200).here;
  const cases = twentyCases(figure, here);
  expect(cases).toHaveLength(20);
  expect(cases).toEqual([...cases].sort((a, b) => a - b));
  for (const [index, value] of cases.entries()) {
    const below = eachDraw(here.drawn).filter((values) => figure.read(values) <= value).length / here.drawn.length;
    expect(below).toBeCloseTo((index + 0.5) / 20, 2);
  }
});
