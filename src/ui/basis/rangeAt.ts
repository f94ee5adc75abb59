import { type Range, rangeOf } from '../../analysis/heldDraws.ts';
import type { Values } from '../../domain/indicators.ts';
import type { Parley } from '../app/parley.ts';
import type { Place } from './BasisSheet.tsx';

/** The central values where a line stands. */
export function valuesAt({ positions }: Place): Values {
  const position = positions.at(-1);
  if (position === undefined) throw new RangeError('a line stands somewhere');
  return position.values;
}

/** The range of judgement of any figure where a line leads. */
export const rangeAt = (
  { drawsAlong }: Pick<Parley, 'drawsAlong'>,
  { line, positions }: Place,
  read: (values: Values) => number,
): Range => rangeOf((drawsAlong(line, positions).at(-1) ?? []).map(read));
