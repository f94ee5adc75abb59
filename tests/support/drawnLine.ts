import { negotiation } from '../../machines/negotiation.ts';
import { replay } from '../../machines/stepping.ts';
import { type DrawnValues, drawnValues } from '../../src/analysis/drawnValues.ts';
import { heldDraws } from '../../src/analysis/heldDraws.ts';
import { lineDraws } from '../../src/analysis/lineDraws.ts';
import type { Line } from '../../src/domain/identifier.ts';
import type { Values } from '../../src/domain/indicators.ts';
import type { Position } from '../../src/domain/position.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { randomLine } from './randomLines.ts';

/** A line with its positions, and the same places in every draw. */
export interface DrawnLine {
  readonly line: Line;
  readonly positions: readonly Position[];
  readonly drawn: readonly DrawnValues[];
}

/** A line as a screen reads it. Throws where the chart does not allow it. */
export function drawnLine(scenario: Scenario, line: Line, count = 40): DrawnLine {
  const { snapshots, dropped } = replay(negotiation(scenario), line);
  if (dropped.length > 0) throw new Error(`the chart does not allow ${dropped.join(', ')}`);
  const positions = snapshots.map(({ context }) => context);
  return { line, positions, drawn: lineDraws(heldDraws(scenario, count))(line, positions) };
}

/** A line to an end, shocks among its steps, drawn from a seed. */
export const randomDrawnLine = (scenario: Scenario, seed: number, count = 40): DrawnLine =>
  drawnLine(scenario, randomLine(scenario, negotiation(scenario), seed).line, count);

/** The draws at a step of a line, from 0; at its end where none is named. */
export function drawnAt(drawn: readonly DrawnValues[], step = -1): DrawnValues {
  const found = drawn.at(step);
  if (found === undefined) throw new Error(`the line has no step ${step}`);
  return found;
}

/** The values of every draw, one after the other. */
export const eachDraw = (drawn: DrawnValues): readonly Values[] => drawn.map((values) => values);

/** Draws written out: the values of each. */
export const drawsOf = (rows: readonly Values[]): DrawnValues =>
  drawnValues(
    new Map(
      Object.keys(rows[0] ?? {}).map((address) => [
        address,
        Float64Array.from(rows, (row) => row[address] ?? Number.NaN),
      ]),
    ),
  );
