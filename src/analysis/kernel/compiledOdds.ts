import type { CompiledChart } from '../../../machines/compile.ts';
import { moveAt } from '../../domain/chart.ts';
import { STATE } from '../../domain/chartCodes.ts';
import { exp } from '../../domain/elementary.ts';
import { centralValue } from '../../domain/estimate.ts';
import { leansOf, oddsEstimate } from '../../domain/odds.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Positions } from './positions.ts';

/** The likelihoods of chance and the tendencies of actors over a chart's moves. */
export interface CompiledOdds {
  /** Per move, its base: central likelihood or tendency; NaN where the scenario gives none, and 1 at the table. */
  readonly base: Float64Array;
  /** Per move and one more, its leans: address, size per unit, and the value at which it leans neither way. */
  readonly of: Int32Array;
  readonly address: Int32Array;
  readonly per: Float64Array;
  readonly ref: Float64Array;
}

/** The odds of a scenario over its chart's moves, at central values. */
export function compileOdds(scenario: Scenario, chart: CompiledChart): CompiledOdds {
  const base = new Float64Array(chart.moves.length);
  const of = [0];
  const leans =
    chart.kind.length === 0
      ? []
      : [...movesWithState(chart)].flatMap(({ move, isChance, isTable }) => {
          const meta = moveAt(scenario, chart.moves[move] as string)?.meta;
          const estimate = meta === undefined ? undefined : oddsEstimate(isChance, meta);
          base[move] = estimate === undefined ? (isTable ? 1 : Number.NaN) : centralValue(estimate);
          const found = meta === undefined ? [] : leansOf(scenario, meta);
          of.push((of.at(-1) ?? 0) + found.length);
          return found;
        });
  return {
    base,
    of: Int32Array.from(of),
    address: Int32Array.from(leans, ({ address }) => chart.addresses.indexOf(address)),
    per: Float64Array.from(leans, ({ per }) => per),
    ref: Float64Array.from(leans, ({ ref }) => ref),
  };
}

function* movesWithState({ kind, movesOf }: CompiledChart) {
  for (const [state, what] of kind.entries())
    for (let move = movesOf[state] as number; move < (movesOf[state + 1] as number); move += 1)
      yield { move, isChance: what === STATE.chance, isTable: what === STATE.table };
}

/** A move's odds at a position before they are divided by the sum over the open moves: b · exp(Σ β (clip(x) − ref)). */
export function oddsAt(
  chart: CompiledChart,
  odds: CompiledOdds,
  move: number,
  positions: Positions,
  position: number,
): number {
  const base = odds.base[move] as number;
  const first = odds.of[move] as number;
  const end = odds.of[move + 1] as number;
  return first === end ? base : leant(chart, odds, first, end, base, positions, position);
}

function leant(
  { low, high }: CompiledChart,
  { address, per, ref }: CompiledOdds,
  first: number,
  end: number,
  base: number,
  { values, room }: Positions,
  position: number,
): number {
  let tilt = 0;
  for (let lean = first; lean < end; lean += 1) {
    const at = address[lean] as number;
    const raw = values[at * room + position] as number;
    const least = low[at] as number;
    const most = high[at] as number;
    tilt += (per[lean] as number) * ((raw < least ? least : raw > most ? most : raw) - (ref[lean] as number));
  }
  return tilt === 0 ? base : base * exp(tilt);
}
