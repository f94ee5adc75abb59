import type { GameTree } from '../../domain/gameTree.ts';
import { endPositions, writeStakes } from '../kernel/flatStakes.ts';
import type { ScenarioKernel, UnfoldedGame } from '../kernel/scenarioKernel.ts';
import { rollBack } from '../rollback/rollBack.ts';
import { workspaceFor } from '../rollback/workspace.ts';
import type { WeightSpace } from '../smaa/weightSpace.ts';

/** What an actor weighs up: its stakes as criteria, each worth 0 to 1, and the weights that the scenario states for them. */
export interface Criteria {
  readonly actor: number;
  readonly names: readonly string[];
  readonly weights: readonly number[];
}

/** The criteria of an actor with stakes, in file order. */
export function criteriaOf({ chart, stakes }: ScenarioKernel, actor: number): Criteria {
  const curves = stakes.curves[actor] ?? [];
  const whole = curves.reduce((sum, { weight }) => sum + weight, 0);
  return {
    actor,
    names: curves.map(({ address }) => chart.addresses[address] as string),
    weights: curves.map(({ weight }) => weight / whole),
  };
}

/**
 * A kernel in which each stake of an actor is paid to an actor of its own, from 0 to 1: what is linear in the weights is then computed once,
 * stake by stake. Only for play that is held: who decides what is not read.
 */
export function criteriaKernel(kernel: ScenarioKernel, actor: number): ScenarioKernel {
  const { names } = criteriaOf(kernel, actor);
  const curves = (kernel.stakes.curves[actor] ?? []).map((curve) => [{ ...curve, weight: 1 }]);
  return { ...kernel, stakes: { actors: names, curves } };
}

/** Per criterion of an actor, what each end is worth by it, from 0 to 1: a column over the nodes of a tree, 0 elsewhere. */
export function criteriaAtEnds(
  kernel: ScenarioKernel,
  { tree, game }: UnfoldedGame,
  actor: number,
): readonly Float64Array[] {
  const { chart, stakes } = criteriaKernel(kernel, actor);
  const columns = stakes.actors.map(() => new Float64Array(tree.nodes));
  writeStakes(chart, stakes, endPositions(tree.positions, game.kind), columns);
  return columns;
}

/**
 * The held values of the moves of a tree's first decision, criterion by criterion: what each stake of the actor is worth on average once the
 * move is made, everybody then playing by `shares`. A row per move. An actor's payoff by a move is 100 · Σ weight · value.
 */
export function heldCriteria(
  kernel: ScenarioKernel,
  unfolded: UnfoldedGame,
  shares: Float64Array,
  actor: number,
): readonly Float64Array[] {
  const payoffs = criteriaAtEnds(kernel, unfolded, actor);
  const game: GameTree = { ...unfolded.game, payoffs };
  const columns = { ...workspaceFor(game), values: payoffs.map((column) => new Float64Array(column.length)) };
  columns.share.set(shares);
  rollBack(game, columns, () => undefined);
  const moves: Float64Array[] = [];
  for (let branch = game.first[0] as number; branch < (game.first[1] as number); branch += 1)
    moves.push(Float64Array.from(columns.values, (column) => column[game.child[branch] as number] as number));
  return moves;
}

/** Groups of criteria from the heaviest to the lightest by the stated weights: the order of importance. */
export function statedOrder({ weights }: Criteria): readonly (readonly number[])[] {
  const levels = [...new Set(weights)].filter((weight) => weight > 0).sort((a, b) => b - a);
  return levels.map((level) => [...weights.keys()].filter((criterion) => weights[criterion] === level));
}

/** What is thought possible of an actor’s weights. */
export type WeightView = 'all' | 'order' | 'near';

/**
 * How closely the Dirichlet law keeps to the stated weights w_k: α_k = 40·w_k. Each weight then has a standard deviation of
 * √(w_k(1 − w_k)/41): of 0.2, about 0.06.
 */
export const CONCENTRATION = 40;

/** The weights that vary in a view: all that are stated above 0, or those named in `vary`; the others stay as they are stated. */
export function weightSpaceOf(criteria: Criteria, view: WeightView, vary?: readonly string[]): WeightSpace {
  const { names, weights } = criteria;
  const fixed = names.map((name, index) => {
    const weight = weights[index] as number;
    return weight === 0 || (vary !== undefined && !vary.includes(name)) ? weight : undefined;
  });
  const free = (criterion: number): boolean => fixed[criterion] === undefined;
  return {
    criteria: names,
    fixed,
    law:
      view === 'near'
        ? { name: 'dirichlet', alpha: weights.map((weight) => CONCENTRATION * weight) }
        : { name: 'uniform' },
    low: names.map(() => 0),
    high: names.map(() => 1),
    orders:
      view === 'order'
        ? [
            statedOrder(criteria)
              .map((level) => level.filter(free))
              .filter(({ length }) => length > 0),
          ]
        : [],
  };
}
