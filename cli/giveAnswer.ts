import type { Table } from '../src/formats/csv.ts';
import { printLines } from './printLines.ts';
import { writeTable } from './writeTable.ts';

/** How an answer is asked for. */
export interface AnswerOptions {
  readonly json: boolean;
  /** Where its table goes; nowhere where that is undefined. */
  readonly csv: string | undefined;
  readonly force: boolean;
}

/** An answer in the forms in which it may be asked for, each made when it is. */
export interface Answered {
  readonly table: () => Table;
  /** What stands above the table: where it comes from. */
  readonly remarks: readonly string[];
  readonly text: () => Iterable<string>;
  readonly value: object;
}

/** Writes the table where that was asked for, then prints the answer; exit code 0, or 1 where the table cannot be written. */
export async function giveAnswer({ json, csv, force }: AnswerOptions, answered: Answered): Promise<0 | 1> {
  if (csv !== undefined && !(await writeTable(csv, answered.table(), answered.remarks, force))) return 1;
  await printLines(json ? [JSON.stringify({ ok: true, ...answered.value }, null, 2)] : answered.text());
  return 0;
}
