import { type GameTree, NODE } from '../../domain/gameTree.ts';
import { fail, type Result, succeed } from '../../domain/result.ts';
import type { Refusal } from '../rollback/playModel.ts';

/**
 * Chance nodes that share one draw, and so come out alike: their branches mean the same in the same order. A node alone in its group is
 * drawn for itself, independently of all others.
 */
export type Draw = readonly number[];

/** Joint results of chance that are gone through one by one; beyond this a figure is refused rather than guessed. */
export const MOST_RESULTS = 100_000;

/** Nodes that are visited in going through them. */
const MOST_VISITS = 2_000_000_000;

/** What is wrong with the draws that somebody names, where something is. */
function drawFault(tree: GameTree, draws: readonly Draw[]): Refusal | undefined {
  const seen = new Set<number>();
  for (const draw of draws) {
    const [example] = draw;
    for (const node of draw) {
      if (tree.kind[node] !== NODE.chance) {
        return { code: 'no-chance', message: 'only a result of chance can be learned in advance', node };
      }
      if (seen.has(node)) return { code: 'drawn-twice', message: 'a chance node is named in two draws', node };
      seen.add(node);
      if (example !== undefined && !isAlike(tree, example, node)) {
        return {
          code: 'unlike-draws',
          message: 'chance nodes that share a draw have the same odds in the same order',
          node,
        };
      }
    }
  }
  return standsTwiceOnALine(tree, draws) ? seenBefore : undefined;
}

const seenBefore: Refusal = {
  code: 'seen-before',
  message:
    'two chance nodes of one draw stand on one line: the second is known from the first there, which a tree with fixed odds cannot say',
};

/** Whether two nodes of one draw stand on one line from the start. */
function standsTwiceOnALine(tree: GameTree, draws: readonly Draw[]): boolean {
  return draws.some((draw) => {
    if (draw.length < 2) return false;
    const members = new Set(draw);
    const below = new Uint8Array(tree.kind.length);
    for (let node = 0; node < tree.kind.length; node += 1) {
      if (members.has(node) && below[node] === 1) return true;
      const mark = below[node] === 1 || members.has(node) ? 1 : 0;
      for (let branch = tree.first[node] as number; branch < (tree.first[node + 1] as number); branch += 1) {
        below[tree.child[branch] as number] = mark;
      }
    }
    return false;
  });
}

function isAlike(tree: GameTree, one: number, other: number): boolean {
  const [a, b] = [one, other].map((node) => tree.odds.subarray(tree.first[node], tree.first[node + 1]));
  return a !== undefined && b !== undefined && a.length === b.length && a.every((odds, index) => odds === b[index]);
}

/** How many joint results some draws have, those of probability 0 left out. */
export const countResults = (tree: GameTree, draws: readonly Draw[]): number =>
  draws.reduce((product, draw) => {
    const odds = tree.odds.subarray(...spanOf(tree, draw));
    return product * Math.max(1, odds.filter((share) => share > 0).length);
  }, 1);

/**
 * Goes through every joint result of some draws: `visit` is told its probability and finds it written into the odds of `fixed`, a copy of
 * the game in which the drawn nodes come out that way. Refuses where there are too many.
 */
export function forEachResult(
  tree: GameTree,
  draws: readonly Draw[],
  visit: (fixed: GameTree, probability: number) => void,
): Result<undefined, Refusal> {
  const fault = drawFault(tree, draws);
  if (fault !== undefined) return fail(fault);
  const results = countResults(tree, draws);
  if (results > MOST_RESULTS || results * tree.kind.length > MOST_VISITS) {
    const message = `the chance nodes have ${results.toLocaleString('en')} joint results, too many to go through one by one; name fewer of them`;
    return fail({ code: 'too-many-results', message });
  }
  const odds = tree.odds.slice();
  const fixed: GameTree = { ...tree, odds };
  // A draw with one result comes out that way anyway. Of the others the limit allows 16, so this goes no deeper.
  const open = draws.filter((draw) => countResults(tree, [draw]) > 1);
  const settle = (index: number, probability: number): void => {
    const draw = open[index];
    if (draw === undefined) {
      visit(fixed, probability);
      return;
    }
    const [start, end] = spanOf(tree, draw);
    for (let offset = 0; offset < end - start; offset += 1) {
      const share = tree.odds[start + offset] as number;
      if (share === 0) continue;
      for (const node of draw) {
        odds.fill(0, tree.first[node], tree.first[node + 1]);
        odds[(tree.first[node] as number) + offset] = 1;
      }
      settle(index + 1, probability * share);
    }
  };
  settle(0, 1);
  return succeed(undefined);
}

/** The branches of a draw's first node, whose odds are those of all its nodes. */
function spanOf({ first }: GameTree, [node]: Draw): readonly [start: number, end: number] {
  return node === undefined ? [0, 0] : [first[node] as number, first[node + 1] as number];
}
