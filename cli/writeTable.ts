import { writeOut } from './writeOut.ts';

/** Writes a table beside what is printed, and says where on the error stream, or why not; whether it was written. */
export async function writeTable(path: string, text: string, force: boolean): Promise<boolean> {
  const written = await writeOut(path, [{ name: path, pieces: [text] }], force);
  console.error(written.ok ? `wrote ${path}` : `parley: ${written.why}`);
  return written.ok;
}
