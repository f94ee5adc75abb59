import { readFile, stat } from 'node:fs/promises';
import { type EfgReading, readEfg } from '../src/formats/efg/readEfg.ts';

/** An .efg file that is read may be this large: some two million nodes. */
const MAX_BYTES = 128_000_000;

const refused = (file: string, code: string, message: string, suggestion: string): EfgReading => ({
  game: undefined,
  problems: [{ code, severity: 'error', file, line: 1, column: 1, path: '', message, suggestion }],
});

/** Whether a path is meant as a game in Gambit’s format: by its name, or because it is a file and no folder. */
export async function isGameFile(path: string): Promise<boolean> {
  if (/\.efg$/i.test(path)) return !((await stat(path).catch(() => undefined))?.isDirectory() ?? false);
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

/** Reads a game in Gambit’s .efg format from a file; undefined where there is none. Problems name the file by the path given. */
export async function loadGame(path: string): Promise<EfgReading | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  if (!found.isFile()) {
    return refused(path, 'file-unreadable', 'the file cannot be read: it is no ordinary file', 'name an .efg file');
  }
  if (found.size > MAX_BYTES) {
    const most = MAX_BYTES.toLocaleString('en');
    const message = `the file has ${found.size.toLocaleString('en')} bytes; at most ${most} are read`;
    return refused(path, 'file-too-large', message, 'solve a part of the game');
  }
  try {
    // A byte-order mark is kept, because the format refuses it.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
    return readEfg(text, path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      return refused(path, 'not-text', 'the file holds bytes that are no text', 'save it as UTF-8');
    }
    if (code === 'EACCES' || code === 'EPERM' || code === 'EISDIR' || code === 'EIO') {
      return refused(
        path,
        'file-unreadable',
        `the file cannot be read: ${code}`,
        'put a text file there that may be read',
      );
    }
    throw cause;
  }
}
