import { fileURLToPath } from 'node:url';
import { readFolder } from '../../cli/readFolder.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { parseScenario } from '../../src/formats/parseScenario.ts';

export const TEMPLATE = fileURLToPath(new URL('../../scenarios/_template', import.meta.url));

/** A passage of the template's files, and what it is replaced by: a fault that somebody could have written. */
export type Edit = readonly [from: string, to: string];

/** The template scenario with some passages changed. Throws where a passage is not there, or where the result has an error. */
export async function templateWith(...edits: readonly Edit[]): Promise<Scenario> {
  const files = (await readFolder(TEMPLATE)) ?? [];
  const unused = edits.filter(([from]) => !files.some(({ text }) => text.includes(from)));
  if (unused.length > 0) throw new Error(`the template does not say: ${unused.map(([from]) => from).join(' | ')}`);
  const { scenario, problems } = parseScenario(
    files.map(({ file, text }) => ({ file, text: edits.reduce((said, [from, to]) => said.replace(from, to), text) })),
  );
  if (scenario === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  return scenario;
}
