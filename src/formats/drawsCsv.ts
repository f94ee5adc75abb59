import { csvPieces } from './csv.ts';

/** A number as the draws have it: what it is called, and its value in each draw. */
export interface DrawnColumn {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

/** Draws as CSV, a row per draw and a column per number, counted from 1; in pieces, because there may be ten thousand. */
export function* drawsCsv(columns: readonly DrawnColumn[], remarks: readonly string[] = []): Generator<string> {
  const draws = Math.max(0, ...columns.map(({ values }) => values.length));
  const rows = function* () {
    for (let draw = 0; draw < draws; draw += 1) yield [draw + 1, ...columns.map(({ values }) => values[draw])];
  };
  yield* csvPieces(['draw', ...columns.map(({ name }) => name)], rows(), remarks);
}
