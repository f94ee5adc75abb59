import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const TEMPLATE = fileURLToPath(new URL('../../scenarios/_template', import.meta.url));

/** The template with its files changed, in a folder of its own that goes when the test ends. */
export function templateWith(changes: Readonly<Record<string, (yaml: string) => string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'template-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(TEMPLATE, folder, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`nothing changed in ${file}`);
    writeFileSync(path, after);
  }
  return folder;
}

/** The template without a word on how likely each move seems. */
export const withoutTendencies = (): string =>
  templateWith({ 'branches/evenings.yaml': (yaml) => yaml.replaceAll(/^ +tendency: .*\n/gm, '') });
