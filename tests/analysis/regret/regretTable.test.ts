import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile } from '../../../src/analysis/heldDraws.ts';
import { decisionRules, regretOverDraws } from '../../../src/analysis/regret/regretTable.ts';

const tables = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([alternatives, cases]) =>
  fc.record({
    payoffs: fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: cases, maxLength: cases }), {
      minLength: alternatives,
      maxLength: alternatives,
    }),
    parts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: cases, maxLength: cases }),
  }),
);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

test('every rule is what its definition says', () => {
  fc.assert(
    fc.property(tables, fc.integer({ min: 0, max: 10 }), ({ payoffs, parts }, tenths) => {
      const probabilities = parts.map((part) => part / sum(parts));
      const rules = decisionRules({ payoffs, probabilities });
      const best = (at: number) => Math.max(...payoffs.map((row) => row[at] ?? 0));
      for (const [index, row] of payoffs.entries()) {
        expect(rules.regret[index]).toEqual(row.map((payoff, at) => best(at) - payoff));
        expect(rules.minimaxRegret.figures[index]).toBe(Math.max(...(rules.regret[index] ?? [])));
        expect(rules.maximin.figures[index]).toBe(Math.min(...row));
        expect(rules.maximax.figures[index]).toBe(Math.max(...row));
        expect(rules.laplace.figures[index]).toBeCloseTo(sum(row) / row.length, 12);
        expect(rules.hurwicz(tenths / 10).figures[index]).toBeCloseTo(
          (tenths * Math.max(...row) + (10 - tenths) * Math.min(...row)) / 10,
          12,
        );
      }
      const picks = (figures: readonly number[], wanted: number) =>
        figures.flatMap((figure, index) => (Math.abs(figure - wanted) < 1e-9 ? [index] : []));
      for (const rule of [rules.maximin, rules.maximax, rules.laplace, rules.hurwicz(0.3)])
        expect(rule.picks).toEqual(picks(rule.figures, Math.max(...rule.figures)));
      expect(rules.minimaxRegret.picks).toEqual(
        picks(rules.minimaxRegret.figures, Math.min(...rules.minimaxRegret.figures)),
      );
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('to know the case first is worth the least expected regret, never less than nothing', () => {
  fc.assert(
    fc.property(tables, ({ payoffs, parts }) => {
      const { expected } = decisionRules({ payoffs, probabilities: parts.map((part) => part / sum(parts)) });
      expect(expected?.evpi).toBeCloseTo(Math.min(...(expected?.regret.figures ?? [])), 9);
      expect(expected?.evpi).toBeGreaterThanOrEqual(-1e-12);
      expect(expected?.payoff.picks).toEqual(expected?.regret.picks);
    }),
    { seed: 2, numRuns: 300 },
  );
});

test('without probabilities there is no expected value', () => {
  expect(decisionRules({ payoffs: [[1, 2]], probabilities: undefined }).expected).toBeUndefined();
});

test('regret over draws is the 95th percentile of what is lost draw by draw', () => {
  fc.assert(
    fc.property(tables, ({ payoffs }) => {
      const { figures, picks } = regretOverDraws(payoffs.map((row) => Float64Array.from(row)));
      const lost = payoffs.map((row) =>
        row.map((payoff, at) => Math.max(...payoffs.map((other) => other[at] ?? 0)) - payoff).sort((a, b) => a - b),
      );
      expect(figures).toEqual(lost.map((sorted) => quantile(sorted, 0.95)));
      expect(picks).toContain(figures.indexOf(Math.min(...figures)));
    }),
    { seed: 3, numRuns: 200 },
  );
});
