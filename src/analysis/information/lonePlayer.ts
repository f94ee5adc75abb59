import { type GameTree, NODE } from '../../domain/gameTree.ts';
import { fail, type Result, succeed } from '../../domain/result.ts';
import type { Refusal } from '../rollback/playModel.ts';

/** What one actor gets from each node on, if it moves at its best wherever it alone decides and all else goes by `share`. */
export function bestReplies(tree: GameTree, actor: number, share: Float64Array): Float64Array {
  const { kind, first, child, odds } = tree;
  const payoff = tree.payoffs[actor] as Float64Array;
  const values = new Float64Array(kind.length);
  for (let node = kind.length - 1; node >= 0; node -= 1) {
    const [start, end] = [first[node] as number, first[node + 1] as number];
    const isChance = kind[node] === NODE.chance;
    let value = 0;
    if (!isChance && start < end && decidesAlone(tree, actor, node)) {
      value = Number.NEGATIVE_INFINITY;
      for (let branch = start; branch < end; branch += 1)
        value = Math.max(value, values[child[branch] as number] as number);
    } else {
      for (let branch = start; branch < end; branch += 1) {
        const part = (isChance ? odds[branch] : share[branch]) as number;
        if (part !== 0) value += part * (values[child[branch] as number] as number);
      }
    }
    values[node] = (payoff[node] as number) + value;
  }
  return values;
}

function decidesAlone(tree: GameTree, actor: number, node: number): boolean {
  const deciders = tree.deciders[tree.decider[node] as number] as readonly number[];
  return deciders.length === 1 && deciders[0] === actor;
}

/** Whether one actor makes every choice of a game; a refusal that names the place where it does not. */
export function requireLonePlayer(tree: GameTree, actor: number): Result<undefined, Refusal> {
  for (let node = 0; node < tree.kind.length; node += 1) {
    const branches = (tree.first[node + 1] as number) - (tree.first[node] as number);
    if (tree.kind[node] !== NODE.decision || branches < 2 || decidesAlone(tree, actor, node)) continue;
    const message =
      'others decide too, so knowing more may change what they do: with several actors information has a private and a public value, never one';
    return fail({ code: 'several-actors', message, node });
  }
  return succeed(undefined);
}
