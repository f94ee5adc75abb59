import type { Line } from '../../domain/identifier.ts';
import { type Study, type StudyStep, variations } from '../../domain/study.ts';

/** A step as the move list shows it. */
export interface MoveRow {
  readonly step: StudyStep;
  /** Its place in its line, from 1. */
  readonly number: number;
  /** 0 for the main line, 1 for a variation of it, and so on. */
  readonly depth: number;
}

/**
 * The study as a move list: each step of the main line, then the variations to it set in below, then on along the main line.
 * Iterative, so that a long line cannot exhaust the stack.
 */
export function moveRows(study: Study, from: Line = []): readonly MoveRow[] {
  const rows: MoveRow[] = [];
  const toDo: { readonly line: Line; readonly depth: number }[] = [{ line: from, depth: 0 }];
  for (let next = toDo.pop(); next !== undefined; next = toDo.pop()) {
    const [main, ...others] = variations(study, next.line);
    if (main === undefined) continue;
    const { depth } = next;
    const row = (step: StudyStep, at: number): MoveRow => ({ step, number: step.line.length, depth: at });
    rows.push(row(main, depth));
    if (others.length === 0) {
      toDo.push({ line: main.line, depth });
      continue;
    }
    for (const other of others) {
      rows.push(row(other, depth + 1), ...belowVariation(study, other.line, depth + 1));
    }
    toDo.push({ line: main.line, depth });
  }
  return rows;
}

const belowVariation = (study: Study, line: Line, depth: number): readonly MoveRow[] =>
  moveRows(study, line).map((row) => ({ ...row, depth: row.depth + depth }));
