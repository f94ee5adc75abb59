import { deciding, rollBackBlock, walkRoom } from '../kernel/blockRollback.ts';
import { blockRoom, readValues, type TreePlan } from '../kernel/blockValues.ts';
import { endsAmong } from '../kernel/flatStakes.ts';
import type { ActorSums, PayoffSums } from '../kernel/payoffSums.ts';
import { valuesOf } from '../kernel/positions.ts';
import { type RollbackPlan, rollbackPlan } from '../kernel/rollbackPlan.ts';
import { plusTimesRow, timesRow } from '../kernel/rows.ts';
import type { ScenarioKernel, UnfoldedGame } from '../kernel/scenarioKernel.ts';
import { valueClasses } from '../kernel/valueClasses.ts';
import type { Scales } from '../rollback/choose.ts';
import { type Criteria, criteriaAtEnds, criteriaOf } from './criteria.ts';

/** Weights that are solved together: measured in src/analysis/kernel/drawTree.ts. */
const BLOCK = 32;

/** The weights of every actor, one after the other as in `criteria`, in one draw. */
export type AllWeights = readonly ArrayLike<number>[];

/** What was solved for a block of weights: how often each branch of the tree is taken, a row of `draws` per branch. Written over by the next. */
export interface SolvedBlock {
  /** Where the block begins among the weights that were asked for, and how many of its columns are of them. */
  readonly at: number;
  readonly count: number;
  readonly draws: number;
  readonly branchShares: Float64Array;
}

/** Solves one tree (rational play) at many weights. */
export interface WeightSolver {
  readonly plan: RollbackPlan;
  /** Per actor, its criteria and stated weights. */
  readonly criteria: readonly Criteria[];
  readonly solve: (weights: readonly AllWeights[]) => Generator<SolvedBlock>;
}

/**
 * What the ends of a tree are worth to an actor, as sums that begin alike: each adds one stake to the sum before it, and ends that are worth the
 * same by all stakes share the last of theirs.
 */
interface EndWorths {
  /** Per sum, the sum before it (−1: none), the criterion that it adds, and the worth by it, 0 to 1. A sum comes after the one before it. */
  readonly before: Int32Array;
  readonly criterion: Int32Array;
  readonly worth: Float64Array;
  readonly sums: ActorSums;
}

function endWorths(columns: readonly Float64Array[], ends: Int32Array): EndWorths {
  const distinct = columns.map((column) => new Set([...ends].map((end) => column[end] as number)).size);
  // What takes few values comes first: the more ends share the beginning of a sum, the fewer sums there are.
  const order = [...columns.keys()].sort((a, b) => (distinct[a] as number) - (distinct[b] as number));
  const before: number[] = [];
  const criterion: number[] = [];
  const worth: number[] = [];
  const after = new Map<number, Map<number, number>>();
  const shared = Int32Array.from(ends, (end) => {
    let sum = -1;
    for (const added of order) {
      const value = (columns[added] as Float64Array)[end] as number;
      const next = after.get(sum) ?? new Map<number, number>();
      after.set(sum, next);
      const known = next.get(value);
      if (known !== undefined) {
        sum = known;
        continue;
      }
      before.push(sum);
      criterion.push(added);
      sum = worth.push(value) - 1;
      next.set(value, sum);
    }
    return sum;
  });
  const none = new Int32Array(worth.length);
  const sums = {
    before: none,
    column: none,
    weight: new Float64Array(worth.length),
    shared,
    ownWeights: new Float64Array(0),
    own: new Int32Array(0),
  };
  return {
    before: Int32Array.from(before),
    criterion: Int32Array.from(criterion),
    worth: Float64Array.from(worth),
    sums,
  };
}

/**
 * Lays a tree out for weights: what every end is worth by every stake is read once, payoffs are linear in the weights, and a block of weights
 * is then a sum per end and one walk over the tree. What counts as equal is what does at the stated weights (`scales`).
 */
export function weightSolver(kernel: ScenarioKernel, unfolded: UnfoldedGame, scales: Scales): WeightSolver {
  const { chart, odds, stakes, sizes } = kernel;
  const { tree, game } = unfolded;
  const criteria = stakes.actors.map((_, actor) => criteriaOf(kernel, actor));
  const ends = endsAmong(game.kind);
  const worths = criteria.map(({ actor }) => endWorths(criteriaAtEnds(kernel, unfolded, actor), ends));
  const classes = valueClasses(chart, tree, [...odds.address]);
  const sums: PayoffSums = {
    worths: { of: new Int32Array(0), shape: new Int32Array(0), shapes: [] },
    actors: worths.map((each) => each.sums),
    ends,
  };
  const treePlan: TreePlan = {
    chart,
    classes,
    sums,
    positions: tree.positions,
  };
  const plan = rollbackPlan(kernel, tree, classes);
  const repeated = (column: ArrayLike<number>): Float64Array =>
    Float64Array.from({ length: column.length * BLOCK }, (_, at) => column[Math.floor(at / BLOCK)] as number);
  const values = blockRoom(treePlan, BLOCK);
  const root = valuesOf(chart, tree.positions, 0);
  values.values.set(repeated(Float64Array.from(classes.addresses, (address) => root[address] as number)));
  readValues(treePlan, BLOCK, repeated(sizes), values);
  const bases = repeated(odds.base);
  const room = walkRoom(plan, stakes.actors.length, BLOCK, true);
  const decide = deciding(plan, { name: 'rational', scales }, bases, values.values, room);

  function writePayoffs(weights: readonly AllWeights[], at: number): void {
    for (const [actor, { before, criterion, worth }] of worths.entries()) {
      const into = values.sums[actor] as Float64Array;
      const width = criteria[actor]?.names.length as number;
      // Columns that are not asked for repeat the last that is.
      const own = Float64Array.from({ length: width * BLOCK }, (_, cell) => {
        const draw = Math.min(at + (cell % BLOCK), weights.length - 1);
        return 100 * (weights[draw]?.[actor]?.[Math.floor(cell / BLOCK)] as number);
      });
      for (let sum = 0; sum < worth.length; sum += 1) {
        const earlier = before[sum] as number;
        const from = (criterion[sum] as number) * BLOCK;
        const times = worth[sum] as number;
        if (earlier === -1) timesRow(into, sum * BLOCK, own, from, times, BLOCK);
        else plusTimesRow(into, sum * BLOCK, earlier * BLOCK, own, from, times, BLOCK);
      }
    }
  }

  return {
    plan,
    criteria,
    solve: function* (weights) {
      for (let at = 0; at < weights.length; at += BLOCK) {
        writePayoffs(weights, at);
        rollBackBlock(treePlan, plan, decide, values, room);
        yield { at, count: Math.min(BLOCK, weights.length - at), draws: BLOCK, branchShares: room.branchShares };
      }
    },
  };
}
