import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { splitScenario } from '../src/domain/prose.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { contentHash } from '../src/formats/contentHash.ts';

const PREFIX = 'virtual:scenario/';
const HOME = fileURLToPath(new URL('.', import.meta.url));

/** Reads the scenario of a folder, or throws with everything that is wrong with it. */
export type ScenarioLoader = (folder: string) => Promise<Scenario>;

/**
 * Scenarios that ship are parsed, checked and turned to JSON at build time, in parts: `virtual:scenario/<id>/structure`,
 * `/prose/<branch>`, `/ledger` and `/afterwards`. YAML and its checker stay out of the page.
 */
export function scenarioPlugin(load: ScenarioLoader): Plugin {
  const asModule = (value: unknown) => `export const built = JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
  // Each scenario is read once per build, however many of its parts are asked for.
  const read = new Map<string, Promise<Scenario>>();
  const once = (folder: string): Promise<Scenario> => {
    const begun = read.get(folder) ?? load(folder);
    read.set(folder, begun);
    return begun;
  };
  return {
    name: 'parley-scenarios',
    buildStart: () => read.clear(),
    watchChange: () => read.clear(),
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const [scenarioId = '', part = '', branch = ''] = id.slice(PREFIX.length + 1).split('/');
      const entries = await readdir(join(HOME, scenarioId), { recursive: true, withFileTypes: true });
      // The server that serves the app as one edits takes whatever is watched for a module, and a folder is none.
      for (const entry of entries) if (entry.isFile()) this.addWatchFile(join(entry.parentPath, entry.name));
      const scenario = await once(join(HOME, scenarioId));
      const { structure, prose, ledger } = splitScenario(scenario);
      switch (part) {
        case 'structure':
          return asModule({ scenario: structure, hash: contentHash(scenario) });
        case 'prose':
          return asModule(prose[branch] ?? {});
        case 'ledger':
          return asModule(ledger);
        case 'afterwards':
          return asModule(scenario.afterwards ?? []);
        default:
          throw new Error(`a scenario has no part called ${part}`);
      }
    },
  };
}
