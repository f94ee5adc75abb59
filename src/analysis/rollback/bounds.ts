import { type GameTree, NODE } from '../../domain/gameTree.ts';
import { METHODS, type Method } from './methods.ts';

/** One number per node, by a rollback in which everybody moves for or against one aim. */
export interface Rollback {
  readonly method: Method;
  /** What the answer rests on, a sentence each. */
  readonly assumptions: readonly string[];
  /** Per node, in the points of the aim. */
  readonly values: Float64Array;
}

type Settle = (branchValues: (branch: number) => number, start: number, end: number, node: number) => number;

/** Backward induction in one number: chance in expectation, decisions as `settle` says. */
function foldBack(
  { kind, first, child, odds }: GameTree,
  paid: (node: number) => number,
  settle: Settle,
): Float64Array {
  const values = new Float64Array(kind.length);
  const after = (branch: number): number => values[child[branch] as number] as number;
  for (let node = kind.length - 1; node >= 0; node -= 1) {
    const [start, end] = [first[node] as number, first[node + 1] as number];
    let value = 0;
    if (kind[node] === NODE.decision) value = settle(after, start, end, node);
    else {
      for (let branch = start; branch < end; branch += 1) {
        const part = odds[branch] as number;
        if (part !== 0) value += part * after(branch);
      }
    }
    values[node] = paid(node) + value;
  }
  return values;
}

const greatest: Settle = (after, start, end) => {
  let best = Number.NEGATIVE_INFINITY;
  for (let branch = start; branch < end; branch += 1) best = Math.max(best, after(branch));
  return best;
};

const least: Settle = (after, start, end) => {
  let worst = Number.POSITIVE_INFINITY;
  for (let branch = start; branch < end; branch += 1) worst = Math.min(worst, after(branch));
  return worst;
};

const paidTo = (tree: GameTree, actor: number) => (node: number) => tree.payoffs[actor]?.[node] ?? Number.NaN;

/**
 * What an actor can assure itself of at each node when all others do what hurts it most; chance in expectation. Where it must agree with
 * others, it can be sure of no agreement and of no more: they can refuse, and so can it.
 */
export function securityLevel(tree: GameTree, actor: number): Rollback {
  const values = foldBack(tree, paidTo(tree, actor), (after, start, end, node) => {
    const deciders = tree.deciders[tree.decider[node] as number] as readonly number[];
    if (!deciders.includes(actor)) return least(after, start, end, node);
    return deciders.length === 1 ? greatest(after, start, end, node) : after(tree.noAgreement[node] as number);
  });
  const assumptions = [
    'All others move together against this actor, whatever it costs them.',
    'Chance is taken in expectation.',
    'Where the actor must agree with others, it can be sure of no agreement only.',
  ];
  return { method: METHODS.securityLevel, assumptions, values };
}

/** What an actor would get at each node if everybody moved for it; chance in expectation. */
export function bestCase(tree: GameTree, actor: number): Rollback {
  const assumptions = ['Everybody moves for this actor, whatever it costs them.', 'Chance is taken in expectation.'];
  return { method: METHODS.bestCase, assumptions, values: foldBack(tree, paidTo(tree, actor), greatest) };
}

/** What must be said beside every figure that adds points of different actors. */
const ADDS_POINTS = 'assumes that a point means the same to both';

/** The largest expected sum of all actors' payoffs from each node on, if all moved for that sum. */
export function teamOptimum(tree: GameTree): Rollback {
  const paid = (node: number): number => tree.payoffs.reduce((sum, payoff) => sum + (payoff[node] as number), 0);
  const assumptions = [`Adding payoffs ${ADDS_POINTS}.`, 'All move for the sum.', 'Chance is taken in expectation.'];
  return { method: METHODS.teamOptimum, assumptions, values: foldBack(tree, paid, greatest) };
}

/** What the actors together leave on the table at each node: the team optimum less the sum of their values. Adds points too. */
export function priceOfConflict(tree: GameTree, values: readonly Float64Array[]): Rollback {
  const team = teamOptimum(tree);
  const price = team.values.map((most, node) => most - values.reduce((sum, own) => sum + (own[node] as number), 0));
  return { ...team, values: price };
}
