import { useMemo } from 'react';
import type { StepFinding } from '../../analysis/lineFindings.ts';
import type { Line } from '../../domain/identifier.ts';
import { readLine } from '../app/lineReading.ts';
import { type Parley, useParley } from '../app/parley.ts';
import { findingsAlong } from '../app/useWalk.ts';

/** What the last step of a line did. */
function lastFinding(parley: Parley, line: Line): StepFinding | undefined {
  const reading = readLine(parley, line);
  return findingsAlong(parley, reading.line, reading.positions).at(-1);
}

/** `lastFinding`, again only when the line changes: by its moves, since a room makes new lists of the same ones. */
export function useLastFinding(line: Line): StepFinding | undefined {
  const parley = useParley();
  const key = line.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the line.
  return useMemo(() => lastFinding(parley, line), [parley, key]);
}
