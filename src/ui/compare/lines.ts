import { useMemo } from 'react';
import type { DrawnValues } from '../../analysis/drawnValues.ts';
import type { DrawnPlace } from '../../analysis/figures.ts';
import type { Line } from '../../domain/identifier.ts';
import { lineKey } from '../../domain/line.ts';
import { leafLines } from '../../domain/siblings.ts';
import type { Study } from '../../domain/study.ts';
import { lineName } from '../app/comparison.ts';
import { type LineReading, readLine } from '../app/lineReading.ts';
import { type Parley, useParley } from '../app/parley.ts';
import { useStudyState } from '../app/useStudy.ts';
import { useWords } from './words.ts';

/** Letters of the columns; as many lines as can be compared. */
export const LETTERS = ['A', 'B', 'C', 'D'] as const;

/** A line as a column of the comparison. */
export interface ComparedLine {
  readonly letter: string;
  /** The reader's name for it, or the first move that sets it apart. */
  readonly name: string;
  /** As the address has it. */
  readonly asked: Line;
  readonly reading: LineReading;
  /** Every step in every draw, the opening first. */
  readonly drawn: readonly DrawnValues[];
  /** Where the line stands: what its figures are read from. */
  readonly place: DrawnPlace;
  /** Stable while the line is here, also for a line that is here twice. */
  readonly key: string;
}

/** Lines as columns: each read as far as the chart allows it, in every draw. Lines past the last letter find no column. */
export function comparedLines(
  parley: Pick<Parley, 'scenario' | 'read' | 'drawsAlong'>,
  study: Study,
  opening: string,
  lines: readonly Line[],
): readonly ComparedLine[] {
  // One line alone is told apart from the study's others, as the chooser tells it.
  const among = lines.length > 1 ? lines : leafLines(study).map(({ line }) => line);
  return lines.slice(0, LETTERS.length).map((asked, at): ComparedLine => {
    const reading = readLine(parley, asked);
    const drawn = parley.drawsAlong(reading.line, reading.positions);
    const [position, values] = [reading.positions.at(-1), drawn.at(-1)];
    if (position === undefined || values === undefined) throw new TypeError('a line stands somewhere');
    const before = lines.slice(0, at).filter((line) => lineKey(line) === lineKey(asked)).length;
    return {
      letter: LETTERS[at] ?? '',
      name: lineName(parley.scenario, study, reading.line, among) ?? opening,
      asked,
      reading,
      drawn,
      place: { values: position.values, drawn: values },
      key: `${lineKey(asked)} ${before}`,
    };
  });
}

/** The lines of an address as columns, read anew when they or the reader's names change. */
export function useComparedLines(lines: readonly Line[]): readonly ComparedLine[] {
  const parley = useParley();
  const { study } = useStudyState();
  const { columns } = useWords();
  // An address is parsed at every render: what it says, not its objects, tells whether something changed.
  const key = lines.map(lineKey).join(';');
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => comparedLines(parley, study, columns.opening, lines), [parley, study, columns, key]);
}
