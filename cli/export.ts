import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { didYouMean } from '../src/domain/problem.ts';
import type { EfgGame } from '../src/formats/efg/readEfg.ts';
import { writeEfg } from '../src/formats/efg/writeEfg.ts';
import { gameOutcomesCsv } from '../src/formats/outcomesCsv.ts';
import { exportScenario, FORMATS, type Format, TooLarge, together } from './exportScenario.ts';
import { formatProblem } from './loadScenario.ts';
import { isGameFile, openGame } from './openGame.ts';
import { openScenario } from './openScenario.ts';
import { entriesOf } from './scenarioGame.ts';
import { usage } from './usage.ts';
import { type OutFile, printPieces, writeAndSay } from './writeOut.ts';

const USAGE = `parley export FILE --format ${FORMATS.join('|')} [--branch ID] [--out PATH] [--force] [--json]   FILE is a scenario folder, or an .efg file (--format efg or csv)`;

/** What stands above a table that was made of a game in Gambit's format, or in the comment of the game itself. */
const MADE = 'Written by Parley from';

interface Options {
  readonly format: Format;
  readonly branch: string | undefined;
  readonly json: boolean;
}

/** What is exported; or the exit code with which the command ends, its reason printed. */
type Exported = readonly OutFile[] | 1 | 2;

const pieces = function* (lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
};

/** The game's own comment, and where this copy of it comes from; a copy of a copy says it once. */
function commentOf({ comment }: EfgGame, file: string): readonly string[] {
  const own = comment.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '' && !line.startsWith(MADE));
  return [...own, `${MADE} ${basename(file)}: payoffs stand at ends, every description in full.`];
}

async function exportGame(path: string, { format, branch, json }: Options): Promise<Exported> {
  const reading = await openGame(path);
  if ('fault' in reading) return usage.refuse(USAGE, reading.fault);
  if (format !== 'efg' && format !== 'csv') {
    return usage.refuse(USAGE, `an .efg file is exported as efg or csv, not as ${format}: it has no statechart`);
  }
  if (branch !== undefined) return usage.refuse(USAGE, '--branch is for scenarios: an .efg file has no branches');
  const { game, problems } = reading;
  if (game === undefined && json) console.log(JSON.stringify({ ok: false, problems }, null, 2));
  else for (const problem of problems) console.error(formatProblem(problem));
  if (game === undefined) return 1;
  const comment = commentOf(game, path);
  const name = basename(path).replace(/\.efg$/i, '');
  if (format === 'efg') return [{ name: `${name}.efg`, pieces: pieces(writeEfg(game.tree, game.labels, { comment })) }];
  const table = gameOutcomesCsv(game.tree, game.labels, [game.labels.title, ...comment]);
  if (table.ok) return [{ name: `${name}.csv`, pieces: table.value }];
  if (json) console.log(JSON.stringify({ ok: false, problem: table.error }, null, 2));
  else console.error(`parley: ${table.error}`);
  return 1;
}

async function exportFolder(positionals: readonly string[], { format, branch, json }: Options): Promise<Exported> {
  const scenario = await openScenario(USAGE, { positionals, json });
  if (typeof scenario === 'number') return scenario;
  const known = Object.keys(scenario.branches);
  if (branch !== undefined && !known.includes(branch)) {
    return usage.refuse(
      USAGE,
      `there is no branch \`${branch}\`: ${didYouMean(branch, known) ?? 'the scenario has none'}`,
    );
  }
  if (branch !== undefined && (format === 'efg' || format === 'csv') && entriesOf(scenario, branch).length === 0) {
    return usage.refuse(USAGE, `no line begins with the branch \`${branch}\`: it is only entered from other branches`);
  }
  return exportScenario(scenario, format, branch);
}

const isFormat = (written: string | undefined): written is Format => FORMATS.some((format) => format === written);

/** `parley export`: a scenario or a game in another format; exit 0, 1 for problems or a file that is in the way, 2 for usage. */
export async function exportCommand(args: readonly string[]): Promise<number> {
  const parsed = usage(USAGE, () =>
    parseArgs({
      args: [...args],
      options: {
        format: { type: 'string' },
        branch: { type: 'string' },
        out: { type: 'string' },
        force: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    }),
  );
  if (parsed === undefined) return 2;
  const { format, branch, out, force, json } = parsed.values;
  if (format === undefined) return usage.refuse(USAGE, `say in which format: --format ${FORMATS.join(', ')}`);
  if (!isFormat(format)) return usage.refuse(USAGE, `there is no format \`${format}\`: ${didYouMean(format, FORMATS)}`);
  if (out === '') return usage.refuse(USAGE, '--out names a file or a folder');
  const [path, ...rest] = parsed.positionals;
  if (path === undefined || rest.length > 0) return usage.refuse(USAGE, 'name one scenario folder or .efg file');
  const options = { format, branch, json };
  try {
    const files = (await isGameFile(path))
      ? await exportGame(path, options)
      : await exportFolder(parsed.positionals, options);
    if (typeof files === 'number') return files;
    return out === undefined ? await print(format, files) : await writeAndSay(out, files, { force, json });
  } catch (cause) {
    if (!(cause instanceof TooLarge)) throw cause;
    console.error('The tree has more positions than are unfolded. --branch exports what follows from one branch.');
    return 1;
  }
}

async function print(format: Format, files: readonly OutFile[]): Promise<0> {
  await printPieces(together(format, files));
  return 0;
}
