import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

/** A text that leaves Parley, in pieces that follow each other without anything between. */
export interface OutFile {
  /** Its name where it goes into a folder with others. */
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/** Letters that are gathered before they are handed on: a write each would cost more than the text. */
const BATCH = 65_536;

/** Writes pieces to a stream and waits where it is slow, so that a long text is never held in memory. */
async function writeTo(stream: NodeJS.WritableStream, pieces: Iterable<string>): Promise<void> {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < BATCH) continue;
    const goesOn = stream.write(batch);
    batch = '';
    if (!goesOn) await once(stream, 'drain');
  }
  if (batch !== '' && !stream.write(batch)) await once(stream, 'drain');
}

/** Prints a text as it comes. */
export const printPieces = (pieces: Iterable<string>): Promise<void> => writeTo(process.stdout, pieces);

async function writeFile(path: string, pieces: Iterable<string>, force: boolean): Promise<void> {
  const stream = createWriteStream(path, { flags: force ? 'w' : 'wx', encoding: 'utf8' });
  // Awaited from the start: a file that cannot be opened says so while nothing else listens.
  const done = finished(stream);
  await Promise.race([once(stream, 'open'), done]);
  await writeTo(stream, pieces);
  stream.end();
  await done;
}

const WHY: Readonly<Record<string, string>> = {
  EEXIST: 'it is there already; write --force to replace it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  ENOENT: 'there is no such folder',
  EACCES: 'it is not allowed',
  EPERM: 'it is not allowed',
  EROFS: 'it is not allowed',
  ENOSPC: 'there is no room left',
};

/** What was written, or why something could not be. */
export type Written =
  | { readonly ok: true; readonly paths: readonly string[] }
  | { readonly ok: false; readonly why: string };

/** Writes one text to a path, or several into a folder there, which is made. Nothing is replaced unless that is asked for. */
export async function writeOut(path: string, files: readonly OutFile[], force: boolean): Promise<Written> {
  const [only, ...others] = files;
  const targets =
    others.length === 0 && only !== undefined
      ? [{ path, pieces: only.pieces }]
      : files.map(({ name, pieces }) => ({ path: join(path, name), pieces }));
  let at = path;
  try {
    if (others.length > 0) await mkdir(path, { recursive: true });
    for (const target of force ? [] : targets) {
      at = target.path;
      const isThere = await stat(at).then(
        () => true,
        () => false,
      );
      if (isThere) return { ok: false, why: `${at} was not written: ${WHY.EEXIST}` };
    }
    for (const target of targets) {
      at = target.path;
      await writeFile(at, target.pieces, force);
    }
    return { ok: true, paths: targets.map((target) => target.path) };
  } catch (cause) {
    const why = WHY[(cause as NodeJS.ErrnoException).code ?? ''];
    if (why === undefined) throw cause;
    return { ok: false, why: `${at} was not written: ${why}` };
  }
}
