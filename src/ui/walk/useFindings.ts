import { useMemo } from 'react';
import type { StepFinding } from '../../analysis/lineFindings.ts';
import { useParley } from '../app/parley.ts';
import { findingsAlong, type Walk } from '../app/useWalk.ts';

/** What each step of the present line did, the opening first. */
export function useFindings({ line, positions }: Pick<Walk, 'line' | 'positions'>): readonly StepFinding[] {
  const parley = useParley();
  return useMemo(() => findingsAlong(parley, line, positions), [parley, line, positions]);
}
