import { type GameTree, NODE } from '../../domain/gameTree.ts';
import type { KernelTree } from '../kernel/unfoldKernel.ts';

/** A place where play comes, and where it goes on from there. */
interface PlanNode {
  /** The chart's state. */
  readonly state: number;
  readonly isDecision: boolean;
  /** The chart's moves that are taken there (several where they are equally good, all where chance moves), and what follows. */
  readonly moves: { readonly move: number; readonly next: PlanNode }[];
}

/** What is chosen wherever play comes: the reached part of a solved tree, by the names of the chart, so that two trees can be compared. */
export interface Plan {
  readonly root: PlanNode;
  /** Equal for plans that choose the same everywhere. */
  readonly key: string;
}

/** The plan that shares of branches play; chance goes every way that is open, however unlikely. */
export function planOf(game: GameTree, tree: Pick<KernelTree, 'state' | 'move'>, share: Float64Array): Plan {
  const nodeAt = (node: number): PlanNode => ({
    state: tree.state[node] as number,
    isDecision: game.kind[node] === NODE.decision,
    moves: [],
  });
  const root = nodeAt(0);
  const words: string[] = [];
  const waiting = [{ node: 0, plan: root }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, plan } = next;
    const following: typeof waiting = [];
    for (let branch = game.first[node] as number; branch < (game.first[node + 1] as number); branch += 1) {
      if (plan.isDecision && !((share[branch] as number) > 0)) continue;
      const to = game.child[branch] as number;
      const after = nodeAt(to);
      plan.moves.push({ move: tree.move[branch] as number, next: after });
      following.push({ node: to, plan: after });
    }
    words.push(`${plan.state}:${plan.moves.map(({ move }) => move).join(',')}`);
    waiting.push(...following.reverse());
  }
  return { root, key: words.join(' ') };
}

/** A choice that differs between two plans at a place where both come: the state, and the moves taken before and after. */
export interface Switch {
  readonly state: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Where two plans part, in the order of play: the choices that differ at places to which both come. */
export function switchesBetween(from: Plan, to: Plan): readonly Switch[] {
  const found: Switch[] = [];
  const waiting = [{ one: from.root, other: to.root }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { one, other } = next;
    const [before, after] = [one, other].map(({ moves }) => moves.map(({ move }) => move));
    if (one.isDecision && String(before) !== String(after))
      found.push({ state: one.state, from: before ?? [], to: after ?? [] });
    const both = one.moves.flatMap(({ move, next: below }) => {
      const same = other.moves.find((each) => each.move === move);
      return same === undefined || same.next.state !== below.state ? [] : [{ one: below, other: same.next }];
    });
    waiting.push(...both.reverse());
  }
  return found;
}
