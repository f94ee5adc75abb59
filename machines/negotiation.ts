import { assign, type SnapshotFrom, setup } from 'xstate';
import { movesFrom, TABLE } from '../src/domain/chart.ts';
import { type Guard, holds } from '../src/domain/guard.ts';
import { type MoveId, shockId } from '../src/domain/identifier.ts';
import type { Values } from '../src/domain/indicators.ts';
import { guardView, openingPosition, type Position } from '../src/domain/position.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { type ApplyParams, positionAfter } from './apply.ts';
import { branchConfig, type ChartState, chartTransition } from './branch.ts';

/** An event of the chart: a move or a shock, named by its id. */
export interface ChartEvent {
  readonly type: MoveId;
}

/** Raw start values, where an overlay or a draw changes them. */
export interface ChartInput {
  readonly values?: Values;
}

/** One region per condition: any state switches to any other by a shock, until the talks have ended. */
function conditionRegion(condition: string, initial: string, states: readonly string[]) {
  const entries = states.map((state): [string, ChartState] => {
    const others = states.filter((other) => other !== state);
    const on = Object.fromEntries(
      others.map((other) => {
        const shock = shockId(condition, other);
        return [shock, [chartTransition(shock, undefined, [{ talks: 'open' }], other)]];
      }),
    );
    return [state, { on }];
  });
  return { initial, states: Object.fromEntries(entries) };
}

function tableState(scenario: Scenario): ChartState {
  const moves = movesFrom(scenario, TABLE).map(({ id, targets }) => [
    id,
    targets.map(({ state }) => chartTransition(id, state, [], `#${state}`)),
  ]);
  return { on: Object.fromEntries(moves) };
}

/**
 * A scenario as one parallel machine: the talks (the table and every branch, cross-links stitched) and one region per condition.
 * Pure: no timers, no services; its only guard is `holds`, its only action `apply`.
 */
export function negotiation(scenario: Scenario) {
  const advance = positionAfter(scenario);
  const branches = Object.fromEntries(
    Object.entries(scenario.branches).map(([id, branch]) => [id, branchConfig(scenario, id, branch)]),
  );
  const conditions = Object.fromEntries(
    Object.entries(scenario.conditions).map(([id, { initial, states }]) => [
      `condition:${id}`,
      conditionRegion(id, initial, Object.keys(states)),
    ]),
  );
  const chart = setup({
    types: { context: {} as Position, events: {} as ChartEvent, input: {} as ChartInput | undefined },
    guards: {
      holds: ({ context }, { guard }: { guard: Guard }) => holds(guard, guardView(scenario, context)),
    },
    actions: {
      apply: assign(({ context }, params: ApplyParams) => advance(context, params)),
    },
  });
  const config = {
    id: scenario.id,
    type: 'parallel',
    context: ({ input }: { input: ChartInput | undefined }) => openingPosition(scenario, input?.values),
    states: { talks: { initial: TABLE, states: { [TABLE]: tableState(scenario), ...branches } }, ...conditions },
  };
  // The config is data composed from a checked scenario, which no literal type can describe.
  return chart.createMachine(config as unknown as Parameters<typeof chart.createMachine>[0]);
}

export type NegotiationMachine = ReturnType<typeof negotiation>;
export type NegotiationSnapshot = SnapshotFrom<NegotiationMachine>;
