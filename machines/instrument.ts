import type { AnyStateMachine } from 'xstate';
import { ceasefire } from './ceasefire.ts';
import { surrenderDemand } from './surrenderDemand.ts';
import { withdrawal } from './withdrawal.ts';

/** What a stage is called, and what it means in the literature. */
export interface StageMeta {
  readonly label: string;
  readonly means: string;
}

/** One stage of an instrument: where it may lead (staying is always allowed), and whether it ends the instrument. */
export interface Stage extends StageMeta {
  readonly id: string;
  readonly next: readonly string[];
  readonly final: boolean;
}

/** What negotiators call a ceasefire, a surrender demand or a withdrawal: its stages in order. */
export interface Instrument {
  readonly id: string;
  readonly initial: string;
  readonly stages: ReadonlyMap<string, Stage>;
}

/** Reads an instrument off its machine, so that the chart stays the only truth. */
function toInstrument(machine: AnyStateMachine): Instrument {
  const stages = Object.values(machine.root.states).map((node): Stage => {
    const meta = node.meta as StageMeta;
    return { id: node.key, ...meta, next: [...node.transitions.keys()], final: node.type === 'final' };
  });
  const initial = machine.root.initial.target?.[0]?.key;
  if (initial === undefined) throw new TypeError(`${machine.id} has no initial stage`);
  return { id: machine.id, initial, stages: new Map(stages.map((stage) => [stage.id, stage])) };
}

/** The instruments that a branch may name in `meta.instrument`. */
export const instruments: ReadonlyMap<string, Instrument> = new Map(
  [ceasefire, surrenderDemand, withdrawal].map((machine) => [machine.id, toInstrument(machine)]),
);
