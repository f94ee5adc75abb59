import type { PlainGame, PlainNode } from './randomGameTree.ts';
import { prefixOrder } from './randomGameTree.ts';

/** Which branch each node of some kind takes. */
type Plan = ReadonlyMap<PlainNode, number>;

/** All ways to pick one branch per node. */
function plans(nodes: readonly PlainNode[]): readonly Plan[] {
  return nodes.reduce<readonly Plan[]>(
    (all, node) => all.flatMap((plan) => node.branches.map((_, index) => new Map([...plan, [node, index]]))),
    [new Map()],
  );
}

/** What an actor gets if every node takes the branch that a plan says. */
function follow(node: PlainNode, actor: number, plan: Plan): number {
  const next = node.branches[plan.get(node) ?? -1];
  return (node.paid[actor] ?? 0) + (next === undefined ? 0 : follow(next.to, actor, plan));
}

/** How likely a joint result of chance is. */
const likelihood = (result: Plan): number =>
  [...result].reduce((product, [node, index]) => product * (node.branches[index]?.odds ?? 0), 1);

/** How many strategies and joint results a game of one actor has: what going through all of them costs. */
export const plainCost = ({ root }: PlainGame): number =>
  prefixOrder(root).reduce((product, { branches }) => product * Math.max(1, branches.length), 1);

/**
 * By going through every strategy and every joint result of chance: EVPI, the same as the least expected regret of any strategy, and per
 * chance node the EVPPI. For one actor who decides everything.
 */
export function plainInformation({ root }: PlainGame) {
  const nodes = prefixOrder(root);
  const chance = nodes.filter(({ mover }) => mover === 'chance');
  const strategies = plans(nodes.filter(({ mover }) => Array.isArray(mover)));
  const results = plans(chance).map((result) => ({ result, odds: likelihood(result) }));
  const table = strategies.map((strategy) =>
    results.map(({ result, odds }) => ({ result, odds, payoff: follow(root, 0, new Map([...strategy, ...result])) })),
  );
  const expected = (rows: readonly { readonly odds: number; readonly payoff: number }[]) =>
    rows.reduce((sum, { odds, payoff }) => sum + odds * payoff, 0);
  const without = Math.max(...table.map(expected));
  const best = results.map((_, index) => Math.max(...table.map((row) => row[index]?.payoff ?? 0)));
  const knowing = results.reduce((sum, { odds }, index) => sum + odds * (best[index] ?? 0), 0);
  const regret = (row: (typeof table)[number]) =>
    row.reduce((sum, { odds, payoff }, index) => sum + odds * ((best[index] ?? 0) - payoff), 0);
  const partial = chance.map((node) => {
    const known = node.branches.map((_, branch) =>
      Math.max(...table.map((row) => expected(row.filter(({ result }) => result.get(node) === branch)))),
    );
    return { node, worth: known.reduce((sum, value) => sum + value, 0) - without };
  });
  return { without, evpi: knowing - without, leastExpectedRegret: Math.min(...table.map(regret)), partial };
}
