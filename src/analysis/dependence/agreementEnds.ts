import { type GameTree, NODE } from '../../domain/gameTree.ts';

/** Which agreements can still be reached from each position of a tree in prefix order; a matter of its structure alone. */
export interface AgreementEnds {
  /** The ends that are agreements, in rising order. */
  readonly ends: Int32Array;
  /** Per node and one more, how many of them come before it; and per node, how many come before what follows its subtree. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Per agreement, the last node on the way to it that chance reaches with probability 0: who stands before it cannot come there; −1: none. */
  readonly behind: Int32Array;
  /** Per node, 1 where it can be reached from the root. */
  readonly possible: Uint8Array;
}

/**
 * Finds the agreements below every node. Assumes prefix order, as the kernel unfolds: the nodes below a node stand in one piece behind it.
 * `isAgreement` is asked for each end.
 */
export function agreementEnds(
  { kind, first, child, odds }: GameTree,
  isAgreement: (node: number) => boolean,
): AgreementEnds {
  const nodes = kind.length;
  const barred = new Int32Array(nodes).fill(-1);
  const last = new Int32Array(nodes);
  for (let node = 0; node < nodes; node += 1) {
    for (let branch = first[node] as number; branch < (first[node + 1] as number); branch += 1) {
      const to = child[branch] as number;
      const isNever = kind[node] === NODE.chance && !((odds[branch] as number) > 0);
      barred[to] = isNever ? to : (barred[node] as number);
    }
  }
  for (let node = nodes - 1; node >= 0; node -= 1) {
    const [start, end] = [first[node] as number, first[node + 1] as number];
    last[node] = end > start ? (last[child[end - 1] as number] as number) : node;
  }
  const ends: number[] = [];
  const from = new Int32Array(nodes + 1);
  for (let node = 0; node < nodes; node += 1) {
    from[node] = ends.length;
    if (kind[node] === NODE.end && isAgreement(node)) ends.push(node);
  }
  from[nodes] = ends.length;
  return {
    ends: Int32Array.from(ends),
    from,
    to: last.map((node) => from[node + 1] as number),
    behind: Int32Array.from(ends, (end) => barred[end] as number),
    possible: Uint8Array.from(barred, (node) => (node === -1 ? 1 : 0)),
  };
}
