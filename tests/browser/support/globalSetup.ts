import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildApp } from '../../../cli/buildApp.ts';
import { serveFolder } from '../../../cli/serveFolder.ts';
import { findChromium } from './findChromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of the browser that the tests drive. */
    chromiumPath: string;
    /** Folder of the built app. */
    appFolder: string;
    /** Address of the built app, ending in a slash. */
    appUrl: string;
  }
}

/** Once per run: finds a browser, builds the app into a folder of its own, and serves it as `npm start` does. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromiumPath = findChromium();
  const folder = mkdtempSync(join(tmpdir(), 'parley-app-'));
  await buildApp(project.config.root, folder);
  const server = await serveFolder(folder, 0);
  project.provide('chromiumPath', chromiumPath);
  project.provide('appFolder', folder);
  project.provide('appUrl', server.url);
  return async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  };
}
