import { kernelOf, scenarioGame } from '../../cli/scenarioGame.ts';
import { kernelGame } from '../../src/analysis/kernel/kernelGame.ts';
import { valuesOf } from '../../src/analysis/kernel/positions.ts';
import type { KernelTree } from '../../src/analysis/kernel/unfoldKernel.ts';
import { evaluate } from '../../src/analysis/rollback/evaluate.ts';
import { solve } from '../../src/analysis/rollback/solve.ts';
import { planOf } from '../../src/analysis/sensitivity/plan.ts';
import { estimateAt, type Variation } from '../../src/analysis/sensitivity/variations.ts';
import { effectsOfMove, movesFrom, placedStates, TABLE } from '../../src/domain/chart.ts';
import type { Effect } from '../../src/domain/effects.ts';
import { quantities } from '../../src/domain/indicators.ts';
import { effectParameter, startParameter } from '../../src/domain/parameters.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { writeEveryValue } from './writeEveryValue.ts';

type Mutable = { [key: string]: Mutable } & { likelihood?: unknown; initial?: unknown };

/** Every move of a scenario, the table's included. */
const allMoves = (scenario: Scenario) =>
  [TABLE, ...placedStates(scenario).map(({ id }) => id)].flatMap((state) => movesFrom(scenario, state));

/** The same scenario in which what varies was written as a constant: each estimate, wherever it stands in the file. */
export function rewritten(scenario: Scenario, { kind, about }: Variation, at: number): Scenario {
  const copy = structuredClone(scenario);
  const metaOf = (id: string): Mutable => {
    const move = allMoves(copy).find((each) => each.id === id);
    if (move === undefined) throw new Error(`no move ${id}`);
    return move.meta as unknown as Mutable;
  };
  const writeStart = (address: string, value: number): void => {
    const [actor = '', driver] = address.split('.');
    if (driver === undefined) (copy.indicators[address] as { initial: unknown }).initial = value;
    else ((copy.drivers.initial as unknown as Mutable)[actor] as unknown as Record<string, number>)[driver] = value;
  };
  const writeEffect = (id: string, { address, operation, scaled, when }: Effect, value: number): void => {
    const written = {
      [operation]: value,
      ...(scaled === undefined ? {} : { scaled }),
      ...(when === undefined ? {} : { when }),
    };
    (metaOf(id).effects as unknown as Record<string, unknown>)[address] = written;
  };
  const [first = '', second = ''] = about;
  const effects = allMoves(scenario).flatMap((move) =>
    effectsOfMove(scenario, move).map((effect) => ({ move, effect })),
  );
  if (kind === 'word')
    (copy.scale.tables as unknown as Record<string, Record<string, number>>)[second] = {
      ...copy.scale.tables[second],
      [first]: estimateAt(scenario.scale.tables[second]?.[first] ?? 0, at),
    } as Record<string, number>;
  else if (kind === 'start') writeStart(first, estimateAt(quantities(scenario).get(first)?.initial ?? 0, at));
  else if (kind === 'chance') {
    const { likelihood } = allMoves(scenario).find(({ id }) => id === second)?.meta ?? {};
    metaOf(second).likelihood = estimateAt(likelihood ?? 0, at);
  } else if (kind === 'effect') {
    for (const { move, effect } of effects)
      if (effect.parameter === first) writeEffect(move.id, effect, estimateAt(effect.estimate, at));
  } else {
    const block = `actor ${first}`;
    for (const quantity of quantities(scenario).values()) {
      const parameter = startParameter(scenario, quantity);
      if (parameter.block === block) writeStart(quantity.address, estimateAt(parameter.estimate, parameter.sign * at));
    }
    for (const { move, effect } of effects) {
      const parameter = effectParameter(scenario, effect);
      if (parameter.block === block) writeEffect(move.id, effect, estimateAt(parameter.estimate, parameter.sign * at));
    }
  }
  return copy;
}

/** A branch of a scenario solved from nothing: what it is worth to each actor, and what is chosen wherever play comes. */
export function solvedAfresh(scenario: Scenario, branch: string) {
  const game = scenarioGame(scenario, branch);
  const solution = game === undefined ? undefined : solve(game.tree, { name: 'rational' });
  if (game === undefined || solution?.ok !== true) return undefined;
  const { values, share } = solution.value.columns;
  return { values: values.map((own) => own[0] as number), key: planOf(game.tree, game.unfolded, share).key };
}

/** The whole tree of another scenario, valued at this one's numbers by given shares: its moves are open as they were. */
export function heldAfresh(
  scenario: Scenario,
  branch: string,
  tree: KernelTree,
  share: Float64Array,
): readonly number[] {
  const kernel = kernelOf(scenario);
  const game = scenarioGame(scenario, branch, kernel);
  if (game === undefined) throw new Error('the tree is too large');
  const start = valuesOf(kernel.chart, game.unfolded.positions, 0);
  const positions = writeEveryValue(kernel.chart, tree, kernel.sizes, start);
  const held = kernelGame(kernel, { ...tree, positions });
  const evaluation = evaluate(held, share);
  if (!evaluation.ok) throw new Error(evaluation.error.message);
  return evaluation.value.columns.values.map((own) => own[0] as number);
}
