import type { Line } from '../domain/identifier.ts';
import { lineKey } from '../domain/line.ts';
import type { Position } from '../domain/position.ts';
import type { DrawnValues } from './drawnValues.ts';
import type { HeldDraws } from './heldDraws.ts';

/** Lines whose draws are kept: enough for a reader's tree of variations. */
const KEPT_LINES = 400;

/**
 * The draws at every step of a line. Lines share their beginnings, so each step is computed once and kept; `positions` are the central
 * ones: the opening, then one per move.
 */
export function lineDraws(draws: HeldDraws): (line: Line, positions: readonly Position[]) => readonly DrawnValues[] {
  const kept = new Map<string, DrawnValues>();
  return (line, positions) => {
    const steps: DrawnValues[] = [draws.opening];
    for (const [index, move] of line.entries()) {
      const key = lineKey(line.slice(0, index + 1));
      const position = positions[index];
      const before = steps[index];
      if (position === undefined || before === undefined)
        throw new RangeError('a line needs a position before every move');
      const known = kept.get(key);
      const drawn = known ?? draws.after(before, position, move);
      if (known === undefined && kept.size >= KEPT_LINES) kept.delete(kept.keys().next().value ?? '');
      kept.set(key, drawn);
      steps.push(drawn);
    }
    return steps;
  };
}
