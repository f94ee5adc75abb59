import { basename } from 'node:path';
import type { Conflict } from '../src/domain/conflict.ts';
import { readConflict } from '../src/formats/conflict/readConflict.ts';
import { formatProblem } from './loadScenario.ts';
import { readText } from './openGame.ts';
import { usage } from './usage.ts';

/** The conflict in a file; or, once the reason has been printed, the exit code with which the command ends. Warnings go to stderr. */
export async function openConflict(usageLine: string, path: string, json: boolean): Promise<Conflict | 1 | 2> {
  const read = await readText(path);
  const file = basename(path);
  if ('fault' in read) {
    if (read.isContent !== true) return usage.refuse(usageLine, read.fault);
    const problem = { code: 'not-text', severity: 'error' as const, file, line: 1, column: 1, path: '' };
    return refuse(
      [{ ...problem, message: 'the file holds bytes that are no text', suggestion: 'save it as UTF-8' }],
      json,
    );
  }
  const { conflict, problems } = readConflict(read.text, file);
  if (conflict === undefined) return refuse(problems, json);
  for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  return conflict;
}

function refuse(problems: readonly Parameters<typeof formatProblem>[0][], json: boolean): 1 {
  if (json) console.log(JSON.stringify({ ok: false, problems }, null, 2));
  else for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  return 1;
}
