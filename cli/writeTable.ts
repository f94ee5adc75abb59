import { csvPieces, type Table } from '../src/formats/csv.ts';
import { writeOut } from './writeOut.ts';

/**
 * Writes a table to a path beside what a command prints, and says so on stderr; false, with the reason there, where it cannot be written. A
 * file that is there is replaced only by `force`.
 */
export async function writeTable(
  path: string,
  { columns, rows, isExact }: Table,
  remarks: readonly string[],
  force: boolean,
): Promise<boolean> {
  const written = await writeOut(path, [{ name: path, pieces: csvPieces(columns, rows, remarks, isExact) }], force);
  console.error(written.ok ? `wrote ${path}` : `parley: ${written.why}`);
  return written.ok;
}
