import { expect, test } from 'vitest';
import type { Check } from '../../src/domain/check/checkScenario.ts';
import type { LocatedProblem } from '../../src/formats/locatedProblem.ts';
import { type Edit, edited, type Folder, HARBOUR_LEASE, readTexts } from './harbourLease.ts';

/**
 * Something that people get wrong: its name, how the sound folder is changed, and everything that must be said of it, in file order,
 * a line each: file, line and column, the words that stand there, code, path, sentence and help.
 */
export type Fault = readonly [name: string, edits: Edit | readonly Edit[], ...says: readonly string[]];

/** As many letters of what stands at a problem's place as tell what it points at. */
const LETTERS = 14;

/** A problem and what it points at, in one line: `lease.yaml:19:17 «singed» unknown-target at branches.…: no state … → did you mean …`. */
export function problemLine(problem: LocatedProblem, folder: Folder): string {
  const { file, line, column, severity, code, path, message, suggestion } = problem;
  const words = (folder[file] ?? '')
    .split('\n')
    [line - 1]?.slice(column - 1, column - 1 + LETTERS)
    .trim();
  const kind = severity === 'warning' ? `warning ${code}` : code;
  const help = suggestion === undefined ? '' : ` → ${suggestion}`;
  return `${file.replace('branches/', '')}:${line}:${column} «${words}» ${kind} at ${path}: ${message}${help}`;
}

/** One test per fault: exactly what is expected is said, each problem with its place, path, sentence and help, and nothing else. */
export function testFaults(
  faults: readonly Fault[],
  folder: Folder = HARBOUR_LEASE,
  checks: readonly Check[] = [],
): void {
  test.each(faults.map(([name, edits, ...says]) => ({ name, edits, says })))('$name', ({ edits, says }) => {
    const faulty = edited(folder, ...('file' in edits ? [edits] : edits));
    expect(readTexts(faulty, checks).problems.map((problem) => problemLine(problem, faulty))).toEqual(says);
  });
}
