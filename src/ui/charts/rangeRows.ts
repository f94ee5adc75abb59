import type { RangedScore } from './leverageRows.ts';

/** A number on a scale of its own: where it stood at the start, where it stands, and its range. */
export interface RangeRow {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** The lowest and the highest of its scale. */
  readonly scale: readonly [number, number];
  readonly start: number;
  readonly now: RangedScore;
  /** The raw value has run past the scale, so that the scale's end is shown. */
  readonly beyond: boolean;
  /** The colour of the actor that it belongs to, 1 to 4. */
  readonly colour: number;
}

/** A value as a share of its row's scale, 0 to 1. */
export const shareOf = ({ scale: [low, high] }: Pick<RangeRow, 'scale'>, value: number): number =>
  Math.min(1, Math.max(0, (value - low) / (high - low)));
