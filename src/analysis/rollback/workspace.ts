import { type GameTree, NODE } from '../../domain/gameTree.ts';
import { roomFor } from '../roomFor.ts';

/**
 * The columns that a solve writes. Made once per structure (nodes, branches, kin) and used again for every change of numbers, so that a
 * re-solve allocates nothing of the tree's size.
 */
export interface Workspace {
  /** The structure that the columns fit. */
  readonly kind: Uint8Array;
  readonly first: Int32Array;
  readonly child: Int32Array;
  /** The nodes at which the game ends, and those at which it goes on, each in rising order. */
  readonly ends: Int32Array;
  readonly inner: Int32Array;
  /** Those of `inner` at which chance moves. */
  readonly chances: Int32Array;
  /** The first node at which several decide together between several branches and none of these stands for no agreement; −1: none. */
  readonly stuck: number;
  /** Per node, the branch that leads to it, and the node which that branch leaves; −1 at the root. */
  readonly arrival: Int32Array;
  readonly parent: Int32Array;
  /** Per actor and node, what the actor gets from there on: what is paid there and what is expected after it. */
  readonly values: readonly Float64Array[];
  /** Per actor and node, what has been paid on the way there, the node's own payment included. */
  readonly paid: readonly Float64Array[];
  /** Per branch, how often it is taken once its node is reached: σ(a|h), or chance's odds. */
  readonly share: Float64Array;
  /** Per node, how often it is reached: ρ. */
  readonly reach: Float64Array;
  /** Per branch of a decision, what its mover goes by: the lone mover's value, or the joint movers' J. 0 at chance. */
  readonly score: Float64Array;
  /** Per branch of a joint decision, how many of the deciders are strictly better off than without agreement. */
  readonly gainers: Int32Array;
  /** Per node, how many branches are equally good there; 0 where the model asks nobody which is best. */
  readonly tied: Int32Array;
  /** Per node, 1 where no branch of probability 0 stands before it. */
  readonly possible: Uint8Array;
  /** Per branch, 1 ÷ the number of branches of its node that are its kin, itself included. */
  readonly kinWeight: Float64Array;
}

/** Whether two branches between `start` and `end` are kin. */
function hasKin(kin: Int32Array, start: number, end: number): boolean {
  for (let branch = start + 1; branch < end; branch += 1)
    for (let other = start; other < branch; other += 1) if (kin[branch] === kin[other]) return true;
  return false;
}

/** Comparing each with each is faster than a map up to here. */
const FEW = 32;

/** Per branch, 1 ÷ the number of branches of its node that are its kin, itself included; written over `weights`. */
export function kinWeights({ first, kin }: Pick<GameTree, 'first' | 'kin'>, weights: Float64Array): Float64Array {
  weights.fill(1);
  for (let node = 0; node + 1 < first.length; node += 1) {
    const start = first[node] as number;
    const end = first[node + 1] as number;
    if (end - start < 2 || (end - start < FEW && !hasKin(kin, start, end))) continue;
    const sizes = new Map<number, number>();
    for (const group of kin.subarray(start, end)) sizes.set(group, (sizes.get(group) ?? 0) + 1);
    for (let branch = start; branch < end; branch += 1) weights[branch] = 1 / (sizes.get(kin[branch] as number) ?? 1);
  }
  return weights;
}

/** How each node is come to. */
function waysTo({ kind, first, child }: GameTree, over: Workspace | undefined): Pick<Workspace, 'arrival' | 'parent'> {
  const arrival = roomFor(Int32Array, kind.length, over?.arrival).fill(-1);
  const parent = roomFor(Int32Array, kind.length, over?.parent).fill(-1);
  for (let node = 0; node < kind.length; node += 1) {
    const end = first[node + 1] as number;
    for (let branch = first[node] as number; branch < end; branch += 1) {
      arrival[child[branch] as number] = branch;
      parent[child[branch] as number] = node;
    }
  }
  return { arrival, parent };
}

/** The nodes apart: where a walk has one kind of work for each, it need not ask every node. */
function apartByKind(kind: Uint8Array, over: Workspace | undefined): Pick<Workspace, 'ends' | 'inner' | 'chances'> {
  const ends = roomFor(Int32Array, kind.length, over?.ends);
  const inner = roomFor(Int32Array, kind.length, over?.inner);
  const chances = roomFor(Int32Array, kind.length, over?.chances);
  let found = 0;
  let moved = 0;
  for (let node = 0; node < kind.length; node += 1) {
    if (kind[node] === NODE.end) {
      ends[found] = node;
      found += 1;
      continue;
    }
    inner[node - found] = node;
    if (kind[node] !== NODE.chance) continue;
    chances[moved] = node;
    moved += 1;
  }
  return {
    ends: ends.subarray(0, found),
    inner: inner.subarray(0, kind.length - found),
    chances: chances.subarray(0, moved),
  };
}

/** The first node at which several decide together between several branches and none of these stands for no agreement; −1 where none is. */
function stuckNode(tree: GameTree): number {
  for (let node = 0; node < tree.kind.length; node += 1) {
    if (tree.kind[node] !== NODE.decision || tree.noAgreement[node] !== -1) continue;
    const branches = (tree.first[node + 1] as number) - (tree.first[node] as number);
    if (branches > 1 && (tree.deciders[tree.decider[node] as number] as readonly number[]).length > 1) return node;
  }
  return -1;
}

/**
 * Columns for solving a game, and any other that has the same structure. `over` is a workspace that is no longer needed, of whatever game:
 * its columns are written over where they have room.
 */
export function workspaceFor(tree: GameTree, over?: Workspace): Workspace {
  const [nodes, branches] = [tree.kind.length, tree.child.length];
  return {
    kind: tree.kind,
    first: tree.first,
    child: tree.child,
    ...apartByKind(tree.kind, over),
    stuck: stuckNode(tree),
    ...waysTo(tree, over),
    values: tree.actors.map((_, actor) => roomFor(Float64Array, nodes, over?.values[actor])),
    paid: tree.actors.map((_, actor) => roomFor(Float64Array, nodes, over?.paid[actor])),
    share: roomFor(Float64Array, branches, over?.share).fill(0),
    reach: roomFor(Float64Array, nodes, over?.reach),
    score: roomFor(Float64Array, branches, over?.score).fill(0),
    gainers: roomFor(Int32Array, branches, over?.gainers).fill(0),
    tied: roomFor(Int32Array, nodes, over?.tied).fill(0),
    possible: roomFor(Uint8Array, nodes, over?.possible),
    kinWeight: kinWeights(tree, roomFor(Float64Array, branches, over?.kinWeight)),
  };
}

/** Throws where a workspace was made for another structure. */
export function requireFit(tree: GameTree, workspace: Workspace): void {
  const fits =
    workspace.kind === tree.kind &&
    workspace.first === tree.first &&
    workspace.child === tree.child &&
    workspace.values.length === tree.actors.length;
  if (!fits) throw new TypeError('a workspace is used for the game whose structure it was made for');
}
