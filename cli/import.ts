import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBranchYaml } from '../src/formats/branchYaml.ts';
import { readXstateJson } from '../src/formats/xstateJson.ts';
import { formatProblem } from './loadScenario.ts';
import { readText } from './openGame.ts';
import { usage } from './usage.ts';
import { printPieces, writeAndSay } from './writeOut.ts';

const USAGE =
  'parley import FILE.json [--out PATH] [--force] [--json]   FILE.json is an XState config that parley export wrote, perhaps edited since';

/** `parley import`: a branch from XState JSON as the YAML of a scenario folder; exit 0, 1 for problems, 2 for usage. */
export async function importCommand(args: readonly string[]): Promise<number> {
  const parsed = usage(USAGE, () =>
    parseArgs({
      args: [...args],
      options: {
        out: { type: 'string' },
        force: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    }),
  );
  if (parsed === undefined) return 2;
  const { out, force, json } = parsed.values;
  const [path, ...rest] = parsed.positionals;
  if (path === undefined || rest.length > 0) return usage.refuse(USAGE, 'name one JSON file');
  if (out === '') return usage.refuse(USAGE, '--out names a file');
  const read = await readText(path);
  if ('fault' in read) return usage.refuse(USAGE, read.fault);
  const file = basename(path);
  const { branch, problems } = readXstateJson(read.text, file);
  if (branch === undefined) {
    if (json) console.log(JSON.stringify({ ok: false, problems }, null, 2));
    else for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
    return 1;
  }
  const yaml = writeBranchYaml(branch, [
    `Read from ${file} by Parley; \`parley check\` reads it with the rest of its scenario.`,
  ]);
  if (out === undefined) {
    await printPieces(json ? [`${JSON.stringify({ ok: true, branch }, null, 2)}\n`] : [yaml]);
    return 0;
  }
  return writeAndSay(out, [{ name: `${branch.id}.yaml`, pieces: [yaml] }], { force, json });
}
