import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

export const PARLEY = fileURLToPath(new URL('../../cli/parley.js', import.meta.url));

/** Runs the command as a person does, from a folder that has nothing to do with the project. */
export const runParley = (...args: readonly string[]) =>
  spawnSync(process.execPath, [PARLEY, ...args], { cwd: tmpdir(), encoding: 'utf8', maxBuffer: 64_000_000 });
