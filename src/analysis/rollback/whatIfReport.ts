import type { GameLabels, GameTree } from '../../domain/gameTree.ts';
import { type Result, succeed } from '../../domain/result.ts';
import { oddsOfOutcomes } from './ends.ts';
import { lineTo, nodeOf, playedLine } from './lines.ts';
import type { PlayModel, Refusal } from './playModel.ts';
import { type Solution, solve, valueAt } from './solve.ts';
import { announced, surprise } from './whatIf.ts';

/** What a game comes to once a move is forced. */
export interface ForcedReport {
  /** Per actor, in its own points: from the move on where it is a surprise, from the start on where it is announced. */
  readonly values: Readonly<Record<string, number>>;
  /** Per outcome, how often play ends there. */
  readonly odds: Readonly<Record<string, number>>;
  /** The moves that the model plays: after the move where it is a surprise, from the start where it is announced. */
  readonly line: readonly string[];
}

/** A forced move under both of its meanings. */
export interface WhatIfReport {
  readonly move: string;
  /** Per actor, what the start is worth where nothing is forced. */
  readonly unforced: Readonly<Record<string, number>>;
  /** Nobody counted on it: what was chosen before stays, and the move is made at one place. */
  readonly surprise: ForcedReport & {
    /** The place, and the moves that lead there. */
    readonly node: number;
    readonly label: string;
    readonly after: readonly string[];
    /** How often the model comes to that place by itself. */
    readonly reach: number;
  };
  /** Everybody knows it from the start: at each of so many places it is all that is left, and the game is solved again. */
  readonly announced: ForcedReport & { readonly places: number };
}

/** The place of a surprise: on the line that is played, else where play comes most often, else the first in the order of the game. */
function placeOf(tree: GameTree, solution: Solution, branches: readonly number[]): number {
  const onLine = new Set([0, ...playedLine(tree, solution).branches.map((branch) => tree.child[branch] as number)]);
  const { reach } = solution.columns;
  let place = branches[0] as number;
  for (const branch of branches) {
    const [node, best] = [nodeOf(tree, branch), nodeOf(tree, place)];
    if (onLine.has(node)) return branch;
    if ((reach[node] as number) > (reach[best] as number)) place = branch;
  }
  return place;
}

/**
 * What if this move is made? `branches` are all places where it can be made, at least one. A surprise happens at one of them; an
 * announcement holds at each. Refused at a move of chance.
 */
export function whatIfReport(
  tree: GameTree,
  labels: GameLabels,
  model: PlayModel,
  branches: readonly number[],
): Result<WhatIfReport, Refusal> {
  const solved = solve(tree, model);
  if (!solved.ok) return solved;
  const solution = solved.value;
  const branch = placeOf(tree, solution, branches);
  const unawaited = surprise(tree, solution, branch);
  if (!unawaited.ok) return unawaited;
  const awaited = announced(tree, solution, branches);
  if (!awaited.ok) return awaited;
  const place = nodeOf(tree, branch);
  const perActor = (read: (actor: number) => number): Record<string, number> =>
    Object.fromEntries(tree.actors.map((name, actor) => [name, read(actor)]));
  return succeed({
    move: labels.branch(branch),
    unforced: perActor((actor) => valueAt(solution, actor)),
    surprise: {
      node: place,
      label: labels.node(place),
      after: lineTo(solution.columns, place).map(labels.branch),
      reach: solution.columns.reach[place] as number,
      values: perActor((actor) => unawaited.value.values[actor] ?? Number.NaN),
      odds: Object.fromEntries(oddsOfOutcomes(tree, labels.outcome, unawaited.value.reach)),
      line: playedLine(tree, solution, unawaited.value.node).branches.map(labels.branch),
    },
    announced: {
      places: branches.length,
      values: perActor((actor) => valueAt(awaited.value, actor)),
      odds: Object.fromEntries(oddsOfOutcomes(tree, labels.outcome, awaited.value.columns.reach)),
      // A forced move has all of the share at its place, so the line goes through it.
      line: playedLine(tree, awaited.value).branches.map(labels.branch),
    },
  });
}

/** The branches of a game that fit a wish, in its order. */
export function branchesWhere(tree: GameTree, fits: (branch: number, node: number) => boolean): readonly number[] {
  const found: number[] = [];
  for (let node = 0; node < tree.kind.length; node += 1) {
    for (let branch = tree.first[node] as number; branch < (tree.first[node + 1] as number); branch += 1)
      if (fits(branch, node)) found.push(branch);
  }
  return found;
}
