import { type GameTree, NODE } from '../../domain/gameTree.ts';
import type { KernelTree } from '../kernel/unfoldKernel.ts';
import type { Switch } from './plan.ts';

/** Every choice of a solved tree, on the path of play and off it. */
export interface TreeChoices {
  readonly tree: Pick<KernelTree, 'state' | 'move'>;
  readonly game: Pick<GameTree, 'kind' | 'first' | 'child'>;
  /** Per branch, how often it is taken once its node is reached. */
  readonly share: Float64Array;
  /** Per branch of a decision, what its mover goes by. */
  readonly score: Float64Array;
}

/** A choice behind a flip. */
export interface Reason extends Switch {
  /** Whether what its moves are worth jumps there, because a condition on a number turns; else both are worth the same there. */
  readonly jumps: boolean;
}

/**
 * Why play changes at a flip: `own`, its first switch is of an actor that nobody behind it makes switch; `others`, it answers the choices
 * that are named, which switch behind it where play may not even come; `tree`, other moves are open on the other side.
 */
export type FlipCause =
  | { readonly kind: 'tree' }
  | { readonly kind: 'own'; readonly jumps: boolean }
  | { readonly kind: 'others'; readonly switches: readonly Reason[] };

/** Two moves further apart than this on both sides of a flip, in the mover's points, do not meet there: their worth jumps. */
const APART = 0.02;

const sameNumbers = (one: ArrayLike<number>, other: ArrayLike<number>): boolean => {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
};

/** Reasons that are told; a choice that switches in many histories is one reason. */
const MOST_REASONS = 3;

/**
 * Whose choice is behind a flip, from every choice on either side of it: below the first reached choice that differs, the choices that
 * differ and have none below them that does. Values are continuous where nobody behind chooses anew and no condition on a number turns, so
 * an actor that is not at the point of indifference itself switches only because of these.
 */
export function flipCause(before: TreeChoices, after: TreeChoices): FlipCause {
  const { kind, first, child } = before.game;
  const isSame =
    sameNumbers(before.tree.move.subarray(0, before.share.length), after.tree.move.subarray(0, after.share.length)) &&
    sameNumbers(before.game.child, after.game.child);
  if (!isSame) return { kind: 'tree' };
  const differs = (node: number): boolean => {
    for (let branch = first[node] as number; branch < (first[node + 1] as number); branch += 1)
      if ((before.share[branch] as number) > 0 !== (after.share[branch] as number) > 0) return true;
    return false;
  };
  const start = firstDifference(before, after, differs);
  if (start === undefined) return { kind: 'tree' };
  // From the leaves up: a node is a root of the change where its own choice differs and none below it does.
  const below = new Uint8Array(kind.length);
  const last = lastBelow(first, child, start);
  const roots: number[] = [];
  for (let node = last; node >= start; node -= 1) {
    let isBelow = 0;
    for (let branch = first[node] as number; branch < (first[node + 1] as number); branch += 1)
      isBelow |= below[child[branch] as number] as number;
    const isOwn = kind[node] === NODE.decision && differs(node);
    if (isOwn && isBelow === 0) roots.push(node);
    below[node] = isOwn || isBelow === 1 ? 1 : 0;
  }
  if (roots.includes(start)) return { kind: 'own', jumps: reasonAt(start, before, after).jumps };
  const switches = new Map<string, Reason>();
  for (const node of roots.reverse()) {
    const found = reasonAt(node, before, after);
    const key = `${found.state}:${found.from}>${found.to}`;
    if (!switches.has(key)) switches.set(key, found);
  }
  return { kind: 'others', switches: [...switches.values()].slice(0, MOST_REASONS) };
}

/** The first node, in the order of play, to which both come and at which they choose otherwise. */
function firstDifference(
  { game: { kind, first, child }, share }: TreeChoices,
  after: TreeChoices,
  differs: (node: number) => boolean,
): number | undefined {
  const waiting = [0];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const isDecision = kind[node] === NODE.decision;
    if (isDecision && differs(node)) return node;
    for (let branch = (first[node + 1] as number) - 1; branch >= (first[node] as number); branch -= 1) {
      const isTaken = !isDecision || ((share[branch] as number) > 0 && (after.share[branch] as number) > 0);
      if (isTaken) waiting.push(child[branch] as number);
    }
  }
  return undefined;
}

/** The last node of what follows from one; the nodes are in depth-first order, so all between belong to it. */
function lastBelow(first: Int32Array, child: Int32Array, start: number): number {
  let last = start;
  for (;;) {
    const end = first[last + 1] as number;
    if (end === first[last]) return last;
    last = child[end - 1] as number;
  }
}

function reasonAt(node: number, before: TreeChoices, after: TreeChoices): Reason {
  const { first } = before.game;
  const taken = ({ share }: TreeChoices): readonly number[] => {
    const branches: number[] = [];
    for (let branch = first[node] as number; branch < (first[node + 1] as number); branch += 1)
      if ((share[branch] as number) > 0) branches.push(branch);
    return branches;
  };
  const [old, chosen] = [taken(before), taken(after)];
  const apart = ({ score }: TreeChoices): number =>
    Math.abs((score[old[0] as number] as number) - (score[chosen[0] as number] as number));
  const moveOf = (branch: number): number => before.tree.move[branch] as number;
  return {
    state: before.tree.state[node] as number,
    from: old.map(moveOf),
    to: chosen.map(moveOf),
    jumps: Math.min(apart(before), apart(after)) > APART,
  };
}
