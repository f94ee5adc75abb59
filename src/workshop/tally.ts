import type { HandCount } from '../../machines/workshopDeed.ts';
import type { Line, MoveId } from '../domain/identifier.ts';
import type { HandsOf } from './command.ts';
import type { Vote } from './room.ts';

/** One option of a counted vote. */
export interface TallyRow {
  readonly move: MoveId;
  readonly hands: number;
  /** Of the hands for any option, 0 to 1; those who cannot say are left out. NaN where no hand was raised. */
  readonly share: number;
  /** Hands that said beforehand that this would be played; undefined where nobody was asked. */
  readonly predicted: number | undefined;
}

/** A counted vote, in the order of its options. */
export interface Tally {
  readonly rows: readonly TallyRow[];
  readonly cannotSay: number;
  /** All hands, “cannot say” included. */
  readonly total: number;
  readonly predictions: number | undefined;
  /** The options with most hands: one leads, several are tied, none where no hand was raised. */
  readonly leading: Line;
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** Counts a vote by plurality. Undefined where no hands were counted. */
export function tallyOf({ options, hands }: Pick<Vote, 'options' | 'hands'>): Tally | undefined {
  if (hands === undefined || hands === 'waived') return undefined;
  const { chosen, cannotSay, predicted } = hands;
  const counts = options.map((move) => chosen[move] ?? 0);
  const cast = sum(counts);
  const most = Math.max(0, ...counts);
  return {
    rows: options.map((move, index) => ({
      move,
      hands: counts[index] ?? 0,
      share: (counts[index] ?? 0) / cast,
      predicted: predicted === undefined ? undefined : (predicted[move] ?? 0),
    })),
    cannotSay,
    total: cast + cannotSay,
    predictions: predicted === undefined ? undefined : sum(options.map((move) => predicted[move] ?? 0)),
    leading: most === 0 ? [] : options.filter((_, index) => counts[index] === most),
  };
}

const NO_HANDS: HandCount = { chosen: {}, cannotSay: 0, predicted: undefined };

/** The hands of a vote so far; none where nobody has counted yet. */
export const handsOf = ({ hands }: Pick<Vote, 'hands'>): HandCount =>
  hands === undefined || hands === 'waived' ? NO_HANDS : hands;

/** All hands for any option and for “cannot say”; predictions are other hands. */
export const handsCounted = ({ chosen, cannotSay }: HandCount): number => sum([...Object.values(chosen), cannotSay]);

/** One figure of a count. */
export const figureOf = (hands: HandCount, of: HandsOf): number =>
  of.column === 'cannotSay' ? hands.cannotSay : (hands[of.column]?.[of.move] ?? 0);

/** A count with one figure changed. */
export const withFigure = (hands: HandCount, of: HandsOf, count: number): HandCount =>
  of.column === 'cannotSay'
    ? { ...hands, cannotSay: count }
    : { ...hands, [of.column]: { ...hands[of.column], [of.move]: count } };

/** The highest count that one person can mean: a room is no stadium. */
const MOST_HANDS = 9_999;

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MOST_HANDS;

/** Whether counts are whole numbers from 0, of the options alone. */
export function areCounts(hands: HandCount, options: Line): boolean {
  const { chosen, predicted, cannotSay } = hands;
  const counts = [chosen, ...(predicted === undefined ? [] : [predicted])];
  return (
    isCount(cannotSay) &&
    counts.every((count) => Object.entries(count).every(([move, value]) => options.includes(move) && isCount(value)))
  );
}
