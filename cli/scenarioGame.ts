import { compile } from '../machines/compile.ts';
import { negotiation } from '../machines/negotiation.ts';
import { openingSnapshot, play, standing } from '../machines/stepping.ts';
import { type ScenarioKernel, scenarioKernel, unfoldGame } from '../src/analysis/kernel/scenarioKernel.ts';
import { KERNEL_LIMIT, type KernelTree } from '../src/analysis/kernel/unfoldKernel.ts';
import type { Refusal } from '../src/analysis/rollback/playModel.ts';
import { isEnd, type Move, moveAt, movesFrom, placedStates, TABLE } from '../src/domain/chart.ts';
import type { GameLabels, GameTree } from '../src/domain/gameTree.ts';
import type { MoveId, StateId } from '../src/domain/identifier.ts';
import type { Position } from '../src/domain/position.ts';
import type { Scenario } from '../src/domain/scenario.ts';

/** A position of the talks from which something is asked. */
export interface Beginning {
  readonly state: StateId;
  readonly position: Position;
  /** The moves that lead there from the table, and the position before each. */
  readonly line: readonly MoveId[];
  readonly before: readonly Position[];
  /** At the table, the moves that belong to what is asked; all where none are named. */
  readonly entries: readonly MoveId[];
}

/** A scenario as a game at its central values. */
export interface ScenarioGame {
  readonly kernel: ScenarioKernel;
  readonly beginning: Beginning;
  readonly tree: GameTree;
  readonly unfolded: KernelTree;
  readonly labels: GameLabels;
}

/** Why a branch has no game: its tree is too large. That other branches can be asked about alone is said only where there are some. */
export const tooLarge = (hasOthers: boolean): string =>
  `the tree has more positions than are unfolded (at most ${KERNEL_LIMIT.toLocaleString('en')}); limit its loops (\`limit\`)${hasOthers ? ', or name another branch (--from)' : ''}`;

/** The state of the chart at which a model cannot be applied; the branch where the refusal names no single place. */
export const placeOf = ({ node }: Refusal, labels: GameLabels, branch: string): string =>
  node === undefined ? branch : labels.node(node);

/** The moves at the table by which a branch begins. */
export const entriesOf = (scenario: Scenario, branch: string): readonly Move[] =>
  movesFrom(scenario, TABLE).filter(({ targets }) => targets.some(({ state }) => state.startsWith(`${branch}.`)));

/**
 * The table, or the beginning of one branch, at the default conditions: past the move at the table where a single one leads there, else
 * at the table. Throws RangeError for a branch that the table does not open.
 */
export function beginningOf(scenario: Scenario, branch?: string): Beginning {
  const machine = negotiation(scenario);
  const opening = openingSnapshot(machine);
  const entries = branch === undefined ? [] : entriesOf(scenario, branch).map(({ id }) => id);
  if (branch === undefined || entries.length > 1)
    return { state: standing(opening), position: opening.context, line: [], before: [], entries };
  const entry = entries[0];
  const snapshot = entry === undefined ? undefined : play(machine, opening, entry);
  if (entry === undefined || snapshot === undefined) throw new RangeError(`the table does not open ${branch}`);
  return {
    state: standing(snapshot),
    position: snapshot.context,
    line: [entry],
    before: [opening.context],
    entries: [],
  };
}

/** What ends are called: by their label, and by their id too where two ends share one. */
function endNames(scenario: Scenario): (state: string) => string {
  const labels = placedStates(scenario).flatMap(({ id, state }) =>
    isEnd(state) ? [[id, state.meta.label] as const] : [],
  );
  const names = new Map(
    labels.map(([id, label]) => [
      id,
      labels.some(([other, same]) => other !== id && same === label) ? `${label} (${id})` : label,
    ]),
  );
  return (state) => names.get(state) ?? state;
}

/** A scenario compiled for sweeps. */
export const kernelOf = (scenario: Scenario): ScenarioKernel =>
  scenarioKernel(scenario, compile(scenario, negotiation(scenario)));

/**
 * A scenario, or one branch of it from its own beginning on, as a game at central values: who has stakes decides and is paid at ends,
 * chance has its likelihoods. At the table nobody decides: it is a move of chance with even odds, which changes nothing below it.
 * Undefined where the tree has more positions than are unfolded.
 */
export function scenarioGame(
  scenario: Scenario,
  branch?: string,
  kernel: ScenarioKernel = kernelOf(scenario),
): ScenarioGame | undefined {
  const beginning = beginningOf(scenario, branch);
  const { state, position, entries } = beginning;
  const unfolded = unfoldGame(kernel, state, position, entries.length === 0 ? {} : { only: entries });
  if (unfolded === undefined) return undefined;
  const { chart } = kernel;
  const { tree, game } = unfolded;
  const stateOf = (node: number): StateId => chart.states[tree.state[node] as number] ?? '';
  const nameOf = endNames(scenario);
  return {
    kernel,
    beginning,
    tree: game,
    unfolded: tree,
    labels: {
      title: branch === undefined ? scenario.title : `${scenario.title}: ${branch}`,
      branch: (at) => moveAt(scenario, chart.moves[tree.move[at] as number] ?? '')?.meta.label ?? '',
      outcome: (node) => nameOf(stateOf(node)),
      node: stateOf,
    },
  };
}
