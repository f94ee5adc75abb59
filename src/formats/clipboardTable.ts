import { type Table, writtenCells } from './csv.ts';
import { escapeMarkup } from './escapeMarkup.ts';

/** A cell has no room for what parts cells and rows. */
const plain = (cell: string): string => cell.replace(/[\t\r\n]+/g, ' ');

/** A table as a spreadsheet takes it from the clipboard: tabs between cells. `remarks` stand above it, one a line. */
export const toTsv = (table: Table, remarks: readonly string[] = []): string =>
  [...remarks.map(plain), ...writtenCells(table).map((row) => row.map(plain).join('\t'))].join('\n');

/** A table as a document takes it from the clipboard: with its caption above, and where it comes from below. */
export function toHtmlTable(table: Table, caption: string, remarks: readonly string[] = []): string {
  const [head = [], ...rows] = writtenCells(table);
  const row = (cells: readonly string[], tag: 'td' | 'th') =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeMarkup(cell)}</${tag}>`).join('')}</tr>`;
  return [
    `<p><b>${escapeMarkup(caption)}</b></p>`,
    `<table><thead>${row(head, 'th')}</thead>`,
    `<tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`,
    ...remarks.map((remark) => `<p>${escapeMarkup(remark)}</p>`),
  ].join('');
}
