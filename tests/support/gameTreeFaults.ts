import { type GameTree, NODE } from '../../src/domain/gameTree.ts';

/** What breaks the promises of `GameTree`, in words; empty for a sound game. */
export function gameTreeFaults(tree: GameTree): readonly string[] {
  const nodes = tree.kind.length;
  const branches = tree.child.length;
  const faults: string[] = [];
  const must = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  must(nodes > 0, 'there is no root');
  must(tree.decider.length === nodes && tree.noAgreement.length === nodes, 'a column per node has another length');
  must(tree.odds.length === branches && tree.kin.length === branches, 'a column per branch has another length');
  must(tree.payoffs.length === tree.actors.length, 'not one column of payoffs per actor');
  must(new Set(tree.actors).size === tree.actors.length, 'two actors share a name');
  must(
    tree.first.length === nodes + 1 && tree.first[0] === 0 && tree.first[nodes] === branches,
    'branches are not laid end to end',
  );
  for (const column of tree.payoffs) {
    must(column.length === nodes, 'payoffs have another length');
    must(
      column.every((payoff) => Number.isFinite(payoff) && !Object.is(payoff, -0)),
      'a payoff is no number',
    );
  }
  const parents = new Int32Array(nodes);
  for (let node = 0; node < nodes; node += 1) {
    const [begin = 0, end = 0] = [tree.first[node], tree.first[node + 1]];
    const [kind, decider = -1] = [tree.kind[node], tree.decider[node]];
    must(begin <= end, `node ${node} has fewer than no branches`);
    must((kind === NODE.end) === (begin === end), `node ${node} is an end with branches, or none without`);
    must((kind === NODE.decision) === decider >= 0, `node ${node} has a decider and should have none, or the reverse`);
    must(decider < tree.deciders.length, `the decider of node ${node} is not listed`);
    let total = 0;
    for (let branch = begin; branch < end; branch += 1) {
      const child = tree.child[branch] ?? -1;
      must(child > node && child < nodes, `branch ${branch} leads back, or nowhere`);
      if (child >= 0 && child < nodes) parents[child] = (parents[child] ?? 0) + 1;
      const odds = tree.odds[branch] ?? Number.NaN;
      must(odds >= 0 && odds <= 1, `branch ${branch} has no probability`);
      total += odds;
    }
    must(kind === NODE.chance ? Math.abs(total - 1) <= 1e-9 : total === 0, `the odds of node ${node} sum to ${total}`);
  }
  must(
    parents.every((count, node) => count === (node === 0 ? 0 : 1)),
    'a node has no parent, or several',
  );
  must(
    tree.deciders.every((list) => list.every((actor) => actor >= 0 && actor < tree.actors.length)),
    'a decider is no actor',
  );
  return faults;
}
