import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Folder } from './harbourLease.ts';

/** Writes a folder to the disk, under a name of its own in a place of its own, until the test is over. */
export function onDisk(folder: Folder, name = 'harbour-lease'): string {
  const home = mkdtempSync(join(tmpdir(), 'parley-check-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const path = join(home, name);
  mkdirSync(path);
  for (const [file, text] of Object.entries(folder)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return path;
}
