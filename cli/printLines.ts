import { once } from 'node:events';

/** Lines that are gathered before they are handed to the pipe: a write each would cost more than the tree. */
const BATCH = 500;

/** Prints lines as they come and waits for a slow reader, so that a long outline is never held in memory. */
export async function printLines(lines: Iterable<string>): Promise<void> {
  let batch: string[] = [];
  const flush = async () => {
    const text = batch.map((line) => `${line}\n`).join('');
    batch = [];
    if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
  };
  for (const line of lines) {
    batch.push(line);
    if (batch.length === BATCH) await flush();
  }
  await flush();
}
