import { principals } from '../../domain/actors.ts';
import { drawColumns } from '../../domain/errorModel.ts';
import { leverage } from '../../domain/leverage.ts';
import { effectParameter, errorModelOf } from '../../domain/parameters.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { DrawnValues } from '../drawnValues.ts';
import { type Positions, valuesOf, withOwnValues } from '../kernel/positions.ts';
import { revaluer } from '../kernel/revalue.ts';
import type { ScenarioKernel } from '../kernel/scenarioKernel.ts';
import { dependence } from './dependence.ts';
import { centralPoints, type DependenceTree, pointsAt } from './dependenceTree.ts';

/** Draws in which the two balances are compared, how far apart they are in a draw that counts, and how many must count. */
export const BALANCE_DRAWS = 20;
export const BALANCE_GAP = 15;
export const BALANCE_NEEDED = 16;

/** The balance of the first principal over the second by two readings, at central values and in shared draws. */
export interface Balances {
  /** D of the first and of the second principal, 0 to 1; undefined where no number is. */
  readonly byPrincipal: readonly [number, number] | undefined;
  /** By dependence, 0 to 100; 50 is even. Undefined where nothing reachable is better for both than walking away. */
  readonly dependence: number | undefined;
  /** By the analyst's score: 50 + (L of the first − L of the second)/2. */
  readonly score: number;
  readonly draws: {
    readonly count: number;
    readonly seed: number;
    /** In how many draws both have a number and differ by more than the gap. */
    readonly differing: number;
    /** In how many draws there is a balance by dependence. */
    readonly numbered: number;
  };
  /** Whether they are said to disagree. */
  readonly disagrees: boolean;
}

/** The size of every effect of a chart in some draws: a column of sizes per draw. */
export function drawnSizes({ scenario, chart }: ScenarioKernel, count: number, seed: number): readonly Float64Array[] {
  const parameters = chart.effects.source.map((effect) => effectParameter(scenario, effect));
  const columns = drawColumns(parameters, errorModelOf(scenario), seed, count);
  return Array.from({ length: count }, (_, draw) => Float64Array.from(columns, (column) => column[draw] as number));
}

/** The score's balance at a position. */
function scoreAt(scenario: Scenario, { chart }: ScenarioKernel, positions: Positions, node: number): number {
  const values = valuesOf(chart, positions, node);
  const row = Object.fromEntries(chart.addresses.map((address, at) => [address, values[at] as number]));
  const [one, other] = principals(scenario);
  return 50 + (leverage(scenario, one, row).score - leverage(scenario, other, row).score) / 2;
}

/** A position at which the balances are read, and the draws that they share. */
export interface BalancesAsk {
  readonly of: DependenceTree;
  readonly node: number;
  /** The values at the root of the tree in every draw, drawn with the same seed. */
  readonly drawn: DrawnValues;
  readonly sizes: readonly Float64Array[];
  readonly seed: number;
}

/** Both balances in every draw: by dependence (NaN where there is none), and by the score. */
export interface DrawnBalances {
  readonly dependence: Float64Array;
  readonly score: Float64Array;
}

/** Reads both balances at a position in every draw. The tree is held; a draw changes sizes and start values alone. */
export function drawnBalances({ of, node, drawn, sizes }: BalancesAsk): DrawnBalances {
  const { kernel, tree, game, agreements } = of;
  const { scenario, chart } = kernel;
  const revalue = revaluer(chart);
  const positions = withOwnValues(tree.positions);
  const found = { dependence: new Float64Array(sizes.length), score: new Float64Array(sizes.length) };
  for (const [draw, own] of sizes.entries()) {
    const starts = Float64Array.from(chart.addresses, (address) => drawn.column(address)[draw] as number);
    revalue(tree, positions, { starts, sizes: own });
    found.dependence[draw] = dependence(game, agreements, pointsAt(of, own, positions), node).balance[node] as number;
    found.score[draw] = scoreAt(scenario, kernel, positions, node);
  }
  return found;
}

/** Whether two balances are said to disagree, by how many draws differ: two judgements that happen to lie apart are not a finding. */
export function countDraws({ dependence: byGame, score }: DrawnBalances): {
  readonly differing: number;
  readonly numbered: number;
} {
  let [differing, numbered] = [0, 0];
  for (const [draw, balance] of byGame.entries()) {
    if (Number.isNaN(balance)) continue;
    numbered += 1;
    if (Math.abs(balance - (score[draw] as number)) > BALANCE_GAP) differing += 1;
  }
  return { differing, numbered };
}

/** Reads both balances at a position. They are said to disagree only if they differ by more than 15 in at least 16 of 20 draws. */
export function balancesAt(ask: BalancesAsk): Balances {
  const { of, node, sizes, seed } = ask;
  const { kernel, tree, game, agreements } = of;
  const central = dependence(game, agreements, centralPoints(of), node);
  const balance = central.balance[node] as number;
  const [one, other] = central.byPrincipal;
  const isNumber = !Number.isNaN(balance);
  const { differing, numbered } = countDraws(drawnBalances(ask));
  return {
    byPrincipal: isNumber ? [one[node] as number, other[node] as number] : undefined,
    dependence: isNumber ? balance : undefined,
    score: scoreAt(kernel.scenario, kernel, tree.positions, node),
    draws: { count: sizes.length, seed, differing, numbered },
    disagrees: isNumber && differing >= BALANCE_NEEDED,
  };
}
