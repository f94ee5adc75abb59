import { negotiation } from '../machines/negotiation.ts';
import { replay } from '../machines/stepping.ts';
import { informationPerState } from '../src/analysis/information/chanceStates.ts';
import { partDrawer } from '../src/analysis/kernel/drawTask.ts';
import { drawPlan } from '../src/analysis/kernel/drawTree.ts';
import { type ScenarioKernel, unfoldGame } from '../src/analysis/kernel/scenarioKernel.ts';
import { playedLine } from '../src/analysis/rollback/lines.ts';
import { solve } from '../src/analysis/rollback/solve.ts';
import {
  binsFor,
  knowledgeNoise,
  type Noise,
  partialKnowledge,
  perfectKnowledge,
  type SampledValue,
} from '../src/analysis/sensitivity/informationFromDraws.ts';
import { moveAt } from '../src/domain/chart.ts';
import { STATE } from '../src/domain/chartCodes.ts';
import { drawColumns, type UncertainParameter } from '../src/domain/errorModel.ts';
import { toTriple } from '../src/domain/estimate.ts';
import { quantities } from '../src/domain/indicators.ts';
import { oddsEstimate } from '../src/domain/odds.ts';
import { effectParameter, errorModelOf, oddsParameter, startParameter } from '../src/domain/parameters.ts';
import { fail, type Result, succeed } from '../src/domain/result.ts';
import { blockKernel } from './blockKernel.ts';
import { scenarioGame } from './scenarioGame.ts';
import { estimateName } from './variationNames.ts';

/** What knowing a number first is worth, and whether that can be told from noise. */
export interface KnownNumber {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly isAboveNoise: boolean;
}

/** What knowing more is worth to one actor at one decision. */
export interface InformationAnswer {
  readonly decision: string;
  /** The moves from the beginning of the branch to the decision. */
  readonly after: readonly string[];
  readonly draws: number;
  readonly seed: number;
  readonly options: readonly { readonly move: string; readonly label: string; readonly mean: number }[];
  readonly evpi: SampledValue;
  readonly bins: number;
  readonly noise: Noise;
  /** Every number with a range that the tree rests on, the most worth knowing first. */
  readonly numbers: readonly KnownNumber[];
  /** Per state of chance: private and public. */
  readonly chance: readonly {
    readonly state: string;
    readonly places: number;
    readonly isWhole: boolean;
    readonly privately: number;
    readonly publicly: number;
  }[];
}

/** Every judged number with a range that moves of some states rest on. */
function* uncertainNumbers(
  { scenario, chart }: ScenarioKernel,
  moves: ReadonlySet<number>,
): Generator<UncertainParameter> {
  for (const quantity of quantities(scenario).values()) yield startParameter(scenario, quantity);
  for (const move of moves) {
    for (let effect = chart.effects.of[move] as number; effect < (chart.effects.of[move + 1] as number); effect += 1) {
      const source = chart.effects.source[effect];
      if (source !== undefined) yield effectParameter(scenario, source);
    }
  }
  for (const [state, kind] of chart.kind.entries()) {
    if (kind !== STATE.chance) continue;
    for (let move = chart.movesOf[state] as number; move < (chart.movesOf[state + 1] as number); move += 1) {
      const id = chart.moves[move] as string;
      const meta = moveAt(scenario, id)?.meta;
      const estimate = meta === undefined || !moves.has(move) ? undefined : oddsEstimate(true, meta);
      if (estimate !== undefined) yield oddsParameter(id, 'likelihood', estimate);
    }
  }
}

/**
 * What knowing more is worth to an actor at its first own decision on the line that rational play takes from the beginning of a branch, or
 * at the decision there that is named. Everybody goes on choosing as at central values after it.
 */
export function informationOf(
  kernel: ScenarioKernel,
  branch: string,
  actor: number,
  { draws, seed, at }: { readonly draws: number; readonly seed: number; readonly at?: string | undefined },
): Result<InformationAnswer, string> {
  const { scenario, chart, stakes } = kernel;
  const game = scenarioGame(scenario, branch, kernel);
  const central = game === undefined ? undefined : solve(game.tree, { name: 'rational' });
  if (game === undefined || central?.ok !== true) return fail(`${branch} cannot be solved`);
  const { tree, unfolded, beginning } = game;
  const { branches } = playedLine(tree, central.value);
  const nodes = [0, ...branches.map((taken) => tree.child[taken] as number)];
  const stateOf = (node: number): string => chart.states[unfolded.state[node] as number] ?? '';
  const own = nodes.filter((node) => {
    const deciders = tree.deciders[tree.decider[node] as number] ?? [];
    const options = (tree.first[node + 1] as number) - (tree.first[node] as number);
    return deciders.length === 1 && deciders[0] === actor && options > 1;
  });
  const step = nodes.indexOf(own.find((node) => at === undefined || stateOf(node) === at) ?? -1);
  if (step < 0 && own.length > 0)
    return fail(
      `${stakes.actors[actor]} decides alone between several moves at ${own.map(stateOf).join(', ')} on the line that rational play takes in ${branch}, not at ${at}`,
    );
  if (step < 0)
    return fail(
      `${stakes.actors[actor]} decides nothing alone on the line that rational play takes in ${branch}, so nothing that it could know first changes a choice of its own there`,
    );
  const after = branches.slice(0, step).map((taken) => chart.moves[unfolded.move[taken] as number] ?? '');
  const line = [...beginning.line, ...after];
  const positions = replay(negotiation(scenario), line).snapshots.map(({ context }) => context);
  const position = positions.at(-1);
  const state = stateOf(nodes[step] as number);
  const below = position === undefined ? undefined : unfoldGame(kernel, state, position);
  const solved = below === undefined ? undefined : solve(below.game, { name: 'rational' });
  if (below === undefined || solved?.ok !== true) return fail(`${branch} cannot be solved from ${state}`);
  const plan = drawPlan(kernel, below.tree);
  const play = { name: 'held', shares: solved.value.columns.share } as const;
  const drawn = partDrawer({ plan, play, seed, withEnds: false, line, before: positions.slice(0, -1) }, blockKernel())(
    0,
    draws,
  );
  if (drawn === undefined) throw new Error('nobody stopped these draws');
  const options = drawn.branches.map((columns) => columns[actor] as Float64Array);
  const noise = knowledgeNoise(options, seed);
  const parameters = [
    ...uncertainNumbers(
      kernel,
      new Set([
        ...below.tree.move.subarray(0, below.tree.child.length),
        ...line.map((move) => chart.moves.indexOf(move)),
      ]),
    ),
  ].filter(({ estimate }) => toTriple(estimate).low < toTriple(estimate).high);
  const columns = drawColumns(parameters, errorModelOf(scenario), seed, draws);
  const numbers = parameters.map(({ id }, index) => {
    const value = partialKnowledge(options, columns[index] as Float64Array);
    return { id, name: estimateName(scenario, id), value, isAboveNoise: value > noise.most };
  });
  return succeed({
    decision: state,
    after: line.map((move) => moveAt(scenario, move)?.meta.label ?? move),
    draws,
    seed,
    options: options.map((column, option) => {
      const move = chart.moves[plan.walk.move[option] as number] ?? '';
      const mean = column.reduce((sum, value) => sum + value, 0) / draws;
      return { move, label: moveAt(scenario, move)?.meta.label ?? move, mean };
    }),
    evpi: perfectKnowledge(options),
    bins: binsFor(draws),
    noise,
    numbers: numbers.sort((a, b) => b.value - a.value),
    chance: informationPerState(below.game, below.tree, solved.value, actor).map(({ state: place, ...figures }) => ({
      state: chart.states[place] ?? '',
      ...figures,
    })),
  });
}
