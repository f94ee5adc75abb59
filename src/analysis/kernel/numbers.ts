import type { CompiledChart } from '../../../machines/compile.ts';
import { centralValue } from '../../domain/estimate.ts';
import type { StateId } from '../../domain/identifier.ts';
import type { Position } from '../../domain/position.ts';
import type { KernelStart } from './unfoldKernel.ts';

/** The central size of every effect of a chart. */
export const centralSizes = (chart: CompiledChart): Float64Array =>
  Float64Array.from(chart.effects.source, ({ estimate }) => centralValue(estimate));

/** A position as the kernel reads it. Throws RangeError for a state or a condition that the chart has not. */
export function kernelStart(chart: CompiledChart, state: StateId, position: Position): KernelStart {
  const index = chart.stateIndex.get(state);
  if (index === undefined) throw new RangeError(`the chart has no state called ${state}`);
  const conditions = chart.conditions.map((condition, at) => {
    const found = chart.conditionStates[at]?.get(position.conditions[condition] ?? '');
    if (found === undefined) throw new RangeError(`${condition} is in no state that the chart has`);
    return found;
  });
  return {
    state: index,
    values: Float64Array.from(chart.addresses, (address) => position.values[address] ?? Number.NaN),
    memory: Uint8Array.from([
      ...chart.flags.map((move) => (position.played[move] === true ? 1 : 0)),
      ...chart.visits.map((visited) => position.visits[visited] ?? 0),
    ]),
    conditions: Int32Array.from(conditions),
  };
}
