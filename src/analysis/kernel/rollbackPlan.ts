import { kinWeights } from '../rollback/workspace.ts';
import { type GameParts, kinBranches, noAgreementBranches, nodeKind } from './kernelGame.ts';
import type { KernelTree } from './unfoldKernel.ts';
import type { ValueClasses } from './valueClasses.ts';

/** How a tree is walked for a block of draws: node by node in its order, each decided as soon as all that follows from it is known. */
export interface RollbackPlan {
  /** Per node, one of `NODE`; its depth; which branch of its parent leads to it, from 0. */
  readonly kind: Uint8Array;
  readonly depth: Uint16Array;
  readonly ordinal: Uint8Array;
  readonly first: Int32Array;
  readonly child: Int32Array;
  readonly state: Uint16Array;
  /** Per branch, the chart's move. */
  readonly move: Uint16Array;
  /** Per node, the index of its set of deciders, or −1; and the branch of disagreement, from 0, or −1. */
  readonly decider: Int32Array;
  readonly apart: Int32Array;
  /** Per branch, 1 ÷ the number of branches of its node that are its kin, itself included. */
  readonly kinWeight: Float64Array;
  readonly deciders: readonly (readonly number[])[];
  readonly deepest: number;
  readonly widest: number;
  /** Per branch and one more, the leans of its odds: class of values, size per unit, the value at which it leans neither way, range. */
  readonly leansOf: Int32Array;
  readonly leanClass: Int32Array;
  readonly leanPer: Float64Array;
  readonly leanRef: Float64Array;
  readonly leanLow: Float64Array;
  readonly leanHigh: Float64Array;
}

/** Lays out the walk of a tree. Throws RangeError for a node with more branches than a byte counts. */
export function rollbackPlan(parts: GameParts, tree: KernelTree, classes: ValueClasses): RollbackPlan {
  const { chart, odds, deciders } = parts;
  const { nodes, parent, entered, first, state, move } = tree;
  const depth = new Uint16Array(nodes);
  const ordinal = new Uint8Array(nodes);
  let widest = 1;
  for (let node = 1; node < nodes; node += 1) {
    const before = parent[node] as number;
    depth[node] = (depth[before] as number) + 1;
    ordinal[node] = (entered[node] as number) - (first[before] as number);
    widest = Math.max(widest, (first[before + 1] as number) - (first[before] as number));
  }
  if (widest > 255) throw new RangeError(`a decision has ${widest} open moves; at most 255 are computed`);
  const column = new Int32Array(chart.addresses.length).fill(-1);
  for (const [index, address] of classes.addresses.entries()) column[address] = index;
  const leansOf = new Int32Array(move.length + 1);
  const leans: { found: number; per: number; ref: number; low: number; high: number }[] = [];
  for (let node = 0; node < nodes; node += 1) {
    const row = node * classes.addresses.length;
    for (let branch = first[node] as number; branch < (first[node + 1] as number); branch += 1) {
      const played = move[branch] as number;
      for (let lean = odds.of[played] as number; lean < (odds.of[played + 1] as number); lean += 1) {
        const address = odds.address[lean] as number;
        leans.push({
          found: classes.of[row + (column[address] as number)] as number,
          per: odds.per[lean] as number,
          ref: odds.ref[lean] as number,
          low: chart.low[address] as number,
          high: chart.high[address] as number,
        });
      }
      leansOf[branch + 1] = leans.length;
    }
  }
  const apart = noAgreementBranches(parts, tree).map((branch, node) =>
    branch === -1 ? -1 : branch - (first[node] as number),
  );
  return {
    kind: Uint8Array.from(state, (at) => nodeKind(chart, at)),
    depth,
    ordinal,
    first,
    child: tree.child,
    state,
    move,
    decider: Int32Array.from(state, (at) => deciders.of[at] as number),
    apart,
    kinWeight: kinWeights({ first, kin: kinBranches(parts, tree) }, new Float64Array(move.length)),
    deciders: deciders.sets,
    deepest: depth.reduce((most, one) => Math.max(most, one), 0),
    widest,
    leansOf,
    leanClass: Int32Array.from(leans, ({ found }) => found),
    leanPer: Float64Array.from(leans, ({ per }) => per),
    leanRef: Float64Array.from(leans, ({ ref }) => ref),
    leanLow: Float64Array.from(leans, ({ low }) => low),
    leanHigh: Float64Array.from(leans, ({ high }) => high),
  };
}
