import fc from 'fast-check';
import { type GameTree, NODE } from '../../src/domain/gameTree.ts';

/** A game as a person would draw it: a node holds what follows from it. The obvious shape, for the obvious versions of every method. */
export interface PlainNode {
  readonly paid: readonly number[];
  /** Who decides; 'chance', or nobody at an end. */
  readonly mover: readonly number[] | 'chance' | 'end';
  readonly branches: readonly PlainBranch[];
  /** The branch of a joint decision that stands for disagreement. */
  readonly apart: number;
}

export interface PlainBranch {
  readonly odds: number;
  readonly kin: number;
  readonly tendency: number;
  readonly to: PlainNode;
}

export interface PlainGame {
  readonly actors: number;
  readonly root: PlainNode;
}

/** Its nodes in the order of a file: a node, then what follows from it. */
export function prefixOrder(root: PlainNode): readonly PlainNode[] {
  const all: PlainNode[] = [];
  const rest = [root];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    all.push(node);
    for (const { to } of [...node.branches].reverse()) rest.push(to);
  }
  return all;
}

/** Lays a game flat. */
export function toGameTree({ actors, root }: PlainGame): GameTree {
  const nodes = prefixOrder(root);
  const numbers = new Map(nodes.map((node, index) => [node, index]));
  const sets = new Map<string, number>();
  const deciderOf = ({ mover }: PlainNode): number => {
    if (!Array.isArray(mover)) return -1;
    const key = mover.join();
    if (!sets.has(key)) sets.set(key, sets.size);
    return sets.get(key) ?? -1;
  };
  const decider = Int32Array.from(nodes, deciderOf);
  const branches = nodes.flatMap((node) => node.branches);
  const first = new Int32Array(nodes.length + 1);
  for (const [index, node] of nodes.entries()) first[index + 1] = (first[index] ?? 0) + node.branches.length;
  return {
    actors: Array.from({ length: actors }, (_, actor) => `actor ${actor}`),
    kind: Uint8Array.from(nodes, ({ mover }) =>
      mover === 'end' ? NODE.end : mover === 'chance' ? NODE.chance : NODE.decision,
    ),
    decider,
    deciders: [...sets.keys()].map((key) => (key === '' ? [] : key.split(',').map(Number))),
    first,
    child: Int32Array.from(branches, ({ to }) => numbers.get(to) ?? -1),
    odds: Float64Array.from(
      nodes.flatMap((node) => node.branches.map(({ odds }) => (node.mover === 'chance' ? odds : 0))),
    ),
    payoffs: Array.from({ length: actors }, (_, actor) => Float64Array.from(nodes, ({ paid }) => paid[actor] ?? 0)),
    noAgreement: Int32Array.from(nodes, ({ mover, apart }, index) =>
      Array.isArray(mover) && mover.length > 1 ? (first[index] ?? 0) + apart : -1,
    ),
    kin: Int32Array.from(branches, ({ kin }) => kin),
    tendency: Float64Array.from(branches, ({ tendency }) => tendency),
  };
}

export interface GameShape {
  readonly actors: number;
  readonly depth?: number;
  /** Whether several may have to agree. */
  readonly joint?: boolean;
  /** Whether payoffs stand at inner nodes too. */
  readonly stages?: boolean;
  /** Payoffs lie between −bound and bound; whole, so that few of them make ties. */
  readonly bound?: number;
  /** Whether moves may resemble each other. */
  readonly kin?: boolean;
}

/** Random games, small enough to be solved by hand: chance (also of probability 0), decisions alone and joint, kin, ties, payments on the way. */
export function randomGame(shape: GameShape): fc.Arbitrary<PlainGame> {
  const { actors, depth = 4, joint = true, stages = true, bound = 4, kin = true } = shape;
  const amount = fc.integer({ min: -bound, max: bound });
  const payments = fc.array(amount, { minLength: actors, maxLength: actors });
  const nothing = Array.from({ length: actors }, () => 0);
  const onTheWay = stages ? fc.oneof({ weight: 3, arbitrary: fc.constant(nothing) }, payments) : fc.constant(nothing);
  const lone = fc.integer({ min: 0, max: actors - 1 }).map((actor) => [actor]);
  const actor = fc.integer({ min: 0, max: actors - 1 });
  const several = fc.uniqueArray(actor, { minLength: Math.min(2, actors), maxLength: actors });
  const movers = joint ? fc.oneof({ weight: 2, arbitrary: lone }, several) : lone;
  const end = payments.map((paid): PlainNode => ({ paid, mover: 'end', branches: [], apart: -1 }));
  const level = (left: number): fc.Arbitrary<PlainNode> => {
    if (left === 0) return end;
    const next = level(left - 1);
    const chance = fc
      .record({
        paid: onTheWay,
        ways: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), next), { minLength: 1, maxLength: 3 }),
        sure: fc.nat(2),
      })
      .map(({ paid, ways, sure }): PlainNode => {
        const weights = ways.map(([weight], index) => (index === sure % ways.length ? weight + 1 : weight));
        const whole = weights.reduce((sum, weight) => sum + weight, 0);
        const branches = ways.map(([, to], index) => ({
          odds: (weights[index] ?? 0) / whole,
          kin: index,
          tendency: Number.NaN,
          to,
        }));
        return { paid, mover: 'chance', branches, apart: -1 };
      });
    const decision = fc
      .record({
        paid: onTheWay,
        mover: movers,
        ways: fc.array(fc.tuple(fc.nat(1), fc.integer({ min: 1, max: 5 }), next), { minLength: 1, maxLength: 4 }),
        apart: fc.nat(3),
      })
      .map(({ paid, mover, ways, apart }): PlainNode => {
        const branches = ways.map(([group, tendency, to], index) => ({
          odds: 0,
          kin: kin ? group : index,
          tendency,
          to,
        }));
        return { paid, mover, branches, apart: apart % ways.length };
      });
    return fc.oneof(
      { weight: 1, arbitrary: end },
      { weight: 2, arbitrary: chance },
      { weight: 4, arbitrary: decision },
    );
  };
  return level(depth).map((root) => ({ actors, root }));
}

/** A game of nothing but one decision after the other, each with an end and what comes next. */
export function chain(length: number, paid: (step: number) => readonly number[]): GameTree {
  const nodes = 2 * length + 1;
  const actors = paid(0).length;
  const [kind, decider, first] = [new Uint8Array(nodes), new Int32Array(nodes).fill(-1), new Int32Array(nodes + 1)];
  const child = new Int32Array(2 * length);
  const payoffs = Array.from({ length: actors }, () => new Float64Array(nodes));
  for (let step = 0; step < length; step += 1) {
    const node = 2 * step;
    kind[node] = NODE.decision;
    decider[node] = step % actors;
    child.set([node + 1, node + 2], node);
    first.set([node, node + 2], node);
    for (let actor = 0; actor < actors; actor += 1) (payoffs[actor] ?? [])[node + 1] = paid(step)[actor] ?? 0;
  }
  first.fill(2 * length, nodes - 1);
  for (let step = 0; step < length; step += 1) first[2 * step + 1] = 2 * step + 2;
  for (let actor = 0; actor < actors; actor += 1) (payoffs[actor] ?? [])[nodes - 1] = paid(length)[actor] ?? 0;
  return {
    actors: Array.from({ length: actors }, (_, actor) => `actor ${actor}`),
    kind,
    decider,
    deciders: Array.from({ length: actors }, (_, actor) => [actor]),
    first,
    child,
    odds: new Float64Array(child.length),
    payoffs,
    noAgreement: new Int32Array(nodes).fill(-1),
    kin: Int32Array.from(child, (_, branch) => branch),
    tendency: undefined,
  };
}
