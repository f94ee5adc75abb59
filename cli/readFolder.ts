import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { error, type Problem } from '../src/domain/problem.ts';
import type { ScenarioText } from '../src/formats/scenarioFiles.ts';
import { MAX_BYTES, tooLarge } from '../src/formats/yaml.ts';

/** YAML files that a scenario folder may hold; anything else in it is left alone. */
const YAML = /\.ya?ml$/;
const BRANCHES = 'branches';

const unreadable = (message: string): Problem =>
  error('file-unreadable', [], `the file cannot be read: ${message}`, 'put a text file there that may be read');

const wordsOf = (cause: unknown): string => {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'it is a link to something that is not there';
  if (code === 'ELOOP') return 'it is a link that leads to itself';
  return code === 'EACCES' || code === 'EPERM' ? 'it is not allowed' : String(code ?? cause);
};

/** A file's text, or why it cannot be had: a reading must end, so nothing but an ordinary file is opened. */
async function readText(folder: string, file: string): Promise<ScenarioText> {
  const path = join(folder, file);
  try {
    const found = await stat(path);
    if (!found.isFile()) return { file, text: '', unreadable: unreadable('it is no ordinary file') };
    if (found.size > MAX_BYTES) return { file, text: '', unreadable: tooLarge(found.size) };
    return { file, text: await readFile(path, 'utf8') };
  } catch (cause) {
    return { file, text: '', unreadable: unreadable(wordsOf(cause)) };
  }
}

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false;

/** The files of a scenario folder, in order of their names. Undefined where there is no folder at the path that may be read. */
export async function readFolder(path: string): Promise<readonly ScenarioText[] | undefined> {
  const inside = (await isFolder(path)) ? await readdir(path).catch(() => undefined) : undefined;
  if (inside === undefined) return undefined;
  const branches = join(path, BRANCHES);
  const inBranches = (await isFolder(branches)) ? await readdir(branches).catch(() => []) : [];
  const files = [...inside, ...inBranches.map((name) => `${BRANCHES}/${name}`)]
    .filter((name) => YAML.test(name))
    .sort();
  return Promise.all(files.map((file) => readText(path, file)));
}

/** The name that a folder's scenario should have as its id; a leading `_` sets a folder apart and is no part of it. */
export const folderName = (path: string): string => basename(resolve(path)).replace(/^_/, '');
