import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { type EfgReading, readEfg } from '../src/formats/efg/readEfg.ts';
import { systemFault } from './systemFault.ts';

/** Why a file gives no text. */
interface NoText {
  readonly fault: string;
  /** The file is there and can be read, and what it holds is no text. */
  readonly isContent?: true;
}

/** Text in UTF-8, or the sentence that says why there is none. */
export async function readText(path: string): Promise<{ readonly text: string } | NoText> {
  try {
    // A reading must end, so nothing but an ordinary file is opened.
    const found = await stat(path);
    if (!found.isFile()) {
      return { fault: `${path} cannot be read: it is ${found.isDirectory() ? 'a folder' : 'no ordinary file'}` };
    }
    const bytes = await readFile(path);
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (cause) {
    if (cause instanceof TypeError) return { fault: `${path} is not text in UTF-8`, isContent: true };
    return { fault: `${path} cannot be read: ${systemFault(cause)}` };
  }
}

/** A file that holds something other than text, told like anything else that is wrong in it. */
const notText = (file: string): EfgReading => ({
  game: undefined,
  problems: [
    {
      code: 'not-text',
      severity: 'error',
      file,
      line: 1,
      column: 1,
      path: '',
      message: 'the file holds bytes that are no text',
      suggestion: 'save it as UTF-8',
    },
  ],
});

/** Whether a path is meant as a game in Gambit’s format: by its name, or because it is a file and no folder. */
export async function isGameFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? /\.efg$/i.test(path) : !found.isDirectory();
}

/** The folder of the scenario that a file of YAML is a part of: branches have a folder of their own in it. */
function folderOf(path: string): string {
  const folder = dirname(path);
  return basename(folder) === 'branches' ? dirname(folder) : folder;
}

/** Reads an .efg file; or, where it cannot be read at all, says why. */
export async function openGame(path: string): Promise<EfgReading | { readonly fault: string }> {
  if (/\.ya?ml$/i.test(path)) return { fault: `${path} is a file of a scenario: name its folder (${folderOf(path)})` };
  const read = await readText(path);
  if ('text' in read) return readEfg(read.text, basename(path));
  return read.isContent === true ? notText(basename(path)) : read;
}
