import { stringify } from 'csv-stringify/browser/esm/sync';

/** A table as it leaves Parley: named columns, and rows of text or numbers in their order. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
  /** The numbers are those of a game or come of them: each is written so that it reads back as it is. Judgements keep six digits. */
  readonly isExact?: boolean;
}

/** Digits that a judgement keeps on its way out: more than any has, few enough to read. */
const DIGITS = 6;

const writtenNumber = (value: number, isExact: boolean): string =>
  Number.isFinite(value) ? String(isExact ? value : Number(value.toPrecision(DIGITS))) : '';

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
 * without anything between. `isExact` as in a table.
 */
export function* csvPieces(
  columns: readonly string[],
  rows: Iterable<Table['rows'][number]>,
  remarks: readonly string[] = [],
  isExact = false,
): Generator<string> {
  yield toCsv({ columns, rows: [] }, remarks);
  let batch: Table['rows'][number][] = [];
  const piece = (): string =>
    stringify([...writtenCells({ columns, rows: batch, isExact }).slice(1)], { record_delimiter: '\r\n' });
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield piece();
    batch = [];
  }
  if (batch.length > 0) yield piece();
}

/** The head and the rows of a table as a spreadsheet may have them: no text that it would take for a formula. */
export const writtenCells = ({ columns, rows, isExact = false }: Table): readonly (readonly string[])[] => [
  columns.map(safe),
  ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? writtenNumber(cell, isExact) : safe(cell ?? '')))),
];

/** OWASP's rule against formula injection: what begins like a formula, in full-width signs too, is marked as text. */
const safe = (text: string): string => (/^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text);
