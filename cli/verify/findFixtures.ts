import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemFault } from '../systemFault.ts';

/** The fixture files at some paths: a file is one itself, a folder is searched for .json files. In order, each once. */
export async function findFixtures(
  paths: readonly string[],
): Promise<{ readonly files: readonly string[]; readonly faults: readonly string[] }> {
  const files = new Set<string>();
  const faults: string[] = [];
  for (const path of paths) {
    try {
      if (!(await stat(path)).isDirectory()) {
        files.add(path);
        continue;
      }
      const found = await jsonFiles(path);
      if (found.length === 0) faults.push(`${path} has no fixture in it (no .json file)`);
      for (const file of found) files.add(file);
    } catch (cause) {
      faults.push(`${path} cannot be read: ${systemFault(cause)}`);
    }
  }
  return { files: [...files], faults };
}

async function jsonFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await jsonFiles(path)));
    else if (entry.isFile() && entry.name.endsWith('.json')) found.push(path);
  }
  return found;
}
