import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBranchYaml } from '../src/formats/branchYaml.ts';
import { readXstateJson } from '../src/formats/xstateJson.ts';
import { formatProblem } from './loadScenario.ts';
import { readText } from './openGame.ts';
import { usage } from './usage.ts';
import { type OutFile, printPieces, writeAndSay } from './writeOut.ts';

const USAGE =
  'parley import FILE.json [--out PATH] [--force] [--json]   FILE.json is what parley export wrote as XState JSON, one branch or all, perhaps edited since; PATH a file, or a folder for several';

/** `parley import`: branches from XState JSON as the YAML of a scenario folder; exit 0, 1 for problems, 2 for usage. */
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
  if (out === '') return usage.refuse(USAGE, '--out names a file or a folder');
  const read = await readText(path);
  if ('fault' in read) return usage.refuse(USAGE, read.fault);
  const file = basename(path);
  const { branches, problems } = readXstateJson(read.text, file);
  if (branches === undefined) {
    if (json) console.log(JSON.stringify({ ok: false, problems }, null, 2));
    else for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
    return 1;
  }
  const remarks = [`Read from ${file} by Parley; \`parley check\` reads it with the rest of its scenario.`];
  const files = branches.map((branch) => ({ name: `${branch.id}.yaml`, pieces: [writeBranchYaml(branch, remarks)] }));
  if (out !== undefined) return writeAndSay(out, files, { force, json });
  const [branch, ...others] = branches;
  const answer = others.length === 0 ? { ok: true, branch } : { ok: true, branches };
  await printPieces(json ? [`${JSON.stringify(answer, null, 2)}\n`] : documents(files));
  return 0;
}

/** Several texts of YAML as one, for a pipe. */
function* documents(files: readonly OutFile[]): Generator<string> {
  for (const [index, { pieces }] of files.entries()) {
    if (index > 0) yield '---\n';
    yield* pieces;
  }
}
