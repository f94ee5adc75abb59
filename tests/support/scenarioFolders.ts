import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const HOME = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/** A scenario folder of this repository, found by reading the disk: a new one gets its tests by existing. */
export interface ScenarioFolder {
  readonly name: string;
  readonly path: string;
}

export const scenarioFolders: readonly ScenarioFolder[] = readdirSync(HOME, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${HOME}${entry.name}/scenario.yaml`))
  .map(({ name }) => ({ name, path: `${HOME}${name}` }));
