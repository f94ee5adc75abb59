import type { CompiledChart } from '../../../machines/compile.ts';
import { deciders, isDecision, isJoint, moveAt, stateAt } from '../../domain/chart.ts';
import { moveIdOf } from '../../domain/identifier.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { stakeholders } from '../../domain/stakes.ts';

/** Who decides in each state of a chart. */
export interface CompiledDeciders {
  /** Sets of actors, as indexes into those with stakes: one without stakes is named by a screen, not counted by a model. */
  readonly sets: readonly (readonly number[])[];
  /** Per state, its set; −1 where nobody decides. */
  readonly of: Int32Array;
  /** Per state, the move that stands for disagreement where several with stakes decide together; −1 elsewhere. */
  readonly noAgreement: Int32Array;
  /** Per move, the one that it is said to resemble, else itself; undefined where none is said to resemble another. */
  readonly kin: Int32Array | undefined;
}

/** Reads which moves resemble which. */
function compileKin(scenario: Scenario, chart: CompiledChart): Int32Array | undefined {
  const kin = chart.moves.map((id, index) => {
    const resembled = moveAt(scenario, id)?.meta.kin;
    return resembled === undefined ? index : chart.moves.indexOf(id.replace(/[^.]+$/, resembled));
  });
  return kin.every((other, index) => other === index) ? undefined : Int32Array.from(kin);
}

/** Reads who decides where. */
export function compileDeciders(scenario: Scenario, chart: CompiledChart): CompiledDeciders {
  const actors = stakeholders(scenario);
  const sets: (readonly number[])[] = [];
  const known = new Map<string, number>();
  const of = new Int32Array(chart.states.length).fill(-1);
  const noAgreement = new Int32Array(chart.states.length).fill(-1);
  for (const [index, id] of chart.states.entries()) {
    const state = stateAt(scenario, id)?.state;
    if (state === undefined || !isDecision(state) || state.meta.decides === 'chance') continue;
    const set = deciders(state).flatMap((actor) => (actors.includes(actor) ? [actors.indexOf(actor)] : []));
    const key = set.join(' ');
    const number = known.get(key) ?? sets.push(set) - 1;
    known.set(key, number);
    of[index] = number;
    const without = state.meta.noAgreement;
    if (isJoint(state) && set.length > 1 && without !== undefined)
      noAgreement[index] = chart.moves.indexOf(moveIdOf(id, without));
  }
  return { sets, of, noAgreement, kin: compileKin(scenario, chart) };
}
