import { negotiation } from '../machines/negotiation.ts';
import { replay, standing } from '../machines/stepping.ts';
import { type UnfoldedGame, unfoldGame } from '../src/analysis/kernel/scenarioKernel.ts';
import { lineTo, mostLikelyLine, playedLine } from '../src/analysis/rollback/lines.ts';
import type { Solution } from '../src/analysis/rollback/solve.ts';
import { type GameTree, NODE } from '../src/domain/gameTree.ts';
import type { MoveId, StateId } from '../src/domain/identifier.ts';
import type { Position } from '../src/domain/position.ts';
import { fail, type Result, succeed } from '../src/domain/result.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { ScenarioGame } from './scenarioGame.ts';

/** A decision of a branch that is asked about, and what leads there. */
export interface DecisionPlace {
  readonly node: number;
  readonly state: StateId;
  /** The moves from the table to it, and the position before each. */
  readonly line: readonly MoveId[];
  readonly before: readonly Position[];
  readonly position: Position;
  /** What follows from it, as a tree of its own. */
  readonly unfolded: UnfoldedGame;
  /** The actors with stakes who decide there, as ids. */
  readonly decides: readonly string[];
}

/** Whether an actor is among those who decide at a node, and has a choice there. */
function decides({ kind, first, deciders, decider }: GameTree, node: number, actor: number): boolean {
  const count = (first[node + 1] as number) - (first[node] as number);
  return kind[node] === NODE.decision && count > 1 && (deciders[decider[node] as number] ?? []).includes(actor);
}

/** The nodes along some branches from the start. */
const nodesAlong = ({ child }: GameTree, branches: readonly number[]): readonly number[] => [
  0,
  ...branches.map((branch) => child[branch] as number),
];

/** Finds the decision: the one that is named, where play comes first; else the actor’s first one on the line of play. */
function findNode(
  { tree, labels }: ScenarioGame,
  solution: Solution,
  actor: number,
  at: StateId | undefined,
): Result<number, string> {
  const played = nodesAlong(tree, playedLine(tree, solution).branches);
  const likeliest = nodesAlong(tree, mostLikelyLine(tree, solution).branches);
  const name = tree.actors[actor];
  if (at === undefined) {
    const found = [...played, ...likeliest].find((node) => decides(tree, node, actor));
    return found === undefined
      ? fail(`${name} has no decision on the line of play; name one with --at`)
      : succeed(found);
  }
  const places = [...played, ...likeliest, ...tree.kind.keys()];
  const named = places.filter((node) => labels.node(node) === at);
  const found = named.find((node) => decides(tree, node, actor));
  if (found !== undefined) return succeed(found);
  return fail(
    named.length === 0
      ? `no position of this branch stands at \`${at}\``
      : `${name} has no choice at \`${at}\`: another decides there, or one move alone is open`,
  );
}

/** The decision of an actor in a branch that is asked about, with what follows from it. Fails in words where there is none. */
export function decisionPlace(
  scenario: Scenario,
  game: ScenarioGame,
  solution: Solution,
  actor: number,
  at: StateId | undefined,
): Result<DecisionPlace, string> {
  const found = findNode(game, solution, actor, at);
  if (!found.ok) return found;
  const { kernel, beginning, unfolded, tree } = game;
  const moves = lineTo(solution.columns, found.value).map(
    (branch) => kernel.chart.moves[unfolded.move[branch] as number],
  );
  const line = [...beginning.line, ...moves] as readonly MoveId[];
  const place = placeAfter(scenario, game, line);
  if (place === undefined) throw new Error(`a line of the tree is not open: ${line.join(', ')}`);
  const decider = tree.deciders[tree.decider[found.value] as number] ?? [];
  return succeed({ node: found.value, decides: decider.map((index) => tree.actors[index] as string), ...place });
}

/** The place that a line leads to (it may begin with shocks), and what follows from it; undefined where the line is not open, or too much follows. */
export function placeAfter(
  scenario: Scenario,
  { kernel }: Pick<ScenarioGame, 'kernel'>,
  line: readonly MoveId[],
): Pick<DecisionPlace, 'line' | 'before' | 'position' | 'state' | 'unfolded'> | undefined {
  const { snapshots, dropped } = replay(negotiation(scenario), line);
  const last = snapshots.at(-1);
  if (dropped.length > 0 || last === undefined) return undefined;
  const positions = snapshots.map(({ context }) => context);
  const state = standing(last);
  const position = last.context;
  const unfolded = unfoldGame(kernel, state, position);
  return unfolded === undefined ? undefined : { line, before: positions.slice(0, -1), position, state, unfolded };
}
