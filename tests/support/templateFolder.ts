import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Edit, TEMPLATE } from './template.ts';

/** The template with some passages changed, in a folder of its own that goes when the test ends. */
function templateFolder(change: (yaml: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'template-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(TEMPLATE, folder, { recursive: true });
  for (const file of ['scenario.yaml', join('branches', 'evenings.yaml')]) {
    const path = join(folder, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  }
  return folder;
}

/** The template without a word on how likely each move seems. */
export const withoutTendencies = (): string => templateFolder((yaml) => yaml.replaceAll(/^ +tendency: .*\n/gm, ''));

/** What gives the template a third actor without stakes, who decides the first move together with the café. */
export const WATCHED: readonly Edit[] = [
  [
    '  CAFE:\n    name: Café',
    '  CITY:\n    name: City\n    shape: triangle\n    colour: 3\n    wants: [quiet]\n    fears: [noise]\n  CAFE:\n    name: Café',
  ],
  ['decides: CAFE', 'decides: [CAFE, CITY]\n      noAgreement: two'],
];

/** That template as a folder. */
export const watchedTemplate = (): string =>
  templateFolder((yaml) => WATCHED.reduce((said, [from, to]) => said.replace(from, to), yaml));
