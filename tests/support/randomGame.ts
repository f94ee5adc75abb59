import fc from 'fast-check';
import { type GameLabels, type GameTree, NODE } from '../../src/domain/gameTree.ts';

/** A game with its names, as a property test draws it. */
export interface RandomGame {
  readonly tree: GameTree;
  readonly labels: GameLabels;
}

/** How a game may differ from the plainest. */
export interface GameShape {
  /** Some decisions are joint. */
  readonly joint?: boolean;
  /** Something is paid at nodes that are no ends. */
  readonly stages?: boolean;
}

const ACTORS = ['Ann', 'Ben', 'Cem "the third"'];
const payoff = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.double({ min: -1e290, max: 1e290, noNaN: true }).map((value) => value + 0),
  fc.constantFrom(0, 0.1, 1e21, -1e290, 1e-7, 5e-324, 0.1 + 0.2),
);
const weight = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 1e12 }));

/** Probabilities as a program comes to them: weights divided by their sum. */
const odds = (branches: number): fc.Arbitrary<readonly number[]> =>
  fc.array(weight, { minLength: branches, maxLength: branches }).map((weights) => {
    const total = weights.reduce((sum, value) => sum + value, 0);
    return total === 0 ? weights.map(() => 1 / branches) : weights.map((value) => value / total);
  });

interface Drawn {
  readonly branches: number;
  readonly decider: number;
  readonly odds: readonly number[];
  readonly pays: readonly number[];
}

const drawnNode: fc.Arbitrary<Drawn> = fc.integer({ min: 0, max: 4 }).chain((branches) =>
  fc.record({
    branches: fc.constant(branches),
    decider: fc.integer({ min: -1, max: 4 }),
    odds: odds(branches),
    pays: fc.array(payoff, { minLength: 3, maxLength: 3 }),
  }),
);

/** Lays drawn nodes out in the order of an .efg file: a node, then what follows from each branch; what is not drawn is an end. */
function layOut(drawn: readonly Drawn[], { joint = false, stages = false }: GameShape): RandomGame {
  const deciders = joint ? [[0], [1], [2], [0, 1], [2, 0, 1]] : [[0], [1], [2]];
  const nodes: Drawn[] = [];
  const children: number[][] = [];
  const waiting: (readonly [parent: number, branch: number])[] = [[-1, 0]];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const [parent, branch] = at;
    const node = nodes.length;
    const one = drawn[node] ?? { branches: 0, decider: -1, odds: [], pays: [node, -node, 0.5] };
    nodes.push(one);
    children.push([]);
    if (parent >= 0) (children[parent] as number[])[branch] = node;
    for (let next = one.branches - 1; next >= 0; next -= 1) waiting.push([node, next]);
  }
  const kindOf = ({ branches, decider }: Drawn) =>
    branches === 0 ? NODE.end : decider < 0 || decider >= deciders.length ? NODE.chance : NODE.decision;
  const first = [0];
  for (const { branches } of nodes) first.push((first.at(-1) ?? 0) + branches);
  const isPaid = (node: Drawn): boolean => stages || node.branches === 0;
  const used = [
    ...new Set(nodes.filter((node) => kindOf(node) === NODE.decision).map(({ decider }) => decider)),
  ].sort();
  const child = children.flat();
  return {
    tree: {
      actors: ACTORS,
      kind: Uint8Array.from(nodes.map(kindOf)),
      decider: Int32Array.from(nodes.map((node) => (kindOf(node) === NODE.decision ? used.indexOf(node.decider) : -1))),
      deciders: used.map((index) => deciders[index] ?? []),
      first: Int32Array.from(first),
      child: Int32Array.from(child),
      odds: Float64Array.from(
        nodes.flatMap((node) => (kindOf(node) === NODE.chance ? node.odds : node.odds.map(() => 0))),
      ),
      payoffs: ACTORS.map((_, actor) =>
        Float64Array.from(nodes.map((node) => (isPaid(node) ? (node.pays[actor] ?? 0) : 0))),
      ),
      noAgreement: new Int32Array(nodes.length).fill(-1),
      kin: Int32Array.from(child.keys()),
      tendency: undefined,
    },
    labels: {
      title: 'A drawn game',
      branch: (branch) => `move ${branch}`,
      outcome: (node) => `end ${node % 7}`,
      node: (node) => (node % 3 === 0 ? '' : `node "${node}"`),
    },
  };
}

/** Games of up to some forty nodes. */
export const randomGame = (shape: GameShape = {}): fc.Arbitrary<RandomGame> =>
  fc.array(drawnNode, { minLength: 1, maxLength: 12 }).map((drawn) => layOut(drawn, shape));
