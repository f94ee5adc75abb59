import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isOutOfDate } from '../../cli/buildApp.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'parley-root-'));
});

afterEach(() => rmSync(root, { recursive: true }));

/** Writes a file that was last changed at the given second, and its folders with it. */
function write(path: string, second: number): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), '');
  for (let at = path; at !== '.'; at = dirname(at)) utimesSync(join(root, at), second, second);
}

const outOfDate = () => isOutOfDate(root, join(root, 'dist'));

describe('the built app is built again', () => {
  test('when there is none', () => {
    write('src/main.tsx', 10);
    expect(outOfDate()).toBe(true);
  });

  test('not when it is newer than all that it is made of', () => {
    write('src/ui/walk/Walk.tsx', 10);
    write('index.html', 10);
    write('tests/new.test.ts', 30);
    write('dist/index.html', 20);
    expect(outOfDate()).toBe(false);
  });

  test.each([
    'index.html',
    'vite.config.ts',
    'package-lock.json',
    'src/ui/walk/Walk.tsx',
    'machines/study.ts',
    'scenarios/kursk-2025/branches/ceasefire.yaml',
    'cli/loadScenario.ts',
  ])('when %s is newer', (source) => {
    write('dist/index.html', 20);
    write(source, 30);
    expect(outOfDate()).toBe(true);
  });

  test('when a file was taken away, which only its folder tells', () => {
    write('src/ui/kept.tsx', 10);
    write('dist/index.html', 20);
    utimesSync(join(root, 'src/ui'), 30, 30);
    utimesSync(join(root, 'src'), 10, 10);
    expect(outOfDate()).toBe(true);
  });
});
