import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the built app is made of, seen from the project's folder; cli reads the scenarios for the build. */
const SOURCES = ['index.html', 'vite.config.ts', 'package-lock.json', 'src', 'machines', 'scenarios', 'cli'];

/**
 * Builds the app as users get it, from the project in `root` into `folder`. Rejects with Vite's own error when the
 * sources do not build.
 */
export async function buildApp(root: string, folder: string): Promise<void> {
  const { build } = await import('vite');
  const before = process.env.NODE_ENV;
  // Vite takes a NODE_ENV that is already set, and a test runner sets one: React would come out as its slow half.
  process.env.NODE_ENV = 'production';
  try {
    await build({ root, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true, manifest: true } });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** Whether `folder` holds no built app, or one that is older than anything it is made of. */
export function isOutOfDate(root: string, folder: string): boolean {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return true;
  const built = statSync(page).mtimeMs;
  return SOURCES.some((source) => newestChange(join(root, source)) > built);
}

/** Folders count with their files: taking a file away changes only the folder. */
function newestChange(path: string): number {
  if (!existsSync(path)) return Number.NEGATIVE_INFINITY;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(path)
    .map((name) => newestChange(join(path, name)))
    .reduce((newest, change) => Math.max(newest, change), status.mtimeMs);
}
