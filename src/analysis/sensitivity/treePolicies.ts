import type { DecisionTree } from '../../domain/decisionTree.ts';
import { NODE } from '../../domain/gameTree.ts';
import type { TreePolicy } from './decisionTreeModel.ts';

/** Policies that are listed one by one; a tree with more has no such list. */
const MOST_POLICIES = 10_000;

/** Every reduced policy: one choice at each decision that it reaches, and none elsewhere. Undefined where there are too many to list. */
export function reducedPolicies({ kind, first, child }: DecisionTree): readonly TreePolicy[] | undefined {
  const policies: (readonly TreePolicy[] | undefined)[] = Array.from(kind, () => undefined);
  for (let node = kind.length - 1; node >= 0; node -= 1) {
    const [start, end] = [first[node] as number, first[node + 1] as number];
    const after = Array.from({ length: end - start }, (_, offset) => policies[child[start + offset] as number] ?? []);
    if (kind[node] === NODE.decision) {
      const count = after.reduce((sum, below) => sum + below.length, 0);
      if (count > MOST_POLICIES) return undefined;
      policies[node] = after.flatMap((below, index) => below.map((policy): TreePolicy => [[node, index], ...policy]));
    } else {
      const count = after.reduce((product, below) => product * below.length, 1);
      if (count > MOST_POLICIES) return undefined;
      policies[node] = after.reduce<readonly TreePolicy[]>(
        (joint, below) => joint.flatMap((policy) => below.map((other) => [...policy, ...other])),
        [[]],
      );
    }
    for (let branch = start; branch < end; branch += 1) policies[child[branch] as number] = undefined;
  }
  return policies[0];
}
