import { scenarioGame } from '../../cli/scenarioGame.ts';
import { negotiation } from '../../machines/negotiation.ts';
import { openingSnapshot, play } from '../../machines/stepping.ts';
import { unfold } from '../../machines/unfold.ts';
import { evaluate } from '../../src/analysis/rollback/evaluate.ts';
import type { PlayModel } from '../../src/analysis/rollback/playModel.ts';
import { solve } from '../../src/analysis/rollback/solve.ts';
import { moveAt } from '../../src/domain/chart.ts';
import { drawColumn } from '../../src/domain/errorModel.ts';
import { type GameTree, NODE } from '../../src/domain/gameTree.ts';
import type { MoveId } from '../../src/domain/identifier.ts';
import { clippedValue, type Values } from '../../src/domain/indicators.ts';
import { leansOf, oddsWeight } from '../../src/domain/odds.ts';
import { errorModelOf, oddsParameter } from '../../src/domain/parameters.ts';
import type { Position } from '../../src/domain/position.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { payoff, stakeholders } from '../../src/domain/stakes.ts';
import { type PlainDraws, plainDraws } from './plainDraws.ts';

/** A position with its values in every draw. */
interface DrawnPosition {
  readonly line: readonly MoveId[];
  readonly position: Position;
  readonly drawn: PlainDraws;
  readonly moves: readonly MoveId[];
}

/** A strategy that is kept whatever a draw says: the share of every branch of a decision. */
export interface HeldProfile {
  readonly name: 'held';
  readonly shares: Float64Array;
}

/** What one draw of a tree comes to: the values of the actors, those after each move of the root, and how often ends are reached. */
export interface PlainDraw {
  readonly values: readonly number[];
  readonly branches: readonly (readonly number[])[];
  readonly ends: ReadonlyMap<string, number>;
  /** Per end, the sum over its positions of what each actor has there, times how often it is reached. */
  readonly paid: ReadonlyMap<string, readonly number[]>;
}

/**
 * Draws of a branch's tree in the slow and obvious way: every position from XState, its values by the function that walks a line, payoffs
 * and odds written into a game of its own for every draw, and that game solved. `asked` says how: one of the models, with λ per actor, or
 * a fixed profile.
 */
export function plainDrawnTree(
  scenario: Scenario,
  branch: string,
  count: number,
  seed: number,
  asked: PlayModel | HeldProfile,
): readonly PlainDraw[] {
  const game = scenarioGame(scenario, branch);
  if (game === undefined) throw new Error('the tree is too large');
  const machine = negotiation(scenario);
  const opening = openingSnapshot(machine);
  const entry = game.beginning.line[0];
  const from = entry === undefined ? opening : play(machine, opening, entry);
  if (from === undefined) throw new Error('the branch is not open');
  const held = plainDraws(scenario, count, seed);
  const known = new Map<string, DrawnPosition>();
  const start = entry === undefined ? held.opening : held.after(held.opening, opening.context, entry);
  const positions = [...unfold(scenario, machine, { from })].map(({ line, snapshot, moves }): DrawnPosition => {
    const before = known.get(line.slice(0, -1).join(' '));
    const move = line.at(-1);
    const drawn = move === undefined || before === undefined ? start : held.after(before.drawn, before.position, move);
    const found = { line, position: snapshot.context, drawn, moves };
    known.set(line.join(' '), found);
    return found;
  });
  const { labels, tree } = game;
  const stateOf = labels.node;
  return Array.from({ length: count }, (_, draw) => {
    const drawnGame = gameOfDraw(scenario, tree, positions, draw, count, seed);
    const solved = columnsOf(drawnGame, asked);
    const [first = 0, end = 0] = [tree.first[0], tree.first[1]];
    const at = (node: number) => solved.values.map((column) => column[node] as number);
    const ends = new Map<string, number>();
    const paid = new Map<string, readonly number[]>();
    for (let node = 0; node < tree.kind.length; node += 1) {
      if (tree.kind[node] !== NODE.end) continue;
      const [state, reach] = [stateOf(node), solved.reach[node] as number];
      ends.set(state, (ends.get(state) ?? 0) + reach);
      const before = paid.get(state) ?? [];
      paid.set(
        state,
        drawnGame.payoffs.map((payoffs, actor) => (before[actor] ?? 0) + reach * (payoffs[node] as number)),
      );
    }
    return {
      values: at(0),
      branches: Array.from({ length: end - first }, (_, branchAt) => at(tree.child[first + branchAt] as number)),
      ends,
      paid,
    };
  });
}

function columnsOf(game: GameTree, asked: PlayModel | HeldProfile) {
  const solved = asked.name === 'held' ? evaluate(game, asked.shares) : solve(game, asked);
  if (!solved.ok) throw new Error(solved.error.message);
  return solved.value.columns;
}

function gameOfDraw(
  scenario: Scenario,
  tree: GameTree,
  positions: readonly DrawnPosition[],
  draw: number,
  count: number,
  seed: number,
): GameTree {
  const actors = stakeholders(scenario);
  const payoffs = actors.map(() => new Float64Array(tree.kind.length));
  const odds = new Float64Array(tree.child.length);
  const tendency = new Float64Array(tree.child.length);
  const base = (move: MoveId, kind: 'likelihood' | 'tendency'): number => {
    const estimate = moveAt(scenario, move)?.meta[kind];
    if (estimate === undefined) return Number.NaN;
    return drawColumn(oddsParameter(move, kind, estimate), errorModelOf(scenario), seed, count)[draw] as number;
  };
  const weight = (move: MoveId, kind: 'likelihood' | 'tendency', values: Values): number => {
    const meta = moveAt(scenario, move)?.meta;
    const leans = meta === undefined ? [] : leansOf(scenario, meta);
    return oddsWeight(base(move, kind), leans, (address) => clippedValue(scenario, values, address));
  };
  for (const [node, { drawn, moves }] of positions.entries()) {
    const values = drawn[draw] as Values;
    const first = tree.first[node] as number;
    if (tree.kind[node] === NODE.end)
      for (const [index, actor] of actors.entries())
        (payoffs[index] as Float64Array)[node] = payoff(scenario, actor, values).payoff;
    const weights = moves.map((move) =>
      weight(move, tree.kind[node] === NODE.chance ? 'likelihood' : 'tendency', values),
    );
    const sum = weights.reduce((total, one) => total + one, 0);
    for (const [index, one] of weights.entries())
      if (tree.kind[node] === NODE.chance) odds[first + index] = one / sum;
      else tendency[first + index] = one;
  }
  return { ...tree, payoffs, odds, tendency };
}
