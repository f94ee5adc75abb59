import { moveAt } from '../../domain/chart.ts';
import { STATE } from '../../domain/chartCodes.ts';
import { drawColumns, type UncertainParameter } from '../../domain/errorModel.ts';
import { oddsEstimate } from '../../domain/odds.ts';
import { effectParameter, errorModelOf, oddsParameter } from '../../domain/parameters.ts';
import type { DrawnValues } from '../drawnValues.ts';
import type { BlockNumbers } from './blockValues.ts';
import type { ScenarioKernel } from './scenarioKernel.ts';
import type { ValueClasses } from './valueClasses.ts';

/** Numbers of some draws in a row, a column per parameter: cut into blocks, which share them. */
export interface DrawnNumbers {
  readonly count: number;
  /** Cuts out the draws from `at` on, as many as the block has room for, counted from the first of these numbers. */
  readonly cut: (at: number, block: BlockNumbers & { readonly bases: Float64Array }) => void;
}

/** Draws every number that a tree of a scenario rests on: what the classes of values read, likelihoods and tendencies. */
export function drawNumbers(
  { scenario, chart, odds }: ScenarioKernel,
  classes: ValueClasses,
  opening: DrawnValues,
  seed: number,
  first: number,
): DrawnNumbers {
  const model = errorModelOf(scenario);
  const count = opening.length;
  const effects = [...new Set(classes.effect)].filter((effect) => effect !== -1);
  const sizes = drawColumns(
    effects.map((effect) =>
      effectParameter(scenario, chart.effects.source[effect] as (typeof chart.effects.source)[0]),
    ),
    model,
    seed,
    count,
    first,
  );
  const moves: number[] = [];
  const parameters: UncertainParameter[] = [];
  for (const [state, kind] of chart.kind.entries()) {
    for (let move = chart.movesOf[state] as number; move < (chart.movesOf[state + 1] as number); move += 1) {
      const id = chart.moves[move] as string;
      const meta = moveAt(scenario, id)?.meta;
      const estimate = meta === undefined ? undefined : oddsEstimate(kind === STATE.chance, meta);
      if (estimate === undefined) continue;
      moves.push(move);
      parameters.push(oddsParameter(id, kind === STATE.chance ? 'likelihood' : 'tendency', estimate));
    }
  }
  const bases = drawColumns(parameters, model, seed, count, first);
  const starts = [...classes.addresses].map((address) => opening.column(chart.addresses[address] as string));
  const copy = (column: Float64Array, at: number, into: Float64Array, row: number, draws: number) => {
    const end = Math.min(draws, count - at);
    for (let draw = 0; draw < end; draw += 1) into[row * draws + draw] = column[at + draw] as number;
    // What is left of the last block reads the last draw again, and is cut off afterwards.
    for (let draw = end; draw < draws; draw += 1) into[row * draws + draw] = column[count - 1] as number;
  };
  return {
    count,
    cut: (at, { draws, starts: startRows, sizes: sizeRows, bases: baseRows }) => {
      for (const [row, column] of starts.entries()) copy(column, at, startRows, row, draws);
      for (const [index, effect] of effects.entries()) copy(sizes[index] as Float64Array, at, sizeRows, effect, draws);
      for (const [move, base] of odds.base.entries()) baseRows.fill(base, move * draws, (move + 1) * draws);
      for (const [index, move] of moves.entries()) copy(bases[index] as Float64Array, at, baseRows, move, draws);
    },
  };
}
