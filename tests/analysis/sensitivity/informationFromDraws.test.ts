import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  binsFor,
  knowledgeNoise,
  partialKnowledge,
  perfectKnowledge,
} from '../../../src/analysis/sensitivity/informationFromDraws.ts';
import { uniform } from '../../../src/domain/random.ts';

const drawsOf = (id: string, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, draw) => uniform(5, id, draw));

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The binned figure by sorting rows, cutting them and taking means. */
function plainBinned(options: readonly Float64Array[], column: Float64Array): number {
  const rows = [...column.keys()]
    .map((draw) => ({ draw, key: column[draw] as number, values: options.map((option) => option[draw] as number) }))
    .sort((a, b) => a.key - b.key || a.draw - b.draw);
  const bins = binsFor(rows.length);
  const parts = Array.from({ length: bins }, (_, bin) =>
    rows.slice(Math.floor((bin * rows.length) / bins), Math.floor(((bin + 1) * rows.length) / bins)),
  );
  const best = (part: typeof rows) =>
    Math.max(...options.map((_, option) => mean(part.map(({ values }) => values[option] ?? 0))));
  const informed = parts.reduce((sum, part) => sum + (part.length / rows.length) * best(part), 0);
  return Math.max(0, informed - best(rows));
}

const table = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 20, max: 120 }))
  .chain(([options, draws]) =>
    fc.record({
      options: fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: draws, maxLength: draws }), {
        minLength: options,
        maxLength: options,
      }),
      column: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: draws, maxLength: draws }),
    }),
  )
  .map(({ options, column }) => ({
    options: options.map((option) => Float64Array.from(option)),
    column: Float64Array.from(column),
  }));

describe('the value of knowing a judged number, from draws', () => {
  test('is that of the plain version, and between 0 and the value of knowing everything', () => {
    fc.assert(
      fc.property(table, ({ options, column }) => {
        const value = partialKnowledge(options, column);
        expect(value).toBeCloseTo(plainBinned(options, column), 9);
        const all = perfectKnowledge(options);
        const plain = mean(
          [...column.keys()].map((draw) => Math.max(...options.map((option) => option[draw] as number))),
        );
        expect(all.value).toBeCloseTo(plain - Math.max(...options.map((option) => mean([...option]))), 9);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(all.value + 1e-9);
        expect(knowledgeNoise(options, 3).most).toBeLessThanOrEqual(all.value + 1e-9);
      }),
      { numRuns: 100 },
    );
  });

  test('α times the points are α times the value, and what is added to every option changes nothing', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), ({ options, column }, factor) => {
        const other = options.map((option) => option.map((value, draw) => factor * value + (draw % 7)));
        expect(partialKnowledge(other, column)).toBeCloseTo(factor * partialKnowledge(options, column), 6);
        expect(perfectKnowledge(other).value).toBeCloseTo(factor * perfectKnowledge(options).value, 6);
      }),
      { numRuns: 60 },
    );
  });

  test('comes near what nested expectations give: one number decides, another does not', () => {
    const count = 4000;
    const [x, y] = [drawsOf('x', count), drawsOf('y', count)];
    // Option one is sure to give 0; the other gives x − ½ + (y − ½) ÷ 10. E max(0, x − ½) = ⅛.
    const options = [new Float64Array(count), x.map((value, draw) => value - 0.5 + ((y[draw] as number) - 0.5) / 10)];
    expect(Math.abs(partialKnowledge(options, x) - 1 / 8)).toBeLessThan(0.01);
    // Knowing y alone: E max(0, (y − ½) ÷ 10) = 1 ÷ 80.
    expect(Math.abs(partialKnowledge(options, y) - 1 / 80)).toBeLessThan(0.01);
    const { most } = knowledgeNoise(options, 1);
    expect(partialKnowledge(options, x)).toBeGreaterThan(10 * most);
  });

  test('a number that nothing reads is told from noise about once in twenty-one times', () => {
    const count = 500;
    const options = ['one', 'other', 'third'].map((id) => drawsOf(id, count));
    const { most, mean: usual, shuffles } = knowledgeNoise(options, 1);
    expect(shuffles).toBe(20);
    expect(usual).toBeGreaterThan(0);
    const above = Array.from({ length: 200 }, (_, index) =>
      partialKnowledge(options, drawsOf(`idle ${index}`, count)),
    ).filter((value) => value > most).length;
    expect(above).toBeLessThan(40);
  });

  test('one option, or one that is best in every draw, leaves nothing to know', () => {
    const lone = [drawsOf('lone', 50)];
    expect(perfectKnowledge(lone)).toEqual({ value: 0, error: 0 });
    const ahead = [...lone, (lone[0] as Float64Array).map((value) => value + 1)];
    expect(perfectKnowledge(ahead)).toEqual({ value: 0, error: 0 });
    expect(partialKnowledge(ahead, drawsOf('other', 50))).toBe(0);
  });
});
