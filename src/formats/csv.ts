import { stringify } from 'csv-stringify/browser/esm/sync';

/** A table as it leaves Parley: named columns, and rows of text or numbers in their order. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

/** Digits that a number keeps on its way out: more than any judgement has, few enough to read. */
const DIGITS = 6;

const written = (cell: string | number | undefined): string =>
  typeof cell === 'number' ? (Number.isFinite(cell) ? String(Number(cell.toPrecision(DIGITS))) : '') : (cell ?? '');

/**
 * A table as CSV (RFC 4180, UTF-8 with a byte-order mark, so that spreadsheets read its letters). A text that a spreadsheet would
 * take for a formula is quoted as text; a number stays a number. `remarks` stand above the table, one a line.
 */
export function toCsv(table: Table, remarks: readonly string[] = []): string {
  return stringify([...remarks.map((remark) => [safe(remark)]), ...writtenCells(table)], {
    bom: true,
    record_delimiter: '\r\n',
  });
}

/** Rows of a long table that are written at once. */
const BATCH = 500;

/**
 * The same for a table too long to hold: its rows are read as they come, and the text is handed out in pieces, which follow each other
 * without anything between.
 */
export function* csvPieces(
  columns: readonly string[],
  rows: Iterable<Table['rows'][number]>,
  remarks: readonly string[] = [],
): Generator<string> {
  yield toCsv({ columns, rows: [] }, remarks);
  let batch: Table['rows'][number][] = [];
  const piece = (): string =>
    stringify([...writtenCells({ columns, rows: batch }).slice(1)], { record_delimiter: '\r\n' });
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield piece();
    batch = [];
  }
  if (batch.length > 0) yield piece();
}

/** The head and the rows of a table as a spreadsheet may have them: no text that it would take for a formula. */
export const writtenCells = ({ columns, rows }: Table): readonly (readonly string[])[] => [
  columns.map(safe),
  ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? written(cell) : safe(written(cell))))),
];

/** OWASP's rule against formula injection: what begins like a formula is marked as text. */
const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
