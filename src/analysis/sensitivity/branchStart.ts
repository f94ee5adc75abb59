import { TABLE } from '../../domain/chart.ts';
import type { MoveId } from '../../domain/identifier.ts';
import type { Position } from '../../domain/position.ts';
import { applyEffectsAt } from '../kernel/applyEffectsAt.ts';
import { kernelStart } from '../kernel/numbers.ts';
import { roomForPositions, valuesOf, writeValues } from '../kernel/positions.ts';
import type { ScenarioKernel, UnfoldedGame } from '../kernel/scenarioKernel.ts';
import type { TreeNumbers } from '../kernel/treeNumbers.ts';

/** The beginning of what is asked about: a tree of a scenario at central values, and how the talks came to its root. */
export interface BranchStart {
  readonly kernel: ScenarioKernel;
  readonly unfolded: UnfoldedGame;
  /** The moves from the table to the root, and the central position before each. */
  readonly line: readonly MoveId[];
  readonly before: readonly Position[];
  /** The central position at the root. */
  readonly position: Position;
  /** At the table, the moves that are followed; undefined elsewhere. */
  readonly rootMoves: ReadonlySet<number> | undefined;
}

/** The numbers of a scenario that are judged, as they may be varied: start values at the table, sizes of effects, bases of odds. */
export interface VariedNumbers {
  readonly starts: Float64Array;
  readonly sizes: Float64Array;
  readonly bases: Float64Array;
}

/** The central numbers, fresh to be written over. */
export function centralNumbers({ kernel, before, position }: BranchStart): VariedNumbers {
  const opening = before[0] ?? position;
  return {
    starts: Float64Array.from(kernel.chart.addresses, (address) => opening.values[address] ?? Number.NaN),
    sizes: kernel.sizes.slice(),
    bases: kernel.odds.base.slice(),
  };
}

/** The raw values at the root where these numbers hold: the line there is played again, its moves held. */
function rootValues({ kernel, line, before }: BranchStart, { starts, sizes }: VariedNumbers): Float64Array {
  const { chart } = kernel;
  let values = starts;
  for (const [step, move] of line.entries()) {
    const position = before[step] as Position;
    // Reading a position asks for some state of the chart; which one does not matter to its memory.
    const { memory, conditions } = kernelStart(chart, TABLE, position);
    const pair = roomForPositions(chart, 2, conditions);
    writeValues(pair, 0, values);
    pair.memory.set(memory);
    applyEffectsAt(chart, sizes, chart.moves.indexOf(move), pair, 0, 1);
    values = valuesOf(chart, pair, 1);
  }
  return values;
}

/** What a tree rests on, at these numbers. */
export const treeNumbers = (start: BranchStart, numbers: VariedNumbers): TreeNumbers => ({
  starts: rootValues(start, numbers),
  sizes: numbers.sizes,
  stakes: start.kernel.stakes,
  odds: { ...start.kernel.odds, base: numbers.bases },
});
