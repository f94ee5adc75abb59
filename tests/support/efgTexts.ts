import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Games in Gambit's format with known answers. */
export const EFG_FOLDER = fileURLToPath(new URL('../literature/efg', import.meta.url));

/** The games in a folder of the literature, by name. */
export const efgTexts = (folder = '.'): readonly { readonly name: string; readonly text: string }[] =>
  readdirSync(join(EFG_FOLDER, folder))
    .filter((name) => name.endsWith('.efg'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(EFG_FOLDER, folder, name), 'utf8') }));
