import { type GameLabels, type GameTree, NODE } from '../../domain/gameTree.ts';
import { type Result, succeed } from '../../domain/result.ts';
import { type InformationReport, informationReport } from '../information/informationReport.ts';
import { bestCase, securityLevel } from './bounds.ts';
import { oddsOfOutcomes } from './ends.ts';
import { mostLikelyLine, playedLine } from './lines.ts';
import { compareModels, type ModelOdds } from './modelsBeside.ts';
import { optionsAt } from './options.ts';
import type { PlayModel, Refusal } from './playModel.ts';
import { type Solution, solve, valueAt } from './solve.ts';
import { tieBounds } from './tieBounds.ts';

/** A place where several moves are equally good for who decides there. */
export interface TieReport {
  readonly node: number;
  /** What the decision is called. */
  readonly label: string;
  readonly actors: readonly string[];
  readonly moves: readonly string[];
}

/** One move of the first decision, by names. */
export interface OptionReport {
  readonly move: string;
  /** Per actor, what it gets once the move is made. */
  readonly values: Readonly<Record<string, number>>;
  /** What the mover loses by it against its best move there (deviation loss), in its own points; by J where several decide. */
  readonly regret: number;
  /** How often this model makes the move there. */
  readonly share: number;
  /** Per outcome, how often play ends there once the move is made. */
  readonly odds: Readonly<Record<string, number>>;
}

/** The first decision of a game and its moves. */
export interface DecisionReport {
  readonly node: number;
  readonly label: string;
  readonly actors: readonly string[];
  readonly moves: readonly OptionReport[];
}

/** What follows from a game under one model of play, by names: the form in which a command prints it and a program reads it. */
export interface GameReport {
  readonly title: string;
  readonly model: PlayModel['name'];
  /** λ per payoff point, where play is bounded and was stated so for all. */
  readonly lambda: number | null;
  /** Λ, where play is bounded and was stated so. */
  readonly rationality: number | null;
  /** λ per actor in choices per payoff point, where play is bounded; null for an actor to whom all ends are the same. */
  readonly lambdas: Readonly<Record<string, number | null>> | null;
  readonly method: string;
  readonly source: string;
  readonly assumptions: readonly string[];
  readonly actors: readonly string[];
  /** Per actor, what the start is worth in its own points. */
  readonly values: Readonly<Record<string, number>>;
  /** Per actor, least and most when ties are resolved against it and for it. */
  readonly bounds: Readonly<Record<string, readonly [least: number, most: number]>>;
  /** Per actor, what it can be sure of when all others work against it, and what it gets when all work for it. */
  readonly securityLevel: Readonly<Record<string, number>>;
  readonly bestCase: Readonly<Record<string, number>>;
  /** The moves that this model plays, from the start to the first result of chance or the end. */
  readonly line: readonly string[];
  /** Who makes each of these moves. */
  readonly movers: readonly (readonly string[])[];
  /** Which moves of the line are taken no more often than another one there. */
  readonly lineTies: readonly number[];
  readonly lineStopsAt: 'chance' | 'end';
  /** The outcome in which the line ends; null where it stops at chance. */
  readonly lineOutcome: string | null;
  /** The single course of play that comes about most often, chance included, its outcome and its odds. */
  readonly mostLikely: { readonly line: readonly string[]; readonly outcome: string; readonly odds: number };
  /** Per outcome, how often play ends there. Ends that share a name are one outcome; an end that is paid nothing and has no name is the null outcome. */
  readonly odds: Readonly<Record<string, number>>;
  /** What the first decision of the game offers; null where nobody decides anything. */
  readonly options: DecisionReport | null;
  readonly ties: readonly TieReport[];
  /** Ties where play does not come. */
  readonly tiesOffPath: number;
  /** Nodes of the game. */
  readonly positions: number;
  /** What knowing chance first is worth where one actor decides everything; null where several do, who have no one such figure. */
  readonly information: InformationReport | null;
  /** The odds again under the models that always stand beside. */
  readonly beside: readonly ModelOdds[];
  /** Whether the order of the outcomes by their odds, in twentieths, differs between these models. */
  readonly dependsOnModel: boolean;
}

/** The branches of a line by name. */
const named = (labels: GameLabels, branches: readonly number[]): readonly string[] => branches.map(labels.branch);

const actorsAt = (tree: GameTree, node: number): readonly string[] =>
  (tree.deciders[tree.decider[node] ?? -1] ?? []).map((actor) => tree.actors[actor] ?? '');

function tieReport(tree: GameTree, labels: GameLabels, { columns }: Solution, node: number): TieReport {
  const moves: string[] = [];
  for (let branch = tree.first[node] as number; branch < (tree.first[node + 1] as number); branch += 1) {
    if ((columns.share[branch] as number) > 0) moves.push(labels.branch(branch));
  }
  return { node, label: labels.node(node), actors: actorsAt(tree, node), moves };
}

/** The first decision in the order of the game, which is its start unless chance moves first. */
function firstDecision(tree: GameTree, labels: GameLabels, solution: Solution): DecisionReport | null {
  const node = tree.kind.indexOf(NODE.decision);
  if (node === -1) return null;
  const moves = optionsAt(tree, labels.outcome, solution, node).map(
    ({ branch, values, regret, share, odds }): OptionReport => ({
      move: labels.branch(branch),
      values: Object.fromEntries(tree.actors.map((name, actor) => [name, values[actor] ?? Number.NaN])),
      regret,
      share,
      odds: Object.fromEntries(odds),
    }),
  );
  return { node, label: labels.node(node), actors: actorsAt(tree, node), moves };
}

/** Solves a game and tells the result by names, with the other models beside it. */
export function gameReport(tree: GameTree, labels: GameLabels, model: PlayModel): Result<GameReport, Refusal> {
  const solved = solve(tree, model);
  if (!solved.ok) return solved;
  const solution = solved.value;
  const { columns, lambdas, method } = solution;
  const played = playedLine(tree, solution);
  const movers = played.branches.map((_, index) => {
    const before = index === 0 ? 0 : (tree.child[played.branches[index - 1] ?? 0] ?? 0);
    return actorsAt(tree, before);
  });
  const likely = mostLikelyLine(tree, solution);
  const bounds = tieBounds(tree, solution);
  const perActor = <Value>(read: (actor: number) => Value): Record<string, Value> =>
    Object.fromEntries(tree.actors.map((name, actor) => [name, read(actor)]));
  const stopsAtEnd = tree.kind[played.node] === NODE.end;
  const odds = oddsOfOutcomes(tree, labels.outcome, columns.reach);
  const beside = compareModels(tree, labels.outcome, { model, odds });
  return succeed({
    title: labels.title,
    model: model.name,
    lambda: 'lambda' in model && typeof model.lambda === 'number' ? model.lambda : null,
    rationality: 'rationality' in model ? model.rationality : null,
    lambdas:
      lambdas === undefined
        ? null
        : perActor((actor) => (Number.isFinite(lambdas[actor]) ? (lambdas[actor] ?? null) : null)),
    method: method.name,
    source: method.source,
    assumptions: solution.assumptions(),
    actors: tree.actors,
    values: perActor((actor) => valueAt(solution, actor)),
    bounds: perActor((actor) => [bounds[actor]?.least ?? Number.NaN, bounds[actor]?.most ?? Number.NaN] as const),
    securityLevel: perActor((actor) => securityLevel(tree, actor).values[0] ?? Number.NaN),
    bestCase: perActor((actor) => bestCase(tree, actor).values[0] ?? Number.NaN),
    line: named(labels, played.branches),
    movers,
    lineTies: played.tied.flatMap((isTied, index) => (isTied ? [index] : [])),
    lineStopsAt: stopsAtEnd ? 'end' : 'chance',
    lineOutcome: stopsAtEnd ? labels.outcome(played.node) : null,
    mostLikely: { line: named(labels, likely.branches), outcome: labels.outcome(likely.node), odds: likely.odds },
    odds: Object.fromEntries(odds),
    options: firstDecision(tree, labels, solution),
    ties: solution.ties.map((node) => tieReport(tree, labels, solution, node)),
    tiesOffPath: solution.tiesOffPath,
    positions: tree.kind.length,
    information: informationReport(tree, labels),
    beside: beside.models,
    dependsOnModel: beside.dependsOnModel,
  });
}
