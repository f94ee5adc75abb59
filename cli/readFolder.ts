import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { MAIN_FILE, type ScenarioText } from '../src/formats/scenarioFiles.ts';
import { MAX_BYTES } from '../src/formats/yaml.ts';

/** YAML files that a scenario folder may hold; anything else in it is left alone. */
const YAML = /\.ya?ml$/;

async function readText(path: string): Promise<string> {
  const { size } = await stat(path);
  // A larger file is refused by its size; its whole text need not be read for that.
  if (size > MAX_BYTES) return ' '.repeat(MAX_BYTES + 1);
  return readFile(path, 'utf8');
}

/** The files of a scenario folder, or a single file that holds a whole scenario. Undefined where there is nothing at the path. */
export async function readFolder(path: string): Promise<readonly ScenarioText[] | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  if (found.isFile()) return [{ file: MAIN_FILE, text: await readText(path) }];
  const inside = await readdir(path);
  const branches = inside.includes('branches') ? await readdir(join(path, 'branches')) : [];
  const files = [...inside, ...branches.map((name) => `branches/${name}`)].filter((name) => YAML.test(name)).sort();
  return Promise.all(files.map(async (file) => ({ file, text: await readText(join(path, file)) })));
}

/** The name that a folder's scenario should have as its id; a leading `_` sets a folder apart and is no part of it. */
export const folderName = (path: string): string => basename(resolve(path)).replace(/^_/, '');
