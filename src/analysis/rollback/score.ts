import { exp, log } from '../../domain/elementary.ts';
import type { GameTree } from '../../domain/gameTree.ts';
import type { Workspace } from './workspace.ts';

/** (Π x)^{1/n} of numbers that are not negative; 0 where one of them is 0. */
export function geometricMean(numbers: readonly number[]): number {
  const [only] = numbers;
  if (only !== undefined && numbers.length === 1) return only;
  if (numbers.some((number) => number === 0)) return 0;
  return exp(numbers.reduce((sum, number) => sum + log(number), 0) / numbers.length);
}

/**
 * Writes the score of every branch of a decision node. A lone mover goes by its own value. Several who must agree go by their gains over
 * no agreement, g_a: J is the geometric mean where nobody loses and the least gain where somebody does, so J(no agreement) = 0. A gain
 * within an actor's tolerance is 0. Nobody with payoffs: all branches score 0.
 */
export function scoreBranches(
  tree: GameTree,
  workspace: Workspace,
  equalWithin: readonly number[],
  node: number,
): void {
  const { first, child } = tree;
  const { values, score, gainers } = workspace;
  const deciders = tree.deciders[tree.decider[node] as number] as readonly number[];
  const start = first[node] as number;
  const end = first[node + 1] as number;
  const count = deciders.length;
  if (count === 0) {
    for (let branch = start; branch < end; branch += 1) score[branch] = 0;
    return;
  }
  if (count === 1) {
    const own = values[deciders[0] as number] as Float64Array;
    for (let branch = start; branch < end; branch += 1) score[branch] = own[child[branch] as number] as number;
    return;
  }
  if (end - start === 1) {
    // What is the only thing to do needs nobody's agreement.
    score[start] = 0;
    gainers[start] = 0;
    return;
  }
  const apart = child[tree.noAgreement[node] ?? -1];
  if (apart === undefined) throw new TypeError(`several decide at node ${node}, and nothing stands for no agreement`);
  for (let branch = start; branch < end; branch += 1) {
    const to = child[branch] as number;
    let product = 1;
    let least = Number.POSITIVE_INFINITY;
    let strictly = 0;
    for (let index = 0; index < count; index += 1) {
      const actor = deciders[index] as number;
      const own = values[actor] as Float64Array;
      const difference = (own[to] as number) - (own[apart] as number);
      const gain = Math.abs(difference) <= (equalWithin[actor] as number) ? 0 : difference;
      product *= gain;
      if (gain < least) least = gain;
      if (gain > 0) strictly += 1;
    }
    if (!(least > 0)) score[branch] = least < 0 ? least : 0;
    else if (product > LEAST_PRODUCT && product < Number.POSITIVE_INFINITY) score[branch] = root(product, count);
    else score[branch] = productOfRoots(values, deciders, to, apart);
    gainers[branch] = strictly;
  }
}

/** Below it the last bits of a product are lost. */
const LEAST_PRODUCT = 1e-290;

/** The geometric mean of gains whose product leaves the range of a double. */
function productOfRoots(
  values: readonly Float64Array[],
  deciders: readonly number[],
  to: number,
  apart: number,
): number {
  let product = 1;
  for (const actor of deciders) {
    const own = values[actor] as Float64Array;
    product *= root((own[to] as number) - (own[apart] as number), deciders.length);
  }
  return product;
}

/** The n-th root; the square root is exact to the last bit on every machine. */
const root = (value: number, degree: number): number => (degree === 2 ? Math.sqrt(value) : exp(log(value) / degree));
