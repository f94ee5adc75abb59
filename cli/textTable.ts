/** A table with its columns aligned. */
export function textTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  const padded = (text: string, column: number) => text + ' '.repeat((widths[column] ?? 0) - [...text].length);
  return rows.map((row) => `  ${row.map(padded).join('   ').trimEnd()}`);
}
