import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { TEMPLATE } from './template.ts';

/** The template without a word on how likely each move seems, in a folder of its own that goes when the test ends. */
export function withoutTendencies(): string {
  const folder = mkdtempSync(join(tmpdir(), 'template-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(TEMPLATE, folder, { recursive: true });
  const path = join(folder, 'branches', 'evenings.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/^ +tendency: .*\n/gm, ''));
  return folder;
}
