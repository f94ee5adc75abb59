import { describe, expect, test } from 'vitest';
import { flipCause, type TreeChoices } from '../../../src/analysis/sensitivity/flipCause.ts';
import { NODE } from '../../../src/domain/gameTree.ts';

/**
 * A tree of three decisions: at 0 one goes left (to 1) or right (to 4); at 1 another chooses between the ends 2 and 3, at 4 between 5 and 6.
 * States are the nodes' numbers, moves the branches'.
 */
const GAME = {
  kind: Uint8Array.from([NODE.decision, NODE.decision, NODE.end, NODE.end, NODE.decision, NODE.end, NODE.end]),
  first: Int32Array.from([0, 2, 4, 4, 4, 6, 6, 6]),
  child: Int32Array.from([1, 4, 2, 3, 5, 6]),
};
const TREE = { state: Uint16Array.from([0, 1, 2, 3, 4, 5, 6]), move: Uint16Array.from([0, 1, 2, 3, 4, 5]) };
const playing = (...taken: readonly number[]): TreeChoices => apart(0, ...taken);
/** The same where each move is so much apart from the next for who decides. */
const apart = (step: number, ...taken: readonly number[]): TreeChoices => ({
  tree: TREE,
  game: GAME,
  share: Float64Array.from({ length: 6 }, (_, branch) => (taken.includes(branch) ? 1 : 0)),
  score: Float64Array.from({ length: 6 }, (_, branch) => step * branch),
});

describe('whose choice is behind a flip', () => {
  test('the first one’s own, where nobody behind it chooses otherwise', () => {
    expect(flipCause(playing(0, 2, 4), playing(1, 2, 4))).toEqual({ kind: 'own', jumps: false });
    expect(flipCause(playing(0, 2, 4), playing(0, 3, 4))).toEqual({ kind: 'own', jumps: false });
  });

  test('somebody’s behind it, on the path that is left or where play did not come', () => {
    expect(flipCause(playing(0, 2, 4), playing(1, 3, 4))).toEqual({
      kind: 'others',
      switches: [{ state: 1, from: [2], to: [3], jumps: false }],
    });
    expect(flipCause(playing(0, 2, 4), playing(1, 3, 5))).toEqual({
      kind: 'others',
      switches: [
        { state: 1, from: [2], to: [3], jumps: false },
        { state: 4, from: [4], to: [5], jumps: false },
      ],
    });
  });

  test('a choice elsewhere that the first switch does not answer is no reason', () => {
    // Only what follows from the first difference counts: at 1 it is made, and 4 is not behind it.
    expect(flipCause(playing(0, 2, 4), playing(0, 3, 5))).toEqual({ kind: 'own', jumps: false });
  });

  test('moves that are not worth the same on either side have jumped; on one side alone they have met', () => {
    expect(flipCause(apart(1, 0, 2, 4), apart(1, 1, 2, 4))).toEqual({ kind: 'own', jumps: true });
    expect(flipCause(apart(1, 0, 2, 4), apart(0, 1, 2, 4))).toEqual({ kind: 'own', jumps: false });
  });

  test('other moves that are open, where the trees differ', () => {
    const other = { ...playing(0, 2, 4), tree: { ...TREE, move: Uint16Array.from([0, 1, 2, 3, 4, 9]) } };
    expect(flipCause(playing(0, 2, 4), other)).toEqual({ kind: 'tree' });
  });
});
