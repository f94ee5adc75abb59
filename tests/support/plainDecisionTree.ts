import type { DrawnNode } from './randomDecisionTree.ts';

/** A policy by name of decision, as a fixture has it. */
export type PlainPolicy = Readonly<Record<string, number>>;

/** Every policy of a tree, by the book: all combinations of choices at the decisions that they reach. */
export function plainPolicies(node: DrawnNode): readonly PlainPolicy[] {
  if (node.type === 'terminal') return [{}];
  const below = node.branches.map(({ to }) => plainPolicies(to));
  if (node.type === 'decision')
    return below.flatMap((policies, index) => policies.map((policy) => ({ [node.name]: index, ...policy })));
  return below.reduce<readonly PlainPolicy[]>(
    (joint, policies) => joint.flatMap((policy) => policies.map((other) => ({ ...policy, ...other }))),
    [{}],
  );
}

/** What a policy is worth: the sum over all lines of their probability times what is paid along them. */
export function plainValue(node: DrawnNode, policy: PlainPolicy, numbers: readonly number[]): number {
  if (node.type === 'terminal') return 0;
  if (node.type === 'decision') {
    const branch = node.branches[policy[node.name] ?? Number.NaN];
    return branch === undefined ? Number.NaN : branch.payoff.value(numbers) + plainValue(branch.to, policy, numbers);
  }
  return node.branches.reduce(
    (sum, { payoff, probability, to }) =>
      sum + (probability?.value(numbers) ?? Number.NaN) * (payoff.value(numbers) + plainValue(to, policy, numbers)),
    0,
  );
}

/** The best of all policies, tried one by one. */
export function plainBest(node: DrawnNode, numbers: readonly number[]): number {
  return Math.max(...plainPolicies(node).map((policy) => plainValue(node, policy, numbers)));
}

/** Chance at its worst or its best by recursion; a result of probability 0 does not come out. */
export function plainExtreme(node: DrawnNode, numbers: readonly number[], chance: 'worst' | 'best'): number {
  if (node.type === 'terminal') return 0;
  const values = node.branches
    .filter(({ probability }) => probability === undefined || probability.value(numbers) > 0)
    .map(({ payoff, to }) => payoff.value(numbers) + plainExtreme(to, numbers, chance));
  return node.type === 'chance' && chance === 'worst' ? Math.min(...values) : Math.max(...values);
}
