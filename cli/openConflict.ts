import { basename } from 'node:path';
import type { Conflict } from '../src/domain/conflict.ts';
import { readConflict } from '../src/formats/conflict/readConflict.ts';
import type { LocatedProblem } from '../src/formats/locatedProblem.ts';
import { formatProblem } from './loadScenario.ts';
import { readText } from './openGame.ts';
import { usage } from './usage.ts';

/** A conflict that can be analysed, and what its reader warned of. */
export interface OpenedConflict {
  readonly conflict: Conflict;
  readonly problems: readonly LocatedProblem[];
}

/** The conflict in a file; or, once the reason has been printed, the exit code with which the command ends. People read warnings on stderr. */
export async function openConflict(usageLine: string, path: string, json: boolean): Promise<OpenedConflict | 1 | 2> {
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
  for (const problem of json ? [] : problems) console.error(`${formatProblem(problem)}\n`);
  return { conflict, problems };
}

function refuse(problems: readonly LocatedProblem[], json: boolean): 1 {
  if (json) console.log(JSON.stringify({ ok: false, problems }, null, 2));
  else for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  return 1;
}
