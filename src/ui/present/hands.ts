import type { HandCount } from '../../../machines/workshopDeed.ts';
import type { MoveId } from '../../domain/identifier.ts';
import type { Vote } from '../../workshop/room.ts';

const NONE: HandCount = { chosen: {}, cannotSay: 0, predicted: undefined };

/** The hands of a vote so far; none where nobody has counted yet. */
export const handsOf = ({ hands }: Pick<Vote, 'hands'>): HandCount =>
  hands === undefined || hands === 'waived' ? NONE : hands;

/** One more hand for an option. */
export function oneMore(vote: Vote, option: MoveId): HandCount {
  const hands = handsOf(vote);
  return { ...hands, chosen: { ...hands.chosen, [option]: (hands.chosen[option] ?? 0) + 1 } };
}

/** All hands for any option and for “cannot say”; predictions are other hands. */
export const handsCounted = ({ chosen, cannotSay }: HandCount): number =>
  Object.values(chosen).reduce((sum, count) => sum + count, cannotSay);
