import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type EfgReading, readEfg } from '../src/formats/efg/readEfg.ts';
import { systemFault } from './systemFault.ts';

/** Text in UTF-8, or the sentence that says why there is none. */
export async function readText(path: string): Promise<{ readonly text: string } | { readonly fault: string }> {
  try {
    // A reading must end, so nothing but an ordinary file is opened.
    const found = await stat(path);
    if (!found.isFile()) {
      return { fault: `${path} cannot be read: it is ${found.isDirectory() ? 'a folder' : 'no ordinary file'}` };
    }
    const bytes = await readFile(path);
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (cause) {
    if (cause instanceof TypeError) return { fault: `${path} is not text in UTF-8` };
    return { fault: `${path} cannot be read: ${systemFault(cause)}` };
  }
}

/** Reads an .efg file; or, where it cannot be read at all, says why. */
export async function openGame(path: string): Promise<EfgReading | { readonly fault: string }> {
  const read = await readText(path);
  return 'fault' in read ? read : readEfg(read.text, basename(path));
}
