import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, realpath, rename, rm, stat } from 'node:fs/promises';
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

async function writeStream(path: string, pieces: Iterable<string>): Promise<void> {
  const stream = createWriteStream(path, { encoding: 'utf8' });
  // Awaited from the start: a file that cannot be opened says so while nothing else listens.
  const done = finished(stream);
  try {
    await Promise.race([once(stream, 'open'), done]);
    await writeTo(stream, pieces);
    stream.end();
    await done;
  } catch (cause) {
    stream.destroy();
    await done.catch(() => undefined);
    throw cause;
  }
}

/** Writes a file beside its place and moves it there when it is whole, so that half a file never stands for one. */
async function writeFile(path: string, pieces: Iterable<string>): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  // A pipe or a device is written to, and never replaced.
  if (there !== undefined && !there.isFile()) return writeStream(path, pieces);
  const target = there === undefined ? path : await realpath(path);
  const part = `${target}.${process.pid}.part`;
  try {
    await writeStream(part, pieces);
    await rename(part, target);
  } catch (cause) {
    await rm(part, { force: true });
    throw cause;
  }
}

/** Whether writing to a path would take the place of something. */
const isInTheWay = async (path: string): Promise<boolean> => {
  const there = await stat(path).catch(() => undefined);
  return there !== undefined && (there.isFile() || there.isDirectory());
};

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
type Written = { readonly ok: true; readonly paths: readonly string[] } | { readonly ok: false; readonly why: string };

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
      if (await isInTheWay(at)) return { ok: false, why: `${at} was not written: ${WHY.EEXIST}` };
    }
    for (const target of targets) {
      at = target.path;
      await writeFile(at, target.pieces);
    }
    return { ok: true, paths: targets.map((target) => target.path) };
  } catch (cause) {
    const why = WHY[(cause as NodeJS.ErrnoException).code ?? ''];
    if (why === undefined) throw cause;
    return { ok: false, why: `${at} was not written: ${why}` };
  }
}

/** Writes, says what was written or why not, and gives the exit code: 0, or 1 where something is in the way. */
export async function writeAndSay(
  out: string,
  files: readonly OutFile[],
  { force, json }: { readonly force: boolean; readonly json: boolean },
): Promise<0 | 1> {
  const written = await writeOut(out, files, force);
  if (json) {
    const said = written.ok ? { ok: true, written: written.paths } : { ok: false, problem: written.why };
    console.log(JSON.stringify(said, null, 2));
  } else if (written.ok) for (const path of written.paths) console.log(`wrote ${path}`);
  else console.error(`parley: ${written.why}`);
  return written.ok ? 0 : 1;
}
