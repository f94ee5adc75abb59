import { moveAt } from '../../domain/chart.ts';
import { STATE } from '../../domain/chartCodes.ts';
import { drawColumns, type UncertainParameter } from '../../domain/errorModel.ts';
import { oddsEstimate } from '../../domain/odds.ts';
import { effectParameter, errorModelOf, oddsParameter } from '../../domain/parameters.ts';
import { pertFromNormal } from '../../domain/pertQuantile.ts';
import type { DrawnValues } from '../drawnValues.ts';
import type { BlockNumbers } from './blockValues.ts';
import type { ScenarioKernel } from './scenarioKernel.ts';
import type { ValueClasses } from './valueClasses.ts';

/** Numbers of some draws in a row, a column per parameter: cut into blocks, which share them. */
export interface DrawnNumbers {
  readonly count: number;
  /** Cuts out the draws from `at` on, as many as the block has room for, counted from the first of these numbers. */
  readonly cut: (at: number, block: BlockNumbers) => void;
}

/** Draws the numbers of as many draws as the opening has, from the draw `first` on. */
export type NumberDrawer = (opening: DrawnValues, first: number) => DrawnNumbers;

/** The uncertain likelihoods and tendencies of a chart's moves. */
function oddsParameters({ scenario, chart }: ScenarioKernel) {
  return [...chart.kind.entries()].flatMap(([state, kind]) => {
    const isChance = kind === STATE.chance;
    const found: { readonly move: number; readonly parameter: UncertainParameter }[] = [];
    for (let move = chart.movesOf[state] as number; move < (chart.movesOf[state + 1] as number); move += 1) {
      const id = chart.moves[move] as string;
      const meta = moveAt(scenario, id)?.meta;
      const estimate = meta === undefined ? undefined : oddsEstimate(isChance, meta);
      if (estimate === undefined) continue;
      found.push({ move, parameter: oddsParameter(id, isChance ? 'likelihood' : 'tendency', estimate) });
    }
    return found;
  });
}

/** Cuts some draws out of a column into a row; what is left of the last block reads the last draw again, and is cut off afterwards. */
function cutRow(column: Float64Array, at: number, into: Float64Array, row: number, draws: number): void {
  const end = Math.min(draws, column.length - at);
  const from = row * draws;
  for (let draw = 0; draw < end; draw += 1) into[from + draw] = column[at + draw] as number;
  for (let draw = end; draw < draws; draw += 1) into[from + draw] = column[column.length - 1] as number;
}

/** Prepares to draw every number that a tree of a scenario rests on: what the classes of values read, likelihoods and tendencies. */
export function numberDrawer(kernel: ScenarioKernel, classes: ValueClasses, seed: number): NumberDrawer {
  const { scenario, chart, odds } = kernel;
  const effects = [...new Set(classes.effect)].filter((effect) => effect !== -1);
  const moves = oddsParameters(kernel);
  const sources = effects.map((effect) => chart.effects.source[effect] as (typeof chart.effects.source)[0]);
  const parameters = [
    ...sources.map((source) => effectParameter(scenario, source)),
    ...moves.map(({ parameter }) => parameter),
  ].map((parameter) => ({ ...parameter, quantile: pertFromNormal(parameter.estimate) }));
  const model = errorModelOf(scenario);
  return (opening, first) => {
    const count = opening.length;
    const columns = drawColumns(parameters, model, seed, count, first);
    const starts = [...classes.addresses].map((address) => opening.column(chart.addresses[address] as string));
    return {
      count,
      cut: (at, { draws, starts: startRows, sizes, bases }) => {
        for (const [row, column] of starts.entries()) cutRow(column, at, startRows, row, draws);
        for (const [index, effect] of effects.entries())
          cutRow(columns[index] as Float64Array, at, sizes, effect, draws);
        for (const [move, base] of odds.base.entries()) bases.fill(base, move * draws, (move + 1) * draws);
        for (const [index, { move }] of moves.entries())
          cutRow(columns[effects.length + index] as Float64Array, at, bases, move, draws);
      },
    };
  };
}
